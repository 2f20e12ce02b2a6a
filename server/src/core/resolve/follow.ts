import type { CitationPlace, CitationUnit, CitedNumber } from '../inline/citation.ts';
import { isAttachmentUnit, isListUnit } from '../inline/unit-words.ts';
import { isRootKind, type Provision } from '../model/provision.ts';
import type { Instrument } from './instruments.ts';
import { carries, childrenWith, membersWith } from './members.ts';
import type { NumberedMatch, WordFit } from './provision-index.ts';

/** Where the numbers of one citation lead. */
export interface Followed {
  /** What they lead to: one provision, several where it is open which is meant, none where there is none. */
  readonly targets: readonly Provision[];
  /** What each number led to. */
  readonly steps: ReadonlyArray<Provision | null>;
  /** The last provision that was found on the way. */
  readonly reached: Provision | null;
  /** The number that was not found. */
  readonly sought: string;
  readonly fit: WordFit;
  /** From 0 to 1, how sure it is that nothing else is meant. */
  readonly confidence: number;
}

/** Where a citation stands and what it says of the place of its target. */
export interface Standpoint {
  readonly source: Provision | null;
  readonly offset: number;
  readonly place: CitationPlace;
  readonly instrument: Instrument;
  /** The provision of which the target is a part, where the citation says so: "of Article 7". */
  readonly base: Provision | null;
}

/** Follows the numbers from where the citation stands, outermost first. Costs the levels of the tree on the way. */
export function followNumbers(
  numbers: readonly CitedNumber[],
  unit: CitationUnit | null,
  from: Standpoint,
): Followed {
  const first = numbers[0];
  if (!first) return nothing(null, '');
  const begun = begin(first, first.unit ?? unit, from);
  const steps: Array<Provision | null> = [];
  let { provisions, confidence } = begun;
  let reached = from.base?.parent ? from.base : null;
  if (provisions.length === 0) {
    const split = splitLetter(first);
    const followed = split && followNumbers([...split, ...numbers.slice(1)], unit, from);
    if (followed && followed.targets.length > 0) return followed;
  }
  if (provisions.length === 0) return { ...nothing(reached, first.number), confidence };
  if (provisions.length > 1) {
    // Which of several is meant may show in their subdivisions.
    const second = numbers[1];
    const fitting = second ? provisions.filter((provision) => findBelow(provision, second).length > 0) : [];
    if (fitting.length === 1) provisions = fitting;
  }
  steps.push(provisions.length === 1 ? (provisions[0] ?? null) : null);
  reached = provisions[0] ?? null;
  for (let at = 1; at < numbers.length; at += 1) {
    const number = numbers[at] as CitedNumber;
    const below: Provision[] = provisions.flatMap((provision) => findBelow(provision, number));
    if (below.length === 0) return { ...nothing(reached, number.number), steps, fit: begun.fit, confidence };
    if (below.some((provision) => !isDirectlyBelow(provision, provisions))) confidence *= 0.7;
    provisions = below;
    reached = below[0] ?? null;
    steps.push(below.length === 1 ? reached : null);
  }
  return { targets: provisions, steps, reached, sought: '', fit: begun.fit, confidence };
}

/** "3.3F" may be subdivision F of Section 3.3. */
function splitLetter(number: CitedNumber): CitedNumber[] | null {
  const found = /^(\d{1,3}(?:\.\d{1,3}){0,4})([A-Z])$/.exec(number.number);
  if (!found) return null;
  const [, head = '', letter = ''] = found;
  return [
    { ...number, number: head, end: number.end - 1 },
    { ...number, number: letter, bracketed: true, start: number.end - 1 },
  ];
}

function nothing(reached: Provision | null, sought: string): Followed {
  return { targets: [], steps: [], reached, sought, fit: 'same', confidence: 0.9 };
}

interface Begun {
  readonly provisions: readonly Provision[];
  readonly fit: WordFit;
  readonly confidence: number;
}

const none: Begun = { provisions: [], fit: 'same', confidence: 0.9 };

function begin(number: CitedNumber, unit: CitationUnit | null, from: Standpoint): Begun {
  if (isAttachmentUnit(unit)) return findAttachment(number, unit, from);
  if (from.base && !isRootKind(from.base.kind)) {
    return { provisions: findBelow(from.base, number), fit: 'same', confidence: 0.95 };
  }
  if (number.bracketed) return findListed(number, from);
  // "paragraph 2" is one of this article; "clause 2" and "Section 2" are of the whole instrument.
  const near = isListUnit(unit) && unit !== 'clause' && unit !== 'subsection' && !/[.-]/.test(number.number);
  if (near) {
    const listed = findListed(number, from);
    if (listed.provisions.length > 0) return listed;
  }
  return findHeaded(number, unit, from);
}

/** The attachment of this name, in this instrument or in those around it. */
function findAttachment(number: CitedNumber, unit: CitationUnit | null, from: Standpoint): Begun {
  const root = from.base && isRootKind(from.base.kind) ? from.base : null;
  for (let instrument: Instrument | null = from.instrument; instrument; instrument = instrument.parent) {
    // "Annex A to this Exhibit" is attached to nothing else.
    if (root?.parent && instrument.provision !== root) break;
    const found = instrument.index.attachments(number.number);
    const same = found.filter(({ kind, numbering }) => kind === unit || numbering?.family === unit);
    if (same.length > 0) return { provisions: same.slice(0, 1), fit: 'same', confidence: 0.95 };
    // Exhibit D and Schedule D may both be meant to be there; the word is a slip only where no attachment bears it.
    if (found.length > 0 && !instrument.index.allAttachments.some(({ kind }) => kind === unit))
      return { provisions: found.slice(0, 1), fit: 'other', confidence: 0.9 };
    // An exhibit that cites itself by its own number: "this Exhibit A".
    if (instrument.provision.number === number.number && instrument.provision.kind === unit)
      return { provisions: [instrument.provision], fit: 'same', confidence: 0.95 };
  }
  return none;
}

/** A provision that is headed by its number: in this instrument, else in those around it. */
function findHeaded(number: CitedNumber, unit: CitationUnit | null, from: Standpoint): Begun {
  let other: Begun = none;
  for (let instrument: Instrument | null = from.instrument; instrument; instrument = instrument.parent) {
    const matches = plausible(instrument.index.withNumber(unit, number.number));
    const only = matches.length === 1 ? matches[0] : undefined;
    if (only && only.fit !== 'other')
      return {
        provisions: [only.provision],
        fit: only.fit,
        confidence: instrument === from.instrument ? 0.95 : 0.7,
      };
    const best = matches.filter(({ fit }) => fit !== 'other');
    const same = best.filter(({ fit }) => fit === 'same');
    const chosen = placed(nearest(same.length > 0 ? same : best, from.source), from);
    if (chosen.length > 0) {
      const inherited = instrument !== from.instrument;
      return {
        provisions: chosen.map(({ provision }) => provision),
        fit: chosen[0]?.fit ?? 'same',
        confidence: inherited ? 0.7 : 0.95,
      };
    }
    if (other.provisions.length === 0 && matches.length > 0) {
      const misnamed = nearest(matches, from.source).map(({ provision }) => provision);
      other = { provisions: misnamed, fit: 'other', confidence: 0.85 };
    }
  }
  if (unit !== null && isDivisionWord(unit)) return none;
  return other.provisions.length > 0 ? other : findGroup(number, from);
}

/** Parts and titles of laws are cited without their law; a Section 11 is never meant by "Title 11". */
function isDivisionWord(unit: CitationUnit): boolean {
  return /^(?:title|part|division|chapter|rule|regulation)$/.test(unit);
}

/** "Section 8" where 8.1 to 8.4 stand without a heading of their own: the first of them. */
function findGroup(number: CitedNumber, from: Standpoint): Begun {
  const members = from.instrument.index.withPrefix(number.number);
  return { provisions: members.slice(0, 1), fit: 'same', confidence: 0.7 };
}

/** Doubtful readings count only where there is nothing better, and a bare line only where no other has text below it. */
function plausible(matches: readonly NumberedMatch[]): readonly NumberedMatch[] {
  if (matches.length < 2) return matches;
  const sure = matches.filter(({ provision }) => provision.confidence >= 0.6);
  const left = sure.length > 0 ? sure : matches;
  const full = left.filter(({ provision }) => provision.range.end > provision.heading.end + 2);
  return full.length > 0 ? full : left;
}

/** Those that share most of their ancestors with the place of the citation. */
function nearest(matches: readonly NumberedMatch[], source: Provision | null): readonly NumberedMatch[] {
  if (matches.length < 2) return matches;
  const around = new Map<Provision, number>();
  for (const [depth, provision] of chainOf(source).reverse().entries()) around.set(provision, depth + 1);
  let best: NumberedMatch[] = [];
  let deepest = -1;
  for (const match of matches) {
    const common = chainOf(match.provision.parent).find((provision) => around.has(provision));
    const level = common ? (around.get(common) ?? 0) : 0;
    if (level > deepest) {
      deepest = level;
      best = [match];
    } else if (level === deepest) best.push(match);
  }
  return best;
}

/** Of several the one that says where it stands: "this Section 8", "Section 3 above". */
function placed(
  matches: readonly NumberedMatch[],
  { source, offset, place }: Standpoint,
): readonly NumberedMatch[] {
  if (matches.length < 2 || place === null) return matches;
  if (place === 'this') {
    const around = chainOf(source);
    const own = matches.filter(({ provision }) => around.includes(provision));
    return own.length > 0 ? own : matches;
  }
  const earlier = matches.filter(({ provision }) => provision.range.start < offset);
  if (place === 'above' || place === 'preceding') return earlier.length > 0 ? earlier.slice(-1) : matches;
  const later = matches.filter(({ provision }) => provision.range.start > offset);
  return place === 'below' && later.length > 0 ? later.slice(0, 1) : matches;
}

/** The provision and those around it, innermost first. */
export function chainOf(provision: Provision | null): Provision[] {
  const chain: Provision[] = [];
  for (let at = provision; at; at = at.parent) chain.push(at);
  return chain;
}

/** An item of a list: in the provision that cites it, in its neighbours, and so outwards up to the instrument. */
function findListed(number: CitedNumber, from: Standpoint): Begun {
  let outermost: Provision | null = null;
  for (const holder of chainOf(from.source)) {
    if (from.place === 'this' && carries(holder, number))
      return { provisions: [holder], fit: 'same', confidence: 0.9 };
    const matches = childrenWith(holder, number).filter(
      (child) =>
        !isRootKind(child.kind) &&
        (from.place !== 'above' || child.range.start < from.offset) &&
        (from.place !== 'below' || child.range.end > from.offset),
    );
    if (matches.length > 0) {
      // Several lists of one provision: the one last begun.
      const before = matches.filter(({ range }) => range.start <= from.offset);
      const chosen = from.place === 'below' ? matches[0] : (before.at(-1) ?? matches[0]);
      return {
        provisions: chosen ? [chosen] : [],
        fit: 'same',
        confidence: matches.length === 1 ? 0.9 : 0.6,
      };
    }
    if (isRootKind(holder.kind) || holder.parent === null) break;
    outermost = holder;
  }
  const deep = outermost ? deepMatches(outermost, number) : [];
  return deep.length === 1
    ? { provisions: deep, fit: 'same', confidence: 0.55 }
    : { ...none, confidence: 0.5 };
}

/** The subdivisions of `holder` with this number: its own, else the only one at any depth. */
export function findBelow(holder: Provision, number: CitedNumber): readonly Provision[] {
  const direct = membersWith(holder, number);
  if (direct.length > 0) return direct.slice(0, 1);
  // "Article 5, paragraph 1" of an article that is one paragraph.
  if (number.unit === 'paragraph' && number.number === '1' && !hasNumberedParagraphs(holder)) return [holder];
  const deep = deepMatches(holder, number);
  return deep.length === 1 ? deep : [];
}

function hasNumberedParagraphs(holder: Provision): boolean {
  return holder.children.some(({ kind, ordinal }) => kind === 'paragraph' && ordinal !== null);
}

function isDirectlyBelow(provision: Provision, holders: readonly Provision[]): boolean {
  const { parent } = provision;
  if (holders.includes(provision) || !parent) return true;
  return (
    holders.includes(parent) ||
    ((parent.implied || parent.ordinal === null) && parent.parent !== null && holders.includes(parent.parent))
  );
}

/** How many provisions are looked through for one that stands deeper than it is cited. */
const furthestSearch = 400;

function deepMatches(holder: Provision, number: CitedNumber): Provision[] {
  const found: Provision[] = [];
  let seen = 0;
  for (const pending = [...holder.children]; seen < Math.min(pending.length, furthestSearch); seen += 1) {
    const child = pending[seen];
    if (!child || isRootKind(child.kind)) continue;
    if (carries(child, number)) found.push(child);
    pending.push(...child.children);
  }
  return found;
}
