import type { Analysis } from '../analysis.ts';
import type { Paragraph } from '../inline/paragraph.ts';
import type { TextRange } from '../text/range.ts';
import type { Steps } from '../text/steps.ts';
import type { FormatOptions } from './options.ts';
import { Placer, type Placing } from './placing.ts';
import { otherMarks } from './quotation-marks.ts';
import { reflow } from './reflow.ts';
import type { SpacedText } from './spaced-text.ts';
import { Touchable } from './touchable.ts';

/** Blanks to put before characters, and marks to write in their place, by the numbers of the characters. */
export interface Layout {
  readonly gaps: ReadonlyMap<number, string>;
  readonly marks: ReadonlyMap<number, string>;
}

/** How a document, or the characters within a range of it, would be laid out if nothing depended on it. Linear. */
export function* proposeLayout(
  analysis: Analysis,
  spaced: SpacedText,
  options: FormatOptions,
  within?: TextRange,
): Steps<Layout> {
  const proposal = new Proposal(analysis, spaced, options);
  yield;
  proposal.layLines();
  for (const [at, paragraph] of analysis.paragraphs.entries()) {
    if (at % paragraphsInAStep === 0) yield;
    proposal.layParagraph(paragraph);
  }
  const isWithin = (count: number): boolean => !within || (within.start <= count && count <= within.end);
  return {
    gaps: new Map(
      [...proposal.gaps].filter(([count, gap]) => isWithin(count) && gap !== spaced.gapBefore(count)),
    ),
    marks: new Map([...proposal.marks].filter(([count]) => isWithin(count))),
  };
}

/** Short enough to be laid while somebody types. */
const paragraphsInAStep = 64;

class Proposal {
  readonly gaps = new Map<number, string>();
  readonly marks = new Map<number, string>();
  readonly #analysis: Analysis;
  readonly #spaced: SpacedText;
  readonly #options: FormatOptions;
  readonly #touchable: Touchable;
  readonly #placer: Placer;
  readonly #lineEnd: string;

  constructor(analysis: Analysis, spaced: SpacedText, options: FormatOptions) {
    this.#analysis = analysis;
    this.#spaced = spaced;
    this.#options = options;
    this.#touchable = new Touchable(analysis);
    this.#placer = new Placer(analysis, options);
    this.#lineEnd = /\r\n|\r|\n/.exec(analysis.snapshot.text)?.[0] ?? '\n';
  }

  /** No blanks at the ends of lines, and no more empty lines than are wanted. */
  layLines(): void {
    const { snapshot } = this.#analysis;
    let last = 0;
    for (let line = 1; line < snapshot.lineCount; line += 1) {
      if (snapshot.lineText(line).trim() === '') continue;
      this.#layBetween(last, line);
      last = line;
    }
  }

  #layBetween(above: number, below: number): void {
    for (let line = above; line < below; line += 1) if (!this.#touchable.mayTouchLine(line)) return;
    const count = this.#spaced.countBefore(this.#analysis.snapshot.lineStart(below));
    const gap = this.#spaced.gapBefore(count);
    const lineEnds = gap.match(/\r\n|\r|\n/g) ?? [];
    const indentation = gap.slice(behindLastLineEnd(gap));
    const { blankLines } = this.#options;
    const mayDrop = blankLines !== null && this.#touchable.mayTouchLine(below) && above > 0;
    const kept = mayDrop ? lineEnds.slice(0, blankLines + 1) : lineEnds;
    // Two blanks at the end of a line of Markdown break it.
    const trailing = this.#touchable.isMarkdown ? (/^ {2}(?=[\r\n])/.exec(gap)?.[0] ?? '') : '';
    this.gaps.set(count, `${trailing}${kept.join('')}${indentation}`);
  }

  layParagraph(paragraph: Paragraph): void {
    if (!this.#touchable.mayTouchWords(paragraph)) return;
    const { quotes } = this.#options;
    const start = this.#spaced.countBefore(paragraph.start);
    const end = this.#spaced.countBefore(paragraph.end);
    if (quotes !== 'keep')
      for (const [count, mark] of otherMarks(this.#spaced, start, end, quotes)) this.marks.set(count, mark);
    const isProse = this.#touchable.isProse(paragraph);
    const { isMarkdown } = this.#touchable;
    const placing = this.#placer.placingOf(paragraph, { isMarkdown, isProse });
    this.#placeFirst(paragraph, placing.first);
    // What its author broke into lines, as an address, may be set in columns too.
    if (!isProse || !this.#touchable.isWrapped(paragraph)) return;
    const words = this.#spaced.countBefore(placing.words);
    this.#layWords(words, end);
    this.#layLinesOf(paragraph, placing, words, end);
  }

  /** Blanks between words of one line. */
  #layWords(start: number, end: number): void {
    for (let count = start + 1; count < end; count += 1) {
      const gap = this.#spaced.gapBefore(count);
      if (gap.length > 1 && !/[\r\n]/.test(gap)) this.gaps.set(count, this.#blankBefore(count));
    }
  }

  #blankBefore(count: number): string {
    const gap = this.#spaced.gapBefore(count);
    if (/[\r\n]/.test(gap)) return ' ';
    const { spaces } = this.#options;
    if (spaces === 'keep') return gap;
    if (spaces === 'everywhere') return ' ';
    const { text, places } = this.#spaced;
    const behind = places[count - 1] ?? 0;
    return /[.?!:;]["”’')\]]{0,3}$/.test(text.slice(Math.max(0, behind - 3), behind + 1)) ? gap : ' ';
  }

  #placeFirst(paragraph: Paragraph, indentation: string): void {
    const { snapshot } = this.#analysis;
    const line = paragraph.firstLine;
    if (line === 0 || !this.#touchable.mayTouchLine(line - 1)) return;
    const count = this.#spaced.countBefore(snapshot.lineStart(line));
    const gap = this.gaps.get(count) ?? this.#spaced.gapBefore(count);
    this.gaps.set(count, withIndentation(gap, indentation));
  }

  #layLinesOf(paragraph: Paragraph, placing: Placing, words: number, end: number): void {
    const { wrap, column, indent, hang } = this.#options;
    const { snapshot } = this.#analysis;
    if (wrap === 'keep') {
      if (indent === null && !hang) return;
      for (const line of paragraph.lines.slice(1)) {
        const count = this.#spaced.countBefore(snapshot.lineStart(line));
        const gap = this.gaps.get(count) ?? this.#spaced.gapBefore(count);
        this.gaps.set(count, withIndentation(gap, placing.others));
      }
      return;
    }
    const lineStart = snapshot.lineStart(paragraph.firstLine);
    const mark = snapshot.text.slice(lineStart, placing.words).trimStart();
    const room = {
      lead: placing.first + mark,
      indentation: placing.others,
      column: wrap === 'column' ? column : Number.POSITIVE_INFINITY,
      lineEnd: this.#lineEnd,
    };
    const laid = reflow(this.#spaced, words, end, room, (count) => this.#blankBefore(count));
    for (const [count, gap] of laid ?? []) this.gaps.set(count, gap);
  }
}

function withIndentation(gap: string, indentation: string): string {
  return gap.slice(0, behindLastLineEnd(gap)) + indentation;
}

function behindLastLineEnd(gap: string): number {
  return Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r')) + 1;
}
