import type { Provision } from './provision.ts';

/** The innermost provision around a place of the document; null outside all. Binary search on the way down. */
export function innermostProvision(outline: readonly Provision[], offset: number): Provision | null {
  let holder: Provision | null = null;
  let level = outline;
  while (level.length > 0) {
    const child: Provision | null = lastStartingBefore(level, offset);
    if (!child || offset >= child.range.end) break;
    holder = child;
    level = child.children;
  }
  return holder;
}

function lastStartingBefore(siblings: readonly Provision[], offset: number): Provision | null {
  let low = 0;
  let high = siblings.length - 1;
  let found: Provision | null = null;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sibling = siblings[middle];
    if (sibling && sibling.range.start <= offset) {
      found = sibling;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found;
}

/** The provision itself or the nearest one around it that answers to the question. */
export function nearestAround(
  provision: Provision | null,
  answers: (provision: Provision) => boolean,
): Provision | null {
  for (let at = provision; at; at = at.parent) if (answers(at)) return at;
  return null;
}
