import type { Analysis } from '../../analysis.ts';
import type { Paragraph } from '../../inline/paragraph.ts';

/**
 * How a paragraph stands in the text: in lines that only end where the margin is, in lines of their own (an address, a list of
 * names), the same far from the left margin, or in the middle of the page.
 */
export type ParagraphLayout = 'flowing' | 'lined' | 'set in' | 'centred';

/** Tells how paragraphs stand in a document whose lines end at about the same column. */
export class SourceLayout {
  readonly #analysis: Analysis;
  readonly #width: number;
  readonly #firstIndent: number;

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
    this.#width = usualWidth(analysis);
    this.#firstIndent = usualFirstIndent(analysis);
  }

  of(paragraph: Paragraph): ParagraphLayout {
    const lines = paragraph.lines.map((line) => {
      const { start, end } = this.#analysis.snapshot.lineRange(line);
      const text = this.#analysis.snapshot.text.slice(start, end).trimEnd();
      return { indent: this.#analysis.lines[line]?.indent ?? 0, text: text.trimStart() };
    });
    const [only, ...others] = lines;
    if (only && others.length === 0 && only.indent === this.#firstIndent) return 'flowing';
    if (!signed.test(paragraph.text) && lines.every((line) => this.#isInTheMiddle(line))) return 'centred';
    if (lines.every(({ indent, text }) => indent >= leastIndent && text.length <= longestLine))
      return 'set in';
    const isLined = lines.every(({ indent, text }, at) => {
      const next = lines[at + 1];
      if (!next) return true;
      const word = next.text.split(' ', 1)[0] ?? '';
      return indent + text.length + word.length + 1 <= this.#width * widestLined;
    });
    return isLined && lines.length > 1 ? 'lined' : 'flowing';
  }

  #isInTheMiddle({ indent, text }: { readonly indent: number; readonly text: string }): boolean {
    return (
      indent >= leastIndentInTheMiddle &&
      Math.abs(indent - (this.#width - indent - text.length)) <= offTheMiddle
    );
  }
}

/** An asterisk that stands alone is no bullet of a list but the mark of a note, which the text above it names. */
export function bulletOf({ snapshot, lines }: Analysis, { firstLine, lastLine }: Paragraph): string {
  if (!snapshot.lineText(firstLine).trimStart().startsWith('*')) return '•';
  const near = [-3, -2, -1].map((step) => firstLine + step).concat([1, 2, 3].map((step) => lastLine + step));
  return near.some((line) => lines[line]?.bullet) ? '•' : '*';
}

const leastIndentInTheMiddle = 8;
const leastIndent = 14;
const longestLine = 64;
const offTheMiddle = 9;
/** A line that ends before had room for the next word. */
const widestLined = 0.72;
const narrowest = 60;
const widest = 120;

/** What stands in front of a name that is signed with. */
const signed = /^(?:By|Name|Title|Its|Date|Attest)\s*:|\/s\//;

/** The column where lines end that go on below: half of them end behind it. */
function usualWidth({ paragraphs, snapshot }: Analysis): number {
  const ends: number[] = [];
  for (const paragraph of paragraphs) {
    const { lines } = paragraph;
    for (const line of lines.slice(0, -1)) {
      const { start, end } = snapshot.lineRange(line);
      ends.push(end - start);
    }
    if (ends.length > mostLines) break;
  }
  ends.sort((one, other) => one - other);
  return Math.min(widest, Math.max(narrowest, ends[ends.length >> 1] ?? narrowest));
}

/** How far in paragraphs begin whose other lines stand further out: one of a single line is no less a paragraph. -1 for none. */
function usualFirstIndent({ paragraphs, lines }: Analysis): number {
  const counts = new Map<number, number>();
  for (const paragraph of paragraphs) {
    const [first = 0, second = 0] = paragraph.lines.map((line) => lines[line]?.indent ?? 0);
    if (paragraph.lines.length > 1 && first > second) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const [usual] = [...counts].sort(([, one], [, other]) => other - one);
  return usual && usual[1] >= leastUsual ? usual[0] : -1;
}

const leastUsual = 3;

/** So many lines tell it. */
const mostLines = 4_000;
