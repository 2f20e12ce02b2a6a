import type { Definition } from '../core/model/definition.ts';
import type { TextSnapshot } from '../core/text/snapshot.ts';
import { printable } from './excerpt.ts';

/** One definition of `inspect --json`: where the term stands, how it is defined and, where that is elsewhere, where. */
export function definitionEntry(
  { term, range, form, pointer, quoted, confidence }: Definition,
  snapshot: TextSnapshot,
) {
  const { line, column } = snapshot.positionAt(range.start);
  return {
    term,
    line: line + 1,
    column: column + 1,
    form,
    ...(pointer && { pointer: pointer.text }),
    ...(quoted && { quoted: true }),
    confidence,
  };
}

/** `“Closing Date” pointer: Article 2`, as `inspect` prints it behind the line. */
export function definitionLabel({ term, form, pointer, quoted }: Definition): string {
  const where = pointer ? `: ${printable(pointer.text)}` : '';
  return `“${printable(term)}” ${form}${where}${quoted ? ' [quoted]' : ''}`;
}
