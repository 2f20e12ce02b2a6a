import { nameAtSentenceStart, nameProvision, nameSibling } from '../model/naming.ts';
import { faultsOfLists } from '../model/sequences.ts';
import { say } from '../text/say.ts';
import { isDoubtful } from './doubts.ts';
import type { Rule } from './rule.ts';

/** A number is left out between siblings, by the way this document numbers. */
export const numberingGap: Rule = {
  id: 'numbering-gap',
  title: 'A number is left out',
  severity: 'warning',
  scope: 'document',
  *check(analysis) {
    for (const { gaps } of faultsOfLists(analysis.outline)) {
      for (const { before, after, missing } of gaps) {
        const first = missing[0];
        const last = missing[missing.length - 1];
        if (!first || !last || !before || isDoubtful(analysis, before, after, missing)) continue;
        const depth = after.numbering?.path.length ?? 0;
        const isStem =
          missing.length === 1 && depth > first.length && depth > (before.numbering?.path.length ?? 0);
        const absent = nameSibling(after, first);
        const tail = isStem
          ? say`there is no ${absent} that it could be a branch of`
          : missing.length === 1
            ? say`${absent} is missing`
            : say`${absent} to ${nameSibling(after, last)} are missing`;
        yield {
          range: after.designation ?? after.heading,
          message: say`${nameAtSentenceStart(after)} follows ${nameProvision(before)}: ${tail}.`,
          related: [
            {
              range: before.designation ?? before.heading,
              message: say`${nameAtSentenceStart(before)} is here.`,
            },
          ],
        };
      }
    }
  },
};
