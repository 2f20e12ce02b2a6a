import type { Analysis } from '../../server/src/core/analysis.ts';
import { isRootKind, type Provision, walkProvisions } from '../../server/src/core/model/provision.ts';
import type { TextRange } from '../../server/src/core/text/range.ts';
import type { FindPlaces, Place } from './fault.ts';
import { findPlainTerms, findPlainUses, isRunningText, keyOf, type PlainTerm } from './plain-terms.ts';
import { breakPlural, misspell, replaceWord, swapWords } from './term-slips.ts';

/**
 * Faults of defined terms: a definition deleted while its term stays in use, a use written wrongly, a definition given
 * twice, a pointer sent to the wrong section. Terms and uses are found by a plain search (plain-terms.ts), and a fault is
 * counted only where that search shows it to be one.
 */
export const findTermPlaces: FindPlaces = (analysis, text, path) => {
  const terms = findPlainTerms(analysis, text);
  return [
    ...terms.flatMap((term, index) => [
      ...deletions(analysis, text, path, term),
      ...slips(analysis, text, path, term),
      ...doublings(analysis, text, path, terms, index),
    ]),
    ...pointerPlaces(analysis, text, path),
  ];
};

/** Words with capitals may be those of another document there: a definition that is missing proves no fault. */
const borrows =
  /[Cc]apitali[sz]ed (?:term|word)s?\b[^.]{0,80}\bnot\b[^.]{0,40}\bdefined|not (?:otherwise )?(?:expressly )?defined (?:herein|in this|below|above)|defined (?:therein|in the [A-Z])|AMENDMENT\b|Amendment No|SUPPLEMENT/;

function deletions(analysis: Analysis, text: string, path: string, term: PlainTerm): Place[] {
  const own = ownText(analysis, text, term.start);
  if (borrows.test(text.slice(own.start, own.end)) || !isLostWithoutDefinition(text, term)) return [];
  const { from, until } = term;
  const uses = [term.term, ...pluralsOf(term.term)]
    .flatMap((words) => findPlainUses(analysis, text, words))
    .filter(({ start }) => start < from || start >= until)
    .filter(({ start }) => own.start <= start && start < own.end);
  if (uses.length < 2) return [];
  const kind = 'definition deleted';
  const altered = (): string => text.slice(0, from) + text.slice(until);
  return [
    {
      kind,
      path,
      make: () => ({
        kind,
        expected: ['undefined-term', 'possible-term'],
        text: altered(),
        from: 0,
        until: text.length,
        about: keyOf(term.term),
        before: { text, from: 0, until: text.length },
      }),
    },
  ];
}

/**
 * Whether nobody can know what the term means once its definition is gone. Names of laws, abbreviations, short names of
 * what is named in full beside them, what the document calls itself and what a section is headed by are understood
 * without one.
 */
function isLostWithoutDefinition(text: string, { term, form, from, until, start }: PlainTerm): boolean {
  if (/^[A-Z]{2,6}s?$|\b(?:Act|Code|Laws?|Rules?|Regulations?|Commission|SEC|Exchange)$/.test(term))
    return false;
  if (text.includes(`this ${term}`) || text.includes(`This ${term}`)) return false;
  const heading = new RegExp(
    `^[\\W\\d]*(?:(?:section|article) [\\w.]+\\W+|\\(?[a-z]\\)\\W*)?${term}(?:s?[.:*_]|\\s*$)`,
    'im',
  );
  if (heading.test(text.slice(0, from)) || heading.test(text.slice(until))) return false;
  if (text.slice(0, 400).toLowerCase().includes(term.toLowerCase())) return false;
  // "Moody's" means Moody's Investors Service.
  if (form === 'listed') return !text.slice(start + term.length, until).includes(term);
  const ahead = text.slice(Math.max(0, from - 400), start - 1).toLowerCase();
  return !term
    .split(' ')
    .every((word) => /^(?:of|in|for|to)$/.test(word) || ahead.includes(word.toLowerCase()));
}

function pluralsOf(term: string): string[] {
  return [
    term.replace(/([^aeiou])y$/, '$1ies'),
    `${term}s`,
    term.replace(/^(\w+)( of | in | for | to )/, '$1s$2'),
  ].filter((words) => words !== term);
}

const slipsOfThePen = {
  'use misspelt': { write: misspell, rules: ['term-variant'] },
  'plural broken': { write: breakPlural, rules: ['term-variant'] },
  'words swapped': { write: swapWords, rules: ['term-variant'] },
  'word replaced': { write: replaceWord, rules: ['term-variant', 'undefined-term', 'possible-term'] },
} as const;

/** One use of each term for each way in which it can be written wrongly. */
function slips(analysis: Analysis, text: string, path: string, { term, from, until }: PlainTerm): Place[] {
  const singular = findPlainUses(analysis, text, term);
  const plural = pluralsOf(term).flatMap((words) => findPlainUses(analysis, text, words));
  const found: Place[] = [];
  for (const [kind, { write, rules }] of Object.entries(slipsOfThePen)) {
    const uses = (kind === 'plural broken' ? plural : singular).filter(
      ({ start }) => start < from || start >= until,
    );
    const use = pick(uses, `${path} ${kind} ${term}`);
    if (!use) continue;
    const wrong = write(text.slice(use.start, use.end), `${path} ${term}`);
    // What stands elsewhere too is meant.
    if (!wrong || text.toLowerCase().includes(wrong.toLowerCase())) continue;
    const own = ownText(analysis, text, use.start);
    if (kind === 'word replaced' && borrows.test(text.slice(own.start, own.end))) continue;
    found.push({
      kind,
      path,
      make: () => ({
        kind,
        expected: rules,
        text: text.slice(0, use.start) + wrong + text.slice(use.end),
        from: use.start,
        until: use.start + wrong.length,
        before: { text, from: use.start, until: use.end },
      }),
    });
  }
  return found;
}

/** The paragraph of a list is put in again further down; the sentence with a name in brackets, in another section. */
function doublings(
  analysis: Analysis,
  text: string,
  path: string,
  terms: readonly PlainTerm[],
  index: number,
): Place[] {
  const term = terms[index];
  if (!term) return [];
  const copy = term.form === 'listed' ? listedCopy(text, terms, index) : sentenceCopy(analysis, text, term);
  if (!copy) return [];
  const kind = 'definition doubled';
  const { at, words } = copy;
  return [
    {
      kind,
      path,
      make: () => ({
        kind,
        expected: ['duplicate-definition'],
        text: text.slice(0, at) + words + text.slice(at),
        from: at,
        until: at + words.length,
        before: { text, from: at, until: at },
      }),
    },
  ];
}

interface Copy {
  readonly at: number;
  readonly words: string;
}

function listedCopy(text: string, terms: readonly PlainTerm[], index: number): Copy | null {
  const own = terms[index];
  const later = terms[index + 3];
  if (!own || later?.form !== 'listed' || later.from - own.from > 20_000) return null;
  const gap = /^\s*/.exec(text.slice(later.until))?.[0] ?? '';
  return { at: later.until + gap.length, words: text.slice(own.from, own.until).trimEnd() + (gap || '\n') };
}

function sentenceCopy(analysis: Analysis, text: string, term: PlainTerm): Copy | null {
  const paragraph = analysis.paragraphs.find(({ start, end }) => start <= term.start && term.start < end);
  const root = rootAt(analysis, term.start);
  if (!paragraph || !root || paragraph.end - paragraph.start > mostSentence * 4) return null;
  const before = text.slice(paragraph.start, term.from);
  const opening = Math.max(
    ...[...before.matchAll(/[a-z]{3}\. (?=[A-Z])/g)].map(({ index }) => index + 5),
    -1,
  );
  const ending = /[a-z)]{3}\.(?=\s+[A-Z]|\s*$)/.exec(text.slice(term.until, paragraph.end));
  if (opening < 0 || !ending) return null;
  const words = text.slice(paragraph.start + opening, term.until + ending.index + ending[0].length);
  if (words.length > mostSentence || (words.match(/["“]/g) ?? []).length !== (words.includes('“') ? 1 : 2))
    return null;
  const section = sectionAt(analysis, term.start);
  const places = analysis.paragraphs.filter(
    ({ start, end }) =>
      start > term.end &&
      text[end - 1] === '.' &&
      end - start > 200 &&
      isRunningText(analysis, end - 1) &&
      isRunningText(analysis, start) &&
      rootAt(analysis, end - 1) === root &&
      sectionAt(analysis, end - 1) !== section,
  );
  const place = pick(places, term.term);
  return place ? { at: place.end, words: ` ${words}` } : null;
}

const mostSentence = 600;

function rootAt(analysis: Analysis, offset: number): Provision | null {
  return innermost(analysis.outline, offset, ({ kind }) => isRootKind(kind));
}

/** The text of an instrument up to what is attached to it. */
function ownText(analysis: Analysis, text: string, offset: number): TextRange {
  const root = rootAt(analysis, offset);
  if (!root) return { start: 0, end: text.length };
  const attached = root.children.find(({ kind }) => isRootKind(kind));
  return { start: root.range.start, end: attached?.range.start ?? root.range.end };
}

function sectionAt(analysis: Analysis, offset: number): Provision | null {
  return innermost(analysis.outline, offset, ({ kind }) => kind === 'section' || kind === 'article');
}

function innermost(
  provisions: readonly Provision[],
  offset: number,
  fits: (provision: Provision) => boolean,
): Provision | null {
  const around = provisions.find(({ range }) => range.start <= offset && offset < range.end);
  if (!around) return null;
  return innermost(around.children, offset, fits) ?? (fits(around) ? around : null);
}

const pointer =
  /["“][*_]{0,3}([A-Z][A-Za-z’'-]+(?: [A-Z][A-Za-z’'-]+){0,5})[*_]{0,3}["”]\s+(?:shall )?ha(?:s|ve) the meaning[\w ,]{0,60}\bSection (\d{1,3}(?:\.\d{1,3}){0,2})(?=[\s.,;(])/g;

/** `"X" has the meaning set forth in Section N`, where the number becomes that of a section that does not name X in quotation marks. */
function pointerPlaces(analysis: Analysis, text: string, path: string): Place[] {
  const sections = numberedSections(analysis);
  const found: Place[] = [];
  for (const match of text.matchAll(pointer)) {
    const [whole, term = '', number = ''] = match;
    const own = sections.get(number);
    if (!own || !namesInQuotes(text, own, term) || !isRunningText(analysis, match.index)) continue;
    const others = [...sections].filter(
      ([other, provision]) =>
        other !== number &&
        !other.startsWith(`${number}.`) &&
        !number.startsWith(`${other}.`) &&
        provision.range.end - provision.range.start > 300 &&
        !namesInQuotes(text, provision, term) &&
        !(provision.range.start <= match.index && match.index < provision.range.end),
    );
    const wrong = pick(others, `${path} ${term}`)?.[0];
    if (wrong === undefined) continue;
    const at = match.index + whole.length - number.length;
    const kind = 'pointer misdirected';
    found.push({
      kind,
      path,
      make: () => ({
        kind,
        // Where the other section lacks the subdivision as well, the reference is broken.
        expected: ['misdirected-definition', 'broken-reference'],
        text: text.slice(0, at) + wrong + text.slice(at + number.length),
        from: match.index,
        until: at + wrong.length,
        before: { text, from: match.index, until: at + number.length },
      }),
    });
  }
  return found;
}

/** Sections whose number heads no other provision. */
function numberedSections(analysis: Analysis): ReadonlyMap<string, Provision> {
  const found = new Map<string, Provision | null>();
  for (const provision of walkProvisions(analysis.outline)) {
    const { number, kind, inline, confidence } = provision;
    if (!number || inline || !/^\d/.test(number)) continue;
    const sure = (kind === 'section' || kind === 'article') && confidence >= 0.7;
    found.set(number, found.has(number) || !sure ? null : provision);
  }
  return new Map(
    [...found].flatMap(([number, provision]) => (provision ? [[number, provision] as const] : [])),
  );
}

function namesInQuotes(text: string, { range }: Provision, term: string): boolean {
  const own = text.slice(range.start, range.end).replace(/[*_]/g, '').replace(/\s+/g, ' ').toLowerCase();
  const plain = term.toLowerCase();
  return ['"', '“'].some((mark) => own.includes(`${mark}${plain.replace(/s$/, '').replace(/ie$/, '')}`));
}

/** One of several, by the words alone. */
function pick<T>(list: readonly T[], words: string): T | undefined {
  let hash = 0x811c9dc5;
  for (let index = 0; index < words.length; index += 1)
    hash = Math.imul(hash ^ words.charCodeAt(index), 0x01000193) >>> 0;
  return list[(hash >>> 3) % Math.max(1, list.length)];
}
