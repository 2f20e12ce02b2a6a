import { type Designation, readDesignation } from './designation.ts';
import { endsLikeContents, pageBehindWords } from './leaders.ts';
import { type InlineMark, readAttachmentMentions, readEnumerators } from './marks.ts';
import { type HeadedPart, headedPart } from './zones.ts';

/** What a line is by itself, before its neighbours are looked at. */
export type LineClass =
  | 'blank'
  | 'text'
  | 'rule'
  | 'page-mark'
  | 'page-number'
  | 'tag'
  | 'comment'
  | 'table-frame';

/**
 * What one physical line shows when it is read alone. It holds no position in the document and nothing about its
 * neighbours, so it can be kept as long as the line's text stays the same. Offsets count from the start of the line.
 */
export interface LineFacts {
  readonly length: number;
  readonly lineClass: LineClass;
  /** Columns of white space before the first character; a tab leads to the next multiple of eight. */
  readonly indent: number;
  /** Where the words begin, behind white space and decoration ("## ", "- ", "**", "| "). */
  readonly start: number;
  /** Behind the last character that is not white space or closing decoration. */
  readonly end: number;
  /** Depth of a Markdown or HTML heading, 0 for none. */
  readonly headingLevel: number;
  /** A list bullet or table bar opens the line. */
  readonly bullet: boolean;
  /** Bold or italic from the first word on. */
  readonly emphasised: boolean;
  readonly designation: Designation | null;
  /** Enumerators further along in the line. */
  readonly enumerators: readonly InlineMark[];
  /** Attachments the line speaks of, as `exhibit 3-1`. */
  readonly attachmentMentions: readonly string[];
  /** Ends like an entry of a table of contents: leaders, or white space and a page number. */
  readonly contentsEntry: boolean;
  /** A whole table of contents that a conversion has put on one line. */
  readonly contentsRun: boolean;
  /** Where it opens with a designation: the number behind the words at its end, which may be that of a page. */
  readonly endNumber: number | null;
  /** The value of a page number where the line is one ("- 12 -", "Page 3 of 5"), else null. */
  readonly pageNumber: number | null;
  /** The part of a document that its words head, where no number does. */
  readonly heads: HeadedPart | null;
  /** A comment begins with its first character and does not end in it. */
  readonly opensComment: boolean;
  /** The line with digits replaced and blanks folded, for short lines that may be a page header; else empty. */
  readonly fingerprint: string;
  /** A source line as converters print it at the foot of pages. */
  readonly sourceFooter: boolean;
  /** The last word, in small letters, without punctuation. */
  readonly lastWord: string;
  /** The last character that counts for the sentence: closing quotes and brackets are passed over. */
  readonly lastCharacter: string;
  /** Ends in "; and" or ", or": the next item of a list follows. */
  readonly endsItem: boolean;
  /** The first word begins with a small letter. */
  readonly startsLower: boolean;
  /** A double quotation mark is its first character. */
  readonly opensQuotation: boolean;
  /** A double quotation mark ends it, punctuation behind it or not. */
  readonly closesQuotation: boolean;
  /** No small letter in it, and at least two capitals. */
  readonly capitals: boolean;
  /** How many double quotation marks it opens and has not closed; straight ones alternate. */
  readonly openQuotations: number;
}

const noEnumerators: readonly InlineMark[] = [];
const noMentions: readonly string[] = [];

const pageMark = /^<PAGE>(?:\s{1,20}\S{1,8})?$/i;
const ruleCharacters = /^[\s|\-–—_=*~#+^"]+$/;
const ruleMark = /[-–—_=*~#+^"]/g;
const tag =
  /^\s*<\/?(?:TABLE|CAPTION|S|C|FN|TEXT|DOCUMENT|TYPE|SEQUENCE|DESCRIPTION|FILENAME|div|p|br|ul|ol|table|tr|td|hr)\b[^>]{0,200}>(?:\s*<[^>]{0,40}>){0,20}\s*$/i;
const comment = /^\s*<!--(?:(?!-->).){0,2000}-->\s*$/;
/** Read without its blanks. */
const tableFrame = /^(?:\[\[\/?TABLE\]\]|\|?(?::?-{2,}:?\|)+(?::?-+:?)?|\|+)$/;
const barePageNumber =
  /^\s*(?:[-–—]\s*)?(?:[A-Z]-|[ivx]+-)?(\d{1,4}|[ivxl]{1,7})(?:\s*[-–—])?\s*$|^\s{20,}(\d{1,4})\.\s*$/;
/** "Page 3 of 5" alone, or set off at the end of a header line; "see page 12." in a sentence is none. */
const pageOf =
  /^[^\w\n]{0,80}page\s{1,4}(\d{1,4})(?:\s{1,4}of\s{1,4}\d{1,4})?[^\w\n]{0,80}$|\s{3}page\s{1,4}(\d{1,4})(?:\s{1,4}of\s{1,4}\d{1,4}(?:\s{1,4}pages?)?)?\s*$/i;
const decoration =
  /[\s\u00a0\u200b\ufeff]*(?:(#{1,6})\s+|<h([1-6])\b[^>]{0,200}>\s*|((?:[-*+•·▪]|o)\s+|\|\s*)|>\s?)?/y;

/** Reads one line (without its line end). Linear in the line; long lines are read for their marks only once. */
export function readLine(line: string): LineFacts {
  return line === '' ? emptyLine : readCharacters(line);
}

function readCharacters(line: string): LineFacts {
  const lineClass = classify(line);
  decoration.lastIndex = 0;
  const decorated = decoration.exec(line);
  let start = decorated ? decoration.lastIndex : 0;
  const headingLevel = decorated?.[1] ? decorated[1].length : decorated?.[2] ? Number(decorated[2]) : 0;
  const bullet = decorated?.[3] !== undefined;
  let end = line.length;
  const closingTag = headingLevel > 0 ? /<\/h[1-6]>\s*$/i.exec(line) : null;
  if (closingTag) end = closingTag.index;
  while (end > start && isPadding(line.charCodeAt(end - 1))) end -= 1;
  // Decoration without words ends before its blanks too: "- ".
  if (end === start && lineClass === 'text') {
    while (end > 0 && /\s/.test(line[end - 1] ?? '')) end -= 1;
    start = end;
  }
  const emphasisStart = start;
  while (start < end && start - emphasisStart < 3 && (line[start] === '*' || line[start] === '_')) start += 1;
  const emphasised = start > emphasisStart;

  const isText = lineClass === 'text';
  let designation = isText ? (readDesignation(line, start) ?? readOptional(line, start)) : null;
  if (designation && (looksLikeMeasure(line, designation) || numbersRow(line, designation)))
    designation = null;
  const words = isText ? line.slice(start, Math.min(end, start + 200)) : '';
  const tail = isText ? line.slice(Math.max(start, end - 60), end) : '';
  const lastCharacter = lastCharacterOf(tail);
  const fingerprint = line.length <= 120 && lineClass !== 'blank' ? fingerprintOf(line) : '';
  return {
    length: line.length,
    lineClass,
    indent: indentOf(line),
    start,
    end,
    headingLevel,
    bullet,
    emphasised,
    designation,
    enumerators: isText ? readEnumerators(line, designation ? designation.end : start) : noEnumerators,
    attachmentMentions: isText ? readAttachmentMentions(line) : noMentions,
    contentsEntry: isText && line.length < 400 && endsLikeContents(line),
    contentsRun: isText && line.length >= 160 && isContentsRun(line),
    endNumber: designation && line.length < 240 ? pageBehindWords(line.slice(designation.end)) : null,
    pageNumber: pageNumberOf(line, lineClass),
    heads: designation === null && mayHead(lineClass) ? headedPart(line, start, end) : null,
    opensComment: isText && start < 400 && opensComment(line),
    fingerprint,
    sourceFooter: designation === null && !/[;:]/.test(lastCharacter) && sourceFooter.test(fingerprint),
    lastWord: lastWordOf(tail),
    lastCharacter,
    endsItem: /[;,:.]["”)]?\s*(?:and|or|and\/or|but|provided)["”)]?$/i.test(tail),
    startsLower: /^[^A-Za-z]{0,3}[a-z]/.test(words),
    opensQuotation: /^["“]/.test(words),
    closesQuotation: /["”][.;,]?$/.test(tail),
    capitals: isText && !/[a-z]/.test(line) && /[A-Z].*[A-Z]/.test(words),
    openQuotations: isText ? countOpenQuotations(line) : 0,
  };
}

function classify(line: string): LineClass {
  if (line.length > 2000) return /\S/.test(line.slice(0, 2000)) || /\S/.test(line) ? 'text' : 'blank';
  if (/^[\s\u00a0\u200b\ufeff]*$/.test(line)) return line.includes('\f') ? 'page-mark' : 'blank';
  const first = line.charCodeAt(line.search(/\S/));
  // Most lines begin with a letter and are text; the patterns need not be tried on them.
  if ((first >= 65 && first <= 90) || (first >= 97 && first <= 122)) {
    if (line.length < 140 && (pageOf.test(line) || barePageNumber.test(line))) return 'page-number';
    return 'text';
  }
  if (pageMark.test(line.trim())) return 'page-mark';
  if (tableFrame.test(line.replace(/\s/g, ''))) return 'table-frame';
  if (isRule(line)) return 'rule';
  if (comment.test(line)) return 'comment';
  if (tag.test(line)) return 'tag';
  if (line.length < 140 && (barePageNumber.test(line) || (line.length < 60 && pageOf.test(line))))
    return 'page-number';
  return 'text';
}

/** That of CUAD's exports. Read with figures as `#`. */
const sourceFooter = /^Source: [^/\n]{3,120}(?:\/A)?[^/\n]{0,60}#\/#\/#$/;

function fingerprintOf(line: string): string {
  const words = line.trim();
  return isPlain(words) ? words : words.replace(/\d+/g, '#').replace(/\s+/g, ' ');
}

/** Letters and punctuation with single blanks between them, as in most lines: the patterns would change nothing. */
function isPlain(words: string): boolean {
  let before = 0;
  for (let index = 0; index < words.length; index += 1) {
    const code = words.charCodeAt(index);
    if (code < 32 || code > 126 || (code >= 48 && code <= 57) || (code === 32 && before === 32)) return false;
    before = code;
  }
  return true;
}

/** A line that ends in a page number may turn out to be text. */
function mayHead(lineClass: LineClass): boolean {
  return lineClass === 'text' || lineClass === 'page-number';
}

function opensComment(line: string): boolean {
  return line.includes('<!--') && line.startsWith('<!--', line.search(/\S/)) && !line.includes('-->');
}

const headingsInLine =
  /(?:\b(?:Article|ARTICLE|Section|SECTION|Exhibit|EXHIBIT|Schedule|SCHEDULE|Clause|CLAUSE)\s{1,6}[\dIVXA-Z][\d.]{0,6}|\b\d{1,2}\.\d{1,2}\.?)\s{1,6}[A-Z]|(?:\.\s?){4,8}\s{0,6}\d{1,3}\b/g;

/** Headings so close to each other that no text stands between them. */
function isContentsRun(line: string): boolean {
  if (line.length > 30000) return false;
  const count = line.match(headingsInLine)?.length ?? 0;
  return count >= 3 && line.length / count < 80;
}

/** Dashes, underscores and the like, at least three of them, and nothing else but blanks and bars. */
function isRule(line: string): boolean {
  return ruleCharacters.test(line) && (line.match(ruleMark)?.length ?? 0) >= 3;
}

function pageNumberOf(line: string, lineClass: LineClass): number | null {
  if (lineClass !== 'page-number') return null;
  const digits =
    pageOf.exec(line)?.slice(1).find(Boolean) ?? barePageNumber.exec(line)?.slice(1).find(Boolean) ?? '';
  return /^\d+$/.test(digits) ? Number(digits) : 0;
}

/** A provision that is put in brackets because it may be left out: `[Section 4. Consent. …]`. */
function readOptional(line: string, start: number): Designation | null {
  if (line[start] !== '[') return null;
  const inside = readDesignation(line, start + 1);
  return inside && (inside.keyword !== null || inside.path.length > 1) ? inside : null;
}

/** The first cell of a table of figures: `| 1. | 700 |`. */
function numbersRow(line: string, designation: Designation): boolean {
  if (designation.keyword !== null) return false;
  const behind = line.slice(designation.end).trimStart();
  return behind[0] === '|' && /^\|[$€£¥]?[\d.,%|-]+$/.test(behind.replace(/\s/g, ''));
}

/** `3.5 million`, `10.5%`, `2.04 per share`: a decimal at the start of a line that is an amount. */
function looksLikeMeasure(line: string, designation: Designation): boolean {
  if (designation.keyword !== null || designation.shape !== '#.#') return false;
  return /^\s*(?:%|percent|per cent|million|billion|thousand|per |times )/i.test(
    line.slice(designation.end, designation.end + 12),
  );
}

function indentOf(line: string): number {
  let columns = 0;
  for (let index = 0; index < line.length && index < 400; index += 1) {
    const code = line.charCodeAt(index);
    if (code === 9) columns += 8 - (columns % 8);
    else if (code === 32 || code === 0xa0) columns += 1;
    else if (code !== 12 && code !== 0xfeff && code !== 0x200b) break;
  }
  return columns;
}

function isPadding(code: number): boolean {
  return code <= 32 || code === 42 || code === 95 || code === 124 || (code >= 0xa0 && isRareBlank(code));
}

/** What `\s` takes for white space beyond ASCII, and the blank without a width. */
function isRareBlank(code: number): boolean {
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

function lastWordOf(tail: string): string {
  let end = tail.length;
  while (end > 0 && !isWordCharacter(tail.charCodeAt(end - 1))) end -= 1;
  let start = end;
  while (start > 0 && isWordCharacter(tail.charCodeAt(start - 1))) start -= 1;
  return tail.slice(start, end).toLowerCase();
}

/** A letter of the alphabet or the section sign. */
function isWordCharacter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 0xa7;
}

function lastCharacterOf(tail: string): string {
  for (let index = tail.length - 1; index >= 0; index -= 1) {
    const character = tail[index] ?? '';
    if (!/["”“'’)\]\s*_|]/.test(character)) return character;
  }
  return '';
}

/** Curly marks count up and down; straight ones alternate, so an odd number of them leaves one open. */
function countOpenQuotations(line: string): number {
  if (!/["“”]/.test(line)) return 0;
  let curly = 0;
  let straight = 0;
  for (let index = 0; index < line.length; index += 1) {
    const code = line.charCodeAt(index);
    if (code === 0x201c) curly += 1;
    else if (code === 0x201d) curly -= 1;
    else if (code === 34) straight += 1;
  }
  return curly + (straight % 2);
}

/** Every third line of a document is empty: one reading does for all of them. */
const emptyLine = readCharacters('');
