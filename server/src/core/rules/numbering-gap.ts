import { nameProvision, nameSibling } from '../model/naming.ts';
import { findSequences, judgeSequence } from '../model/sequences.ts';
import type { Rule } from './rule.ts';

/** A number is left out between siblings, by the way this document numbers. */
export const numberingGap: Rule = {
  id: 'numbering-gap',
  title: 'A number is left out',
  severity: 'warning',
  scope: 'document',
  *check(analysis) {
    for (const sequence of findSequences(analysis.outline)) {
      for (const { before, after, missing } of judgeSequence(sequence).gaps) {
        const first = missing[0];
        const last = missing[missing.length - 1];
        if (!first || !last || !before) continue;
        const isStem = missing.length === 1 && (after.numbering?.path.length ?? 0) > first.length;
        const absent = nameSibling(after, first);
        const tail = isStem
          ? `there is no ${absent} that it could be a branch of`
          : missing.length === 1
            ? `${absent} is missing`
            : `${absent} to ${nameSibling(after, last)} are missing`;
        yield {
          range: after.designation ?? after.heading,
          message: `${sentenceStart(nameProvision(after))} follows ${nameProvision(before)}: ${tail}.`,
          related: [
            {
              range: before.designation ?? before.heading,
              message: `${sentenceStart(nameProvision(before))} is here.`,
            },
          ],
        };
      }
    }
  },
};

function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
