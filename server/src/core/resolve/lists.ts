import type { Analysis } from '../analysis.ts';
import { paragraphAt } from '../inline/paragraphs.ts';
import type { Provision } from '../model/provision.ts';
import { findSiblingGroups, isListItem } from '../model/siblings.ts';
import { Role } from '../syntax/roles.ts';
import { type Ending, endingOf } from './endings.ts';
import { perAnalysis } from './per-analysis.ts';

/** An item with the way it ends. */
export interface ListItem {
  readonly provision: Provision;
  readonly ending: Ending;
  /** Has items of its own: it ends before them. */
  readonly leads: boolean;
}

/** A list on lines of its own, in one run: its numbers count on from each other. */
export interface ItemList {
  readonly parent: Provision;
  readonly items: readonly ListItem[];
  /** Words of the parent go on behind the last item. */
  readonly goesOn: boolean;
}

/** The lists of a document whose items all have text of their own and stand in no table or quotation. Linear. */
export const findLists = perAnalysis((analysis: Analysis): readonly ItemList[] => {
  const lists: ItemList[] = [];
  for (const { parent, members } of findSiblingGroups(analysis.outline, 2)) {
    if (!isListItem(members[0])) continue;
    for (const run of consecutive(members)) {
      const items = run.map((provision, at) => itemOf(analysis, provision, at === run.length - 1));
      const known = items.filter((item) => item !== null);
      if (known.length !== items.length || known.length < 2) continue;
      lists.push({ parent, items: known, goesOn: goesOn(analysis, known[known.length - 1]) });
    }
  }
  return lists;
});

function itemOf(analysis: Analysis, provision: Provision, isLast: boolean): ListItem | null {
  const line = analysis.snapshot.lineAt(provision.heading.start);
  if (analysis.roles[line] !== Role.text || analysis.quoted[line] === 1) return null;
  // Behind the last item the words of the parent may go on in a paragraph of their own.
  const first = isLast
    ? paragraphAt(analysis.paragraphs, provision.designation?.end ?? provision.heading.end)
    : null;
  const ending = endingOf(analysis, provision, first?.end);
  if (!ending) return null;
  return { provision, ending, leads: provision.children.some((child) => !child.inline) };
}

function consecutive(members: readonly Provision[]): Provision[][] {
  const runs: Provision[][] = [];
  for (const member of members) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1]?.numbering?.path[0];
    const next = member.numbering?.path[0];
    if (run && last !== undefined && next === last + 1) run.push(member);
    else runs.push([member]);
  }
  return runs;
}

/** Whether the text behind the last item begins with a small letter: the sentence is not over. */
function goesOn(analysis: Analysis, last: ListItem | undefined): boolean {
  if (!last) return false;
  const behind = analysis.snapshot.text.slice(last.ending.end, last.ending.end + 400);
  // The number of a page may stand between; "b)" and "iv." are numbers too.
  const word = /(?:[A-Za-z]{1,5}[.)](?=\s)|[A-Za-z(])/.exec(behind)?.[0] ?? '';
  return /^[a-z]$/.test(word);
}
