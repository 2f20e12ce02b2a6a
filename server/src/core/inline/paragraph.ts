import type { LineFacts } from '../syntax/lines.ts';
import { ownCopy } from '../text/memo.ts';
import type { TextRange } from '../text/range.ts';
import type { TextSnapshot } from '../text/snapshot.ts';

/**
 * What a paragraph says, without the place where it stands: its text as a reader reads it (wrapped lines joined by one
 * blank, page furniture and indentation left out), and what the readers of citations, definitions and figures found in
 * it. Depends on nothing but its own lines, so it is kept as long as they stay the same.
 */
export class ParagraphText {
  readonly text: string;
  /** Where in the text each of its lines begins. */
  readonly pieceStarts: readonly number[];
  readonly #answers = new Map<Reader<unknown>, unknown>();
  readonly #answersWith = new Map<unknown, { readonly given: unknown; readonly answer: unknown }>();

  constructor(lines: readonly string[]) {
    const pieceStarts: number[] = [];
    let text = '';
    for (const line of lines) {
      if (text !== '') text += ' ';
      pieceStarts.push(text.length);
      text += ownCopy(line);
    }
    this.text = text;
    this.pieceStarts = pieceStarts;
  }

  /** What `reader` finds in the text; asked once, then kept. `reader` must be a pure function of the text. */
  ask<Answer>(reader: Reader<Answer>): Answer {
    if (this.#answers.has(reader)) return this.#answers.get(reader) as Answer;
    const answer = reader(this.text);
    this.#answers.set(reader, answer);
    return answer;
  }

  /**
   * What `reader` finds in the text with something that many paragraphs share, as a list of words to look for. Kept for
   * the last such thing alone, and known by its identity: nothing of older ones stays behind.
   */
  askWith<Given, Answer>(reader: (text: string, given: Given) => Answer, given: Given): Answer {
    const known = this.#answersWith.get(reader);
    if (known && known.given === given) return known.answer as Answer;
    const answer = reader(this.text, given);
    this.#answersWith.set(reader, { given, answer });
    return answer;
  }
}

/** Finds something in the text of one paragraph: offsets in its answer count from the start of that text. */
export type Reader<Answer> = (text: string) => Answer;

/**
 * A paragraph where it stands in a document. Offsets in its text map to offsets in the document and back. One object
 * serves references, terms, figures and edits; an edit of words that run over a page's end becomes several edits.
 */
export class Paragraph {
  readonly content: ParagraphText;
  /** The lines that make up the text, in order: furniture and blanks between them are left out. */
  readonly lines: readonly number[];
  readonly #offsets: readonly number[];

  constructor(content: ParagraphText, lines: readonly number[], offsets: readonly number[]) {
    this.content = content;
    this.lines = lines;
    this.#offsets = offsets;
  }

  get text(): string {
    return this.content.text;
  }

  /** Where its first character stands in the document. */
  get start(): number {
    return this.#offsets[0] ?? 0;
  }

  /** Behind its last character. */
  get end(): number {
    return this.toDocument(this.text.length);
  }

  /** Where a place of the text stands in the document. A place in a joining blank is the end of its line. */
  toDocument(place: number): number {
    const piece = this.#pieceAt(place);
    return (this.#offsets[piece] ?? 0) + (place - (this.content.pieceStarts[piece] ?? 0));
  }

  /** The document's range of a stretch of the text: from its first character to behind its last one. */
  rangeOf(start: number, end: number): TextRange {
    const from = this.toDocument(start);
    return { start: from, end: end > start ? this.toDocument(end - 1) + 1 : from };
  }

  /** The place of a document offset in the text; offsets in skipped text go to the next piece's start. */
  toLogical(offset: number): number {
    const starts = this.content.pieceStarts;
    for (let piece = this.#offsets.length - 1; piece >= 0; piece -= 1) {
      const from = this.#offsets[piece] ?? 0;
      if (offset < from) continue;
      const next = starts[piece + 1];
      const length = (next === undefined ? this.text.length : next - 1) - (starts[piece] ?? 0);
      if (offset - from > length && next !== undefined) return next;
      return (starts[piece] ?? 0) + Math.min(offset - from, length);
    }
    return 0;
  }

  /** The pieces of the document that a stretch of the text covers: several where it runs over a line end. */
  pieces(start: number, end: number): readonly TextRange[] {
    const starts = this.content.pieceStarts;
    const found: TextRange[] = [];
    for (let piece = this.#pieceAt(start); piece < starts.length; piece += 1) {
      const from = starts[piece] ?? 0;
      if (from >= end) break;
      const next = starts[piece + 1];
      const until = next === undefined ? this.text.length : next - 1;
      const offset = this.#offsets[piece] ?? 0;
      const first = Math.max(start, from);
      const last = Math.min(end, until);
      if (last > first) found.push({ start: offset + first - from, end: offset + last - from });
    }
    return found;
  }

  #pieceAt(place: number): number {
    const starts = this.content.pieceStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

interface KnownParagraph {
  readonly lines: readonly LineFacts[];
  readonly content: ParagraphText;
}

/**
 * Keeps the paragraphs of one document from one analysis to the next: a paragraph whose lines are the same objects as
 * before is the same. Facts of a line are made anew whenever its text changes, so nothing here can be stale.
 */
export class ParagraphCache {
  readonly #known = new WeakMap<LineFacts, KnownParagraph>();

  /** The paragraph made of these lines, which must not be empty. Costs one comparison a line where it is known. */
  place(snapshot: TextSnapshot, facts: readonly LineFacts[], lines: readonly number[]): Paragraph {
    const offsets = lines.map((line, index) => snapshot.lineStart(line) + (facts[index]?.start ?? 0));
    return new Paragraph(this.#contentOf(snapshot, facts, lines, offsets), lines, offsets);
  }

  #contentOf(
    snapshot: TextSnapshot,
    facts: readonly LineFacts[],
    lines: readonly number[],
    offsets: readonly number[],
  ): ParagraphText {
    const first = facts[0];
    const known = first && this.#known.get(first);
    if (known && known.lines.length === facts.length && known.lines.every((line, at) => line === facts[at]))
      return known.content;
    const content = new ParagraphText(
      lines.map((line, index) =>
        snapshot.text.slice(offsets[index], snapshot.lineStart(line) + (facts[index]?.end ?? 0)),
      ),
    );
    if (first) this.#known.set(first, { lines: facts, content });
    return content;
  }
}
