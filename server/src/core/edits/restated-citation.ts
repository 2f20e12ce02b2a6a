import type { Analysis } from '../analysis.ts';
import { isPlain, isPlainRelative } from '../features/citations/restated-citation.ts';
import type { Reference } from '../model/reference.ts';
import { instrumentsOf, rootOf } from '../resolve/instruments.ts';
import { citesReleveled } from './citation-edits.ts';
import type { NewNumbers } from './numbers-in-text.ts';

/** Whether a citation can give way to one by number as a whole, without loss of what else it says. */
export function mayBeRestated(reference: Reference, before: Analysis, numbers: NewNumbers): boolean {
  const { source } = reference;
  // What an amendment says of paragraphs and sections may be said of the document that it amends.
  if (source && instrumentsOf(before).get(rootOf(source))?.amends) return false;
  return (
    isPlainRelative(reference, before) || (citesReleveled(reference, numbers) && isPlain(reference, before))
  );
}
