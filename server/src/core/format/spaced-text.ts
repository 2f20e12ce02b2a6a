import type { TextEdit } from '../rules/rule.ts';

/**
 * A text as its characters and the blanks between them. Formatting changes the blanks and never the characters, so that
 * a place among the characters means the same before and after. Blanks are those of the keyboard: no-break spaces and
 * form feeds are characters, for whoever wrote them meant them.
 */
export class SpacedText {
  readonly text: string;
  /** Where each character stands in the text. */
  readonly places: Uint32Array;
  /** For each place of the text, how many characters stand before it. */
  readonly #counts: Uint32Array;

  constructor(text: string) {
    this.text = text;
    this.#counts = new Uint32Array(text.length + 1);
    const places = new Uint32Array(text.length);
    let count = 0;
    for (let place = 0; place < text.length; place += 1) {
      this.#counts[place] = count;
      if (isBlank(text.charCodeAt(place))) continue;
      places[count] = place;
      count += 1;
    }
    this.#counts[text.length] = count;
    this.places = places.slice(0, count);
  }

  /** How many characters stand before a place of the text: the number of the character there, or of the next one. */
  countBefore(place: number): number {
    return this.#counts[Math.max(0, Math.min(place, this.text.length))] ?? 0;
  }

  /** The blanks before the character of that number; behind the last one for the number after it. */
  gapBefore(count: number): string {
    const start = count === 0 ? 0 : (this.places[count - 1] ?? 0) + 1;
    return this.text.slice(start, this.places[count] ?? this.text.length);
  }

  /** The text with other blanks before some of its characters, and some characters replaced by others. */
  withGaps(gaps: ReadonlyMap<number, string>, characters: ReadonlyMap<number, string> = new Map()): string {
    const pieces: string[] = [];
    for (let count = 0; count <= this.places.length; count += 1) {
      pieces.push(gaps.get(count) ?? this.gapBefore(count));
      const place = this.places[count];
      if (place !== undefined) pieces.push(characters.get(count) ?? this.text.charAt(place));
    }
    return pieces.join('');
  }
}

/** The edits that make one text of another with the same number of characters: one for each stretch of blanks, or mark. */
export function editsBetween(before: SpacedText, after: SpacedText): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let count = 0; count <= before.places.length; count += 1) {
    const place = before.places[count] ?? before.text.length;
    const gap = before.gapBefore(count);
    const newText = after.gapBefore(count);
    if (gap !== newText) edits.push({ range: { start: place - gap.length, end: place }, newText });
    const character = after.text.charAt(after.places[count] ?? after.text.length);
    if (before.text.charAt(place) !== character)
      edits.push({ range: { start: place, end: place + 1 }, newText: character });
  }
  return edits;
}

export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
