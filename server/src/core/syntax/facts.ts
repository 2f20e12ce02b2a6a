import type { Designation } from './designation.ts';
import type { LineFacts } from './lines.ts';

/**
 * What is true of a document as a whole, kept as counts over its lines, so that an edit adds and takes away what it
 * touched and the rest stays. Everything derived from it is a pure function of the counts: the result does not depend
 * on the order of edits.
 */
export class DocumentFacts {
  readonly #series = new Map<string, number>();
  readonly #lengths = new Int32Array(maximumLength + 1);
  #textLines = 0;

  add(line: LineFacts): void {
    this.#count(line, 1);
  }

  remove(line: LineFacts): void {
    this.#count(line, -1);
  }

  /** A copy that later edits leave alone. Costs as much as there are ways of numbering, not lines. */
  snapshot(): DocumentFacts {
    const copy = new DocumentFacts();
    for (const [series, count] of this.#series) copy.#series.set(series, count);
    copy.#lengths.set(this.#lengths);
    copy.#textLines = this.#textLines;
    return copy;
  }

  /** How many lines open with a designation written in this way, up to a few; see `seriesOf`. */
  seriesCount(series: string): number {
    return Math.min(this.#series.get(series) ?? 0, few);
  }

  /** Whether all that lines are read by is the same in both documents, so that what was read with the one holds with the other. */
  readsLike(other: DocumentFacts): boolean {
    if (this.wrapWidth !== other.wrapWidth) return false;
    for (const facts of [this, other]) {
      for (const series of facts.#series.keys())
        if (this.seriesCount(series) !== other.seriesCount(series)) return false;
    }
    return true;
  }

  /** The ways of numbering in the document, most frequent first; ties in alphabetical order. */
  get scheme(): ReadonlyArray<{ readonly series: string; readonly count: number }> {
    return [...this.#series]
      .map(([series, count]) => ({ series, count }))
      .sort((a, b) => b.count - a.count || (a.series < b.series ? -1 : 1));
  }

  /**
   * The column at which the text was wrapped, or null where paragraphs stand on one line each. Taken as the length
   * that nine of ten text lines do not exceed, if that is no more than 120.
   */
  get wrapWidth(): number | null {
    let seen = 0;
    for (let length = 0; length <= maximumLength; length += 1) {
      seen += this.#lengths[length] ?? 0;
      if (seen >= this.#textLines * 0.92) return length <= 120 && this.#textLines > 8 ? length : null;
    }
    return null;
  }

  #count(line: LineFacts, amount: 1 | -1): void {
    if (line.lineClass !== 'text') return;
    this.#textLines += amount;
    const length = Math.min(line.end, maximumLength);
    this.#lengths[length] = (this.#lengths[length] ?? 0) + amount;
    if (!line.designation) return;
    const series = seriesOf(line.designation);
    const count = (this.#series.get(series) ?? 0) + amount;
    if (count === 0) this.#series.delete(series);
    else this.#series.set(series, count);
  }
}

const maximumLength = 400;

/** More lines than this that are numbered in one way say no more than so many. */
const few = 3;

/** How a designation is written, without its value: `article arabic`, `(#) roman-lower`, `#.# 2`. */
export function seriesOf(designation: Designation): string {
  if (designation.keyword) return `${designation.keyword} ${designation.numeral}`;
  if (designation.path.length > 1) return `${designation.shape} ${designation.path.length}`;
  return `${designation.shape} ${designation.numeral}`;
}
