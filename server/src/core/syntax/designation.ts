import {
  asciiRoman,
  type Numeral,
  numberWordAlternatives,
  parseAlpha,
  parseNumberWord,
  parseRoman,
} from '../model/numerals.ts';

/** The words that introduce a number. Sources: the usage of the corpus (CONVENTIONS) and of statutes in English. */
export type DesignationKeyword =
  | 'title'
  | 'part'
  | 'division'
  | 'chapter'
  | 'article'
  | 'section'
  | 'subsection'
  | 'clause'
  | 'paragraph'
  | 'item'
  | 'rule'
  | 'exhibit'
  | 'schedule'
  | 'annex'
  | 'appendix'
  | 'attachment'
  | 'addendum';

/**
 * A number or label that could open a provision, as one line shows it; whether it does is decided later, from its
 * surroundings. Offsets count from the start of the line, half-open.
 */
export interface Designation {
  readonly keyword: DesignationKeyword | null;
  /** How it is written, with `#` for the number: `Article #.`, `(#)`, `#)`, `#.`, `#`. */
  readonly shape: string;
  readonly numeral: Numeral;
  /** As printed, without the dots and brackets around it; empty for an attachment without a number. */
  readonly number: string;
  /** `[3, 10]` for `3.10`; one value otherwise; empty for an attachment without a number. */
  readonly path: readonly number[];
  /** The other reading of a letter that is a roman numeral too: (i), (v), (x), (c) … */
  readonly otherReading: { readonly numeral: Numeral; readonly value: number } | null;
  readonly start: number;
  /** Behind the closing bracket or dot. */
  readonly end: number;
}

const keywords: ReadonlyMap<string, DesignationKeyword> = new Map([
  ['title', 'title'],
  ['part', 'part'],
  ['division', 'division'],
  ['chapter', 'chapter'],
  ['article', 'article'],
  ['art.', 'article'],
  ['section', 'section'],
  ['sec.', 'section'],
  ['§', 'section'],
  ['subsection', 'subsection'],
  ['clause', 'clause'],
  ['paragraph', 'paragraph'],
  ['item', 'item'],
  ['rule', 'rule'],
  ['exhibit', 'exhibit'],
  ['schedule', 'schedule'],
  ['annex', 'annex'],
  ['annexure', 'annex'],
  ['appendix', 'appendix'],
  ['attachment', 'attachment'],
  ['addendum', 'addendum'],
]);

/** What a letter behind a number is worth more than a number there: 2A is `[2, 1001]`. */
export const letterSuffix = 1000;

const attachmentKeywords: ReadonlySet<string> = new Set([
  'exhibit',
  'schedule',
  'annex',
  'appendix',
  'attachment',
  'addendum',
]);

export function isAttachmentKeyword(keyword: DesignationKeyword | null): boolean {
  return keyword !== null && attachmentKeywords.has(keyword);
}

// A keyword is printed with a capital: "section 4" in small letters is a citation or a wrapped line, never a heading.
const keywordPattern =
  /(?:(TITLE|Part|PART|DIVISION|Chapter|CHAPTER|Article|ARTICLE|Art\.|ART\.|Section|SECTION|Sec\.|SEC\.|Subsection|SUBSECTION|Clause|CLAUSE|Paragraph|PARAGRAPH|Item|ITEM|Rule|RULE|Exhibit|EXHIBIT|Schedule|SCHEDULE|Annex|ANNEX|Annexure|ANNEXURE|Appendix|APPENDIX|Attachment|ATTACHMENT|Addendum|ADDENDUM)(?![A-Za-z])|(§))[ \t\u00a0]*/y;

const keywordNumberPattern = new RegExp(
  '(?:' +
    // 3, 12.1, 226-2, 3-16, 10.3, 4.01A
    '(\\d{1,4}(?:[.\\-–]\\d{1,4}){0,5}(?:[A-Za-z](?![A-Za-z]))?)' +
    // A-1, B-2, IV, C
    '|([A-Z](?:-?\\d{1,3}(?:\\.\\d{1,3})?)?(?![A-Za-z])|[IVXLC]{1,7}(?:-[A-Z\\d]{1,3})?(?![A-Za-z])|[A-Z]{2}(?![A-Za-z])|[ivxlc]{1,7}(?![A-Za-z])|[\\u2160-\\u217f]+)' +
    `|((?:${numberWordAlternatives})(?![A-Za-z]))` +
    ')',
  'iy',
);

const numberSignPattern = /(?:No\.|NO\.|Number|№|#)[ \t\u00a0]*|["“”'](?=[A-Z\d]{1,3}["”'])/y;
const closerPattern = /\\?[.:](?!\d)|\)|["”'](?=[\s.:]|$)/y;

const barePatterns: ReadonlyArray<{ pattern: RegExp; shape: string }> = [
  // 3.10, 7.4.1.1, 1.01., 3 .2 (a number that a conversion has split)
  {
    pattern:
      /(\d{1,3}(?: ?\\?\. ?\d{1,3}){1,5}(?:[A-Z](?=[.\s|]))?)(?:\\?\.|\))?(?=[\s\u00a0*_]|[A-Z“"([]|$)/y,
    shape: '#.#',
  },
  { pattern: /\((\d{1,3})\)/y, shape: '(#)' },
  { pattern: /\(([A-Za-z]|[ivxlc]{2,7}|[IVXLC]{2,7}|([a-z])\2{1,3}|([A-Z])\3{1,3})\)/y, shape: '(#)' },
  { pattern: /(\d{1,3})\)(?=[\s\u00a0])/y, shape: '#)' },
  { pattern: /([A-Za-z]|[ivxlc]{2,7}|[IVXLC]{2,7})\)(?=[\s\u00a0])/y, shape: '#)' },
  { pattern: /(\d{1,3})\\?\.(?=[\s\u00a0*_]|[A-Z“"([]|$)/y, shape: '#.' },
  { pattern: /([A-Za-z]|[ivxlc]{2,7}|[IVXLC]{2,7})\\?\.(?=[\s\u00a0*_]|$)/y, shape: '#.' },
  { pattern: /(\d{1,2})(?=[ \t\u00a0]+[A-Z])/y, shape: '#' },
];

/** The designation that opens at `start` of `line`, or null. Looks at no more than some fifty characters. */
export function readDesignation(line: string, start: number): Designation | null {
  const first = line.charCodeAt(start);
  if (Number.isNaN(first)) return null;
  return readKeyworded(line, start) ?? readBare(line, start);
}

function readKeyworded(line: string, start: number): Designation | null {
  keywordPattern.lastIndex = start;
  const found = keywordPattern.exec(line);
  if (!found) return null;
  const word = found[1] ?? found[2] ?? '';
  const keyword = keywords.get(word.toLowerCase()) ?? null;
  if (!keyword) return null;
  let position = keywordPattern.lastIndex;
  numberSignPattern.lastIndex = position;
  if (numberSignPattern.test(line)) position = numberSignPattern.lastIndex;

  const separated = position > start + word.length || word === '§' || word.endsWith('.');
  keywordNumberPattern.lastIndex = position;
  const number = separated ? keywordNumberPattern.exec(line) : null;
  if (!number) {
    if (!isAttachmentKeyword(keyword)) return null;
    return {
      keyword,
      shape: word,
      numeral: 'arabic',
      number: '',
      path: [],
      otherReading: null,
      start,
      end: start + word.length,
    };
  }
  let end = keywordNumberPattern.lastIndex;
  // "Section a" is prose; a letter that numbers behind a keyword is a capital.
  if (/^[a-z]$/.test(number[0] ?? '')) return null;
  const reading = readNumber(number[0] ?? '', number[3] !== undefined);
  if (!reading) return null;
  closerPattern.lastIndex = end;
  const closer = closerPattern.exec(line)?.[0] ?? '';
  end += closer.length;
  return {
    keyword,
    shape: `${word} #${closer.replace('\\', '')}`,
    ...reading,
    start,
    end,
  };
}

function readBare(line: string, start: number): Designation | null {
  for (const { pattern, shape } of barePatterns) {
    pattern.lastIndex = start;
    const found = pattern.exec(line);
    if (!found) continue;
    const reading = readNumber(found[1] ?? '', false);
    if (!reading) continue;
    return { keyword: null, shape, ...reading, start, end: pattern.lastIndex };
  }
  return null;
}

/** What a printed number is worth. */
export type NumberReading = Pick<Designation, 'numeral' | 'number' | 'path' | 'otherReading'>;

/** Reads a printed number without the dots and brackets around it; `isWord` for "Five". Null where it is none. */
export function readNumber(printed: string, isWord: boolean): NumberReading | null {
  const number = printed.replace(/[\s\\]/g, '');
  if (isWord) {
    const value = parseNumberWord(number);
    return value === null ? null : { numeral: 'word', number, path: [value], otherReading: null };
  }
  if (/^\d/.test(number)) {
    const path = number.split(/[.\-–]/).map((part) => Number.parseInt(part, 10));
    const letter = /\d([A-Za-z])$/.exec(number)?.[1];
    // "2A" is put in behind 2; its letter must not be taken for the 1 of 2.1.
    if (letter) path.push(letterSuffix + (parseAlpha(letter) ?? 0));
    return { numeral: 'arabic', number, path, otherReading: null };
  }
  const ascii = asciiRoman(number);
  const compound = /^([A-Z]+)-?(\d{1,3})(?:\.(\d{1,3}))?$|^([IVXLC]+)-([A-Z\d]{1,3})$/i.exec(ascii);
  if (compound) {
    const head = compound[1] ?? compound[4] ?? '';
    const tail = compound[2] ?? compound[5] ?? '';
    const tailValue = /^\d/.test(tail) ? Number.parseInt(tail, 10) : (parseAlpha(tail) ?? 0);
    return {
      numeral: 'alpha-upper',
      number,
      path: [parseAlpha(head) ?? parseRoman(head) ?? 0, tailValue],
      otherReading: null,
    };
  }
  const upper = ascii === ascii.toUpperCase();
  const roman = parseRoman(ascii);
  const alpha = parseAlpha(ascii);
  const romanNumeral: Numeral = upper ? 'roman-upper' : 'roman-lower';
  const alphaNumeral: Numeral = upper ? 'alpha-upper' : 'alpha-lower';
  if (roman !== null && (alpha === null || /^[ivx]/i.test(ascii))) {
    const otherReading = alpha === null ? null : { numeral: alphaNumeral, value: alpha };
    return { numeral: romanNumeral, number, path: [roman], otherReading };
  }
  if (alpha !== null) {
    const otherReading = roman === null ? null : { numeral: romanNumeral, value: roman };
    return { numeral: alphaNumeral, number, path: [alpha], otherReading };
  }
  return null;
}
