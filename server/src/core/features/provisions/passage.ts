import type { Analysis } from '../../analysis.ts';
import type { Paragraph } from '../../inline/paragraph.ts';
import { paragraphsTouching } from '../../inline/paragraphs.ts';
import { type Provision, walkProvisions } from '../../model/provision.ts';
import type { ReferenceTarget } from '../../model/reference.ts';
import { contains, type TextRange } from '../../text/range.ts';
import { opening } from './outline.ts';
import { containersOf, titleOf } from './places.ts';

/** A provision as it is shown to someone who reads elsewhere. */
export interface Passage {
  /** "Section 4.2(a)". */
  readonly title: string;
  readonly caption: string | null;
  /** What it stands in, outermost first: "ARTICLE IV Payment". */
  readonly path: readonly string[];
  readonly text: readonly PassageParagraph[];
}

export interface PassageParagraph {
  readonly text: string;
  /** How deep it stands below the provision: 0 for its own text, 1 for its items. */
  readonly depth: number;
}

/** The provision with its text and subdivisions, cut behind so many characters. Costs what it shows. */
export function passageOf(
  analysis: Analysis,
  { provision, range }: ReferenceTarget,
  longest: number,
): Passage {
  return {
    title: titleOf(analysis, provision),
    caption: provision.caption,
    path: containersOf(provision).map((container) => headingOf(analysis, container)),
    text: textOf(analysis, provision, range, longest),
  };
}

/** The number and the caption; the first words would say too much of what something stands in. */
function headingOf(analysis: Analysis, { designation, caption, kind }: Provision): string {
  const printed = designation ? analysis.snapshot.slice(designation).replace(/\s+/g, ' ').trim() : '';
  return `${printed.replace(/[.:]$/, '')} ${caption ?? ''}`.trim() || kind;
}

/** What tells a provision from others where there is one line for it: its caption or its first words. */
export function gistOf(analysis: Analysis, provision: Provision): string {
  return cutBehind(provision.caption ?? opening(analysis, provision), longestGist);
}

const longestGist = 80;

function textOf(
  analysis: Analysis,
  provision: Provision,
  range: TextRange,
  longest: number,
): PassageParagraph[] {
  const bodyStart = contains(range, provision.heading) ? provision.heading.end : range.start;
  const depths = new DepthFinder(analysis, provision);
  const shown: PassageParagraph[] = [];
  let left = longest;
  // An item inside a sentence begins in the middle of a paragraph.
  for (const paragraph of paragraphsTouching(analysis.paragraphs, range)) {
    const start = Math.max(bodyStart, paragraph.start);
    if (start >= paragraph.end) continue;
    const text = stretch(paragraph, start, range.end, start === bodyStart);
    if (text === '') continue;
    shown.push({ text: cutBehind(text, left), depth: depths.at(start) });
    left -= text.length;
    if (left <= 0) break;
  }
  return shown;
}

/** What divides a heading from the text behind it on its line. */
const headingEnd = /^[\s\u00a0.:;,)\]_*–—-]+/;

function stretch(paragraph: Paragraph, start: number, end: number, isFirst: boolean): string {
  const until = end >= paragraph.end ? paragraph.text.length : paragraph.toLogical(end);
  const text = paragraph.text.slice(paragraph.toLogical(start), until).trim();
  return isFirst ? text.replace(headingEnd, '') : text;
}

/** Cuts at a blank, so that no word or number is seen in part. */
export function cutBehind(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const blank = text.lastIndexOf(' ', longest);
  return `${text.slice(0, blank > 0 ? blank : longest)} …`;
}

/** How deep paragraphs stand below a provision, asked in ascending order. */
class DepthFinder {
  readonly #analysis: Analysis;
  readonly #provisions: Iterator<Provision>;
  readonly #open: Provision[];
  #next: Provision | undefined;

  constructor(analysis: Analysis, root: Provision) {
    this.#analysis = analysis;
    this.#provisions = walkProvisions([root]).values();
    this.#provisions.next();
    this.#open = [root];
    this.#advance();
  }

  at(offset: number): number {
    for (; this.#next && this.#next.range.start <= offset; this.#advance()) {
      this.#close(this.#next.range.start);
      this.#open.push(this.#next);
    }
    this.#close(offset);
    let depth = this.#open.length - 1;
    // What follows a list and stands further to the left speaks of all of it.
    while (depth > 0 && this.#column(offset) < this.#column(this.#open[depth]?.range.start ?? 0)) depth -= 1;
    return depth;
  }

  #column(offset: number): number {
    return this.#analysis.snapshot.positionAt(offset).column;
  }

  #close(offset: number): void {
    while (this.#open.length > 1 && (this.#open.at(-1)?.range.end ?? 0) <= offset) this.#open.pop();
  }

  /** Items inside sentences and implied paragraphs have no lines of their own. */
  #advance(): void {
    do this.#next = this.#provisions.next().value;
    while (this.#next && (this.#next.inline || this.#next.implied));
  }
}
