import type { SpacedText } from './spaced-text.ts';

/**
 * The marks of a paragraph, from one character to another, in the other way of writing them, by the number of their
 * character. None where it is not plain which way each of them turns: then all of its marks stay.
 */
export function otherMarks(
  spaced: SpacedText,
  start: number,
  end: number,
  wanted: 'straight' | 'curly',
): ReadonlyMap<number, string> {
  const marks = new Map<number, string>();
  let open = false;
  for (let count = start; count < end; count += 1) {
    const character = spaced.text.charAt(spaced.places[count] ?? 0);
    if (wanted === 'straight') {
      const mark = straight[character];
      if (mark !== undefined) marks.set(count, mark);
      continue;
    }
    if (character !== '"' && character !== "'") continue;
    const before = count === start || spaced.gapBefore(count) !== '' ? ' ' : characterAt(spaced, count - 1);
    const after =
      count + 1 === end || spaced.gapBefore(count + 1) !== '' ? ' ' : characterAt(spaced, count + 1);
    const mark = character === '"' ? curlyQuote(before, after, open) : apostrophe(before, after);
    if (mark === null) return none;
    if (character === '"') open = !open;
    marks.set(count, mark);
  }
  return open ? none : marks;
}

const none: ReadonlyMap<number, string> = new Map();

const straight: Readonly<Record<string, string | undefined>> = { '“': '"', '”': '"', '‘': "'", '’': "'" };

function characterAt(spaced: SpacedText, count: number): string {
  return spaced.text.charAt(spaced.places[count] ?? 0);
}

/** Opening and closing marks take turns, and each has its word on the right side. Inches are neither. */
function curlyQuote(before: string, after: string, open: boolean): string | null {
  if (/\d/.test(before)) return null;
  if (!open) return /[\s([{\-–—/*_]/.test(before) && /[^\s)\]},.;:]/.test(after) ? '“' : null;
  return /[^\s([{]/.test(before) && /[\s)\]},.;:?!\-–—/*_’']/.test(after) ? '”' : null;
}

/** Inside a word or behind one. Before a word it may begin a quotation or stand for what is left out. */
function apostrophe(before: string, after: string): string | null {
  return /\p{L}/u.test(before) && /[\p{L}\s,.;:)\]?!"”]/u.test(after) ? '’' : null;
}
