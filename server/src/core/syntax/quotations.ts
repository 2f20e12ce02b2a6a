import { endsSentence, lineBefore } from './flow.ts';
import { LineMark } from './line-marks.ts';
import type { LineFacts } from './lines.ts';
import type { ParseInput } from './parse.ts';

/** A quotation that was never closed is given up after this many lines. */
const longestQuotation = 400;

/** The verbs of an amendment. */
const amends =
  /\b(?:(?:is|are|shall be)(?: hereby)?(?: further)? (?:amended|deleted|replaced|revised)|amendments? to)\b/i;

/** What is to be known of the lines to follow the quotations in them. */
type QuotationSource = Pick<ParseInput, 'lines' | 'marks' | 'flow' | 'lineText'>;

/**
 * Marks with 1 each text line inside a quotation of several lines, its first line included: an amendment quotes the
 * provisions it puts into another document, and those are not numbered with the rest. A quotation begins with a quotation
 * mark at the start of a paragraph that is announced ("to read as follows:") or that leaves it open, and ends with the
 * line that closes it.
 */
export function traceQuotations(source: QuotationSource): Uint8Array {
  const tracker = new QuotationTracker(source);
  for (let index = 0; index < source.lines.length; index += 1) {
    if (!tracker.isOpen && !((source.marks[index] ?? 0) & LineMark.opensQuotation)) continue;
    const line = source.lines[index];
    if (line && source.flow[index]) tracker.visit(index, line);
  }
  return tracker.quoted;
}

class QuotationTracker {
  readonly quoted: Uint8Array;
  readonly #source: QuotationSource;
  #since = -1;
  #open = 0;

  constructor(source: QuotationSource) {
    this.#source = source;
    this.quoted = new Uint8Array(source.lines.length);
  }

  /** Whether a quotation may go on in the next line. */
  get isOpen(): boolean {
    return this.#since >= 0;
  }

  /** Lines come in order; those that open no quotation may be left out while none is open. */
  visit(index: number, line: LineFacts): void {
    if (this.#since >= 0 && index - this.#since > longestQuotation) this.#since = -1;
    if (this.#since >= 0) this.#continue(index, line);
    else if (line.opensQuotation) this.#begin(index, line);
    if (this.quoted[index] === 1 && this.#amendsAgain(index, line)) {
      this.#since = -1;
      this.quoted[index] = 0;
    }
  }

  #begin(index: number, line: LineFacts): void {
    const before = lineBefore(this.#source.flow, index);
    const previous = this.#source.lines[before];
    const begins = !previous || (this.#source.flow[index]?.blanks ?? 0) > 0 || endsSentence(previous);
    const announced =
      previous?.lastCharacter === ':' ||
      /^(?:follows|following|thereof)$/.test(previous?.lastWord ?? '') ||
      (this.quoted[before] === 1 && previous?.closesQuotation === true);
    if (!begins || !announced) return;
    if (line.openQuotations <= 0) {
      this.quoted[index] = line.closesQuotation ? 1 : 0;
      return;
    }
    this.quoted[index] = 1;
    this.#since = index;
    this.#open = line.openQuotations;
  }

  /** A quotation that was never closed is over where the amendment itself goes on: "(b) Section 6.4 is amended …". */
  #amendsAgain(index: number, line: LineFacts): boolean {
    if (!line.designation || (this.#source.flow[index]?.blanks ?? 0) === 0) return false;
    const previous = this.#source.lines[lineBefore(this.#source.flow, index)];
    if (!previous || !endsSentence(previous)) return false;
    const { end } = line.designation;
    return amends.test(this.#source.lineText(index).slice(end, end + 160));
  }

  #continue(index: number, line: LineFacts): void {
    this.quoted[index] = 1;
    // Each paragraph of a long quotation may open it anew; only a mark that closes ends it.
    const reopened = line.opensQuotation && line.openQuotations > 0;
    this.#open = reopened ? line.openQuotations : this.#open + line.openQuotations;
    const straightClosed = line.closesQuotation && !line.opensQuotation && line.openQuotations === 1;
    if (this.#open <= 0 || straightClosed) this.#since = -1;
  }
}
