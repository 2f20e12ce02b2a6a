import { parseNumberWord } from '../model/numerals.ts';
import type { CitationPlace, CitationUnit, Qualifier } from './citation.ts';
import { documentNouns, lawNouns } from './law-words.ts';
import { readUnitWord } from './unit-words.ts';

/** What stands before a unit word and belongs to the citation: "the preceding two", "each of the above", "this". */
export interface Lead {
  readonly start: number;
  readonly place: CitationPlace;
  readonly ordinals: readonly number[];
  readonly count: number | null;
  readonly law: string | null;
}

const places: ReadonlyMap<string, CitationPlace> = new Map([
  ['this', 'this'],
  ['these', 'this'],
  ['present', 'this'],
  ['preceding', 'preceding'],
  ['prior', 'preceding'],
  ['previous', 'preceding'],
  ['foregoing', 'preceding'],
  ['last', 'preceding'],
  ['following', 'following'],
  ['next', 'following'],
  ['succeeding', 'following'],
  ['subsequent', 'following'],
  ['above', 'above'],
  ['above-mentioned', 'above'],
  ['abovementioned', 'above'],
  ['below', 'below'],
  ['such', 'such'],
  ['said', 'such'],
  ['same', 'such'],
  ['that', 'such'],
  ['aforementioned', 'such'],
  ['aforesaid', 'such'],
]);

/** Words that may stand between and say nothing of their own. */
const fillers: ReadonlySet<string> = new Set([
  'the',
  'immediately',
  'of',
  'each',
  'any',
  'all',
  'both',
  'either',
  'mentioned',
]);

/** Reads backwards from the unit word at `at`. Looks at some eighty characters. */
export function readLead(text: string, at: number): Lead {
  const words = wordsBefore(text, at);
  let start = at;
  let place: CitationPlace = null;
  let count: number | null = null;
  const ordinals: number[] = [];
  let index = 0;
  for (; index < words.length; index += 1) {
    const word = words[index];
    if (!word) break;
    const small = word.text.toLowerCase();
    const ordinal = ordinalOf(small);
    if (count === null && place === null && ordinals.length === 0 && countOf(small) !== null)
      count = countOf(small);
    else if (ordinal !== null && (place === null || ordinals.length > 0) && count === null)
      ordinals.unshift(ordinal);
    else if (
      small === 'and' &&
      ordinals.length > 0 &&
      ordinalOf(words[index + 1]?.text.toLowerCase() ?? '') !== null
    )
      continue;
    else if (places.has(small) && (place === null || small === 'the' || small === 'this')) {
      if (small === 'last' && ordinals.length > 0) break;
      place ??= places.get(small) ?? null;
    } else break;
    start = word.start;
  }
  if (count !== null && place === null)
    return { start: at, place: null, ordinals: [], count: null, law: lawBefore(text, at) };
  // "each of the preceding": what leads up to the words that were read, but never alone.
  for (; index < words.length && fillers.has(words[index]?.text.toLowerCase() ?? ''); index += 1) {
    const word = words[index];
    if (!word) break;
    const small = word.text.toLowerCase();
    if (small === 'of' && !fillers.has(words[index + 1]?.text.toLowerCase() ?? '')) break;
    start = word.start;
  }
  const bare = place === null && ordinals.length === 0;
  return { start: bare ? at : start, place, ordinals, count, law: bare ? lawBefore(text, at) : null };
}

interface Word {
  readonly text: string;
  readonly start: number;
}

/** The words before `at`, the nearest first, back to a punctuation mark; eight at most. */
function wordsBefore(text: string, at: number): Word[] {
  const from = Math.max(0, at - 90);
  const before = text.slice(from, at);
  const found: Word[] = [];
  let end = before.length;
  while (found.length < 8) {
    while (end > 0 && /[ \u00a0*_]/.test(before[end - 1] ?? '')) end -= 1;
    let start = end;
    while (start > 0 && /[A-Za-z-]/.test(before[start - 1] ?? '')) start -= 1;
    if (start === end || (start === 0 && from > 0)) break;
    found.push({ text: before.slice(start, end), start: from + start });
    end = start;
  }
  return found;
}

function countOf(word: string): number | null {
  if (/^(?:first|second|third|last)$/.test(word) || ordinalOf(word) !== null) return null;
  const value = parseNumberWord(word);
  return value !== null && value > 1 && value < 20 ? value : null;
}

const ordinalEnding = /(?:first|second|third|[a-z]th)$/;

function ordinalOf(word: string): number | null {
  if (word === 'last') return -1;
  if (word === 'penultimate') return -2;
  return ordinalEnding.test(word) ? parseNumberWord(word) : null;
}

/**
 * The law whose name ends right before `at`: "Internal Revenue Code Section 409A", "Exchange Act Rule 13d-1". "this Code"
 * and a mere "Rules" at the start of a sentence are none.
 */
function lawBefore(text: string, at: number): string | null {
  const before = text.slice(Math.max(0, at - 90), at).replace(/[ \u00a0(*_]{1,4}$/, '');
  const names: string[] = [];
  const words = before.split(/[ \u00a0]+/);
  for (let index = words.length - 1; index >= 0 && names.length < 8; index -= 1) {
    const word = words[index] ?? '';
    if (!/^(?:[A-Z(]|of$|and$|the$)/.test(word)) {
      if (/^(?:this|these)$/i.test(word)) return null;
      break;
    }
    if (/^(?:This|These)$/.test(word)) return null;
    names.unshift(word);
  }
  while (/^(?:of|and|the|The|In|Under|By|For)$/.test(names[0] ?? '')) names.shift();
  const last = (names.at(-1) ?? '').replace(/[()]/g, '').replace(/[’']s$/, '');
  if (!lawNouns.has(last.toLowerCase()) && !/^[A-Z]{2,5}(?:\.[A-Z])*\.?$/.test(last.replace(/\./g, '')))
    return null;
  if (!lawNouns.has(last.toLowerCase()) && !knownAbbreviation.test(last)) return null;
  return names.join(' ').replace(/^\(|\)$/g, '');
}

const knownAbbreviation =
  /^(?:ERISA|COBRA|HIPAA|UCC|U\.C\.C\.|DGCL|FAR|DFARS|SFAS|FASB|FIN|NASD|FINRA|U\.S\.C\.|USC|C\.F\.R\.|CFR|IRC|I\.R\.C\.|TUPE|FSMA|GDPR|PACA)$/;

const hereof = /[ \u00a0]{1,3}(hereof|hereto|herein|hereunder|above|below|thereof|thereto|therein)\b/y;
const linked =
  /(?:[ \u00a0]{1,2}(?:\(?inclusive\)?|et[ \u00a0]seq\.?|\([^()]{1,60}\)))?[ \u00a0]{0,3},?[ \u00a0]{1,3}(?:both |each |all )?(?:of|to|under|in|within|from|attached to|contained in|set forth in|promulgated under|issued under)[ \u00a0]{1,3}/iy;
const determiner =
  /(?:(the|this|these|such|said|that certain|that|its|our|your|their|his|her|an?)(?:[ \u00a0]{1,3}(?:above|same|aforementioned|applicable|existing|original|present))?[ \u00a0]{1,3})?["“]?/iy;

/** What is said of the document right behind a citation that ends at `at`. */
export function readQualifier(text: string, at: number): Qualifier | null {
  hereof.lastIndex = at;
  const word = hereof.exec(text)?.[1];
  if (word) {
    const kind = word.startsWith('there') ? 'there' : 'here';
    if (/^here/.test(word) || kind === 'there') return { kind, name: '', start: at, end: hereof.lastIndex };
  }
  linked.lastIndex = at;
  if (!linked.test(text)) return null;
  determiner.lastIndex = linked.lastIndex;
  const determined = determiner.exec(text);
  const article = (determined?.[1] ?? '').toLowerCase();
  const start = determined ? determiner.lastIndex : linked.lastIndex;
  const name = readName(text, start);
  if (name === null) return null;
  // "Schedule 13G to report" holds a verb: a noun in small letters needs its article.
  if (article === '' && /^[a-z]/.test(name)) return null;
  const kind = /^th(?:is|ese)$/.test(article)
    ? 'here'
    : /^(?:such|said|that)$/.test(article)
      ? 'there'
      : 'named';
  return { kind, name, start: at, end: start + name.length };
}

const nameWord = /[A-Z][\w.&’'-]{0,40}|\d{4}|\(?[A-Z]{2,6}\)?/y;
const joiningWord = /[ \u00a0]{1,3}(?:(?:of|and|the|for|on|in|to|with|de|&|by|between)[ \u00a0]{1,3}){0,3}/y;
const smallNoun =
  /([a-z-]{3,20})(?:[ \u00a0]{1,2}(?:of|for|to)[ \u00a0]{1,2}(?:the[ \u00a0]{1,2})?(?=[A-Za-z])([a-z]{3,20}))?/y;

/** A name in capitals ("Commercial Code of Japan", "Securities Act of 1933"), or a document's noun in small letters. */
export function readName(text: string, start: number): string | null {
  nameWord.lastIndex = start;
  if (!nameWord.test(text)) {
    smallNoun.lastIndex = start;
    const noun = smallNoun.exec(text);
    return noun && documentNouns.has(noun[1] ?? '') ? (noun[1] ?? null) : null;
  }
  if (opensCitation(text, start)) {
    const regulation = /^(?:Regulation|Schedule|Rule|Form)[ \u00a0][A-Z\d][\w-]{0,12}/.exec(
      text.slice(start, start + 24),
    );
    return regulation?.[0] ?? null;
  }
  let end = trimDot(text, start, nameWord.lastIndex);
  for (let words = 1; words < 14; words += 1) {
    if (end < nameWord.lastIndex && !/^[A-Z]\.$/.test(text.slice(end - 1, end + 1))) break;
    joiningWord.lastIndex = end;
    if (!joiningWord.test(text)) break;
    if (opensCitation(text, joiningWord.lastIndex)) break;
    nameWord.lastIndex = joiningWord.lastIndex;
    if (!nameWord.test(text)) break;
    end = trimDot(text, joiningWord.lastIndex, nameWord.lastIndex);
  }
  // "DSA bylaws": a document's noun in small letters ends the name.
  const noun = /^[ \u00a0]([a-z-]{3,12})\b/.exec(text.slice(end, end + 15));
  if (noun && documentNouns.has(noun[1] ?? '')) end += noun[0].length;
  return text.slice(start, end);
}

/** A unit word with a number opens a citation and is no name: "of Section 4". */
function opensCitation(text: string, at: number): boolean {
  const word = /^[A-Za-z]+\.?/.exec(text.slice(at, at + 16))?.[0] ?? '';
  return (
    readUnitWord(word) !== null &&
    /^[ \u00a0]{1,3}(?:\d|[IVXLC]{1,6}\b|[A-Z]\b|\()/.test(
      text.slice(at + word.length, at + word.length + 10),
    )
  );
}

/** A full stop behind the last word ends the sentence; inside an abbreviation it belongs to the name. */
function trimDot(text: string, start: number, end: number): number {
  return text[end - 1] === '.' &&
    !/^(?:[A-Z]\.){1,5}$|^(?:Inc|Ltd|Co|Corp|No|Reg|St)\.$/.test(text.slice(start, end))
    ? end - 1
    : end;
}

/** A unit without a number that stands for itself: "this Section", "the preceding Article", never "this Schedule". */
export function standsAlone(
  unit: CitationUnit,
  place: CitationPlace,
  capital: boolean,
  plural: boolean,
): boolean {
  // "these Articles", "The following Articles of Incorporation": the instrument itself.
  if (unit === 'article' && plural && (place === 'this' || place === 'following')) return false;
  if (unit === 'sentence' || unit === 'definition' || unit === 'recital') return false;
  if (/^(?:exhibit|schedule|annex|appendix|attachment|addendum|title|regulation|rule|division)$/.test(unit))
    return false;
  if (unit === 'part' || unit === 'chapter' || unit === 'item')
    return capital || place !== 'this' || unit === 'item';
  return true;
}
