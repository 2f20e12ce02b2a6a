import type { Draft } from './draft.ts';
import { isSameFlow, lineBefore } from './flow.ts';
import type { MarkedLines } from './line-marks.ts';
import type { ParseInput } from './parse.ts';
import type { UntouchedText } from './publish.ts';
import { type Decision, goesOn, type LineReading, type Opening } from './readings.ts';
import type { TextBlocks } from './text-blocks.ts';

/** All that the reading of a line goes by besides what was read before it. */
export type ReadingInput = Pick<ParseInput, 'lines' | 'roles' | 'flow' | 'quoted' | 'entries' | 'facts'> &
  Omit<MarkedLines, 'changed'>;

/** That alone of an input, without the text that it would keep. */
function readingInputOf(input: ReadingInput): ReadingInput {
  const { lines, marks, starts, ends, openings, roles, flow, quoted, entries, facts } = input;
  return { lines, marks, starts, ends, openings, roles, flow, quoted, entries, facts };
}

/** What reading a document leaves for the next time: nothing in it holds a place in the document. */
export interface DocumentReading extends ReadingInput {
  readonly root: Opening;
  /** By line; null for lines that are no text. */
  readonly readings: ReadonlyArray<LineReading | null>;
}

/** What was read of a document, before it is settled. */
export interface Tree {
  readonly root: Draft;
  readonly blocks: TextBlocks;
  readonly decisions: readonly Decision[];
  readonly untouched: UntouchedText;
  /** For the next time. */
  readonly reading: DocumentReading;
}

/**
 * The readings of the last time, found by the lines of this time. Lines are matched from both ends of the document:
 * between `first` and `until` stand those that were touched, or are to be read otherwise than before.
 */
export class KnownReadings {
  readonly #before: DocumentReading | null;
  readonly #input: ReadingInput;
  /** The first line that is not as it was. */
  readonly first: number;
  /** Behind the last one. */
  readonly until: number;
  readonly #shift: number;

  constructor(before: DocumentReading | null, input: ReadingInput & Pick<MarkedLines, 'changed'>) {
    this.#input = input;
    const count = input.lines.length;
    if (!before?.facts.readsLike(input.facts)) {
      this.#before = null;
      this.first = 0;
      this.until = count;
      this.#shift = 0;
      return;
    }
    this.#before = before;
    this.#shift = count - before.lines.length;
    const { changed } = input;
    let first = 0;
    while (first < changed.first && isReadAlike(before, first, input, first)) first += 1;
    let until = count;
    while (until > changed.until && isReadAlike(before, until - 1 - this.#shift, input, until - 1))
      until -= 1;
    this.first = first;
    this.until = until;
  }

  /** What is left for the next time. */
  next(root: Opening, readings: ReadonlyArray<LineReading | null>): DocumentReading {
    return { ...readingInputOf(this.#input), root, readings };
  }

  untouchedIn({ lineStart }: Pick<ParseInput, 'lineStart'>): UntouchedText {
    return { until: lineStart(this.first), from: lineStart(this.until) };
  }

  get root(): Opening | null {
    return this.#before?.root ?? null;
  }

  /** How the line was read; null where it was touched. */
  of(index: number): LineReading | null {
    if (index < this.first) return this.#before?.readings[index] ?? null;
    return index >= this.until ? (this.#before?.readings[index - this.#shift] ?? null) : null;
  }

  /** Whether a line goes on in its paragraph, now as before. */
  goesOn(index: number): boolean {
    return this.of(index) === goesOn && index !== this.first && this.holds(index, goesOn);
  }

  /** Whether nothing that the line goes by was touched, in the line before it or in those below. */
  holds(index: number, reading: LineReading): boolean {
    if (index < this.first) return index + reading.reach < this.first;
    return lineBefore(this.#input.flow, index) >= this.until;
  }
}

/** Whether two lines of the same words are taken for the same. */
function isReadAlike(one: ReadingInput, here: number, other: ReadingInput, there: number): boolean {
  return (
    one.roles[here] === other.roles[there] &&
    one.quoted[here] === other.quoted[there] &&
    one.entries[here] === other.entries[there] &&
    isSameFlow(one.flow[here], other.flow[there])
  );
}

/** Which openings stand for which: those that are not the same. */
export function standIns(before: readonly Opening[], now: readonly Opening[]): ReadonlyMap<Opening, Opening> {
  const found = new Map<Opening, Opening>();
  before.forEach((opening, at) => {
    const other = now[at];
    if (other && other !== opening) found.set(opening, other);
  });
  return found;
}
