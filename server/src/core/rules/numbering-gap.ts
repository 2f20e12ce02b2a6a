import type { Analysis } from '../analysis.ts';
import { nameAtSentenceStart, nameProvision, nameSibling } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
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
        if (!first || !last || !before || mayStandBetween(analysis, before, after, missing)) continue;
        const isStem = missing.length === 1 && (after.numbering?.path.length ?? 0) > first.length;
        const absent = nameSibling(after, first);
        const tail = isStem
          ? `there is no ${absent} that it could be a branch of`
          : missing.length === 1
            ? `${absent} is missing`
            : `${absent} to ${nameSibling(after, last)} are missing`;
        yield {
          range: after.designation ?? after.heading,
          message: `${nameAtSentenceStart(after)} follows ${nameProvision(before)}: ${tail}.`,
          related: [
            {
              range: before.designation ?? before.heading,
              message: `${nameAtSentenceStart(before)} is here.`,
            },
          ],
        };
      }
    }
  },
};

/** Text left out under confidential treatment: `[***]`, `[…***…]`, `[* * *]`. The missing provision may be in it. */
const redaction = /\[[\s….]{0,4}\*[\s*]{0,12}[\s….]{0,4}\]/;

/** A line between the two that carries a missing number and was not taken for a heading: too doubtful to report. */
function mayStandBetween(
  analysis: Analysis,
  before: Provision,
  after: Provision,
  missing: ReadonlyArray<readonly number[]>,
): boolean {
  if (redaction.test(analysis.snapshot.text.slice(before.heading.end, after.heading.start))) return true;
  const from = analysis.snapshot.lineAt(before.heading.start);
  const until = analysis.snapshot.lineAt(after.heading.start);
  return analysis.decisions.some(
    ({ line, accepted, designation }) =>
      !accepted &&
      line >= from &&
      line <= until &&
      missing.some(
        (path) =>
          path.length === designation.path.length &&
          path.every((value, at) => designation.path[at] === value),
      ),
  );
}
