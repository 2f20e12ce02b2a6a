import { currencyNames, currencySigns, scales } from './number-vocabulary.ts';
import type { NumberUnit } from './number-words.ts';

/** A number in figures: `$1,500,000.00`, `66-2/3%`, `1½`, `21st`, `2.5 million`, `GBP 3m`. Offsets as in the text it was read from. */
export interface Figure {
  /** What it may be worth: several values where points and commas can be read in two ways. */
  readonly values: readonly number[];
  readonly unit: NumberUnit;
  /** What the last printed digit is worth; 0 for a fraction. */
  readonly precision: number;
  /** Digits, commas and one point at most: it can be written anew. */
  readonly plain: boolean;
  /** Where the digits stand with what scales them ("2.5 million"), without currency and percent sign. */
  readonly start: number;
  readonly end: number;
  /** Behind all of it. */
  readonly after: number;
}

const sign = new RegExp(`(?:${currencySigns})\\s?`, 'y');
const digits = /\d{1,30}(?:[,.'’]\d{1,15}){0,12}/y;
const fraction = /(?:\s{0,2}[-–]?\s{0,2}\d{1,3}\s?\/\s?\d{1,4}|\s{0,2}[-–]?\s?[¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])(?!\d|\/)/y;
const bareFraction = /(?:\d{1,3}\s?\/\s?\d{1,4}(?!\d|\/)|[¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])(?:ths?\b|rds?\b|nds?\b)?/y;
const ordinalSuffix = /\s{0,2}(?:s\s?t|n\s?d|r\s?d|t\s?h)\b/iy;
const percentSign = /\s{0,2}(?:%|per\s?cent(?:um\b|\.(?=\s?[)\]])|\b))(?:\s?of\s?1\s?%)?/iy;
const scaleWord = /\s{1,2}(thousand|million|billion|trillion|lakhs?|crores?)\b/iy;
/** Behind amounts of money alone: "3m" may be a length. */
const scaleLetters = /(?:k|m|\s?(?:mm|mn|bn))(?![A-Za-z\d])/iy;
const currencyBehind = new RegExp(`\\s{0,2}(?:${currencyNames})(?![A-Za-z])`, 'y');

/** The figure that begins at `start`, its currency sign first; null where none does. */
export function readFigure(text: string, start: number): Figure | null {
  let at = matchAt(sign, text, start) ?? start;
  let unit: NumberUnit = at > start ? 'currency' : 'none';
  const numberStart = at;
  const read = readNumber(text, at);
  if (!read) return null;
  let { values } = read;
  at = read.end;
  if (unit === 'none' && read.plain) {
    const ordinal = matchAt(ordinalSuffix, text, at);
    if (ordinal !== null) {
      unit = 'ordinal';
      at = ordinal;
    }
  }
  const scale = readScale(text, at, unit);
  let { plain, precision } = read;
  let numberEnd = read.end;
  if (scale) {
    values = scale.worths.flatMap((worth) => values.map((value) => scaled(value, worth)));
    precision *= scale.worths[0] ?? 1;
    at = scale.end;
    numberEnd = at;
    plain = false;
  }
  const percent = matchAt(percentSign, text, at);
  if (percent !== null) {
    if (unit === 'none') unit = 'percent';
    at = percent;
  }
  const currency = matchAt(currencyBehind, text, at);
  if (currency !== null) {
    if (unit === 'none') unit = 'currency';
    at = currency;
  }
  return { values, unit, precision, plain, start: numberStart, end: numberEnd, after: at };
}

/** What scales a figure, and to what; to several where it can be read in several ways. */
function readScale(
  text: string,
  at: number,
  unit: NumberUnit,
): { readonly worths: readonly number[]; readonly end: number } | null {
  scaleWord.lastIndex = at;
  const word = scaleWord.exec(text);
  if (word) return { worths: [scales.get((word[1] ?? '').toLowerCase()) ?? 1], end: scaleWord.lastIndex };
  const end = unit === 'currency' ? matchAt(scaleLetters, text, at) : null;
  if (end === null) return null;
  const letters = text.slice(at, end).trim();
  // "M" is a thousand to those who write a million as "MM".
  if (letters === 'M') return { worths: [1e6, 1e3], end };
  return { worths: [/^k/i.test(letters) ? 1e3 : /^b/i.test(letters) ? 1e9 : 1e6], end };
}

/** Without what the machine's arithmetic adds: 1.1 million is 1,100,000. */
function scaled(value: number, worth: number): number {
  return Number((value * worth).toPrecision(15));
}

interface ReadNumber {
  readonly values: readonly number[];
  readonly precision: number;
  readonly plain: boolean;
  readonly end: number;
}

function readNumber(text: string, start: number): ReadNumber | null {
  const only = matchAt(bareFraction, text, start);
  if (only !== null) {
    const value = worthOfFraction(text.slice(start, only));
    return value === null ? null : { values: [value], precision: 0, plain: false, end: only };
  }
  // ".75" is a figure too.
  if (text[start] === '.') {
    const end = matchAt(digits, text, start + 1);
    if (end === null || /[,.'’]/.test(text.slice(start + 1, end))) return null;
    const decimals = end - start - 1;
    const value = Number(`0${text.slice(start, end)}`);
    return { values: [value], precision: 10 ** -decimals, plain: false, end };
  }
  let end = matchAt(digits, text, start);
  if (end === null) return null;
  const printed = text.slice(start, end);
  const mixed = matchAt(fraction, text, end);
  if (mixed !== null && /^\d{1,4}$/.test(printed)) {
    const share = worthOfFraction(text.slice(end, mixed).replace(/^[\s–-]{1,9}/, ''));
    if (share !== null) {
      end = mixed;
      return { values: [Number(printed) + share], precision: 0, plain: false, end };
    }
  }
  const values = readingsOf(printed);
  if (values.length === 0) return null;
  const point = printed.lastIndexOf('.');
  const decimals = point >= 0 ? printed.length - point - 1 : 0;
  return { values, precision: 10 ** -decimals, plain: /^\d[\d,]*(?:\.\d+)?$/.test(printed), end };
}

/** "1,000.50" and "1.000,50" are one amount; "1.000" may be one or a thousand. */
function readingsOf(printed: string): number[] {
  const values = new Set<number>();
  const parts = printed.split(/[,.'’]/);
  const last = parts[parts.length - 1] ?? '';
  const separators = printed.replace(/\d/g, '');
  const lastSeparator = separators[separators.length - 1];
  const inThousands = parts.length > 1 && parts.slice(1).every((part) => part.length === 3);
  if (parts.length === 1) values.add(Number(printed));
  else {
    const head = parts.slice(0, -1).join('');
    const others = separators.slice(0, -1);
    const decimal = Number(`${head}.${last}`);
    if (lastSeparator === '.' && !others.includes('.')) values.add(decimal);
    if (lastSeparator === ',' && !others.includes(',') && last.length !== 3) values.add(decimal);
    if (inThousands || (lastSeparator !== '.' && new Set(separators).size === 1))
      values.add(Number(parts.join('')));
  }
  return [...values].filter((value) => Number.isFinite(value));
}

const vulgar: ReadonlyMap<string, number> = new Map([
  ['¼', 1 / 4],
  ['½', 1 / 2],
  ['¾', 3 / 4],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['⅕', 1 / 5],
  ['⅖', 2 / 5],
  ['⅗', 3 / 5],
  ['⅘', 4 / 5],
  ['⅙', 1 / 6],
  ['⅚', 5 / 6],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
]);

function worthOfFraction(printed: string): number | null {
  const known = vulgar.get(printed.trim());
  if (known !== undefined) return known;
  const [above, below] = printed.split('/').map((part) => Number.parseInt(part, 10));
  return above === undefined || !below ? null : above / below;
}

function matchAt(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}
