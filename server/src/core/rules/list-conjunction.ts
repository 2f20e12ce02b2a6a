import type { Analysis } from '../analysis.ts';
import { nameAtSentenceStart, nameProvision } from '../model/naming.ts';
import { findLists, type ListItem } from '../resolve/lists.ts';
import { say } from '../text/say.ts';
import type { Rule } from './rule.ts';

/** Nothing says whether all items of a list are meant or any of them; or it is said twice. */
export const listConjunction: Rule = {
  id: 'list-conjunction',
  title: 'A list without “and” or “or” before its last item, or with two of them',
  severity: 'hint',
  scope: 'document',
  *check(analysis) {
    for (const list of findLists(analysis)) {
      const { items } = list;
      if (items.length < 3) continue;
      const before = items.slice(0, -1);
      const separated = before.every(
        ({ ending }) =>
          ending.mark === ';' ||
          (ending.mark === ',' && ending.conjunction !== null) ||
          (ending.mark === ',' && !ending.sentences),
      );
      const last = items[items.length - 1];
      const penultimate = before[before.length - 1];
      if (!separated || !last || !penultimate || before.some(({ leads }) => leads)) continue;
      const joined = before.filter(({ ending }) => ending.conjunction !== null);
      if (joined.length === 0) {
        if (!before.every(({ ending }) => ending.mark === ';')) continue;
        if (last.ending.mark !== '.' && !(list.goesOn && isFollowedByProviso(analysis, last))) continue;
        const { at, end } = penultimate.ending;
        yield {
          range: { start: at, end: Math.max(end, at + 1) },
          message: say`No “and” or “or” stands before ${nameProvision(last.provision)}, the last of ${items.length} items: it is open whether all are meant or any.`,
          related: [
            {
              range: last.provision.designation ?? last.provision.heading,
              message: say`${nameAtSentenceStart(last.provision)} is the last item.`,
            },
          ],
          fixes: ['and', 'or'].map((word) => ({
            title: say`Add “${word}”`,
            edits: [{ range: { start: at + 1, end: at + 1 }, newText: ` ${word}` }],
          })),
        };
        continue;
      }
      const [first] = joined;
      // "; or" behind each item is a style; two of the same kind are one too many.
      if (
        joined.length !== 2 ||
        before.length < 3 ||
        !first ||
        first === penultimate ||
        penultimate.ending.conjunction === null
      )
        continue;
      if (first.ending.conjunction !== penultimate.ending.conjunction) continue;
      yield {
        range: { start: first.ending.at, end: first.ending.end },
        message: say`“${first.ending.conjunction ?? ''}” stands after ${nameProvision(first.provision)} and again before ${nameProvision(last.provision)}, the last item: one of the two is too many.`,
        related: [
          {
            range: { start: penultimate.ending.at, end: penultimate.ending.end },
            message: say`It stands here too.`,
          },
        ],
        fixes: [
          {
            title: say`Delete the first “${first.ending.conjunction ?? ''}”`,
            edits: [{ range: { start: first.ending.at + 1, end: first.ending.end }, newText: '' }],
          },
        ],
      };
    }
  },
};

/** "; provided that": no item follows, though the sentence goes on. */
function isFollowedByProviso({ snapshot }: Analysis, { ending }: ListItem): boolean {
  return /^\s{0,40}provided\b/.test(snapshot.text.slice(ending.end, ending.end + 60));
}
