/**
 * The ways a number is printed in a designation: `12`, `XII`, `xii`, `b`, `BB`, `Twelve`, `Ⅻ`.
 * Reading and writing are inverse to each other for every value that the form can express.
 */
export type Numeral = 'arabic' | 'roman-upper' | 'roman-lower' | 'alpha-upper' | 'alpha-lower' | 'word';

const romanDigits: ReadonlyArray<readonly [string, number]> = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

/** `XIV` for 14; roman numerals end at 3999. */
export function formatRoman(value: number): string {
  let rest = value;
  let text = '';
  for (const [digits, worth] of romanDigits) {
    while (rest >= worth) {
      text += digits;
      rest -= worth;
    }
  }
  return text;
}

/** The value of a roman numeral in capitals or small letters, or null where it is not written canonically (`IIII`, `VX`). */
export function parseRoman(text: string): number | null {
  if (text.length === 0 || text.length > 15) return null;
  const upper = text.toUpperCase();
  let rest = upper;
  let value = 0;
  for (const [digits, worth] of romanDigits) {
    while (rest.startsWith(digits)) {
      value += worth;
      rest = rest.slice(digits.length);
    }
  }
  return rest === '' && formatRoman(value) === upper ? value : null;
}

/** `a` … `z` are 1 … 26; then `aa` is 27, `bb` is 28, as legal drafters count, not `ab`. */
export function parseAlpha(text: string): number | null {
  if (text.length === 0 || text.length > 4) return null;
  const lower = text.toLowerCase();
  const letter = lower.charCodeAt(0) - 96;
  if (letter < 1 || letter > 26) return null;
  for (let index = 1; index < lower.length; index += 1) {
    if (lower.charCodeAt(index) !== lower.charCodeAt(0)) return null;
  }
  return (lower.length - 1) * 26 + letter;
}

export function formatAlpha(value: number): string {
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return letter.repeat(1 + Math.floor((value - 1) / 26));
}

const numberWords = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
] as const;

const ordinalWords = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
] as const;

const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;
const tenths = [
  'twentieth',
  'thirtieth',
  'fortieth',
  'fiftieth',
  'sixtieth',
  'seventieth',
  'eightieth',
  'ninetieth',
] as const;

/** `ONE`, `Twelve`, `First`, `TWENTY-THIRD`: number words that head articles and clauses, up to ninety-nine. */
export function parseNumberWord(text: string): number | null {
  const [head = '', tail] = text.toLowerCase().split(/[-\s]/);
  const value = simpleNumberWord(head);
  if (tail === undefined) return value;
  const ten = (tens as readonly string[]).indexOf(head);
  const unit = simpleNumberWord(tail);
  return ten >= 0 && unit !== null && unit < 10 ? (ten + 2) * 10 + unit : null;
}

function simpleNumberWord(word: string): number | null {
  for (const [words, first, step] of numberWordLists) {
    const index = words.indexOf(word);
    if (index >= 0) return first + index * step;
  }
  return null;
}

/** "twelve", "twelfth", "twenty-three"; null above ninety-nine. */
export function formatNumberWord(value: number, form: 'cardinal' | 'ordinal'): string | null {
  const simple = (form === 'ordinal' ? ordinalWords : numberWords)[value - 1];
  if (simple !== undefined) return simple;
  const ten = Math.floor(value / 10) - 2;
  const unit = value % 10;
  if (unit === 0) return (form === 'ordinal' ? tenths : tens)[ten] ?? null;
  const first = tens[ten];
  const second = (form === 'ordinal' ? ordinalWords : numberWords)[unit - 1];
  return first === undefined || second === undefined ? null : `${first}-${second}`;
}

/** Whether a number word tells a place in an order: "Fifth", "twenty-third". */
export function isOrdinalWord(text: string): boolean {
  const last = text.toLowerCase().split(/[-\s]/).at(-1) ?? '';
  return (ordinalWords as readonly string[]).includes(last) || (tenths as readonly string[]).includes(last);
}

const numberWordLists: ReadonlyArray<readonly [readonly string[], number, number]> = [
  [numberWords, 1, 1],
  [ordinalWords, 1, 1],
  [tens, 20, 10],
  [tenths, 20, 10],
];

const units = [...numberWords.slice(0, 9), ...ordinalWords.slice(0, 9)].join('|');

/** A pattern for every number word in small letters, longest first. */
export const numberWordAlternatives: string = `(?:${tens.join('|')})-(?:${units})|${[...numberWords, ...ordinalWords, ...tens, ...tenths].sort((a, b) => b.length - a.length).join('|')}`;

/** `Ⅳ` → `IV`: the numerals at U+2160 to U+217F as letters; other text is returned as it is. */
export function asciiRoman(text: string): string {
  if (!/[\u2160-\u217f]/.test(text)) return text;
  return text.normalize('NFKC');
}

/** Writes `value` in the given form, as a heading of that form would print it. */
export function formatNumeral(value: number, numeral: Numeral): string {
  switch (numeral) {
    case 'arabic':
      return String(value);
    case 'roman-upper':
      return formatRoman(value);
    case 'roman-lower':
      return formatRoman(value).toLowerCase();
    case 'alpha-upper':
      return formatAlpha(value).toUpperCase();
    case 'alpha-lower':
      return formatAlpha(value);
    case 'word': {
      const word = formatNumberWord(value, 'cardinal');
      return word ? word[0]?.toUpperCase() + word.slice(1) : String(value);
    }
  }
}
