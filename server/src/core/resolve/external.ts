import type { Analysis } from '../analysis.ts';
import type { Citation } from '../inline/citation.ts';
import { governmentForm, securitiesSections } from '../inline/law-words.ts';
import { readPossibleHeadings } from '../inline/possible-headings.ts';
import { redactedProvision } from '../inline/redaction.ts';
import { isAttachmentUnit, isListUnit } from '../inline/unit-words.ts';
import type { Provision } from '../model/provision.ts';
import { mayBeHeading } from '../syntax/readings.ts';
import { mayBeAttached } from './attachment-loss.ts';
import type { Standpoint } from './follow.ts';
import { foundIn } from './found.ts';
import type { Instrument } from './instruments.ts';
import { readCitedNumber, type Series } from './provision-index.ts';
import type { CitationPosition, Resolved } from './resolver.ts';

/** A citation of a law, a rule or another document, as far as it is named. */
export interface Outside {
  readonly name: string | null;
  readonly confidence: number;
}

/** Judges whether citations lead out of the document. Remembers which laws were cited by which numbers. */
export class ExternalJudge {
  readonly #instruments: readonly Instrument[];
  readonly #analysis: Analysis;
  readonly #laws = new Map<string, string | null>();

  constructor(analysis: Analysis, instruments: ReadonlyMap<Provision, Instrument>) {
    this.#analysis = analysis;
    this.#instruments = [...instruments.values()];
  }

  /** What the citation says itself: it names a law or another document, or is a form's name and no citation at all. */
  isOutside(
    citation: Citation,
    position: CitationPosition,
    own: Instrument | null,
  ): Outside | 'mention' | null {
    if (citation.lawBefore !== null) return this.#note(citation, citation.lawBefore, 0.95);
    const { qualifier, unit } = citation;
    if (qualifier?.kind === 'named' && !this.#called(qualifier.name, own))
      return this.#note(citation, qualifier.name, 0.9);
    if (qualifier?.kind === 'there' && !this.#called(qualifier.name, own)) {
      return { name: qualifier.name === '' ? null : qualifier.name, confidence: 0.5 };
    }
    const first = citation.members[0]?.steps[0]?.number ?? '';
    if (unit === 'schedule' && citation.place !== 'this' && governmentForm.test(first)) return 'mention';
    if (unit === 'regulation' && !/^\d/.test(first)) return 'mention';
    if ((unit === 'rule' || unit === 'regulation') && (own?.index.series(unit).count ?? 0) === 0)
      return this.#note(citation, null, 0.9);
    if (position.quoted && qualifier === null) return { name: null, confidence: 0.6 };
    // An amendment cites the document that it amends as its own; what it says of itself it says with "this".
    if (
      own?.amends &&
      own.parent === null &&
      qualifier?.kind !== 'here' &&
      citation.place === null &&
      !isAttachmentUnit(unit)
    )
      return { name: null, confidence: 0.6 };
    return null;
  }

  /** The instrument in which the citation is to be looked up: its own, or one that it names. */
  instrumentMeant(citation: Citation, own: Instrument): Instrument {
    const { qualifier } = citation;
    if (!qualifier || qualifier.name === '') return own;
    for (let at: Instrument | null = own; at; at = at.parent) if (at.isCalled(qualifier.name)) return at;
    return this.#instruments.find((instrument) => instrument.isCalled(qualifier.name)) ?? own;
  }

  #called(name: string, own: Instrument | null): boolean {
    for (let at = own; at; at = at.parent) if (at.isCalled(name)) return true;
    return this.#instruments.some((instrument) => instrument.isCalled(name));
  }

  /** What could not be found here and is written as laws and other documents are cited. */
  isProbablyOutside(
    citation: Citation,
    members: readonly Resolved[],
    position: CitationPosition,
    own: Instrument | null,
  ): Outside | 'mention' | null {
    const key = keyOf(citation);
    if (this.#laws.has(key)) return { name: this.#laws.get(key) ?? null, confidence: 0.6 };
    const { unit } = citation;
    const first = citation.members[0]?.steps[0];
    if (!first || unit === null || isAttachmentUnit(unit) || citation.qualifier?.kind === 'here') return null;
    if (unit === 'section' && securitiesSections.has(printedNumber(citation)))
      return { name: null, confidence: 0.6 };
    // What an amendment does not have is in the document that it amends.
    if (own?.amends === true) return { name: null, confidence: 0.5 };
    if (namesLawBefore(citation, position)) return { name: null, confidence: 0.5 };
    if (members.some(({ failure }) => failure?.reached)) return null;
    if (/^\d{2,5}[A-Za-z]{1,2}|^\d{1,3}[a-z]\b|^\d{2,}[a-z]{0,2}-\d/.test(first.number))
      return { name: null, confidence: 0.6 };
    if (isListUnit(unit) && first.bracketed) return null;
    const series = own?.index.series(unit);
    if (unit === 'title' || unit === 'part' || unit === 'division' || unit === 'chapter') {
      return (series?.count ?? 0) < 2 ? { name: null, confidence: 0.5 } : null;
    }
    const value = Number.parseInt(first.number, 10);
    const depth = first.number.split(/[.-]/).length;
    if (!series || series.count === 0) return { name: null, confidence: 0.4 };
    // A number far above all that there are, or of a depth that does not occur, is not of this document.
    if (value > series.highest * 2 + 10) return { name: null, confidence: 0.6 };
    if (!series.depths.has(depth) && position.source !== null) return { name: null, confidence: 0.4 };
    return null;
  }

  /**
   * How sure it is that what was not found is not there: the number may stand in a line that was not taken for a heading,
   * or its series may not have been recognised at all.
   */
  certaintyOfLoss(citation: Citation, members: readonly Resolved[], from: Standpoint, sure: number): number {
    const { unit } = citation;
    const series = unit === null ? null : from.instrument.index.series(unit);
    if (unit !== null && !isAttachmentUnit(unit) && (series?.count ?? 0) < 3) return Math.min(sure, 0.5);
    // "Exhibit D   Form of Note" opens a line of a list, and "Schedules 88" is an entry of contents.
    const listed = citation.start === 0 || (citation.plural && citation.members.length === 1);
    if (isAttachmentUnit(unit) && listed) return Math.min(sure, 0.5);
    // Where a provision calls itself by a number that is not found, its heading was not read, unless it was: as another.
    const isLost = members.some(({ failure }) => failure && !failure.reached);
    if (citation.place === 'this' && isLost && !isHeadedOtherwise(citation, from)) return Math.min(sure, 0.4);
    // "clause (a) of the definition of “Lien”": the list is in that definition.
    if (citation.outer?.unit === 'definition' || citation.outer?.unit === 'sentence')
      return Math.min(sure, 0.4);
    for (const { failure } of members) {
      if (!failure) continue;
      if (unit !== null && isAttachmentUnit(unit)) {
        // The letter behind its number may be a part of its name: Exhibit 4.2(a).
        if (failure.reached || mayBeAttached(this.#analysis, unit, failure.sought))
          return Math.min(sure, 0.4);
        continue;
      }
      const doubtful = failure.reached
        ? failure.reached.confidence < 0.6 ||
          !this.#isListKnown(failure.reached, failure.sought) ||
          this.#mayStandIn(failure.reached, failure.sought)
        : this.#unread.has(failure.sought) ||
          !isSeriesKnown(failure.sought, series, from.instrument) ||
          this.#isRedactedBehind(failure.sought, from.instrument);
      if (doubtful) return Math.min(sure, 0.4);
    }
    return Math.min(sure, 0.9);
  }

  /** The heading may be among what was left out behind the last of its group. */
  #isRedactedBehind(number: string, { index }: Instrument): boolean {
    const prefix = /^(\d[\d.]*)\.\d+$/.exec(number)?.[1];
    const last = prefix === undefined ? undefined : index.withPrefix(prefix).at(-1);
    if (!last) return false;
    return whollyRedacted.test(
      this.#analysis.snapshot.text.slice(last.range.start, last.range.end + furtherText),
    );
  }

  /** The provision's list was read, or it plainly has none: no mark of a list stands in its text. */
  #isListKnown(provision: Provision, sought: string): boolean {
    const figures = /\d/.test(sought);
    const lists = figures ? this.#figureLists : this.#letterLists;
    const known = lists.get(provision) ?? this.#findListKnown(provision, figures ? figureMark : letterMark);
    lists.set(provision, known);
    return known;
  }
  readonly #figureLists = new Map<Provision, boolean>();
  readonly #letterLists = new Map<Provision, boolean>();

  #findListKnown(provision: Provision, mark: RegExp): boolean {
    const { range, children } = provision;
    const text = this.#analysis.snapshot.text.slice(range.start, endBeforeNext(provision));
    if (bullet.test(text)) return false;
    if (children.filter(({ ordinal }) => ordinal !== null).length >= 2) return true;
    if (this.#hasLostLists) return false;
    const own = text.slice(0, range.end - range.start);
    return !mark.test(own);
  }

  /** A conversion has made list marks of the numbers of its lists. */
  get #hasLostLists(): boolean {
    this.#lostLists ??= hasManyMatches(this.#analysis.snapshot.text, listMark, fewestListMarks);
    return this.#lostLists;
  }
  #lostLists: boolean | null = null;

  /** The subdivision is printed in the provision's text, or soon behind what was taken for its end. */
  #mayStandIn(provision: Provision, sought: string): boolean {
    let known = this.#printed.get(provision);
    if (!known) {
      known = new Map();
      this.#printed.set(provision, known);
    }
    let found = known.get(sought);
    if (found === undefined) {
      const text = this.#analysis.snapshot.text.slice(provision.range.start, endBeforeNext(provision));
      found = stands(text, sought);
      known.set(sought, found);
    }
    return found;
  }
  /** A provision is searched once for each number. */
  readonly #printed = new Map<Provision, Map<string, boolean>>();

  /** Numbers that stand where a heading could stand and were not read as one. */
  get #unread(): ReadonlySet<string> {
    this.#possibleHeadings ??= findPossibleHeadings(this.#analysis);
    return this.#possibleHeadings;
  }
  #possibleHeadings: ReadonlySet<string> | null = null;

  #note(citation: Citation, name: string | null, confidence: number): Outside {
    if (citation.members.length > 0) this.#laws.set(keyOf(citation), name);
    return { name, confidence };
  }
}

/** Whether the provision around the citation is headed by a number of the same depth and another value. */
function isHeadedOtherwise({ members }: Citation, { source }: Standpoint): boolean {
  const cited = readCitedNumber(members[0]?.steps[0]?.number ?? '');
  if (!cited) return false;
  for (let at = source; at; at = at.parent) {
    const { numbering, designation, confidence } = at;
    if (!numbering || designation === null || confidence < 0.6 || numbering.family.startsWith('(')) continue;
    if (numbering.path.length === cited.path.length) return true;
  }
  return false;
}

/**
 * Whether the neighbours of a missing number were read, so that it would have been read too: the other members of its
 * group, for a compound one; nearly all numbers up to the highest, for a plain one.
 */
function isSeriesKnown(number: string, series: Series | null, { index }: Instrument): boolean {
  // Letters behind figures are read as subdivisions by some and as numbers put in by others.
  if (/\d[A-Za-z]/.test(number)) return false;
  const prefix = /^(\d[\d.]*)\.\d+$/.exec(number)?.[1];
  if (prefix) {
    const { length } = index.withPrefix(prefix);
    return length >= 2 || (length === 1 && index.groups >= manyGroups);
  }
  return series !== null && series.plain >= series.highest * 0.8;
}

/** Where so many groups such as 4.1 to 4.6 were read, one of a single member is not the rest of an unread one. */
const manyGroups = 5;

/** Where the next provision that is headed by a number of its own begins; some way behind the end where none does. */
function endBeforeNext(provision: Provision): number {
  for (let at: Provision | null = provision; at?.parent; at = at.parent) {
    const siblings = at.parent.children;
    const next = siblings.slice(siblings.indexOf(at) + 1).find(({ numbering, inline }) => {
      const family = numbering?.family ?? '';
      return !inline && family !== '' && !family.startsWith('(') && family !== '#)';
    });
    if (next) return Math.min(next.range.start, provision.range.end + furtherText);
  }
  return provision.range.end + furtherText;
}

/** "(b)", "b)" or "b." as a mark of its own: what stands right behind a number or a bracket is cited there. */
function stands(text: string, sought: string): boolean {
  for (const mark of [`(${sought})`, `${sought})`, `${sought}.`]) {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1))
      if (at === 0 || !/[\w(.)\]]/.test(text.charAt(at - 1))) return true;
  }
  return false;
}

/** What may open a list: the first letter or numeral, not glued to what is cited before it. */
const letterMark = /(?<![\w)\].])\([aAiI]\)|(?:^|[\s;,])(?:[aA]|[iI])\)\s|[\n\r][ \t]{0,80}(?:[aA]|[iI])\.\s/;
const figureMark = /(?<![\w)\].])\(1\)|(?:^|[\s;,])1\)\s|[\n\r][ \t]{0,80}1\.\s/;

const fewestListMarks = 30;
const listMark = /[\n\r][ \t]{0,40}[-•·*][ \t]{1,4}(?=\S)/g;

function hasManyMatches(text: string, pattern: RegExp, many: number): boolean {
  let count = 0;
  for (const _ of text.matchAll(pattern)) {
    count += 1;
    if (count >= many) return true;
  }
  return false;
}

/** A conversion left a list mark where a number was. */
const bullet = /[\n\r][ \t]{0,80}[-*•·][ \t]/;

/** A provision left out as a whole: the mark is all that stands between two of them. */
const whollyRedacted = new RegExp(
  `${redactedProvision.source}[.;]?(?=\\s{0,9}(?:[\\n\\r]|\\s\\s|[A-Z\\d(§]|$))`,
);

/** How far behind a provision's end its subdivisions are looked for: a list may have been given to another. */
const furtherText = 3000;

/** Every number of the document that stands at the start of a line, of a sentence or behind a gap. */
function findPossibleHeadings(analysis: Analysis): ReadonlySet<string> {
  const { decisions, contents } = analysis;
  const found = new Set<string>();
  // What the contents announce has lost its number in the text: `contents-mismatch` tells of it.
  for (const { designation } of contents) found.add(designation.number);
  for (const decision of decisions) if (mayBeHeading(decision)) found.add(decision.designation.number);
  for (const { answer } of foundIn(analysis, readPossibleHeadings))
    for (const number of answer) found.add(number);
  return found;
}

const lawNamed = /\b(?:Act|Code|Law|Statute|Decree|Regulation|Directive|Convention|Treaty)\b[^.;]{0,110}$/;

/** A law is named shortly before in the same sentence: "the Act of 1935, from all provisions thereof except Section 9". */
function namesLawBefore({ start }: Citation, { paragraph }: CitationPosition): boolean {
  return lawNamed.test(paragraph.text.slice(Math.max(0, start - 110), start));
}

/** "3(a)(9)" */
function printedNumber({ members }: Citation): string {
  return (members[0]?.steps ?? [])
    .map(({ number, bracketed }) => (bracketed ? `(${number})` : number))
    .join('');
}

function keyOf({ unit, members }: Citation): string {
  return `${unit ?? ''} ${members[0]?.steps[0]?.number ?? ''}`;
}
