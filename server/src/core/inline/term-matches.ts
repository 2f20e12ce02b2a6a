import { singular, stemOf } from './inflection.ts';
import type { IndexedTerm, TermIndex } from './term-index.ts';
import { nextWord, readWords, type Word, wordEnd } from './words.ts';

/**
 * How a term is written where it is used.
 *
 * - `exact`: as it was given, but for number and possession.
 * - `capitals`: in capitals where it was given in small letters, or the other way round.
 * - `mixed`: some of its words have lost their capital: "Closing date".
 * - `lower`: in small letters throughout. That may be the term or only its words.
 */
export type TermCase = 'exact' | 'capitals' | 'mixed' | 'lower';

/** A term found in a text. Offsets into that text. */
export interface TermMatch {
  readonly term: IndexedTerm;
  readonly start: number;
  readonly end: number;
  readonly spelling: TermCase;
  /** Behind another word with a capital, of whose name it may be a part: "Agreement" in "Credit Agreement". */
  readonly within: boolean;
  /** A word that is not its last has another number than in the definition: "Applicable Law and Rules" for "Laws". */
  readonly altered: boolean;
  /** Another term that begins inside this one and ends behind it: the words can be read in two ways. */
  readonly crossing: IndexedTerm | null;
}

/** Finds the terms of an index in a text: from left to right, the longest first, none over another. Linear. */
export function findTerms(text: string, index: TermIndex): readonly TermMatch[] {
  if (index.terms.length === 0) return none;
  const found: TermMatch[] = [];
  let before: Word | null = null;
  for (let at = nextWord(text, 0); at < text.length; ) {
    const last: Longest | null = index.mayBegin(text.charCodeAt(at), text.charCodeAt(at + 1))
      ? findAt(text, at, index)
      : null;
    const match: TermMatch | null = last && judge(text, at, last, before);
    if (match) {
      const previous = found.at(-1);
      // Behind another term it stands for itself: "Company Closing Date".
      const apart = match.within && previous !== undefined && match.start - previous.end <= 3;
      found.push({
        ...match,
        within: match.within && !apart,
        crossing:
          match.spelling === 'exact' && match.term.stems.length > 1 ? findCrossing(text, match, index) : null,
      });
    }
    before = match && last ? last.word : { start: at, end: wordEnd(text, at) };
    at = nextWord(text, before.end);
  }
  return found;
}

const none: readonly TermMatch[] = [];

interface Longest {
  readonly term: IndexedTerm;
  /** The last word of it in the text. */
  readonly word: Word;
}

/** The longest term that begins with the word at `start`. */
function findAt(text: string, start: number, index: TermIndex): Longest | null {
  let node = index.root;
  let longest: Longest | null = null;
  for (let at = start; at < text.length; ) {
    const end = wordEnd(text, at);
    const next = node.next.get(stemOf(text.slice(at, end)));
    if (!next) break;
    // In "Party a notice" the letter is an article, not the A of "Party A".
    const isArticle = end - at === 1 && at > start && text[at] === 'a';
    if (next.term && !isArticle) longest = { term: next.term, word: { start: at, end } };
    if (next.next.size === 0) break;
    const possessor = next.term !== null && !next.possessive && possessive(text.slice(at, end)) > 0;
    node = next;
    at = nextWord(text, end);
    // In "the Owner's boat" the owner stands for itself, though an "Owner Boat" may be defined.
    if (!joins(text, end, at) || (possessor && !isCapital(text.charCodeAt(at)))) break;
  }
  return longest;
}

/** A term that begins with a later word of a match and goes on behind it. */
function findCrossing(text: string, match: TermMatch, index: TermIndex): IndexedTerm | null {
  for (
    let at = nextWord(text, wordEnd(text, match.start));
    at < match.end;
    at = nextWord(text, wordEnd(text, at))
  ) {
    if (!index.mayBegin(text.charCodeAt(at), text.charCodeAt(at + 1))) continue;
    const other = findAt(text, at, index);
    if (other && other.word.start >= match.end && /^[A-Z]/.test(text[other.word.start] ?? ''))
      return other.term;
  }
  return null;
}

/** Conversions leave the indentation of a line between two words where its end was. */
const longestGap = 60;

/** What may stand between two words of one term: blanks, a stroke, a comma, "&", a mark of emphasis, the stop of "U.S." */
function joins(text: string, from: number, until: number): boolean {
  if (until - from === 1 && text.charCodeAt(from) === 32) return true;
  if (until - from > longestGap) return false;
  const abbreviated = text[from] === '.' && text[from - 2] === '.';
  return /^[\s,/&*_“”"-]+$/.test(text.slice(abbreviated ? from + 1 : from, until));
}

function judge(text: string, start: number, { term, word }: Longest, before: Word | null): TermMatch | null {
  const end = word.end - possessive(text.slice(word.start, word.end));
  const spelling = spellingOf(text.slice(start, end), term, text, start);
  if (!spelling) return null;
  return {
    term,
    start,
    end,
    spelling,
    within: isHyphenated(text, start, end) || (before !== null && isWithin(text, before, start)),
    altered: isAltered(text.slice(start, end), term),
    crossing: null,
  };
}

function possessive(word: string): number {
  return /['’]s$/i.test(word) ? 2 : /['’]$/.test(word) ? 1 : 0;
}

function spellingOf(written: string, term: IndexedTerm, text: string, start: number): TermCase | null {
  const initial = isCapital(written.charCodeAt(0));
  if (!term.capital) {
    if (!initial) return 'exact';
    // A word that is defined in small letters has a capital where it opens a sentence.
    return startsSentence(text, start) ? 'exact' : 'capitals';
  }
  if (term.initials)
    return isInCapitals(written)
      ? 'exact'
      : term.written.length > 3
        ? initial
          ? 'capitals'
          : 'lower'
        : null;
  if (!initial && term.stems.length === 1) return 'lower';
  const capitals = initial && isInCapitals(written);
  const own = term.written;
  if (written === own) return 'exact';
  const ownCapitals = isInCapitals(own);
  if (capitals) return ownCapitals ? 'exact' : 'capitals';
  const small = smallWords(written);
  // "pledged Equity" is an ordinary word before a part of another term.
  if (!initial) return small === contentWords(written) ? 'lower' : null;
  if (ownCapitals) return small === 0 ? 'capitals' : 'mixed';
  if (small <= smallWords(own)) return 'exact';
  return small === contentWords(written) - 1 && startsSentence(text, start) ? 'lower' : 'mixed';
}

/**
 * The last word of a term is inflected, or the one before its "of": "Events of Default". Others keep their number, and
 * a plural has its right ending.
 */
function isAltered(written: string, { written: own, stems }: IndexedTerm): boolean {
  if (written === own) return false;
  if (stems.length === 1) return isWrongPlural(written) && !isWrongPlural(own);
  const words = plainWords(written);
  const owns = plainWords(own);
  if (words.length !== owns.length) return false;
  if (words.some((word, at) => isWrongPlural(word) && !isWrongPlural(owns[at] ?? ''))) return true;
  const otherNumber = words.map(
    (word, at) => isPlural(word) !== isPlural(owns[at]) && !/['’]/.test(`${word}${owns[at]}`),
  );
  const last = owns.length - 1;
  // Where it names several things, all of them are inflected: "Covered Employees or Agents".
  if (otherNumber[last] && /[,/&]| (?:and|or) /.test(own)) return false;
  // "Units 1 and 2": a number or letter behind it names one of its kind.
  const labelled = /^(?:[a-z]?\d+[a-z]?|[a-z])$/.test(owns[last] ?? '');
  const link = owns.findIndex((_, at) => at > 0 && linkBehindHead.test(owns[at] ?? ''));
  const head = link > 0 ? link - 1 : labelled ? last - 1 : last;
  return otherNumber.some((other, at) => {
    if (!other || at === head) return false;
    // "Letter of Credit Fees" are fees, and "Commencement of Operation" is that of operations.
    return at !== last || (link === last - 1 && isPlural(words[at]));
  });
}

/** "Authoritys", "Subsidiarys". */
function isWrongPlural(word: string): boolean {
  return word.length > 4 && /[bcdfghj-np-tv-xz]ys$/.test(word);
}

const linkBehindHead = /^(?:of|in|for|to|on|at|under|by)$/;

function plainWords(written: string): readonly string[] {
  return readWords(written).map(({ start, end }) => written.slice(start, end).toLowerCase());
}

function isPlural(word: string | undefined): boolean {
  return word !== undefined && singular(word) !== word;
}

function isCapital(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde) || (code >= 48 && code <= 57);
}

function isInCapitals(written: string): boolean {
  return !/[a-z]/.test(written.replace(/['’]?s$/, ''));
}

const linking = /^(?:of|the|and|or|for|in|to|on|an?|by|with|at|from|as|under|per)$/i;

/** How many of the words that count begin with a small letter. */
function smallWords(written: string): number {
  return readWords(written).filter(
    ({ start, end }) => /^[a-z]/.test(written[start] ?? '') && !linking.test(written.slice(start, end)),
  ).length;
}

function contentWords(written: string): number {
  return readWords(written).filter(({ start, end }) => !linking.test(written.slice(start, end))).length;
}

/** Whether a sentence or an item begins here. */
export function startsSentence(text: string, start: number): boolean {
  if (start === 0) return true;
  return /(?:^|[.:;?!]["”’)]{0,2} |^[([]?[\w.]{1,6}[.)\]]{1,2} |[-–—•] |\d\. ?|[“"]|\([a-z\d]{1,4}\) )$/.test(
    text.slice(Math.max(0, start - 10), start).replace(/\s+/g, ' '),
  );
}

/** Words that may have a capital before a term without being a part of its name. */
const openers =
  /^(?:The|This|That|These|Those|An?|Any|All|Each|Every|Either|Neither|Such|No|If|In|On|At|By|For|To|Of|When|Where|While|Upon|Unless|Until|Should|As|And|Or|But|Nor|Its|Their|Our|Your|My|His|Her|Both|Some|Other|Said|Under|Within|Without|Except|After|Before|During|From|With|Between|Among|Which|What|Whether|Notwithstanding|Provided|However|Pursuant|Subject|Following|Including|Is|Are|Shall|Will|May|Article|Section)$/;

/** "Licensee" in "Sub-Licensee", "Note" in "Note-holder". */
function isHyphenated(text: string, start: number, end: number): boolean {
  return (
    (text[start - 1] === '-' && /\w/.test(text[start - 2] ?? '')) ||
    (text[end] === '-' && /[A-Za-z]/.test(text[end + 1] ?? ''))
  );
}

function isWithin(text: string, before: Word, start: number): boolean {
  if (!isCapital(text.charCodeAt(before.start)) || start - before.end > 8) return false;
  if (!/^\s+$/.test(text.slice(before.end, start))) return false;
  const word = text.slice(before.start, before.end);
  // "IN NO EVENT SHALL SELLER": amid capitals a word that opens is written like any other.
  const plain = isInCapitals(word) ? word.charAt(0) + word.slice(1).toLowerCase() : word;
  return !openers.test(plain) && !/^\d/.test(word) && !/['’]s?$/i.test(word);
}
