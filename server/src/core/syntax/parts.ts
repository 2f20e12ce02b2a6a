import type { ProvisionKind } from '../model/provision.ts';
import type { Designation } from './designation.ts';
import { type Draft, newDraft } from './draft.ts';
import type { LineFacts } from './lines.ts';
import type { OpenProvisions } from './open-provisions.ts';
import type { ParseInput } from './parse.ts';
import { familyOf } from './placement.ts';
import { closesRecitals, headsRecitals, looksLikeTitle, opensPreamble, opensRecital } from './zones.ts';

/** What a text line turned out to be: the opening of a part without a number, or nothing of the kind. */
export type PartLine = 'opened' | 'read' | 'none';

type Zone = 'opening' | 'recitals' | 'body' | 'signatures';

/** Reads the parts of an instrument that carry no number: title, preamble, recitals, supplement, signatures. */
export class PartReader {
  readonly #input: ParseInput;
  readonly #open: OpenProvisions;
  #zone: Zone = 'opening';
  #recitalFamily = '';

  constructor(input: ParseInput, open: OpenProvisions) {
    this.#input = input;
    this.#open = open;
  }

  get afterSignatures(): boolean {
    return this.#zone === 'signatures';
  }

  /** Nothing but title and preamble has been read of the document. */
  get atBeginning(): boolean {
    return this.#zone === 'opening' && this.#open.root.children.every((child) => child.kind === 'preamble');
  }

  /** An attachment begins as a document does. */
  beginInstrument(): void {
    this.#zone = 'opening';
    this.#recitalFamily = '';
  }

  /**
   * Notes that a numbered provision opened and tells whether it is a recital. Recitals are numbered in one way; another
   * way of numbering begins the body.
   */
  numbered(designation: Designation): boolean {
    const family = familyOf(designation) + designation.numeral;
    const recital =
      this.#zone === 'recitals' &&
      designation.keyword === null &&
      (this.#recitalFamily === '' || this.#recitalFamily === family);
    if (recital) this.#recitalFamily = family;
    else this.#zone = 'body';
    return recital;
  }

  /** Reads a text line without a designation. `read` means that the line is dealt with and opens nothing. */
  read(index: number, line: LineFacts): PartLine {
    if (line.heads === 'signatures' && this.#zone !== 'opening') return this.#readSignature(index);
    if (line.heads === 'supplement' && this.#open.root.children.length > 0) {
      this.#openSupplement(index, this.#input.lineText(index), line);
      return 'read';
    }
    if (this.#zone === 'opening' || this.#zone === 'recitals')
      return this.#readOpening(index, this.#input.lineText(index), line);
    return 'none';
  }

  /** The title: the first line of an instrument, before any provision, that reads like one. */
  noteTitle(index: number, line: LineFacts): void {
    const { instrument, root, top } = this.#open;
    if (instrument.caption !== null || top !== instrument) return;
    if (instrument === root && this.#zone !== 'opening') return;
    if (index > instrument.line + furthestTitle) return;
    const text = this.#input.lineText(index);
    if (!looksLikeTitle(text, line)) return;
    instrument.caption = text
      .slice(line.start, line.end)
      .replace(/[*_#]+/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    instrument.captionStart = this.#input.lineStart(index) + line.start;
    instrument.captionEnd = this.#input.lineStart(index) + line.end;
  }

  #readSignature(index: number): PartLine {
    const goesOn = this.#zone === 'signatures' && this.#open.top.kind === 'signature';
    if (goesOn) this.#open.extend(index, false);
    else this.#openPlain('signature', index);
    this.#zone = 'signatures';
    this.#open.startBlock(index, true);
    return 'read';
  }

  #readOpening(index: number, text: string, line: LineFacts): PartLine {
    if (headsRecitals(text, line)) {
      this.#zone = 'recitals';
      this.#open.closeTo(this.#open.instrument);
      this.#open.startBlock(index, true);
      this.#open.extend(index, false);
      return 'read';
    }
    if (opensRecital(text, line)) {
      this.#zone = 'recitals';
      this.#recitalFamily = 'whereas';
      this.#openPlain('recital', index);
      return 'opened';
    }
    if (closesRecitals(text, line)) {
      this.#zone = 'body';
      this.#open.closeTo(this.#open.instrument);
      return 'none';
    }
    const free = this.#zone === 'opening' && this.#open.top === this.#open.instrument;
    if (!free || !opensPreamble(text, line)) return 'none';
    this.#openPlain('preamble', index);
    return 'opened';
  }

  /** "(Supplementary Provisions)": numbered from the start again, as an attachment is. */
  #openSupplement(index: number, text: string, line: LineFacts): void {
    this.#open.closeTo(this.#open.root);
    const draft = this.#openPlain('supplement', index);
    draft.firstText = -1;
    draft.caption = text
      .slice(line.start, line.end)
      .replace(/[()*_#]+/g, '')
      .trim();
    draft.captionStart = draft.start;
    draft.captionEnd = draft.end;
    this.#zone = 'body';
    this.#open.startBlock(index, true);
  }

  #openPlain(kind: ProvisionKind, index: number): Draft {
    this.#open.closeTo(this.#open.instrument);
    const line = this.#input.lines[index];
    const start = this.#input.lineStart(index) + (line?.start ?? 0);
    const draft = newDraft({
      kind,
      line: index,
      start,
      end: this.#input.lineStart(index) + (line?.end ?? 0),
      indent: line?.indent ?? 0,
      parent: this.#open.instrument,
      firstText: start,
      firstTextLine: index,
      confidence: 0.9,
    });
    this.#open.open(draft);
    return draft;
  }
}

/** Cover pages run over two or three screens; behind them no title is looked for. */
const furthestTitle = 120;
