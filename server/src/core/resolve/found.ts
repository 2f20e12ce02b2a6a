import type { Analysis } from '../analysis.ts';
import type { Paragraph, ParagraphText, Reader } from '../inline/paragraph.ts';
import { perAnalysis } from './per-analysis.ts';
import { perDocument } from './per-document.ts';

/** A paragraph in which a reader found something, and what that is. */
export interface Found<Answer> {
  readonly paragraph: Paragraph;
  /** Its place among the paragraphs of the document. */
  readonly index: number;
  readonly answer: Answer;
}

/**
 * The paragraphs of a document in which a reader finds anything, in the order of the text: not those where it answers
 * with an empty list, null or false. `reader` must be a pure function of the text. After an edit only the paragraphs that
 * changed are read, and only those where something was found are gone through.
 */
export function foundIn<Answer>(
  analysis: Analysis,
  reader: Reader<Answer>,
): ReadonlyArray<Found<NonNullable<Answer>>> {
  const known = readersOf(analysis);
  let found = known.get(reader) as ParagraphAnswers<Answer> | undefined;
  if (!found) {
    found = new ParagraphAnswers((text) => reader(text));
    known.set(reader, found as ParagraphAnswers<unknown>);
  }
  return found.in(analysis);
}

const readersOf = perDocument(() => new Map<Reader<unknown>, ParagraphAnswers<unknown>>());

/** What one question finds in the paragraphs of a document, kept from one analysis to the next. */
export class ParagraphAnswers<Answer> {
  readonly #ask: (text: string) => Answer;
  #contents: readonly ParagraphText[] = [];
  /** Where something was found: places among the paragraphs, ascending, and the answers there. */
  #places: readonly number[] = [];
  #answers: ReadonlyArray<NonNullable<Answer>> = [];

  constructor(ask: (text: string) => Answer) {
    this.#ask = ask;
  }

  in(analysis: Analysis): ReadonlyArray<Found<NonNullable<Answer>>> {
    this.#follow(contentsOf(analysis));
    const { paragraphs } = analysis;
    return this.#places.map((index, at) => ({
      paragraph: paragraphs[index] as Paragraph,
      index,
      answer: this.#answers[at] as NonNullable<Answer>,
    }));
  }

  /** Paragraphs are matched from both ends of the document; what stands between is read. */
  #follow(contents: readonly ParagraphText[]): void {
    const before = this.#contents;
    if (contents === before) return;
    const shorter = Math.min(before.length, contents.length);
    let first = 0;
    while (first < shorter && before[first] === contents[first]) first += 1;
    let same = 0;
    while (
      same < shorter - first &&
      before[before.length - 1 - same] === contents[contents.length - 1 - same]
    )
      same += 1;
    const places: number[] = [];
    const answers: NonNullable<Answer>[] = [];
    const keep = (at: number, index: number): void => {
      places.push(index);
      answers.push(this.#answers[at] as NonNullable<Answer>);
    };
    let at = 0;
    for (; (this.#places[at] ?? first) < first; at += 1) keep(at, this.#places[at] ?? 0);
    for (let index = first; index < contents.length - same; index += 1) {
      const answer = this.#ask(contents[index]?.text ?? '');
      if (!isSomething(answer)) continue;
      places.push(index);
      answers.push(answer);
    }
    for (; at < this.#places.length; at += 1) {
      const index = this.#places[at] ?? 0;
      if (index >= before.length - same) keep(at, index + contents.length - before.length);
    }
    this.#contents = contents;
    this.#places = places;
    this.#answers = answers;
  }
}

const contentsOf = perAnalysis((analysis) => analysis.paragraphs.map(({ content }) => content));

function isSomething<Answer>(answer: Answer): answer is NonNullable<Answer> {
  if (answer === null || answer === undefined || answer === false) return false;
  return !Array.isArray(answer) || answer.length > 0;
}
