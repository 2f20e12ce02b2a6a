import type { LineFacts } from '../syntax/lines.ts';
import type { TextBlocks } from '../syntax/text-blocks.ts';
import { lastAtMost } from '../text/ascending.ts';
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
  /** Of most paragraphs nothing is asked but by `foundIn`, which keeps what it finds itself. */
  #answers: Map<Reader<unknown>, unknown> | null = null;
  #answersWith: Map<unknown, { readonly given: unknown; readonly answer: unknown }> | null = null;

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
    this.#answers ??= new Map();
    const known = this.#answers.get(reader);
    if (known !== undefined || this.#answers.has(reader)) return known as Answer;
    const answer = reader(this.text);
    this.#answers.set(reader, answer);
    return answer;
  }

  /**
   * What `reader` finds in the text with something that many paragraphs share, as a list of words to look for. Kept for
   * the last such thing alone, and known by its identity: nothing of older ones stays behind.
   */
  askWith<Given, Answer>(reader: (text: string, given: Given) => Answer, given: Given): Answer {
    this.#answersWith ??= new Map();
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
  /** The first of `lines`. */
  readonly firstLine: number;
  /** Where its first character stands in the document. */
  readonly start: number;
  readonly #shape: ParagraphShape;

  constructor(shape: ParagraphShape, firstLine: number, start: number) {
    this.content = shape.content;
    this.firstLine = firstLine;
    this.start = start;
    this.#shape = shape;
  }

  /** The same paragraph so much further down: nothing between its lines has changed. */
  movedBy(lines: number, characters: number): Paragraph {
    return new Paragraph(this.#shape, this.firstLine + lines, this.start + characters);
  }

  /** The lines that make up the text, in order: furniture and blanks between them are left out. */
  get lines(): readonly number[] {
    return this.#shape.lines.map((line) => this.firstLine + line);
  }

  get lastLine(): number {
    return this.lineOfPiece(this.#shape.lines.length - 1);
  }

  /** The line of the document on which a piece of the text stands. */
  lineOfPiece(piece: number): number {
    return this.firstLine + (this.#shape.lines[piece] ?? 0);
  }

  get text(): string {
    return this.content.text;
  }

  /** Behind its last character. */
  get end(): number {
    return this.toDocument(this.text.length);
  }

  /** Where a place of the text stands in the document. A place in a joining blank is the end of its line. */
  toDocument(place: number): number {
    const piece = this.#pieceAt(place);
    return this.#offsetOf(piece) + (place - (this.content.pieceStarts[piece] ?? 0));
  }

  /** The document's range of a stretch of the text: from its first character to behind its last one. */
  rangeOf(start: number, end: number): TextRange {
    const from = this.toDocument(start);
    return { start: from, end: end > start ? this.toDocument(end - 1) + 1 : from };
  }

  /** The place of a document offset in the text; offsets in skipped text go to the next piece's start. */
  toLogical(offset: number): number {
    const starts = this.content.pieceStarts;
    for (let piece = starts.length - 1; piece >= 0; piece -= 1) {
      const from = this.#offsetOf(piece);
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
      const offset = this.#offsetOf(piece);
      const first = Math.max(start, from);
      const last = Math.min(end, until);
      if (last > first) found.push({ start: offset + first - from, end: offset + last - from });
    }
    return found;
  }

  noteIn(shapes: WeakMap<LineFacts, ParagraphShape>): void {
    const [first] = this.#shape.facts;
    if (first) shapes.set(first, this.#shape);
  }

  #offsetOf(piece: number): number {
    return this.start + (this.#shape.offsets[piece] ?? 0);
  }

  /** The piece that begins at this place of the text; -1 where none does. A binary search. */
  pieceBeginningAt(place: number): number {
    const piece = this.#pieceAt(place);
    return this.content.pieceStarts[piece] === place ? piece : -1;
  }

  #pieceAt(place: number): number {
    return Math.max(0, lastAtMost(this.content.pieceStarts, place));
  }
}

/** A paragraph without its place: lines count from its first line, offsets from its first character. */
interface ParagraphShape {
  readonly content: ParagraphText;
  readonly facts: readonly LineFacts[];
  readonly lines: readonly number[];
  readonly offsets: readonly number[];
}

/**
 * Keeps the paragraphs of one document from one analysis to the next: a paragraph whose lines are the same objects as
 * before is the same. Facts of a line are made anew whenever its text changes, so nothing here can be stale.
 */
export class ParagraphCache {
  /** What was collected last, and from what. */
  last: CollectedParagraphs | null = null;
  readonly #known = new WeakMap<LineFacts, ParagraphShape>();
  readonly #isAskedAgain: boolean;

  /** `alike` are paragraphs of another document whose line facts may be among those of this one. */
  constructor(isAskedAgain: boolean, alike: readonly Paragraph[] = []) {
    this.#isAskedAgain = isAskedAgain;
    for (const paragraph of alike) paragraph.noteIn(this.#known);
  }

  /** The paragraph made of `members` of the lines, which must not be empty. Costs one comparison a line where it is known. */
  place(snapshot: TextSnapshot, lines: readonly LineFacts[], members: readonly number[]): Paragraph {
    const firstLine = members[0] ?? 0;
    const first = lines[firstLine];
    const start = snapshot.lineStart(firstLine) + (first?.start ?? 0);
    const known = first && this.#known.get(first);
    if (known && isThere(known, snapshot, lines, members, start))
      return new Paragraph(known, firstLine, start);
    const facts = members.flatMap((line) => lines[line] ?? []);
    const offsets = members.map((line, at) => snapshot.lineStart(line) + (facts[at]?.start ?? 0) - start);
    const isSameText =
      known?.facts.length === facts.length && known.facts.every((line, at) => line === facts[at]);
    const content = isSameText
      ? known.content
      : new ParagraphText(
          members.map((line, at) =>
            snapshot.text.slice(start + (offsets[at] ?? 0), snapshot.lineStart(line) + (facts[at]?.end ?? 0)),
          ),
        );
    const shape = { content, facts, lines: members.map((line) => line - firstLine), offsets };
    if (first && this.#isAskedAgain) this.#known.set(first, shape);
    return new Paragraph(shape, firstLine, start);
  }
}

/** The paragraphs of a document with all that decides which lines they are made of. */
export interface CollectedParagraphs {
  readonly length: number;
  readonly lines: readonly LineFacts[];
  readonly roles: Uint8Array;
  readonly blocks: TextBlocks;
  readonly paragraphs: readonly Paragraph[];
}

/** Whether a paragraph of this shape begins at `start`: of the same lines, as far from each other. */
function isThere(
  shape: ParagraphShape,
  snapshot: TextSnapshot,
  lines: readonly LineFacts[],
  members: readonly number[],
  start: number,
): boolean {
  if (shape.facts.length !== members.length) return false;
  const firstLine = members[0] ?? 0;
  for (let at = 0; at < members.length; at += 1) {
    const line = members[at] ?? 0;
    const facts = lines[line];
    if (facts === undefined || facts !== shape.facts[at] || line - firstLine !== shape.lines[at])
      return false;
    if (snapshot.lineStart(line) + facts.start - start !== shape.offsets[at]) return false;
  }
  return true;
}
