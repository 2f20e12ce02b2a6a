import type { Analysis } from '../analysis.ts';
import { provisionsAt } from '../features/provisions/selection.ts';
import type { Paragraph } from '../inline/paragraph.ts';
import type { Provision } from '../model/provision.ts';
import type { FormatOptions } from './options.ts';
import { type OpeningProvisions, openingProvisions } from './touchable.ts';

/** Where the first line of a paragraph begins, and where its others do. */
export interface Placing {
  readonly first: string;
  readonly others: string;
  /** Behind its number or mark: the place in the document from which on it is words. */
  readonly words: number;
}

/** What is known of the paragraph that is placed. */
export interface PlacedText {
  readonly isMarkdown: boolean;
  readonly isProse: boolean;
}

/** Decides by the tree of provisions how far in each paragraph stands. */
export class Placer {
  readonly #analysis: Analysis;
  readonly #options: FormatOptions;
  readonly #opening: OpeningProvisions;
  readonly #levels = new Map<Provision, number>();

  constructor(analysis: Analysis, options: FormatOptions) {
    this.#analysis = analysis;
    this.#options = options;
    this.#opening = openingProvisions(analysis);
  }

  placingOf(paragraph: Paragraph, { isMarkdown, isProse }: PlacedText): Placing {
    const { snapshot, lines } = this.#analysis;
    const { indent, hang } = this.#options;
    const { firstLine } = paragraph;
    const present = indentationOf(snapshot.lineText(firstLine));
    const opened = this.#opening.get(firstLine);
    const isAnItem = opened !== undefined && isItem(opened);
    const words = this.#wordsOf(firstLine);
    // In Markdown the blanks before an item say what it is an item of; and titles stand where their authors want them.
    const stays = isMarkdown || lines[firstLine]?.bullet || !(isProse || isAnItem) || isCentred(present);
    const first = indent === null || stays ? present : ' '.repeat(indent * this.#levelAt(paragraph, opened));
    const mark = words - snapshot.lineStart(firstLine) - present.length;
    const isMarked = isAnItem || lines[firstLine]?.bullet === true;
    const hangs = isMarked && mark > 0 && mark <= widestHang && (hang || isMarkdown);
    const second = paragraph.lines[1];
    const kept = indent === null && second !== undefined ? indentationOf(snapshot.lineText(second)) : first;
    return { first, others: hangs ? first + ' '.repeat(mark) : kept, words };
  }

  /** The place behind the number or bullet that opens a line. */
  #wordsOf(line: number): number {
    const { snapshot, lines } = this.#analysis;
    const lineStart = snapshot.lineStart(line);
    const facts = lines[line];
    const text = snapshot.lineText(line);
    if (!facts?.designation) return lineStart + (facts?.bullet ? facts.start : indentationOf(text).length);
    const { end } = facts.designation;
    const gap = /^[*_]{0,3}[ \t\u00a0]*/.exec(text.slice(end))?.[0].length ?? 0;
    return lineStart + Math.min(end + gap, text.length);
  }

  #levelAt(paragraph: Paragraph, opened: Provision | undefined): number {
    if (opened) return this.#levelOf(opened);
    const [holder] = provisionsAt(this.#analysis, paragraph.start).filter(({ inline }) => !inline);
    return holder ? this.#levelOf(holder) : 0;
  }

  /** Items stand further in than what they are items of; all else begins at the margin. */
  #levelOf(provision: Provision): number {
    const known = this.#levels.get(provision);
    if (known !== undefined) return known;
    const { parent } = provision;
    const level = isItem(provision) && parent?.designation ? this.#levelOf(parent) + 1 : 0;
    this.#levels.set(provision, level);
    return level;
  }
}

/** What is numbered by an enumerator alone: "(a)", "1)", "ii."; not "Article 5" and not "3.10". */
function isItem({ numbering, kind }: Provision): boolean {
  return numbering !== null && !/^[a-z]|#\.#/.test(numbering.family) && kind !== 'section';
}

export function indentationOf(text: string): string {
  return /^[ \t]*/.exec(text)?.[0] ?? '';
}

/** A line that begins so far in stands in the middle of the page, or on its right side. */
function isCentred(indentation: string): boolean {
  return indentation.length > 24;
}

/** Below a longer number the words would be squeezed to the right. */
const widestHang = 12;
