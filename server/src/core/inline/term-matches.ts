import { stemOf } from './inflection.ts';
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
      found.push(apart ? { ...match, within: false } : match);
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
    if (next.term) longest = { term: next.term, word: { start: at, end } };
    if (next.next.size === 0) break;
    node = next;
    at = nextWord(text, end);
    if (!joins(text, end, at)) break;
  }
  return longest;
}

/** What may stand between two words of one term: blanks, a stroke, a comma or a mark of emphasis. */
function joins(text: string, from: number, until: number): boolean {
  if (until - from === 1 && text.charCodeAt(from) === 32) return true;
  return until - from <= 12 && /^[\s,/*_“”"-]+$/.test(text.slice(from, until));
}

function judge(text: string, start: number, { term, word }: Longest, before: Word | null): TermMatch | null {
  const end = word.end - possessive(text.slice(word.start, word.end));
  const spelling = spellingOf(text.slice(start, end), term, text, start);
  if (!spelling) return null;
  if (spelling === 'lower' && term.stems.length < 2) return null;
  return { term, start, end, spelling, within: before !== null && isWithin(text, before, start) };
}

function possessive(word: string): number {
  return /['’]s$/.test(word) ? 2 : /['’]$/.test(word) ? 1 : 0;
}

function spellingOf(written: string, term: IndexedTerm, text: string, start: number): TermCase | null {
  const initial = isCapital(written.charCodeAt(0));
  if (!term.capital) {
    if (!initial) return 'exact';
    // A word that is defined in small letters has a capital where it opens a sentence.
    return startsSentence(text, start) ? 'exact' : isInCapitals(written) ? 'capitals' : null;
  }
  if (!initial && term.stems.length === 1) return null;
  const capitals = initial && isInCapitals(written);
  if (term.initials) return capitals ? 'exact' : null;
  const own = term.written;
  if (written === own) return 'exact';
  const ownCapitals = isInCapitals(own);
  if (capitals) return ownCapitals ? 'exact' : 'capitals';
  const small = smallWords(written);
  if (!initial) return small === contentWords(written) ? 'lower' : 'mixed';
  if (ownCapitals) return small === 0 ? 'capitals' : 'mixed';
  if (small <= smallWords(own)) return 'exact';
  return small === contentWords(written) - 1 && startsSentence(text, start) ? 'lower' : 'mixed';
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

function isWithin(text: string, before: Word, start: number): boolean {
  if (!isCapital(text.charCodeAt(before.start)) || start - before.end > 8) return false;
  if (!/^\s+$/.test(text.slice(before.end, start))) return false;
  const word = text.slice(before.start, before.end);
  return !openers.test(word) && !/^\d/.test(word) && !/['’]s?$/.test(word);
}
