import type { Analysis } from '../analysis.ts';
import type { Paragraph } from '../inline/paragraph.ts';
import { type Provision, walkProvisions } from '../model/provision.ts';
import { endsSentence } from '../syntax/flow.ts';
import { Role } from '../syntax/roles.ts';

/**
 * Which lines and paragraphs of a document may be laid out anew. In doubt one may not: what was put in columns, centred,
 * signed or quoted, contents, page furniture, tables, label tables and code stay as they are.
 */
export class Touchable {
  /** Blanks in and around lines of Markdown may say something: they are left at line ends and before words. */
  readonly isMarkdown: boolean;
  readonly #analysis: Analysis;
  /** 1 for each line that stays as it is. */
  readonly #fixed: Uint8Array;

  constructor(analysis: Analysis) {
    const { lines, roles, quoted, snapshot } = analysis;
    this.#analysis = analysis;
    this.isMarkdown = /\.md$/i.test(analysis.uri) || lines.some(({ headingLevel }) => headingLevel > 0);
    const fixed = new Uint8Array(lines.length);
    for (let line = 0; line < lines.length; line += 1) {
      const isPlain = roles[line] === Role.text || roles[line] === Role.blank;
      if (!isPlain || quoted[line] === 1) fixed[line] = 1;
    }
    this.#fixed = fixed;
    this.#fixCode();
    for (const { kind, range } of walkProvisions(analysis.outline)) {
      if (kind === 'signature') this.#fix(snapshot.lineAt(range.start), snapshot.lineAt(range.end));
    }
    for (const { line } of analysis.labelRows) this.#fix(line, line);
    this.#fixBrokenEnumerations();
    this.#fixBeginning();
  }

  /** Whether the blanks at the end of a line, and the empty lines below it, may be changed. */
  mayTouchLine(line: number): boolean {
    return this.#fixed[line] === 0;
  }

  /** Whether the blanks between the words of a paragraph may be changed: it is running text from one end to the other. */
  mayTouchWords(paragraph: Paragraph): boolean {
    const { lines: facts, snapshot } = this.#analysis;
    return paragraph.lines.every((line) => {
      if (this.#fixed[line] === 1 || (facts[line]?.headingLevel ?? 0) > 0) return false;
      const text = snapshot.lineText(line);
      const words = text.slice(facts[line]?.designation?.end ?? 0).trim();
      return !columns.test(words) && !/^\s*[|>]/.test(text);
    });
  }

  /**
   * Whether the lines of a paragraph end where they do only because there was no more room: then they may end elsewhere.
   * What ends before the margin was broken by its author, as addresses and titles are.
   */
  isWrapped(paragraph: Paragraph): boolean {
    const { lines: facts, snapshot } = this.#analysis;
    const { lines } = paragraph;
    const texts = lines.map((line) => snapshot.lineText(line).trimEnd());
    const width = texts.reduce((widest, text) => Math.max(widest, text.length), 0);
    const indentations = new Set(lines.slice(1).map((line) => facts[line]?.indent));
    if (indentations.size > 1) return false;
    for (let at = 0; at < lines.length - 1; at += 1) {
      const line = lines[at] ?? 0;
      const text = texts[at] ?? '';
      // Furniture or an empty line stands between, or a word goes on over the line end.
      if (lines[at + 1] !== line + 1 || /[-\u2010\u2013\u2014/\\]$/.test(text)) return false;
      const nextWord = /\S+/.exec(texts[at + 1] ?? '')?.[0] ?? '';
      const hadRoom = text.length + 1 + nextWord.length <= width * narrowest;
      if (hadRoom || facts[line + 1]?.bullet || facts[line + 1]?.designation) return false;
    }
    return lines.length === 1 || width >= leastWidth;
  }

  /** Whether a paragraph is a sentence, or long enough to be a part of one: a title is neither. */
  isProse({ text, lines }: Paragraph): boolean {
    if (lines.every((line) => this.#analysis.lines[line]?.capitals)) return false;
    const last = this.#analysis.lines[lines.at(-1) ?? 0];
    return (last !== undefined && endsSentence(last) && text.length >= 30) || text.length >= 120;
  }

  /** An enumeration in a sentence, one of whose numbers came to stand at the beginning of a line: it is no list. */
  #fixBrokenEnumerations(): void {
    const { outline, paragraphs, roles } = this.#analysis;
    const inSentences = new Map<Provision | null, Set<string>>();
    for (const { inline, parent, numbering } of walkProvisions(outline)) {
      if (!inline || !numbering) continue;
      const families = inSentences.get(parent) ?? new Set();
      inSentences.set(parent, families.add(numbering.family));
    }
    const opening = openingProvisions(this.#analysis);
    for (const [at, { firstLine, lastLine }] of paragraphs.entries()) {
      const opened = opening.get(firstLine);
      if (!opened?.numbering || !inSentences.get(opened.parent)?.has(opened.numbering.family)) continue;
      const above = roles[firstLine - 1] === Role.blank ? undefined : paragraphs[at - 1];
      this.#fix(above?.firstLine ?? firstLine, lastLine);
    }
  }

  /** Up to the first heading there is the title, centred as it may be, and its page. */
  #fixBeginning(): void {
    const { outline, snapshot } = this.#analysis;
    const first = walkProvisions(outline).find(({ designation }) => designation !== null);
    if (!first) return;
    for (const paragraph of this.#analysis.paragraphs) {
      if (paragraph.start >= first.range.start) break;
      if (!this.isProse(paragraph))
        this.#fix(paragraph.firstLine, Math.min(paragraph.lastLine + 1, snapshot.lineAt(first.range.start)));
    }
  }

  /** Between fences, and further in than an item of Markdown could stand. */
  #fixCode(): void {
    const { snapshot } = this.#analysis;
    let fenced = false;
    for (let line = 0; line < this.#fixed.length; line += 1) {
      const isFence = /^\s{0,3}(?:```|~~~)/.test(snapshot.lineText(line));
      if (fenced || isFence) this.#fixed[line] = 1;
      if (isFence) fenced = !fenced;
    }
  }

  #fix(first: number, last: number): void {
    this.#fixed.fill(1, first, last + 1);
  }
}

/** Blanks as wide as between columns, or led by dots, and fields to be filled in. */
const columns = / {3}|\t|_{3}|\.{4}|\| /;

/** The share of the longest line that every line but the last fills, ragged as its right edge may be. */
const narrowest = 0.85;

/** Lines that are all shorter were not broken by a margin. */
const leastWidth = 50;

/** The provision whose number opens a line, if one does. */
export type OpeningProvisions = ReadonlyMap<number, Provision>;

/** The provisions by the line that their number opens. Linear. */
export function openingProvisions({ outline, snapshot, lines }: Analysis): OpeningProvisions {
  const found = new Map<number, Provision>();
  for (const provision of walkProvisions(outline)) {
    if (!provision.designation || provision.inline) continue;
    const line = snapshot.lineAt(provision.designation.start);
    const start = snapshot.lineStart(line) + (lines[line]?.start ?? 0);
    if (provision.designation.start === start && !found.has(line)) found.set(line, provision);
  }
  return found;
}
