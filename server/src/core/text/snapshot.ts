import type { TextRange } from './range.ts';

/**
 * The text of a document at one moment, with the place where each line starts. Immutable.
 *
 * A line ends at LF, CRLF or a lone CR, as in the Language Server Protocol; a form feed does not end a line.
 * Lines and columns count from 0 here; offsets are UTF-16. Building one costs one pass over the text.
 */
export class TextSnapshot {
  readonly text: string;
  readonly #lineStarts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.#lineStarts = computeLineStarts(text);
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

  /** The line on which `offset` stands, by binary search; offsets outside the text are clamped. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
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
}

function computeLineStarts(text: string): number[] {
  const starts = [0];
  let carriageReturn = text.indexOf('\r');
  let lineFeed = text.indexOf('\n');
  while (lineFeed !== -1 || carriageReturn !== -1) {
    if (carriageReturn !== -1 && (lineFeed === -1 || carriageReturn < lineFeed)) {
      const next = carriageReturn + (lineFeed === carriageReturn + 1 ? 2 : 1);
      starts.push(next);
      carriageReturn = text.indexOf('\r', next);
      if (lineFeed !== -1 && lineFeed < next) lineFeed = text.indexOf('\n', next);
    } else {
      starts.push(lineFeed + 1);
      lineFeed = text.indexOf('\n', lineFeed + 1);
    }
  }
  return starts;
}
