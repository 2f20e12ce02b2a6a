import { stemsOf } from '../inline/term-index.ts';
import type { Definition } from '../model/definition.ts';
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
  let low = -1;
  let high = definitions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((definitions[middle]?.range.start ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  const found = definitions[low];
  return found && start < found.range.end && end <= found.range.end ? found : null;
}
