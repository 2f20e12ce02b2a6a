import type { TextRange } from '../text/range.ts';
import type { TextSnapshot } from '../text/snapshot.ts';
import type { LineFacts } from './lines.ts';
import type { Block } from './open-provisions.ts';
import { Role } from './roles.ts';

/**
 * The text of a paragraph as a reader reads it: wrapped lines joined by one blank, page furniture and indentation left
 * out. Offsets in it map to offsets in the document and back.
 */
export class LogicalText {
  readonly text: string;
  readonly #starts: readonly number[];
  readonly #offsets: readonly number[];

  constructor(snapshot: TextSnapshot, lines: readonly LineFacts[], roles: Uint8Array, block: Block) {
    const starts: number[] = [];
    const offsets: number[] = [];
    let text = '';
    for (let line = block.firstLine; line <= block.lastLine; line += 1) {
      const facts = lines[line];
      if (roles[line] !== Role.text || !facts || facts.end <= facts.start) continue;
      if (text !== '') text += ' ';
      starts.push(text.length);
      const offset = snapshot.lineStart(line) + facts.start;
      offsets.push(offset);
      text += snapshot.text.slice(offset, snapshot.lineStart(line) + facts.end);
    }
    this.text = text;
    this.#starts = starts;
    this.#offsets = offsets;
  }

  /** Where a place of the logical text stands in the document. A place in a joining blank is the end of its line. */
  toDocument(place: number): number {
    const piece = this.#pieceAt(place);
    return (this.#offsets[piece] ?? 0) + (place - (this.#starts[piece] ?? 0));
  }

  /** The place of a document offset in the logical text; offsets in skipped text go to the next piece's start. */
  toLogical(offset: number): number {
    for (let piece = this.#offsets.length - 1; piece >= 0; piece -= 1) {
      const from = this.#offsets[piece] ?? 0;
      if (offset < from) continue;
      const next = this.#starts[piece + 1];
      const length = (next === undefined ? this.text.length : next - 1) - (this.#starts[piece] ?? 0);
      if (offset - from > length && next !== undefined) return next;
      return (this.#starts[piece] ?? 0) + Math.min(offset - from, length);
    }
    return 0;
  }

  /** The pieces of the document that a stretch of the logical text covers: several where it runs over a line end. */
  pieces(start: number, end: number): readonly TextRange[] {
    const found: TextRange[] = [];
    for (let piece = this.#pieceAt(start); piece < this.#starts.length; piece += 1) {
      const from = this.#starts[piece] ?? 0;
      if (from >= end) break;
      const next = this.#starts[piece + 1];
      const until = next === undefined ? this.text.length : next - 1;
      const offset = this.#offsets[piece] ?? 0;
      const first = Math.max(start, from);
      const last = Math.min(end, until);
      if (last > first) found.push({ start: offset + first - from, end: offset + last - from });
    }
    return found;
  }

  #pieceAt(place: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
