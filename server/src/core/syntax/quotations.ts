import { endsSentence, type LineFlow } from './flow.ts';
import type { LineFacts } from './lines.ts';

/** A quotation that was never closed is given up after this many lines. */
const longestQuotation = 400;

/**
 * Follows quotations of several lines: an amendment quotes the provisions it puts into another document, and those are
 * not numbered with the rest. A quotation begins with a quotation mark at the start of a paragraph that is announced
 * ("to read as follows:") or that leaves it open, and ends with the line that closes it.
 */
export class QuotationTracker {
  /** 1 for each line inside a quotation, its first line included. */
  readonly quoted: Uint8Array;
  #since = -1;
  #open = 0;

  constructor(lineCount: number) {
    this.quoted = new Uint8Array(lineCount);
  }

  /** Whether the line stands in a quotation that began before its first word. Lines come in order. */
  visit(index: number, line: LineFacts, previous: LineFacts | null, flow: LineFlow): boolean {
    if (this.#since >= 0) {
      if (index - this.#since > longestQuotation) this.#since = -1;
      else return this.#continue(index, line);
    }
    const begins = line.opensQuotation && (previous === null || flow.blanks > 0 || endsSentence(previous));
    const announced =
      previous?.lastCharacter === ':' ||
      /^(?:follows|following|thereof)$/.test(previous?.lastWord ?? '') ||
      (this.quoted[flow.previous] === 1 && previous?.closesQuotation === true);
    if (!begins || !announced) return false;
    if (line.openQuotations <= 0) {
      this.quoted[index] = line.closesQuotation ? 1 : 0;
      return line.closesQuotation;
    }
    this.quoted[index] = 1;
    this.#since = index;
    this.#open = line.openQuotations;
    return true;
  }

  /** Ends an open quotation before this line. */
  giveUp(index: number): void {
    this.#since = -1;
    this.quoted[index] = 0;
  }

  #continue(index: number, line: LineFacts): boolean {
    this.quoted[index] = 1;
    // Each paragraph of a long quotation may open it anew; only a mark that closes ends it.
    const reopened = line.opensQuotation && line.openQuotations > 0;
    this.#open = reopened ? line.openQuotations : this.#open + line.openQuotations;
    const straightClosed = line.closesQuotation && !line.opensQuotation && line.openQuotations === 1;
    if (this.#open <= 0 || straightClosed) this.#since = -1;
    return true;
  }
}
