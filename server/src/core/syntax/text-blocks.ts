import { firstAtLeast } from '../text/ascending.ts';

/**
 * Paragraphs as the lines show them: text lines that belong together, over page furniture. They are told by their places
 * in the order of the text; lines are inclusive. Numbers side by side, since thousands are made and compared with each edit.
 */
export class TextBlocks {
  readonly #firstLines: Int32Array;
  readonly #lastLines: Int32Array;
  #length = 0;

  /** No more than one begins on each of so many lines. */
  constructor(lines: number) {
    this.#firstLines = new Int32Array(lines);
    this.#lastLines = new Int32Array(lines);
  }

  get length(): number {
    return this.#length;
  }

  /** -1 for a place without a block, here and below. */
  firstLine(place: number): number {
    return place >= 0 && place < this.#length ? (this.#firstLines[place] ?? -1) : -1;
  }

  lastLine(place: number): number {
    return place >= 0 && place < this.#length ? (this.#lastLines[place] ?? -1) : -1;
  }

  *[Symbol.iterator](): Generator<{ readonly firstLine: number; readonly lastLine: number }> {
    for (let place = 0; place < this.#length; place += 1)
      yield { firstLine: this.firstLine(place), lastLine: this.lastLine(place) };
  }

  begin(line: number): void {
    this.#firstLines[this.#length] = line;
    this.#lastLines[this.#length] = line;
    this.#length += 1;
  }

  /** Adds a line to the last block. */
  goOn(line: number): void {
    this.#lastLines[this.#length - 1] = line;
  }

  /** The place of the first block that ends on a line or below it. */
  firstEndingAt(line: number): number {
    return firstAtLeast(this.#lastLines.subarray(0, this.#length), line);
  }

  /**
   * The blocks between those at the beginning and at the end that are as they were `before`, in lines that moved by `shift`:
   * from the place `from` on, up to `until` here and `untilBefore` there. Linear.
   */
  changedSince(before: TextBlocks, shift: number): { from: number; until: number; untilBefore: number } {
    const shorter = Math.min(this.#length, before.#length);
    const isSame = (here: number, there: number, moved: number): boolean =>
      this.#firstLines[here] === (before.#firstLines[there] ?? 0) + moved &&
      this.#lastLines[here] === (before.#lastLines[there] ?? 0) + moved;
    let from = 0;
    while (from < shorter && isSame(from, from, 0)) from += 1;
    let back = 0;
    while (back < shorter - from && isSame(this.#length - 1 - back, before.#length - 1 - back, shift))
      back += 1;
    return { from, until: this.#length - back, untilBefore: before.#length - back };
  }
}
