import { stemsOf } from '../inline/term-index.ts';
import type { Definition } from '../model/definition.ts';
import { countLeading } from '../text/ascending.ts';
import type { TextRange } from '../text/range.ts';

/** The same for all forms of a name. */
export function keyOf(name: string): string {
  return stemsOf(name).join(' ');
}

/** The definition whose words cover a place; `definitions` are in the order of the text. A binary search. */
export function definitionOver(
  definitions: readonly Definition[],
  { start, end }: TextRange,
): Definition | null {
  const found = definitions[countLeading(definitions, ({ range }) => range.start <= start) - 1];
  return found && start < found.range.end && end <= found.range.end ? found : null;
}
