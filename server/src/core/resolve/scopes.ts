import { nearestAround } from '../model/locate.ts';
import { isAttachmentKind, isRootKind, type Provision } from '../model/provision.ts';

/**
 * Where a definition holds. A definition holds in its instrument and in what is attached to that; one "for the purpose
 * of this Section" in that section alone; one in an attachment that is there to define, in the instrument around it.
 * Null is the whole document.
 */
export function scopeOf(source: Provision | null, unit: string | null): Provision | null {
  if (unit !== null) {
    const narrow = nearestAround(source, (provision) => answersTo(provision, unit));
    if (narrow) return narrow;
  }
  const root = nearestAround(source, (provision) => isRootKind(provision.kind));
  if (!root?.parent) return null;
  if (isAttachmentKind(root.kind) && definesForAll.test(root.caption ?? ''))
    return scopeOf(root.parent, null);
  return root;
}

const definesForAll = /\b(?:definitions?|defined terms|glossary|interpretation|terms defined)\b/i;

function answersTo(provision: Provision, unit: string): boolean {
  const plain = unit.replace('-', '');
  if (provision.kind === plain) return true;
  const family = provision.numbering?.family ?? '';
  if (family === plain) return true;
  if (/^(?:subsection|subclause|subparagraph)$/.test(plain))
    return provision.kind === 'item' || provision.kind === 'paragraph';
  // "This Section 4.1" may be headed by a bare number and be called a paragraph here.
  return (
    /^(?:section|clause|paragraph)$/.test(plain) &&
    /^(?:section|clause|paragraph|subsection)$/.test(provision.kind)
  );
}

/** Whether what holds in `scope` holds at a provision: null is the whole document. */
export function holdsAt(scope: Provision | null, offset: number): boolean {
  return scope === null || (scope.range.start <= offset && offset < scope.range.end);
}
