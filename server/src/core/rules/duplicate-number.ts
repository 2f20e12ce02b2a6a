import { nameProvision } from '../model/naming.ts';
import { findSequences, judgeSequence } from '../model/sequences.ts';
import type { Rule } from './rule.ts';

/** Two siblings carry the same number, so that a citation of it is ambiguous. */
export const duplicateNumber: Rule = {
  id: 'duplicate-number',
  title: 'A number is used twice',
  severity: 'warning',
  scope: 'document',
  *check(analysis) {
    const sequences = findSequences(analysis.outline);
    const twins = sequences.flatMap((sequence) => judgeSequence(sequence).duplicates);
    const members = sequences.reduce((sum, sequence) => sum + sequence.length, 0);
    // Where a document says everything twice, as a text beside its translation does, each number comes twice.
    if (twins.length > 5 && twins.length > members / 5) return;
    for (const { first, second } of twins) {
      const line = analysis.snapshot.lineAt(first.heading.start) + 1;
      const name = nameProvision(second);
      yield {
        range: second.designation ?? second.heading,
        message: `There is another ${name} on line ${line}: a citation of ${name} could mean either.`,
        related: [{ range: first.designation ?? first.heading, message: `The other ${name}.` }],
      };
    }
  },
};
