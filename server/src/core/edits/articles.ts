import type { Paragraph } from '../inline/paragraph.ts';
import type { TextRange } from '../text/range.ts';
import { isInCapitals } from './term-wording.ts';

/** What becomes of "a" or "an" before a name that changes. */
export interface ArticleChange {
  readonly range: TextRange;
  /** The other article; null where it is not sure which one belongs there. */
  readonly newText: string | null;
}

/**
 * The article before a place of a paragraph, where the new words may want the other one. Null where there is none or it
 * stays. One that did not fit the old words was meant so, or is for its author to correct.
 */
export function articleBefore(
  paragraph: Paragraph,
  start: number,
  before: string,
  after: string,
): ArticleChange | null {
  const found = /(?:^|[^\w’'.-])(an?)(\s+[“"*_‘']{0,4}|\s*[“"*_‘']{1,4})$/i.exec(
    paragraph.text.slice(Math.max(0, start - 16), start),
  );
  const article = found?.[1];
  if (!found || article === undefined) return null;
  const from = start - (found[2]?.length ?? 0) - article.length;
  if (article === 'A' && !isArticle(paragraph.text, from, before)) return null;
  const range = paragraph.rangeOf(from, from + article.length);
  const [old, fresh] = [soundOf(before), soundOf(after)];
  const fitting = article.length === 2 ? 'vowel' : 'consonant';
  if (fresh === fitting || (old !== 'unsure' && old !== fitting)) return null;
  if (fresh === 'unsure') return { range, newText: null };
  const other = fresh === 'vowel' ? 'an' : 'a';
  if (/^a/.test(article)) return { range, newText: other };
  const capitals = article === 'AN' || (article === 'A' && isInCapitals(before) && isInCapitals(after));
  return { range, newText: capitals ? other.toUpperCase() : other === 'an' ? 'An' : 'A' };
}

/** In "Series A Preferred Stock" a capital is no article: it is one where a sentence begins, and amid capitals. */
function isArticle(text: string, at: number, name: string): boolean {
  const [, word = '', sign = ''] =
    /(?:^|[^A-Za-z])([A-Za-z]{0,24})([^A-Za-z]{0,24})$/.exec(text.slice(Math.max(0, at - 24), at)) ?? [];
  return (
    /[.,;:()[\]“"—–-]\s*$/.test(sign) ||
    word === '' ||
    (isInCapitals(name) && isInCapitals(word) && !labels.test(word))
  );
}

const labels =
  /^(?:SERIES|CLASS|EXHIBIT|SCHEDULE|ANNEX|APPENDIX|ATTACHMENT|PART|SECTION|ARTICLE|CLAUSE|PARAGRAPH|ITEM|TRANCHE|TYPE|TIER|LINE|PARTY|FACILITY|TERM|GROUP|PHASE|UNIT|LOT|BUILDING|PLAN|OPTION|TABLE|FORM)$/;

/** How words begin when they are spoken. Numbers and words that are spoken in two ways are left unsure. */
function soundOf(words: string): 'vowel' | 'consonant' | 'unsure' {
  const word = /^[A-Za-z]+/.exec(words)?.[0] ?? '';
  if (word === '') return 'unsure';
  if (isInCapitals(word) && word.length < 6) return soundOfInitials(word);
  const small = word.toLowerCase();
  if (/^[b-df-gj-np-tv-z]/.test(small)) return 'consonant';
  if (/^h/.test(small)) return /^(?:heir|hono|hour|herb|hist|hote)/.test(small) ? 'unsure' : 'consonant';
  if (/^(?:one|once|eu|ew)/.test(small)) return 'consonant';
  if (/^u/.test(small)) {
    if (/^(?:un(?!i|an)|up|ul[^aiou]|um|ur[^aeiou]|ush|ut[mt])/.test(small)) return 'vowel';
    return /^(?:uni(?:t|on|fo|ve|la|que)|us[aeu]|uti)/.test(small) ? 'consonant' : 'unsure';
  }
  return 'vowel';
}

/** Spoken by their letters ("an SPV") or as a word ("a SOFR Loan"); sure where both begin alike, or there is no vowel to speak. */
function soundOfInitials(word: string): 'vowel' | 'consonant' | 'unsure' {
  if (/^[AEIO]/.test(word)) return 'vowel';
  if (/^[BCDGJKPQTVWYZ]/.test(word)) return 'consonant';
  return /[AEIOUY]/.test(word) ? 'unsure' : 'vowel';
}
