import type { Analysis } from '../analysis.ts';
import type { Paragraph, ParagraphText, Reader } from '../inline/paragraph.ts';
import { firstAtLeast } from '../text/ascending.ts';
import { finish, type Steps } from '../text/steps.ts';
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
  return answersOf(analysis, reader).in(analysis);
}

/** Reads what `foundIn` is going to be asked for, so that it has it at hand. */
export function readInSteps(analysis: Analysis, reader: Reader<unknown>): Steps<void> {
  return answersOf(analysis, reader).read(analysis);
}

function answersOf<Answer>(analysis: Analysis, reader: Reader<Answer>): ParagraphAnswers<Answer> {
  const known = readersOf(analysis);
  let found = known.get(reader) as ParagraphAnswers<Answer> | undefined;
  if (!found) {
    found = new ParagraphAnswers(
      (text) => reader(text),
      analysis.madeOf ? answersOf(analysis.madeOf, reader) : null,
    );
    known.set(reader, found as ParagraphAnswers<unknown>);
  }
  return found;
}

const readersOf = perDocument(() => new Map<Reader<unknown>, ParagraphAnswers<unknown>>());

/** Few enough that somebody who types does not notice. */
const paragraphsInAStep = 32;

/** What one question finds in the paragraphs of a document, kept from one analysis to the next. */
export class ParagraphAnswers<Answer> {
  readonly #ask: (text: string) => Answer;
  #kept: KeptAnswers<Answer>;

  /** `alike` holds the answers about a document that is much like this one. */
  constructor(ask: (text: string) => Answer, alike: ParagraphAnswers<Answer> | null = null) {
    this.#ask = ask;
    this.#kept = alike ? alike.#kept : { contents: [], places: [], answers: [] };
  }

  /** The same list for all who ask of one analysis. */
  in(analysis: Analysis): ReadonlyArray<Found<NonNullable<Answer>>> {
    const known = analysis.answers.get(this) as ReadonlyArray<Found<NonNullable<Answer>>> | undefined;
    if (known) return known;
    if (contentsOf(analysis) !== this.#kept.contents) finish(this.read(analysis));
    const { paragraphs } = analysis;
    const { places, answers } = this.#kept;
    const found = places.map((index, at) => ({
      paragraph: paragraphs[index] as Paragraph,
      index,
      answer: answers[at] as NonNullable<Answer>,
    }));
    analysis.answers.set(this, found);
    return found;
  }

  /** Paragraphs are matched from both ends of the document; of what stands between those are read that are new. */
  *read(analysis: Analysis): Steps<void> {
    const contents = contentsOf(analysis);
    const before = this.#kept;
    if (before.contents === contents) return;
    const { first, until } = changedBetween(before.contents, contents);
    const fresh: KeptAnswers<Answer> = { contents, places: [], answers: [] };
    const known = answersBetween(before, first, until + before.contents.length - contents.length);
    for (let from = first; from < until; from += paragraphsInAStep) {
      this.#readBetween(fresh, known, from, Math.min(from + paragraphsInAStep, until));
      yield;
    }
    this.#kept = joined(before, fresh, first, until);
  }

  #readBetween(
    { contents, places, answers }: KeptAnswers<Answer>,
    known: ReadonlyMap<ParagraphText, NonNullable<Answer> | null>,
    from: number,
    until: number,
  ): void {
    for (let index = from; index < until; index += 1) {
      const content = contents[index];
      const before = content && known.get(content);
      const answer = before === undefined ? this.#ask(content?.text ?? '') : before;
      if (!isSomething(answer)) continue;
      places.push(index);
      answers.push(answer);
    }
  }
}

interface KeptAnswers<Answer> {
  readonly contents: readonly ParagraphText[];
  /** Where something was found: places among the paragraphs, ascending, and the answers there. */
  readonly places: number[];
  readonly answers: NonNullable<Answer>[];
}

/** The places of the paragraphs that are not those of before: from `first` up to but without `until`. */
function changedBetween(
  before: readonly ParagraphText[],
  now: readonly ParagraphText[],
): { readonly first: number; readonly until: number } {
  const shorter = Math.min(before.length, now.length);
  let first = 0;
  while (first < shorter && before[first] === now[first]) first += 1;
  let same = 0;
  while (same < shorter - first && before[before.length - 1 - same] === now[now.length - 1 - same]) same += 1;
  return { first, until: now.length - same };
}

/** What was found in the paragraphs of a stretch; null for those in which nothing was. */
function answersBetween<Answer>(
  { contents, places, answers }: KeptAnswers<Answer>,
  first: number,
  until: number,
): ReadonlyMap<ParagraphText, NonNullable<Answer> | null> {
  const known = new Map<ParagraphText, NonNullable<Answer> | null>();
  for (let index = first; index < until; index += 1) known.set(contents[index] as ParagraphText, null);
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    if (place >= first && place < until)
      known.set(contents[place] as ParagraphText, answers[at] as NonNullable<Answer>);
  }
  return known;
}

/** What was found before, outside of what was read anew, and that. */
function joined<Answer>(
  before: KeptAnswers<Answer>,
  fresh: KeptAnswers<Answer>,
  first: number,
  until: number,
): KeptAnswers<Answer> {
  const { contents } = fresh;
  const shift = contents.length - before.contents.length;
  const kept = firstAtLeast(before.places, first);
  const behind = firstAtLeast(before.places, until - shift);
  // Most readers find nothing in the paragraph that somebody types.
  const isSame = shift === 0 && behind === kept && fresh.places.length === 0;
  if (isSame) return { contents, places: before.places, answers: before.answers };
  const moved = before.places.slice(behind);
  if (shift !== 0) for (let at = 0; at < moved.length; at += 1) moved[at] = (moved[at] as number) + shift;
  return {
    contents,
    places: before.places.slice(0, kept).concat(fresh.places, moved),
    answers: before.answers.slice(0, kept).concat(fresh.answers, before.answers.slice(behind)),
  };
}

const contentsOf = perAnalysis((analysis) => analysis.paragraphs.map(({ content }) => content));

function isSomething<Answer>(answer: Answer): answer is NonNullable<Answer> {
  if (answer === null || answer === undefined || answer === false) return false;
  return !Array.isArray(answer) || answer.length > 0;
}
