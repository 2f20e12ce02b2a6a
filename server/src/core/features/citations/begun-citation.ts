import type { CitationUnit } from '../../inline/citation.ts';
import { isListUnit, readUnitWord } from '../../inline/unit-words.ts';
import { parseNumberWord } from '../../model/numerals.ts';

/** A citation as far as it has been typed. */
export interface BegunCitation {
  /** The word that was typed; null behind "paragraph 2 of", where it is still to come. */
  readonly unit: CitationUnit | null;
  /** What has been typed of the number, or of the word where that is to come. */
  readonly typed: string;
  /** "2" behind "paragraph 2 of"; null where no number is said. */
  readonly inner: string | null;
  /** "7" in "Article 7, paragraph". */
  readonly outer: string | null;
}

/** Reads the words before a cursor from the end; null where no citation has been begun. Linear. */
export function readBegunCitation(before: string): BegunCitation | null {
  const typed = typedPart(before);
  const rest = before.slice(0, before.length - typed.length);
  if (!/[\s\u00a0§]$/.test(rest)) return null;
  const words = rest.split(/[\s\u00a0]+/).filter((word) => word !== '');
  const unit = unitBefore(words);
  if (unit) return { unit: unit.unit, typed, inner: null, outer: outerNumber(unit.words) };
  return words.at(-1) === 'of' ? behindOf(words.slice(0, -1), typed) : null;
}

/** The letters, figures and brackets right before the cursor. */
function typedPart(before: string): string {
  let start = before.length;
  while (start > 0 && /[\p{L}\p{N}.()–-]/u.test(before[start - 1] ?? '')) start -= 1;
  return before.slice(start);
}

/** The word that is being given a number: the last one, or that before a list of numbers that goes on. */
function unitBefore(words: readonly string[]): { unit: CitationUnit; words: readonly string[] } | null {
  const last = readUnitWord(bare(words.at(-1) ?? ''));
  if (last) return { unit: last.unit, words: words.slice(0, -1) };
  let at = words.length - 1;
  if (!goesOn(words[at] ?? '')) return null;
  while (at >= 0 && at > words.length - longestList && (isNumber(words[at] ?? '') || goesOn(words[at] ?? '')))
    at -= 1;
  const unit = readUnitWord(bare(words[at] ?? ''));
  return unit?.plural ? { unit: unit.unit, words: words.slice(0, at) } : null;
}

/** How many words of a list of numbers are looked at. */
const longestList = 20;

/** "paragraph 2 of", "the fourth paragraph of", "items 1 and 2 of". */
function behindOf(words: readonly string[], typed: string): BegunCitation | null {
  const begun = { unit: null, typed, outer: null };
  const ordinal = readUnitWord(bare(words.at(-1) ?? ''));
  if (ordinal && isListUnit(ordinal.unit)) return { ...begun, inner: null };
  const number = words.at(-1) ?? '';
  const unit = readUnitWord(bare(words.at(-2) ?? ''));
  if (!unit || !isListUnit(unit.unit) || !isNumber(number)) return null;
  return { ...begun, inner: number.replace(/[(),]/g, '') };
}

/** "Article 7," before "paragraph". */
function outerNumber(words: readonly string[]): string | null {
  const number = words.at(-1) ?? '';
  const unit = readUnitWord(bare(words.at(-2) ?? ''));
  return unit && isNumber(number) ? number.replace(/,$/, '') : null;
}

function goesOn(word: string): boolean {
  return /^(?:and|or|to|through|&)$/.test(word) || (word.endsWith(',') && isNumber(word));
}

/** "4.1(a)," and "IV", no plain word. */
function isNumber(word: string): boolean {
  return (
    /^[\d(][\w.()–-]{0,20},?$|^[IVXLC]{1,7},?$|^[A-Z](?:-\d{1,3})?,?$/.test(word) ||
    parseNumberWord(word) !== null
  );
}

function bare(word: string): string {
  return word.replace(/^[("“]+/, '');
}
