import { isAttachmentKind, type Provision } from '../model/provision.ts';
import { countLeading } from '../text/ascending.ts';

/** A range of more provisions than this is a misreading. */
const longestRange = 400;

/**
 * The provisions from `first` to `last`, both included: the siblings between them, or, where they have different parents,
 * those of their family between them. Null where they do not belong together or stand in the wrong order.
 */
export function rangeBetween(
  first: Provision | undefined,
  last: Provision | undefined,
): readonly Provision[] | null {
  if (!first || !last) return null;
  if (first === last) return [first];
  if (first.range.start > last.range.start) return null;
  if (first.parent !== last.parent) return acrossParents(first, last);
  const siblings = first.parent?.children ?? [];
  const from = positionAmong(siblings, first);
  const until = positionAmong(siblings, last);
  if (until - from > longestRange) return null;
  return siblings.slice(from, until + 1).filter((sibling) => isLike(sibling, first));
}

/** Siblings stand in the order of the text. */
function positionAmong(siblings: readonly Provision[], wanted: Provision): number {
  return countLeading(siblings, ({ range }) => range.start < wanted.range.start);
}

/** Articles 3 to 9 may stand in several chapters, Sections 3.9 to 4.2 in two articles. */
function acrossParents(first: Provision, last: Provision): readonly Provision[] | null {
  const found: Provision[] = [first];
  let at: Provision | null = following(first);
  for (let seen = 0; at && seen < longestRange * 20 && found.length < longestRange; seen += 1) {
    if (isLike(at, first) && at.numbering?.path.length === first.numbering?.path.length) found.push(at);
    if (at === last) return found;
    at = following(at);
  }
  return null;
}

/** The next provision in the order of the text, children first. */
function following(provision: Provision): Provision | null {
  const child = provision.children[0];
  if (child) return child;
  for (let at: Provision = provision; at.parent; at = at.parent) {
    const siblings = at.parent.children;
    const next = siblings[positionAmong(siblings, at) + 1];
    if (next) return next;
  }
  return null;
}

function isLike(provision: Provision, other: Provision): boolean {
  if (isAttachmentKind(other.kind)) return provision.kind === other.kind;
  return provision.ordinal !== null && provision.numbering?.family === other.numbering?.family;
}
