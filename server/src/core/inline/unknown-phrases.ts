import { linkingWord, phraseOpeners } from './name-words.ts';
import type { TermIndex } from './term-index.ts';
import { findTerms, startsSentence, type TermMatch } from './term-matches.ts';
import { nextWord, type Word, wordEnd } from './words.ts';

/** Words with capitals that are no defined term, as they stand in a text. Offsets into that text. */
export interface UnknownPhrase {
  /** With single blanks. */
  readonly words: string;
  /** The stems of the words, once somebody has asked for them. */
  stems: string | null;
  readonly start: number;
  readonly end: number;
  /** The word before them, in small letters, where nothing but a blank stands between. */
  readonly lead: string;
  /** A sentence or an item begins with them: the first capital says nothing. */
  readonly opens: boolean;
  /** How many of their words belong to defined terms. */
  readonly known: number;
  /** Whether the last of them does. */
  readonly knownLast: boolean;
  readonly count: number;
  /** What stands behind them, a few characters. */
  readonly behind: string;
  /** "Gross Proceeds" and "Production Costs" in "Gross Proceeds or the Production Costs". */
  readonly members: readonly UnknownPhrase[];
}

/** What is to be known of one paragraph about terms. */
export interface ParagraphTerms {
  readonly matches: readonly TermMatch[];
  readonly unknown: readonly UnknownPhrase[];
}

/** Finds the terms of an index in a text and beside them the words that are written like terms. Linear. */
export function readParagraphTerms(text: string, index: TermIndex): ParagraphTerms {
  const matches = findTerms(text, index);
  return { matches, unknown: findUnknown(text, matches) };
}

function findUnknown(text: string, matches: readonly TermMatch[]): readonly UnknownPhrase[] {
  const found: UnknownPhrase[] = [];
  let matchAt = 0;
  let words: Word[] = [];
  let last: Word | null = null;
  const close = (): void => {
    const phrase = words.length > 0 ? toPhrase(text, words, matches, matchAt) : null;
    if (phrase) found.push(phrase);
    words = [];
  };
  let pending: Word[] = [];
  for (let at = nextWord(text, 0); at < text.length; ) {
    const word = { start: at, end: wordEnd(text, at) };
    while (matchAt < matches.length - 1 && words.length === 0 && (matches[matchAt]?.end ?? 0) <= at)
      matchAt += 1;
    const code = text.charCodeAt(at);
    // What a hyphen joins to a word with a capital is a part of it: "Sub-contractor", "End-User".
    const joined: boolean = words.length > 0 && last !== null && isHyphen(text, last.end, at);
    const adjacent: boolean = joined || (last !== null && isBlank(text, last.end, at));
    const capital = joined || (code >= 65 && code <= 90);
    if (
      !adjacent ||
      (capital && !joined && words.length > 0 && phraseOpeners.test(text.slice(word.start, word.end)))
    ) {
      close();
      pending = [];
    }
    if (capital || (words.length > 0 && code >= 48 && code <= 57 && pending.length === 0)) {
      words.push(...pending, word);
      pending = [];
    } else if (words.length > 0 && pending.length < 2 && linkingWord.test(text.slice(word.start, word.end))) {
      pending.push(word);
    } else {
      close();
      pending = [];
    }
    last = word;
    at = nextWord(text, word.end);
  }
  close();
  return found;
}

function isHyphen(text: string, from: number, until: number): boolean {
  return until - from === 1 && text.charCodeAt(from) === 45;
}

function isBlank(text: string, from: number, until: number): boolean {
  if (until - from === 1) return text.charCodeAt(from) === 32 || text.charCodeAt(from) === 0xa0;
  return until - from < 5 && /^\s+$/.test(text.slice(from, until));
}

function toPhrase(
  text: string,
  all: readonly Word[],
  matches: readonly TermMatch[],
  firstMatch: number,
): UnknownPhrase | null {
  let from = 0;
  // "The Closing Day", "Each Buyer": what opens a sentence has a capital, and is no part of the name.
  while (from < all.length && phraseOpeners.test(wordOf(text, all[from]))) from += 1;
  // "Each of the Lenders": what links the opener to the name goes with it.
  while (from > 0 && from < all.length && linkingWord.test(wordOf(text, all[from]))) from += 1;
  const words = all.slice(from);
  const first = words[0];
  const end = words.at(-1)?.end;
  if (!first || end === undefined || linkingWord.test(wordOf(text, first))) return null;
  let known = 0;
  let knownLast = false;
  let wholly = false;
  for (let at = firstMatch; at < matches.length; at += 1) {
    const match = matches[at];
    if (!match || match.start >= end) break;
    if (match.end <= first.start || match.spelling === 'lower') continue;
    if (match.start <= first.start && match.end >= end - 2) wholly = true;
    if (match.end >= end - 2) knownLast = true;
    known += words.filter((word) => word.start >= match.start && word.start < match.end).length;
  }
  if (wholly || (known === words.length && known > mostKnown)) return null;
  const written = text.slice(first.start, end).replace(/['’]s?$/, '');
  if (!/[a-z]/.test(written)) return null;
  const plain = written.replace(/\s+/g, ' ');
  const phrase: UnknownPhrase = {
    words: plain,
    stems: null,
    start: first.start,
    end: first.start + written.length,
    lead: wordBefore(text, first.start),
    opens: from === 0 && startsSentence(text, first.start),
    known,
    knownLast,
    count: words.length,
    behind: text.slice(first.start + written.length, first.start + written.length + 40),
    members: none,
  };
  const members = membersOf(phrase);
  return members.length > 0 ? { ...phrase, members } : phrase;
}

/** The word that ends before `start`, in small letters; empty where something else than blanks stands between. */
function wordBefore(text: string, start: number): string {
  let end = start;
  while (end > 0 && /\s/.test(text[end - 1] ?? '')) end -= 1;
  let from = end;
  while (from > 0 && end - from < 20 && /[A-Za-z’']/.test(text[from - 1] ?? '')) from -= 1;
  return end < start ? text.slice(from, end).toLowerCase() : '';
}

const none: readonly UnknownPhrase[] = [];

function membersOf(list: UnknownPhrase): readonly UnknownPhrase[] {
  // Where the list runs over a line end, its words are found no more by counting characters.
  if (list.end - list.start !== list.words.length || !/ (?:and|or) /.test(list.words)) return none;
  const members: UnknownPhrase[] = [];
  let from = 0;
  for (const separator of [...list.words.matchAll(/ (?:and|or) (?:the )?/g), null]) {
    const until = separator?.index ?? list.words.length;
    const words = list.words.slice(from, until);
    members.push({
      ...list,
      words,
      stems: null,
      start: list.start + from,
      end: list.start + until,
      lead: from === 0 ? list.lead : list.words.slice(0, from).endsWith(' the ') ? 'the' : 'and',
      opens: list.opens && from === 0,
      behind: '',
    });
    if (separator) from = until + separator[0].length;
  }
  return members;
}

/** Terms side by side may be one term in the wrong order; more words are a list. */
const mostKnown = 4;

function wordOf(text: string, word: Word | undefined): string {
  return word ? text.slice(word.start, word.end) : '';
}
