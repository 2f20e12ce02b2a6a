import { firstAtLeast, lastAtMost } from './ascending.ts';
import { compareTexts } from './compare.ts';
import type { TextRange } from './range.ts';

/**
 * The text of a document at one moment, with the place where each line starts. Immutable.
 *
 * A line ends at LF, CRLF or a lone CR, as in the Language Server Protocol; a form feed does not end a line.
 * Lines and columns count from 0 here; offsets are UTF-16. Building one costs one pass over the text.
 * One that follows an earlier one reads the lines between their common beginning and end alone.
 */
export class TextSnapshot {
  readonly text: string;
  /** Stands for this snapshot where it is asked what a later one shares with it, without keeping its text. */
  readonly mark: object = {};
  readonly #lineStarts: Uint32Array;
  readonly #earlier: readonly Earlier[];

  constructor(text: string, before: TextSnapshot | null = null) {
    this.text = text;
    if (!before) {
      this.#earlier = [];
      this.#lineStarts = Uint32Array.from(findLineStarts(text, 0, text.length));
      return;
    }
    const shared = compareTexts(before.text, text);
    this.#earlier = [
      { mark: before.mark, length: before.text.length, ...shared },
      ...before.#earlier.slice(0, mostRemembered - 1).map((earlier) => ({
        ...earlier,
        start: Math.min(earlier.start, shared.start),
        end: Math.min(earlier.end, shared.end),
      })),
    ];
    this.#lineStarts = before.#changedLineStarts(text, shared);
  }

  /** What the text has in common with an earlier one of its document; null where that is too long ago to know. */
  sharedWith(mark: object): SharedText | null {
    return this.#earlier.find((earlier) => earlier.mark === mark) ?? null;
  }

  /** How many lines there are; a text that ends in a line end has an empty last line. Never less than 1. */
  get lineCount(): number {
    return this.#lineStarts.length;
  }

  /** Where the line starts. A line behind the last one starts at the end of the text. */
  lineStart(line: number): number {
    return this.#lineStarts[line] ?? this.text.length;
  }

  /** The line's range without its line end. */
  lineRange(line: number): TextRange {
    const start = this.lineStart(line);
    let end = this.lineStart(line + 1);
    if (line + 1 < this.lineCount) {
      if (end > start && this.text.charCodeAt(end - 1) === 10) end -= 1;
      if (end > start && this.text.charCodeAt(end - 1) === 13) end -= 1;
    }
    return { start, end };
  }

  lineText(line: number): string {
    const { start, end } = this.lineRange(line);
    return this.text.slice(start, end);
  }

  /**
   * The line on which `offset` stands, by binary search; offsets outside the text are clamped. Who asks in the order of the
   * text is answered from the line found last.
   */
  lineAt(offset: number): number {
    this.#lastLine = this.lineFrom(this.#lastLine, offset);
    return this.#lastLine;
  }
  #lastLine = 0;

  /** The same for who knows a line at which it is likely, or a few lines above. */
  lineFrom(known: number, offset: number): number {
    const starts = this.#lineStarts;
    if ((starts[known] ?? 0) <= offset) {
      const until = Math.min(known + fewLines, starts.length - 1);
      for (let line = known; line < until; line += 1) if (offset < (starts[line + 1] ?? 0)) return line;
    }
    return lineAmong(starts, offset);
  }

  positionAt(offset: number): { line: number; column: number } {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(clamped);
    return { line, column: clamped - this.lineStart(line) };
  }

  /** The offset of a position; a column behind the line's last character is clamped to it. */
  offsetAt(line: number, column: number): number {
    if (line < 0) return 0;
    if (line >= this.lineCount) return this.text.length;
    const { start, end } = this.lineRange(line);
    return Math.min(start + Math.max(0, column), end);
  }

  slice(range: TextRange): string {
    return this.text.slice(range.start, range.end);
  }

  /** The line starts of a text that shares so much with this one. */
  #changedLineStarts(text: string, { start, end }: Pick<SharedText, 'start' | 'end'>): Uint32Array {
    const starts = this.#lineStarts;
    // A carriage return at the edge may have got or lost its line feed: what begins there is looked for again.
    const kept = firstAtLeast(starts, Math.max(1, start));
    const moved = firstAtLeast(starts, this.text.length - end + 1);
    const between = findLineStarts(text, starts[kept - 1] ?? 0, text.length - end).slice(1);
    const changed = new Uint32Array(kept + between.length + (starts.length - moved));
    changed.set(starts.subarray(0, kept));
    changed.set(between, kept);
    const shift = text.length - this.text.length;
    for (let from = moved, to = kept + between.length; from < starts.length; from += 1, to += 1)
      changed[to] = (starts[from] ?? 0) + shift;
    return changed;
  }
}

/** The line on which an offset stands, by where the lines of a text start. */
export function lineAmong(lineStarts: ArrayLike<number>, offset: number): number {
  return Math.max(0, lastAtMost(lineStarts, offset));
}

/** What a text shares with an earlier one. */
export interface SharedText {
  /** So many characters from the start on. */
  readonly start: number;
  /** So many up to the end. */
  readonly end: number;
  /** The length of the earlier text. */
  readonly length: number;
}

interface Earlier extends SharedText {
  readonly mark: object;
}

/** Beyond so many lines a search is faster than to go on. */
const fewLines = 4;

/** Whoever has not asked for so many changes begins anew. */
const mostRemembered = 16;

/** `from`, which must be the start of a line, and where lines start behind it, up to `until` included. */
function findLineStarts(text: string, from: number, until: number): number[] {
  const starts = [from];
  let carriageReturn = text.indexOf('\r', from);
  let lineFeed = text.indexOf('\n', from);
  while (lineFeed !== -1 || carriageReturn !== -1) {
    let next = lineFeed + 1;
    if (carriageReturn !== -1 && (lineFeed === -1 || carriageReturn < lineFeed))
      next = carriageReturn + (lineFeed === carriageReturn + 1 ? 2 : 1);
    if (next > until) break;
    starts.push(next);
    if (carriageReturn !== -1 && carriageReturn < next) carriageReturn = text.indexOf('\r', next);
    if (lineFeed !== -1 && lineFeed < next) lineFeed = text.indexOf('\n', next);
  }
  return starts;
}
