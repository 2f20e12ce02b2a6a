import {
  asciiRoman,
  formatNumberWord,
  formatNumeral,
  formatRoman,
  isOrdinalWord,
  type Numeral,
  parseAlpha,
  parseNumberWord,
  parseRoman,
} from '../model/numerals.ts';
import { letterSuffix } from '../syntax/designation.ts';
import type { TextRange } from '../text/range.ts';

/** What a number is worth: `[3, 10]` for 3.10, as `Numbering.path`. */
export type Path = readonly number[];

/**
 * Another number in the form of a printed one: "VI" for 6 beside "V", "4.08" beside "4.07", "Sixth" beside "Fifth", "5-2"
 * beside "4-2". `from` is what the printed one is worth and `numeral` how it is read where letters are numerals too. Null
 * where the printed one is not worth that, or its form cannot express the other.
 */
export function writeNumberLike(printed: string, from: Path, to: Path, numeral: Numeral): string | null {
  if (/^\d/.test(printed)) return writeFigures(printed, from, to);
  const compound = letterCompound.exec(asciiRoman(printed));
  if (compound) return writeCompound(compound, from, to);
  const [before, after] = [from[0] ?? 0, to[0] ?? 0];
  if (from.length !== 1 || to.length !== 1 || after < 1) return null;
  if (/^[\u2160-\u217f]+$/.test(printed)) return writeRomanSign(printed, before, after);
  if (printed.length > 2 && parseNumberWord(printed) === before) return writeWord(printed, after);
  const form = letterForms(printed, before, numeral)[0];
  if (!form) return null;
  const written = formatNumeral(after, form);
  return form.startsWith('alpha') && parseAlpha(written) !== after ? null : written;
}

/** Whether two numbers are worth the same. */
export function isSamePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}

export function startsWith(path: Path, prefix: Path): boolean {
  return path.length >= prefix.length && prefix.every((value, at) => value === path[at]);
}

/**
 * Where in a printed designation ("Article 5.", "(a)", "3 .2.") its number stands, without what is around it. A
 * conversion may have put blanks or backslashes into the number.
 */
export function numberWithin(designation: string, number: string): TextRange | null {
  const exact = designation.lastIndexOf(number);
  if (exact >= 0) return { start: exact, end: exact + number.length };
  let at = designation.length - 1;
  let end = -1;
  let left = number.length - 1;
  for (; at >= 0 && left >= 0; at -= 1) {
    const character = designation[at] ?? '';
    if (character === number[left]) {
      if (end < 0) end = at + 1;
      left -= 1;
    } else if (end >= 0 && !/[\s\\]/.test(character)) return null;
  }
  return left < 0 && end >= 0 ? { start: at + 1, end } : null;
}

/** 4, 4.07, 3-16, 4.01A: each part is kept as wide as it was where it began with a nought. */
function writeFigures(printed: string, from: Path, to: Path): string | null {
  const letter = /\d([A-Za-z])$/.exec(printed)?.[1] ?? '';
  const pieces = printed.slice(0, printed.length - letter.length).split(/([.\-–])/);
  const parts = pieces.filter((_, at) => at % 2 === 0);
  const marks = pieces.filter((_, at) => at % 2 === 1);
  const values = parts.map((part) => Number.parseInt(part, 10));
  if (letter) values.push(letterSuffix + (parseAlpha(letter) ?? 0));
  if (!isSamePath(values, from)) return null;
  let text = '';
  for (const [at, value] of to.entries()) {
    if (value < 0) return null;
    if (value > letterSuffix) {
      if (at === 0) return null;
      const small = letter !== '' && letter === letter.toLowerCase();
      text += formatNumeral(value - letterSuffix, small ? 'alpha-lower' : 'alpha-upper');
      continue;
    }
    const like = parts[at] ?? '';
    const figures = String(value);
    const mark = at === 0 ? '' : (marks[at - 1] ?? marks[0] ?? '.');
    text += mark + (like.startsWith('0') ? figures.padStart(like.length, '0') : figures);
  }
  return text;
}

/** A-1, B2, IV-2. */
const letterCompound = /^([A-Z]+)(-?)(\d{1,3})$|^([IVXLC]+)(-)([A-Z])$/;

function writeCompound(found: RegExpExecArray, from: Path, to: Path): string | null {
  const [head = '', mark = '', tail = ''] = found[1] === undefined ? found.slice(4) : found.slice(1);
  const [first = 0, second = 0] = to;
  if (from.length !== 2 || to.length !== 2 || first < 1 || second < 1) return null;
  const values = [parseAlpha(head) ?? parseRoman(head) ?? 0, tailValue(tail)];
  if (!isSamePath(values, from)) return null;
  const start = parseAlpha(head) === null ? formatRoman(first) : formatNumeral(first, 'alpha-upper');
  return `${start}${mark}${/^\d/.test(tail) ? String(second) : formatNumeral(second, 'alpha-upper')}`;
}

function tailValue(tail: string): number {
  return /^\d/.test(tail) ? Number.parseInt(tail, 10) : (parseAlpha(tail) ?? 0);
}

/** The signs from U+2160 and U+2170 end at twelve. */
function writeRomanSign(printed: string, before: number, after: number): string | null {
  if (printed.length !== 1 || parseRoman(asciiRoman(printed)) !== before || after > 12) return null;
  return String.fromCharCode((printed >= '\u2170' ? 0x2170 : 0x2160) + after - 1);
}

/** The ways in which letters are worth the number, that of the provision first. */
function letterForms(printed: string, value: number, numeral: Numeral): Numeral[] {
  const upper = printed === printed.toUpperCase();
  if (!upper && printed !== printed.toLowerCase()) return [];
  const forms: Numeral[] = [];
  if (parseRoman(printed) === value) forms.push(upper ? 'roman-upper' : 'roman-lower');
  if (parseAlpha(printed) === value) forms.push(upper ? 'alpha-upper' : 'alpha-lower');
  return forms.sort((a, b) => Number(b === numeral) - Number(a === numeral));
}

function writeWord(printed: string, value: number): string | null {
  const word = formatNumberWord(value, isOrdinalWord(printed) ? 'ordinal' : 'cardinal');
  if (word === null) return null;
  if (printed === printed.toUpperCase()) return word.toUpperCase();
  if (!/^[A-Z]/.test(printed)) return word;
  return word.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}
