import { perOutline } from './perOutline.ts';
import { isRootKind, type Provision, walkProvisions } from './provision.ts';

/** Provisions of one kind under one parent that stand on lines of their own, in the order of the text. */
export interface SiblingGroup {
  readonly parent: Provision;
  readonly members: readonly Provision[];
}

/** Groups of at least `least` siblings with one family of numbers. Linear. */
export function findSiblingGroups(outline: readonly Provision[], least: number): readonly SiblingGroup[] {
  return allGroups(outline).filter(({ members }) => members.length >= least);
}

const allGroups = perOutline((outline): readonly SiblingGroup[] => {
  const groups: SiblingGroup[] = [];
  for (const parent of walkProvisions(outline)) {
    if (parent.children.length < 2) continue;
    const alike: Provision[][] = [];
    for (const child of parent.children) {
      if (child.inline || child.implied || !child.numbering || !child.designation || isRootKind(child.kind))
        continue;
      if (child.confidence < 0.6) continue;
      // There are but a few ways to number: looking through them is faster than a key for each child.
      const group = groupOf(alike, child);
      if (group) group.push(child);
      else alike.push([child]);
    }
    for (const members of alike) if (members.length > 1) groups.push({ parent, members });
  }
  return groups;
});

function groupOf(groups: readonly Provision[][], child: Provision): Provision[] | null {
  for (const group of groups) if (group[0] && isNumberedAlike(group[0], child)) return group;
  return null;
}

function isNumberedAlike(one: Provision, other: Provision): boolean {
  return (
    one.kind === other.kind &&
    one.numbering?.family === other.numbering?.family &&
    one.numbering?.path.length === other.numbering?.path.length
  );
}

/**
 * Splits siblings by a trait and returns the few that differ from the many: at most one in five, and at least four of
 * the many. Null where no trait prevails.
 */
export function findMinority<T>(
  members: readonly Provision[],
  traitOf: (provision: Provision) => T,
): {
  readonly prevailing: T;
  readonly many: readonly Provision[];
  readonly few: readonly Provision[];
} | null {
  if (!differ(members, traitOf)) return null;
  const byTrait = new Map<T, Provision[]>();
  for (const member of members) {
    const trait = traitOf(member);
    const list = byTrait.get(trait);
    if (list) list.push(member);
    else byTrait.set(trait, [member]);
  }
  let best: [T, Provision[]] | null = null;
  for (const entry of byTrait) if (!best || entry[1].length > best[1].length) best = entry;
  if (!best || best[1].length < 4 || best[1].length * 5 < members.length * 4) return null;
  const many = new Set(best[1]);
  const few = members.filter((member) => !many.has(member));
  return few.length > 0 ? { prevailing: best[0], many: best[1], few } : null;
}

/** Most siblings are alike: that is seen at less cost than what prevails among those that are not. */
function differ<T>(members: readonly Provision[], traitOf: (provision: Provision) => T): boolean {
  const [first] = members;
  if (!first) return false;
  const trait = traitOf(first);
  for (let index = 1; index < members.length; index += 1)
    if (traitOf(members[index] as Provision) !== trait) return true;
  return false;
}

/** The sibling before each provision that has one. Linear, once for each outline. */
export const siblingsAbove = perOutline((outline): ReadonlyMap<Provision, Provision> => {
  const above = new Map<Provision, Provision>();
  for (const parent of walkProvisions(outline)) {
    for (let index = 1; index < parent.children.length; index += 1) {
      const [before, after] = [parent.children[index - 1], parent.children[index]];
      if (before && after) above.set(after, before);
    }
  }
  return above;
});

/** Items of lists, which are captioned and bracketed as it comes; sections and paragraphs on numbers of their own are none. */
export function isListItem(provision: Provision | undefined): boolean {
  const family = provision?.numbering?.family ?? '';
  return (
    family.startsWith('(') || family === '#)' || /^(?:item|subitem|recital)$/.test(provision?.kind ?? '')
  );
}
