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

/** How far reading has come in an instrument. */
export interface PartsState {
  readonly zone: 'opening' | 'recitals' | 'body' | 'signatures';
  /** How the recitals are numbered; empty while none has been read. */
  readonly recitalFamily: string;
}

const beginning: PartsState = { zone: 'opening', recitalFamily: '' };

/** Reads the parts of an instrument that carry no number: title, preamble, recitals, supplement, signatures. */
export class PartReader {
  readonly #input: ParseInput;
  readonly #open: OpenProvisions;
  /** Replaced where it changes, never changed. */
  state: PartsState = beginning;

  constructor(input: ParseInput, open: OpenProvisions) {
    this.#input = input;
    this.#open = open;
  }

  get afterSignatures(): boolean {
    return this.state.zone === 'signatures';
  }

  /** Nothing but title and preamble has been read of the document. */
  get atBeginning(): boolean {
    return (
      this.state.zone === 'opening' && this.#open.root.children.every((child) => child.kind === 'preamble')
    );
  }

  /** An attachment begins as a document does. */
  beginInstrument(): void {
    this.state = beginning;
  }

  /**
   * Notes that a numbered provision opened and tells whether it is a recital. Recitals are numbered in one way; another
   * way of numbering begins the body.
   */
  numbered(designation: Designation): boolean {
    const family = familyOf(designation) + designation.numeral;
    const { zone, recitalFamily } = this.state;
    const recital =
      zone === 'recitals' &&
      designation.keyword === null &&
      (recitalFamily === '' || recitalFamily === family);
    if (!recital) this.#enter('body');
    else if (recitalFamily !== family) this.state = { zone, recitalFamily: family };
    return recital;
  }

  #enter(zone: PartsState['zone']): void {
    if (this.state.zone !== zone) this.state = { ...this.state, zone };
  }

  /** Reads a text line without a designation. `read` means that the line is dealt with and opens nothing. */
  read(index: number, line: LineFacts): PartLine {
    if (line.heads === 'signatures' && this.state.zone !== 'opening') return this.#readSignature(index);
    if (line.heads === 'supplement' && this.#open.root.children.length > 0) {
      this.#openSupplement(index, this.#input.lineText(index), line);
      return 'read';
    }
    if (this.state.zone === 'opening' || this.state.zone === 'recitals')
      return this.#readOpening(index, this.#input.lineText(index), line);
    return 'none';
  }

  /** The title: the first line of an instrument, before any provision, that reads like one. */
  noteTitle(index: number, line: LineFacts): void {
    const { instrument, root, top } = this.#open;
    if (instrument.caption !== null || top !== instrument) return;
    if (instrument === root && this.state.zone !== 'opening') return;
    if (index > instrument.line + furthestTitle) return;
    const text = this.#input.lineText(index);
    if (!looksLikeTitle(text, line)) return;
    const words = text
      .slice(line.start, line.end)
      .replace(/[*_#]+/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    this.#open.nameInstrument(index, words, line.start, line.end);
  }

  #readSignature(index: number): PartLine {
    const goesOn = this.state.zone === 'signatures' && this.#open.top.kind === 'signature';
    if (goesOn) this.#open.extend(index, false);
    else this.#openPlain('signature', index);
    this.#enter('signatures');
    this.#open.startBlock(index, true);
    return 'read';
  }

  #readOpening(index: number, text: string, line: LineFacts): PartLine {
    if (headsRecitals(text, line)) {
      this.#enter('recitals');
      this.#open.closeTo(this.#open.instrument);
      this.#open.startBlock(index, true);
      this.#open.extend(index, false);
      return 'read';
    }
    if (opensRecital(text, line)) {
      this.state = { zone: 'recitals', recitalFamily: 'whereas' };
      this.#openPlain('recital', index);
      return 'opened';
    }
    if (closesRecitals(text, line)) {
      this.#enter('body');
      this.#open.closeTo(this.#open.instrument);
      return 'none';
    }
    const free = this.state.zone === 'opening' && this.#open.top === this.#open.instrument;
    if (!free || !opensPreamble(text, line)) return 'none';
    this.#openPlain('preamble', index);
    return 'opened';
  }

  /** "(Supplementary Provisions)": numbered from the start again, as an attachment is. */
  #openSupplement(index: number, text: string, line: LineFacts): void {
    this.#open.closeTo(this.#open.root);
    const start = this.#input.lineStart(index);
    this.#openPlain('supplement', index, {
      firstText: -1,
      caption: text
        .slice(line.start, line.end)
        .replace(/[()*_#]+/g, '')
        .trim(),
      captionStart: start + line.start,
      captionEnd: start + line.end,
    });
    this.#enter('body');
    this.#open.startBlock(index, true);
  }

  #openPlain(kind: ProvisionKind, index: number, more: Partial<Draft> = {}): void {
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
      ...more,
    });
    this.#open.open(draft);
  }
}

/** Cover pages run over two or three screens; behind them no title is looked for. */
export const furthestTitle = 120;
