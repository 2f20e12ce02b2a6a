/**
 * Text with every run of white space as one blank, and the way back. Justified text has two and more blanks between
 * words, and conversions leave no-break spaces: patterns of words would have to allow for them everywhere.
 */
export class FoldedText {
  readonly text: string;
  /** Where in the original each character stands; null where nothing had to be folded. */
  readonly #origins: Int32Array | null;

  constructor(original: string) {
    if (!/\s\s|[^\S ]/.test(original)) {
      this.text = original;
      this.#origins = null;
      return;
    }
    const origins = new Int32Array(original.length + 1);
    let folded = '';
    let from = 0;
    const blanks = /\s+/g;
    for (let found = blanks.exec(original); found; found = blanks.exec(original)) {
      for (let at = from; at < found.index; at += 1) origins[folded.length + at - from] = at;
      folded += original.slice(from, found.index);
      origins[folded.length] = found.index;
      folded += ' ';
      from = blanks.lastIndex;
    }
    for (let at = from; at <= original.length; at += 1) origins[folded.length + at - from] = at;
    this.text = folded + original.slice(from);
    this.#origins = origins;
  }

  /** The place in the original text of a place in the folded one. */
  toOriginal(place: number): number {
    return this.#origins ? (this.#origins[place] ?? 0) : place;
  }

  /** Behind the last character of a stretch that ends at `end` and is not empty. */
  endInOriginal(end: number): number {
    return this.toOriginal(end - 1) + 1;
  }
}
