import { type Figure, readFigure } from './figures.ts';
import { ordinals, scales, unitWords } from './number-vocabulary.ts';
import { belongsToNumber, isNumberWord, type NumberPhrase, readNumberPhrase } from './number-words.ts';

/** A number given twice, in words and in figures: "three (3)", "30 (thirty)". Offsets count from the start of the text. */
export interface SpelledFigure {
  readonly words: NumberPhrase;
  readonly figure: Figure;
  /** Where the words stand, what they count included. */
  readonly wordsStart: number;
  readonly wordsEnd: number;
  /** From the first of the two to behind the bracket. */
  readonly start: number;
  readonly end: number;
}

/** Every number of a paragraph that is given both in words and in figures. Linear: each bracket looks back a bounded way. */
export function readSpelledFigures(text: string): readonly SpelledFigure[] {
  const found: SpelledFigure[] = [];
  bracket.lastIndex = 0;
  for (let opening = bracket.exec(text); opening; opening = bracket.exec(text)) {
    const at = opening.index;
    const inside = opening[0].length + at;
    const pair =
      /[A-Za-z]/.test(text[inside] ?? '') && !currencyInside.test(text.slice(inside, inside + 8))
        ? wordsInBrackets(text, at, inside)
        : figureInBrackets(text, at, inside);
    if (pair) found.push(pair);
  }
  return found;
}

const bracket = /[([][ \u00a0]?(?=[\d.<>$€£¥₹₩A-Za-z¼½¾⅓⅔⅛⅜⅝⅞])/g;
const currencyInside =
  /^(?:[A-Z]{1,3}\.?|U\.S\.|Rs\.?|Can)?\s?[$€£¥₹₩]|^(?:[A-Z]{3}|Rs\.?|Euro|Yen)\s?\d|^[A-Z]{1,2}\d/;

/** Longer phrases are not sought; "nine hundred ninety-nine billion …" with all its groups is shorter. */
const longestPhrase = 240;

function figureInBrackets(text: string, at: number, inside: number): SpelledFigure | null {
  const from = /[<>]/.test(text[inside] ?? '') ? inside + 1 : inside;
  const figure = readFigure(text, from);
  if (!figure) return null;
  let after = figure.after;
  let unit = '';
  const counted = /[ \u00a0]{1,2}([a-z]{3,12})(?=[ \u00a0]?[)\]])/iy;
  counted.lastIndex = after;
  const noun = counted.exec(text);
  if (noun) {
    unit = (noun[1] ?? '').toLowerCase();
    if (!unitWords.has(unit)) return null;
    after = counted.lastIndex;
  }
  while (text[after] === ' ' || text[after] === '-' || text[after] === '\u00a0') after += 1;
  if (text[after] !== ')' && text[after] !== ']') return null;
  const stretch = wordsBefore(text, at);
  if (!stretch) return null;
  const written = text.slice(stretch.start, stretch.end);
  const spoken = withoutFigures(written);
  const words = longestNumber(spoken);
  if (!words) return null;
  const start = stretch.start + words.from;
  // The decimals of a number whose whole part cannot be read.
  if (/\bpoint[\s\u00a0]{0,3}$/i.test(text.slice(Math.max(0, start - 10), start))) return null;
  // "one year (12 months)": the two count different things.
  if (unit !== '' && words.phrase.counted !== unit.replace(/s$/, '')) return null;
  // With a figure among them the words are not written anew.
  const phrase = { ...words.phrase, plain: words.phrase.plain && spoken === written };
  return { words: phrase, figure, wordsStart: start, wordsEnd: stretch.end, start, end: after + 1 };
}

function wordsInBrackets(text: string, at: number, inside: number): SpelledFigure | null {
  firstWord.lastIndex = inside;
  const first = firstWord.exec(text)?.[0].toLowerCase() ?? '';
  if (!isNumberWord(first) && !/^(?:us|u|rupees|dollars|a)$/.test(first)) return null;
  const close = text.slice(inside, inside + longestPhrase).search(/[()[\]]/);
  if (close < 1) return null;
  const phrase = readNumberPhrase(text.slice(inside, inside + close));
  if (!phrase || !onlyWords.test(text.slice(inside, inside + close))) return null;
  const figure = figureBefore(text, at);
  if (!figure || countsOther(text.slice(figure.after, at), phrase.counted)) return null;
  const wordsEnd = inside + close;
  return { words: phrase, figure, wordsStart: inside, wordsEnd, start: figure.start, end: wordsEnd + 1 };
}

/** "42 days (six weeks)": the two count different things. */
function countsOther(behindFigure: string, counted: string): boolean {
  const unit = /[a-z]{3,12}/i.exec(behindFigure)?.[0].toLowerCase() ?? '';
  return unit !== '' && counted !== '' && unit.replace(/s$/, '') !== counted;
}

const firstWord = /[A-Za-z]{1,12}/y;
const onlyWords = /^[A-Za-z\d\s,./%&-]+$/;

/** The figure that ends before a bracket, "30" or "30 days"; null where none does. */
function figureBefore(text: string, at: number): Figure | null {
  const lowest = Math.max(0, at - 60);
  let start = at;
  // Back over units, then over the digits with their signs.
  for (let words = 0; words < 3; words += 1) {
    let end = start;
    while (end > lowest && /[\s\u00a0-]/.test(text[end - 1] ?? '')) end -= 1;
    let begin = end;
    while (begin > lowest && /[A-Za-z%]/.test(text[begin - 1] ?? '')) begin -= 1;
    if (begin === end || !(belongsToNumber(text.slice(begin, end)) || text.slice(begin, end) === '%')) break;
    start = begin;
  }
  let end = start;
  while (end > lowest && /[\s\u00a0-]/.test(text[end - 1] ?? '')) end -= 1;
  end -= /\d(k|m|mm|mn|bn)$/i.exec(text.slice(Math.max(lowest, end - 3), end))?.[1]?.length ?? 0;
  let begin = end;
  while (begin > lowest && /[\d.,/½¼¾⅓⅔$€£¥₹₩]/.test(text[begin - 1] ?? '')) begin -= 1;
  if (begin === end) return null;
  begin -=
    /(?<![A-Za-z.])[A-Z]{3}[ \u00a0]?$/.exec(text.slice(Math.max(lowest, begin - 5), begin))?.[0].length ?? 0;
  if (/[A-Za-z\d\-–/§]/.test(text[begin - 1] ?? '')) return null;
  const figure = readFigure(text, begin);
  return figure && figure.end >= end ? figure : null;
}

/** The words before a bracket that may be a number with what it counts. */
function wordsBefore(text: string, at: number): { readonly start: number; readonly end: number } | null {
  const lowest = Math.max(0, at - longestPhrase);
  let end = at;
  while (end > lowest && /[\s\u00a0\u200b-]/.test(text[end - 1] ?? '')) end -= 1;
  // "fifty per cent. (50 per cent.)".
  if (text[end - 1] === '.' && /\bcent$/i.test(text.slice(Math.max(0, end - 6), end - 1))) end -= 1;
  let start = end;
  let spoken = false;
  for (let position = end; position > lowest; ) {
    let begin = position;
    while (begin > lowest && /[A-Za-z\d/%]/.test(text[begin - 1] ?? '')) begin -= 1;
    const word = text.slice(begin, position);
    if (word === '') break;
    const isFigure = /^(?:\d[\d/]*|no\/\d{2,4}|xx\/100)(?:ths?)?$/i.test(word) || word === '%';
    if (!isFigure && !belongsToNumber(word)) break;
    if (isNumberWord(word.toLowerCase())) spoken = true;
    start = begin;
    position = begin;
    if (scales.has(word.toLowerCase())) position = beforeFigure(text, position, lowest);
    while (position > lowest && /[\s\u00a0\u200b,.$–-]/.test(text[position - 1] ?? '')) {
      // A full stop ends the words unless it abbreviates or parts digits.
      const sign = text[position - 1];
      if (sign === '.' && !/[US\d]/.test(text[position - 2] ?? '')) return spoken ? { start, end } : null;
      position -= 1;
    }
  }
  return spoken ? { start, end } : null;
}

/** "ten (10) million": where the bracket before the word that scales begins; the place itself where there is none. */
function beforeFigure(text: string, place: number, lowest: number): number {
  const bracketed = /[([][ \u00a0]?[\d.,]{1,12}[ \u00a0]?[)\]][\s\u00a0]{1,3}$/.exec(
    text.slice(Math.max(lowest, place - 20), place),
  );
  return bracketed ? place - bracketed[0].length : place;
}

/** The words with blanks in place of the figures in brackets among them. */
function withoutFigures(words: string): string {
  return words.replace(/[([][ \u00a0]?[\d.,]{1,12}[ \u00a0]?[)\]]/g, (figure) => ' '.repeat(figure.length));
}

/**
 * The longest end of the words that reads as one number: "shares and two hundred" ends in 200. A part is begun only
 * where a number may begin, so that the tail of a number that cannot be read is not taken for it.
 */
function longestNumber(words: string): { readonly phrase: NumberPhrase; readonly from: number } | null {
  let tries = 0;
  for (const begin of words.matchAll(/[A-Za-z\d]+/g)) {
    const word = begin[0].toLowerCase();
    const before = words.slice(0, begin.index);
    const opens = isNumberWord(word) || /^\d/.test(word) || word === 'a' || word === 'an';
    if (
      !opens ||
      !(
        begin.index === 0 ||
        /(?:\b(?:and|of|in|the|to)|,|[A-Za-z]\.)[\s\u00a0]*$/i.test(before.slice(-12)) ||
        !endsInNumber(before)
      )
    )
      continue;
    const phrase = readNumberPhrase(words.slice(begin.index));
    if (phrase) return { phrase, from: begin.index };
    tries += 1;
    if (tries > 6) break;
  }
  return null;
}

/** An ordinal does not lead into a number: "the first two". */
function endsInNumber(words: string): boolean {
  let end = words.length;
  while (end > 0 && !/[A-Za-z]/.test(words[end - 1] ?? '')) end -= 1;
  let start = end;
  while (start > 0 && /[A-Za-z]/.test(words[start - 1] ?? '')) start -= 1;
  const last = words.slice(start, end).toLowerCase();
  return isNumberWord(last) && !ordinals.has(last);
}
