import { nameProvision } from '../model/naming.ts';
import { faultsOfLists } from '../model/sequences.ts';
import { say } from '../text/say.ts';
import { isDoubtful } from './doubts.ts';
import type { Rule } from './rule.ts';

/** Two siblings carry the same number, so that a citation of it is ambiguous. */
export const duplicateNumber: Rule = {
  id: 'duplicate-number',
  title: 'A number is used twice',
  severity: 'warning',
  scope: 'document',
  *check(analysis) {
    for (const { duplicates } of faultsOfLists(analysis.outline)) {
      for (const { first, second } of duplicates) {
        if (isDoubtful(analysis, first, second, [])) continue;
        const line = analysis.snapshot.lineAt(first.heading.start) + 1;
        const name = nameProvision(second);
        yield {
          range: second.designation ?? second.heading,
          message: say`There is another ${name} on line ${line}: a citation of ${name} could mean either.`,
          related: [{ range: first.designation ?? first.heading, message: say`The other ${name}.` }],
        };
      }
    }
  },
};
