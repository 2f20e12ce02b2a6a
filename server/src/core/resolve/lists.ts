import type { Analysis } from '../analysis.ts';
import { paragraphAt } from '../inline/paragraphs.ts';
import { formatNumeral } from '../model/numerals.ts';
import type { Provision } from '../model/provision.ts';
import { findSiblingGroups, isListItem } from '../model/siblings.ts';
import { Role } from '../syntax/roles.ts';
import type { TextSnapshot } from '../text/snapshot.ts';
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
export class ItemList {
  readonly parent: Provision;
  readonly items: readonly ListItem[];
  readonly #analysis: Analysis;

  constructor(analysis: Analysis, parent: Provision, items: readonly ListItem[]) {
    this.parent = parent;
    this.items = items;
    this.#analysis = analysis;
  }

  /** Words of the parent go on behind the last item. Reads the text there. */
  get goesOn(): boolean {
    return goesOn(this.#analysis, this.items[this.items.length - 1]);
  }
}

/** The lists of a document whose items all have text of their own and stand in no table or quotation. Linear. */
export const findLists = perAnalysis((analysis: Analysis): readonly ItemList[] => {
  const lists: ItemList[] = [];
  for (const { parent, members } of findSiblingGroups(analysis.outline, 2)) {
    if (!isListItem(members[0])) continue;
    for (let from = 0, at = 1; at <= members.length; at += 1) {
      if (at < members.length && countsOn(members[at - 1], members[at])) continue;
      const items = at - from < 2 ? null : itemsOf(analysis, members, from, at);
      if (items) lists.push(new ItemList(analysis, parent, items));
      from = at;
    }
  }
  return lists;
});

function countsOn(before: Provision | undefined, next: Provision | undefined): boolean {
  const last = before?.numbering?.path[0];
  return last !== undefined && next?.numbering?.path[0] === last + 1;
}

/** The members from `from` up to but without `until`; null where one of them is no item with text of its own. */
function itemsOf(
  analysis: Analysis,
  members: readonly Provision[],
  from: number,
  until: number,
): readonly ListItem[] | null {
  const items: ListItem[] = [];
  for (let at = from; at < until; at += 1) {
    const item = itemOf(analysis, members[at] as Provision, at === until - 1);
    if (!item) return null;
    items.push(item);
  }
  return items;
}

function itemOf(analysis: Analysis, provision: Provision, isLast: boolean): ListItem | null {
  const line = analysis.snapshot.lineAt(provision.heading.start);
  if (analysis.roles[line] !== Role.text || analysis.quoted[line] === 1) return null;
  // Behind the last item the words of the parent may go on in a paragraph of their own.
  const first = isLast
    ? paragraphAt(analysis.paragraphs, provision.designation?.end ?? provision.heading.end)
    : null;
  const ending = endingOf(analysis, provision, first?.end);
  return ending && { provision, ending, leads: provision.children.some(isOnItsOwnLines) };
}

function isOnItsOwnLines({ inline }: Provision): boolean {
  return !inline;
}

/**
 * Whether the text behind the last item begins with a small letter, so that the sentence is not over, or with the item's
 * number once more or the next one, which was not read as an item.
 */
function goesOn(analysis: Analysis, last: ListItem | undefined): boolean {
  if (!last) return false;
  const behind = analysis.snapshot.text.slice(last.ending.end, last.ending.end + 400);
  if (isCountedOn(analysis.snapshot, last.provision, behind)) return true;
  // The number of a page may stand between; "b)" and "iv." are numbers too.
  const word = /(?:[A-Za-z]{1,5}[.)](?=\s)|[A-Za-z(])/.exec(behind)?.[0] ?? '';
  return /^[a-z]$/.test(word);
}

/** In the item's own form: "(4)" behind "(3)", or "(3)" once more. */
function isCountedOn(
  { text }: TextSnapshot,
  { designation, number, numbering }: Provision,
  behind: string,
): boolean {
  const value = numbering?.path.at(-1);
  if (!designation || number === null || !numbering || value === undefined) return false;
  const printed = text.slice(designation.start, designation.end).trim();
  const next = printed.replace(number, formatNumeral(value + 1, numbering.numeral));
  const begins = behind.trimStart();
  return [printed, next].some((label) => begins.startsWith(label) && /\s/.test(begins[label.length] ?? ' '));
}
