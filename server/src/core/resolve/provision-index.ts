import type { CitationUnit } from '../inline/citation.ts';
import { isAttachmentUnit, isListUnit } from '../inline/unit-words.ts';
import { asciiRoman, parseNumberWord } from '../model/numerals.ts';
import { isAttachmentKind, isRootKind, type Provision, type ProvisionKind } from '../model/provision.ts';
import { type NumberReading, readNumber } from '../syntax/designation.ts';
import { TextMemo } from '../text/memo.ts';

/** Of more provisions with one number than these, none is told from the others. */
const mostAlike = 60;

/** How well a provision answers to a citation's word: `same` word, `kindred` ("clause 4" for a bare 4.), or `other`. */
export type WordFit = 'same' | 'kindred' | 'other';

export interface NumberedMatch {
  readonly provision: Provision;
  readonly fit: WordFit;
}

/**
 * The provisions of one instrument by number. What stands in its attachments belongs to these. Building one costs a walk
 * over the instrument.
 */
export class ProvisionIndex {
  readonly #byPath = new Map<string, Provision[]>();
  readonly #attachments = new Map<string, Provision[]>();
  readonly #byKind = new Map<ProvisionKind, Provision[]>();
  readonly #families = new Set<string>();

  constructor(instrument: Provision) {
    const pending = [...instrument.children].reverse();
    for (let provision = pending.pop(); provision; provision = pending.pop()) {
      if (isAttachmentKind(provision.kind))
        push(this.#attachments, attachmentKey(provision.number ?? ''), provision);
      if (isRootKind(provision.kind)) continue;
      // Items of lists, which most provisions are, are found in their lists alone.
      if (!isBracketed(provision)) this.#add(provision);
      for (let index = provision.children.length - 1; index >= 0; index -= 1) {
        const child = provision.children[index];
        if (child) pending.push(child);
      }
    }
  }

  #add(provision: Provision): void {
    const { kind, numbering } = provision;
    push(this.#byKind, kind, provision);
    if (!numbering) return;
    this.#families.add(numbering.family);
    if (numbering.path.length > 0) push(this.#byPath, numbering.path.join('.'), provision);
  }

  /** The provisions whose number is the cited one and that are headed by it (no item of a list), with how the word fits. */
  withNumber(unit: CitationUnit | null, number: string): readonly NumberedMatch[] {
    const byNumber = this.#matches.get(unit) ?? new Map<string, readonly NumberedMatch[]>();
    if (byNumber.size === 0) this.#matches.set(unit, byNumber);
    const known = byNumber.get(number);
    if (known) return known;
    const matches = this.#find(unit, number);
    byNumber.set(number, matches);
    return matches;
  }
  /** The same provisions are cited again and again. */
  readonly #matches = new Map<CitationUnit | null, Map<string, readonly NumberedMatch[]>>();

  #find(unit: CitationUnit | null, number: string): readonly NumberedMatch[] {
    const reading = readCitedNumber(number);
    if (!reading) return [];
    const found: NumberedMatch[] = [];
    for (const path of pathsOf(reading)) {
      for (const provision of this.#byPath.get(path.join('.')) ?? []) {
        if (provision.inline && !isWorded(provision) && path.length === 1) continue;
        if (isBracketed(provision) || !isWrittenAlike(provision, number, reading, path)) continue;
        found.push({ provision, fit: unit === null ? 'kindred' : wordFit(unit, provision) });
        if (found.length >= mostAlike) break;
      }
      if (found.length > 0) break;
    }
    // What is printed in the same way goes before what is worth the same: Section IV before a 4.
    const printed = found.filter(({ provision }) => provision.number?.toLowerCase() === number.toLowerCase());
    return printed.length > 0 ? printed : found;
  }

  /** Where 8 is cited and only 8.1 to 8.4 are headed: these, in the order of the text. */
  withPrefix(number: string): readonly Provision[] {
    if (!/^\d{1,3}(?:\.\d{1,3}){0,3}$/.test(number)) return [];
    this.#byPrefix ??= this.#collectPrefixes();
    return this.#byPrefix.get(number.replace(/\b0+(?=\d)/g, '')) ?? [];
  }
  #byPrefix: Map<string, Provision[]> | null = null;

  /** How many groups of several members there are: 4.1 to 4.6 are one. */
  get groups(): number {
    this.#byPrefix ??= this.#collectPrefixes();
    this.#groups ??= [...this.#byPrefix.values()].filter(({ length }) => length > 1).length;
    return this.#groups;
  }
  #groups: number | null = null;

  #collectPrefixes(): Map<string, Provision[]> {
    const prefixes = new Map<string, Provision[]>();
    for (const provisions of this.#byPath.values()) {
      for (const provision of provisions) {
        const { family = '', path = [] } = provision.numbering ?? {};
        if (path.length > 1 && (family === '#.#' || family === 'section'))
          push(prefixes, path.slice(0, -1).join('.'), provision);
      }
    }
    for (const list of prefixes.values()) list.sort((a, b) => a.range.start - b.range.start);
    return prefixes;
  }

  /** Whether any provision here is headed by the word: "Article". */
  isHeadingWord(unit: CitationUnit): boolean {
    return this.#families.has(unit);
  }

  /** The attachments that carry the number, whatever they are called. */
  attachments(number: string): readonly Provision[] {
    return this.#attachments.get(attachmentKey(number)) ?? [];
  }

  /** All attachments of this instrument, in the order of the text. */
  get allAttachments(): readonly Provision[] {
    this.#inOrder ??= [...this.#attachments.values()].flat().sort((a, b) => a.range.start - b.range.start);
    return this.#inOrder;
  }
  #inOrder: readonly Provision[] | null = null;

  /**
   * The provisions that count on from each other with this one, in the order of the text: all articles of the instrument,
   * or the items of one list.
   */
  seriesOf(own: Provision): readonly Provision[] {
    const kindred = ({ kind, numbering, ordinal }: Provision): boolean =>
      ordinal !== null && (kind === own.kind || numbering?.family === own.numbering?.family);
    const continuous = own.kind === 'article' || own.kind === 'chapter' || own.kind === 'part';
    const holder = continuous ? null : own.parent;
    const key = `${own.kind} ${own.numbering?.family ?? ''}`;
    const known = this.#lists.get(holder) ?? new Map<string, readonly Provision[]>();
    this.#lists.set(holder, known);
    let series = known.get(key);
    if (!series) {
      const all = continuous ? (this.#byKind.get(own.kind) ?? []) : (own.parent?.children ?? []);
      series = continuous
        ? all.filter(({ numbering }) => numbering?.family === own.numbering?.family)
        : all.filter(kindred);
      known.set(key, series);
    }
    return series;
  }
  readonly #lists = new Map<Provision | null, Map<string, readonly Provision[]>>();

  /** The provisions that a citation by this word may mean, in the order of the text. */
  headedBy(unit: CitationUnit): readonly Provision[] {
    const known = this.#headed.get(unit);
    if (known) return known;
    const headed = [...this.#byPath.values()]
      .flat()
      .filter(
        (provision) => !provision.inline && !isBracketed(provision) && wordFit(unit, provision) !== 'other',
      )
      .sort((a, b) => a.range.start - b.range.start);
    this.#headed.set(unit, headed);
    return headed;
  }
  readonly #headed = new Map<CitationUnit, readonly Provision[]>();

  /** How the provisions cited by this word are numbered here: how many there are, how deep, how far they count. */
  series(unit: CitationUnit): Series {
    const known = this.#series.get(unit);
    if (known) return known;
    const series = { count: 0, plain: 0, depths: new Set<number>(), highest: 0 };
    for (const provisions of this.#byPath.values()) {
      let plain = 0;
      for (const provision of provisions) {
        if (provision.inline || isBracketed(provision) || wordFit(unit, provision) === 'other') continue;
        series.count += 1;
        if (provision.numbering?.path.length === 1) plain = 1;
        series.depths.add(provision.numbering?.path.length ?? 0);
        series.highest = Math.max(series.highest, provision.numbering?.path[0] ?? 0);
      }
      series.plain += plain;
    }
    this.#series.set(unit, series);
    return series;
  }
  readonly #series = new Map<CitationUnit, Series>();
}

export interface Series {
  readonly count: number;
  /** How many different numbers without a dot there are. */
  readonly plain: number;
  /** 1 where there are numbers such as 4, 2 for 4.1. */
  readonly depths: ReadonlySet<number>;
  /** The highest first number. */
  readonly highest: number;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function attachmentKey(number: string): string {
  return asciiRoman(number).toLowerCase().replace(/[.–]/g, '-');
}

export function readCitedNumber(number: string): NumberReading | null {
  return readings.of(number);
}

/** The same numbers are cited again and again. */
const readings = new TextMemo(
  (number) => readNumber(number, /^[A-Za-z]{3,}/.test(number) && parseNumberWord(number) !== null),
  2000,
);

function pathsOf(reading: NumberReading): ReadonlyArray<readonly number[]> {
  return reading.otherReading ? [reading.path, [reading.otherReading.value]] : [reading.path];
}

/** Figures, numerals and words may stand for each other ("Article 5" for ARTICLE V), letters only for letters. */
function isWrittenAlike(
  provision: Provision,
  number: string,
  reading: NumberReading,
  path: readonly number[],
): boolean {
  if (provision.number?.toLowerCase() === number.toLowerCase()) return true;
  const numeral = provision.numbering?.numeral ?? 'arabic';
  const cited = path === reading.path ? reading.numeral : (reading.otherReading?.numeral ?? reading.numeral);
  return numeral.startsWith('alpha') === cited.startsWith('alpha');
}

function isBracketed(provision: Provision): boolean {
  const family = provision.numbering?.family ?? '';
  return family.startsWith('(') || family === '#)';
}

function isWorded(provision: Provision): boolean {
  return /^[a-z]/.test(provision.numbering?.family ?? '');
}

/** "Section 4" fits what is headed "Section 4" and a bare 4.; "Article 10.1" does not fit a 10.1 below "Article 10". */
export function wordFit(unit: CitationUnit, provision: Provision): WordFit {
  const family = provision.numbering?.family ?? '';
  if (isAttachmentUnit(unit) || isAttachmentKind(provision.kind))
    return provision.kind === unit ? 'same' : 'other';
  if (/^[a-z]/.test(family)) {
    if (family === unit || provision.kind === unit) return 'same';
    // "clause 5.01(a)" is clause (a) of Section 5.01.
    return isListUnit(unit) ? 'kindred' : 'other';
  }
  if (provision.kind === unit) return 'same';
  if (unit === 'article') return isBelowWordedArticle(provision) || family === '#.#' ? 'other' : 'kindred';
  // An 8. in a list of Section 3.2 is no Section 8, and the v. in one of Section 3 no Section V.
  if (unit === 'section' && !isCompound(provision) && isInSection(provision)) return 'other';
  if (unit === 'rule' || unit === 'regulation' || unit === 'title' || unit === 'chapter') return 'other';
  if (unit === 'part' || unit === 'division') return 'other';
  return 'kindred';
}

function isInSection({ kind, parent }: Provision): boolean {
  return isCompound(parent) || (parent?.kind === 'section' && (kind === 'item' || kind === 'subitem'));
}

/** "Section 3.2", and 3.2 alone. */
function isCompound(provision: Provision | null): boolean {
  return (provision?.numbering?.path.length ?? 0) > 1;
}

function isBelowWordedArticle(provision: Provision): boolean {
  for (let at = provision.parent; at; at = at.parent) if (at.numbering?.family === 'article') return true;
  return false;
}
