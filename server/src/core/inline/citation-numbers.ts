import { numberWordAlternatives, parseAlpha, parseRoman } from '../model/numerals.ts';
import type { CitationUnit, CitedMember, CitedNumber } from './citation.ts';
import {
  isAttachmentUnit,
  isDeeper,
  readUnitWord,
  type UnitWord,
  unitWordAlternatives,
} from './unit-words.ts';

/** The numbers behind a unit word, as members of a list, and where they end. */
export interface CitedList {
  readonly members: readonly CitedMember[];
  readonly end: number;
}

/**
 * Reads the list of numbers that begins at `start`, behind the unit word: "16.4(2) or 16.4(3)", "12.1 through 12.3",
 * "III, Section 4", "2.1(a), (b) and (c)". Null where no number stands there. Costs the text it reads.
 */
export function readCitedList(
  text: string,
  start: number,
  unit: CitationUnit,
  plural: boolean,
): CitedList | null {
  const first = readNumber(text, start, unit, true);
  if (!first) return null;
  let current: MutableMember = { steps: first.steps, until: [] };
  const members = [current];
  let end = first.end;
  let multiple = plural;
  let closed = false;
  splitDash(current, plural, unit);
  for (;;) {
    const next = readNext(text, end, current, unit, multiple);
    // A list ends with its "and": ", and (z) is not" behind it goes on the sentence.
    if (!next || (closed && next.conjunction && next.steps.at(-1)?.bracketed)) break;
    closed ||= next.conjunction;
    if (next.kind === 'deeper') current.steps = [...current.steps, ...next.steps];
    else if (next.kind === 'until') current.until = next.steps;
    else {
      current = { steps: next.steps, until: [] };
      members.push(current);
      splitDash(current, multiple, unit);
    }
    end = next.end;
    multiple ||= next.kind !== 'deeper';
  }
  return { members: members.map(publish), end };
}

/** "Sections 12-18" is a range; "Article 20-2" and "Exhibits 3-1" are numbers. */
function splitDash(member: MutableMember, plural: boolean, unit: CitationUnit): void {
  const only = member.steps.length === 1 ? member.steps[0] : undefined;
  const found =
    only && plural && !isAttachmentUnit(unit) ? /^(\d{1,3})[-–](\d{1,3})$/.exec(only.number) : null;
  if (!only || !found || Number(found[1]) >= Number(found[2])) return;
  const [, first = '', last = ''] = found;
  member.steps = [{ ...only, number: first, end: only.start + first.length }];
  member.until = [{ ...only, number: last, start: only.end - last.length }];
}

/** Reads a list of bracketed numbers without a unit word: "(i) through (iii)". */
export function readBracketedList(text: string, start: number): CitedList | null {
  const first = readBrackets(text, start, null, false);
  if (first.steps.length === 0) return null;
  let current: MutableMember = { steps: first.steps, until: [] };
  const members = [current];
  let end = first.end;
  for (;;) {
    const connector = readConnector(text, end);
    if (!connector) break;
    const next = readBrackets(text, connector.end, null, false);
    if (next.steps.length === 0) break;
    if (connector.range) current.until = next.steps;
    else {
      current = { steps: next.steps, until: [] };
      members.push(current);
    }
    end = next.end;
  }
  return { members: members.map(publish), end };
}

interface MutableMember {
  steps: readonly CitedNumber[];
  until: readonly CitedNumber[];
}

function publish({ steps, until }: MutableMember): CitedMember {
  const first = steps.find((step) => !step.shared) ?? steps[0];
  const last = until.at(-1) ?? steps.at(-1);
  return { start: first?.start ?? 0, end: last?.end ?? 0, steps, until };
}

function takenOver(step: CitedNumber): CitedNumber {
  return step.shared ? step : { ...step, shared: true };
}

type Next = {
  readonly kind: 'deeper' | 'member' | 'until';
  readonly steps: readonly CitedNumber[];
  readonly conjunction: boolean;
  readonly end: number;
} | null;

function readNext(
  text: string,
  at: number,
  current: MutableMember,
  unit: CitationUnit,
  plural: boolean,
): Next {
  const last = lastUnit(current.steps) ?? unit;
  const below = readDescent(text, at, last);
  if (below && current.until.length === 0) return { kind: 'deeper', conjunction: false, ...below };
  const connector = readConnector(text, at);
  if (!connector) return null;
  const kind = connector.range && current.until.length === 0 ? 'until' : 'member';
  const { conjunction } = connector;
  const repeated = readKeyword(text, connector.end);
  if (repeated) {
    const sameUnit = repeated.word.unit === last;
    const upper = current.steps.filter((step) => step.unit !== null && isDeeper(last, step.unit));
    if (!sameUnit || (upper.length === 0 && kind === 'member')) return null;
    const number = readNumber(text, repeated.end, last, true);
    if (!number) return null;
    return { kind, steps: [...upper.map(takenOver), ...number.steps], conjunction, end: number.end };
  }
  const number = readNumber(text, connector.end, last, false);
  if (!number?.steps[0]) return null;
  if (!mayGoOn(text, number, current, plural, connector.comma)) return null;
  const base = prefixFor(current.steps, number.steps[0]).map(takenOver);
  const own = number.steps.map((step, index) =>
    index === 0 && !step.bracketed ? { ...step, unit: last } : step,
  );
  return { kind, steps: [...base, ...own], conjunction, end: number.end };
}

/** "paragraph 1" behind "Article 266 ", "Section 4" behind "Article III, ". */
function readDescent(
  text: string,
  at: number,
  outer: CitationUnit,
): { steps: readonly CitedNumber[]; end: number } | null {
  descentGap.lastIndex = at;
  if (!descentGap.test(text)) return null;
  const keyword = readKeyword(text, descentGap.lastIndex);
  if (!keyword || !isDeeper(keyword.word.unit, outer) || isAttachmentUnit(keyword.word.unit)) return null;
  const number = readNumber(text, keyword.end, keyword.word.unit, true);
  // "Articles 9 and 11, Section 7.5": a compound number says by itself where it stands.
  return number?.steps[0]?.number.includes('.') ? null : number;
}

const descentGap = /[ \u00a0]{0,3}[,:]?[ \u00a0]{1,3}/y;

function lastUnit(steps: readonly CitedNumber[]): CitationUnit | null {
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const unit = steps[index]?.unit;
    if (unit) return unit;
  }
  return null;
}

const keywordPattern = new RegExp(`(${unitWordAlternatives})(?![A-Za-z])`, 'iy');

function readKeyword(text: string, at: number): { word: UnitWord; end: number } | null {
  keywordPattern.lastIndex = at;
  const found = keywordPattern.exec(text);
  const word = found && readUnitWord(found[1] ?? '');
  return word ? { word, end: keywordPattern.lastIndex } : null;
}

const connectorPattern =
  /[ \u00a0]{0,3}(?:(,)[ \u00a0]{0,3}(?:(and\/or|and|or|to|through|thru)[ \u00a0]{1,3})?|(and\/or|and|or|to|through|thru|until|&)[ \u00a0]{1,3}|([-–—])[ \u00a0]{0,2})(?:(?:and|up to and) including[ \u00a0]{1,3})?/iy;

interface Connector {
  readonly range: boolean;
  /** A comma alone. */
  readonly comma: boolean;
  /** "and" or "or", with a comma or without. */
  readonly conjunction: boolean;
  readonly end: number;
}

function readConnector(text: string, at: number): Connector | null {
  connectorPattern.lastIndex = at;
  const found = connectorPattern.exec(text);
  if (!found) return null;
  const word = found[2] ?? found[3] ?? '';
  // A word needs a blank before it; "4and" is a slip that is read all the same only behind a comma.
  if (found[3] !== undefined && !/^[ \u00a0]/.test(found[0])) return null;
  return {
    range: /^(?:to|through|thru|until)$/i.test(word) || found[4] !== undefined,
    comma: word === '' && found[1] !== undefined,
    conjunction: /^(?:and|or|and\/or|&)$/i.test(word),
    end: connectorPattern.lastIndex,
  };
}

/** Words that may follow the last number of a list; another small word makes "Section 4 and 30 days" of it. */
const followers =
  /^(?:of|hereof|hereto|herein|above|below|and|or|to|through|shall|is|are|was|were|will|may|must|does|do|has|have|hereunder|in|with|by|for|as|on|which|that|if|unless|but|not|appl(?:y|ies)|respectively|thereof|from|upon|under|at|when|where|without|except|inclusive|attached|set|pursuant|contained|provided|and\/or|the|such|any|this|each|would|can|shall|should|relating|hereby|thereto|between)\b/;

/** Whether a number without a word goes on the list, or is a quantity or an enumerator of the sentence. */
function mayGoOn(
  text: string,
  number: { steps: readonly CitedNumber[]; end: number },
  current: MutableMember,
  plural: boolean,
  comma: boolean,
): boolean {
  const first = number.steps[0];
  if (!first) return false;
  const after = text.slice(number.end, number.end + 24).trimStart();
  const word = /^[a-z][a-z/]*/.exec(after)?.[0];
  if (first.bracketed) {
    // "Section 4, (b) the Buyer shall": behind a comma alone an enumerator is as likely.
    const kindred = current.steps.some(
      (step) => step.bracketed && compareMarks(step.number, first.number) !== 'other',
    );
    return kindred && (!comma || word === undefined || followers.test(after));
  }
  // A capital goes on letters or numerals only: "Sections 4, A buyer".
  if (/^[A-Z]$/.test(first.number) && !/^[A-Z]/.test(current.steps[0]?.number ?? '')) return false;
  if (word !== undefined && !followers.test(after)) return false;
  if (/^[$%€£¥]|^per ?cent/.test(after)) return false;
  const compound = /[.\-–]|\d[A-Za-z]/.test(first.number);
  const before = current.steps.find((step) => !step.bracketed)?.number ?? '';
  if (compound) return plural || /[.\-–]|\d[A-Za-z]/.test(before);
  return plural || !comma;
}

/** The upper numbers that a member without a word takes over from the one before: "(b)" behind "4.1(a)" is 4.1(b). */
function prefixFor(steps: readonly CitedNumber[], next: CitedNumber): readonly CitedNumber[] {
  if (!next.bracketed) {
    let base = steps.length - 1;
    while (base > 0 && steps[base]?.bracketed) base -= 1;
    return steps.slice(0, Math.max(0, base));
  }
  let fallback = -1;
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const step = steps[index];
    if (!step?.bracketed) continue;
    const order = compareMarks(step.number, next.number);
    if (order === 'before') return steps.slice(0, index);
    if (order === 'same-kind' && fallback < 0) fallback = index;
  }
  return fallback >= 0 ? steps.slice(0, fallback) : steps.filter((step) => !step.bracketed);
}

/** Whether (a) and (b), or (i) and (ii), may be members of one list in this order. */
function compareMarks(a: string, b: string): 'before' | 'same-kind' | 'other' {
  const figures = /^\d+$/;
  if (figures.test(a) !== figures.test(b)) return 'other';
  if (figures.test(a)) return Number(a) < Number(b) ? 'before' : 'same-kind';
  if ((a === a.toLowerCase()) !== (b === b.toLowerCase())) return 'other';
  let alike = false;
  for (const read of [romanValue, letterValue]) {
    const first = read(a);
    const second = read(b);
    if (first === null || second === null) continue;
    alike = true;
    if (first < second) return 'before';
  }
  return alike ? 'same-kind' : 'other';
}

function romanValue(mark: string): number | null {
  return /^[ivxl]{1,7}$/i.test(mark) ? parseRoman(mark) : null;
}

/** (ii) and (iii) are numerals; (aa) comes after (z). */
function letterValue(mark: string): number | null {
  return /^[ivx]{2,}$/i.test(mark) ? null : parseAlpha(mark);
}

const numberSign = /(?:Nos?\.|NOS?\.|Numbers?|#)[ \u00a0]{0,2}/y;
const gap = /[ \u00a0]{1,4}/y;
const noGap = /[ \u00a0]{0,4}/y;

const headPattern = new RegExp(
  '(?:' +
    // 4, 16.4, 3-16, 226-2, 13d-1, 409A, 78dd, 1.409A-1, 240.13d-1
    '(\\d{1,5}(?:[A-Za-z]{1,2}(?![A-Za-z]))?(?:[.\\-–](?:\\d{1,4}[A-Za-z]?|[A-Z])(?![A-Za-z])){0,6})' +
    // IV, A, A-1, AA, B2, Ⅳ
    '|([IVXLC]{1,8}(?:[-.][A-Z\\d]{1,3})?(?![A-Za-z\\d])|[A-Z](?:-?\\d{1,3}(?:[.\\-]\\d{1,3})?|-[A-Z]{1,2})?(?![A-Za-z\\d&])|AA|BB|CC|DD|[\\u2160-\\u217f]{1,4})' +
    // Exhibit "A"
    '|["“”\'‘]([A-Z]{1,2}|[A-Z]?-?\\d{1,3}(?:[.\\-]\\d{1,3})?)["”\'’]' +
    ')',
  'y',
);

const wordNumber = new RegExp(`(${numberWordAlternatives})(?![A-Za-z-])`, 'iy');

/** "(a)", "(iv)", "(12)", "(A)"; "a)" and "2)" behind a unit word. */
const bracket = /\(([a-z]|([a-z])\2{1,3}|[ivxl]{2,7}|[A-Z]|[IVXL]{2,7}|([A-Z])\3|\d{1,3}(?:\.\d{1,2})?)\)/y;
const halfBracket = /([a-z]|[ivx]{2,5}|\d{1,2})\)/y;
const smallLetter = /([a-z])(?=[ \u00a0]?[,.;:)]|[ \u00a0](?:of|above|below|and|or|to)\b|$)/y;

/**
 * One number with its subdivisions. `worded`: it follows its unit word, so that it may be a numeral, a letter or a number
 * word too.
 */
function readNumber(
  text: string,
  at: number,
  unit: CitationUnit,
  worded: boolean,
): { steps: readonly CitedNumber[]; end: number } | null {
  let position = at;
  if (worded) {
    const separator = text[at - 1] === '§' || text[at - 1] === '.' ? noGap : gap;
    separator.lastIndex = at;
    // "Section(a)" is a slip that nobody means otherwise.
    if (!separator.test(text))
      return text[at] === '(' && !isAttachmentUnit(unit) ? readBracketHead(text, at, unit) : null;
    position = separator.lastIndex;
    numberSign.lastIndex = position;
    if (numberSign.test(text)) position = numberSign.lastIndex;
  }
  headPattern.lastIndex = position;
  const found = headPattern.exec(text);
  if (found) {
    const number = found[1] ?? found[2] ?? found[3] ?? '';
    const end = headPattern.lastIndex;
    if (otherFigure.test(text.slice(end, end + 5))) return null;
    const head: CitedNumber = {
      unit: worded ? unit : null,
      number,
      bracketed: false,
      shared: false,
      start: position,
      end,
    };
    const rest = readBrackets(text, end, null, true);
    return { steps: [head, ...rest.steps], end: rest.end };
  }
  // A number in brackets behind "Schedule" is a note's.
  if (text[position] === '(')
    return isAttachmentUnit(unit) ? null : readBracketHead(text, position, worded ? unit : null);
  if (!worded) return null;
  return readWordOrLetter(text, position, unit);
}

function readBracketHead(
  text: string,
  at: number,
  unit: CitationUnit | null,
): { steps: readonly CitedNumber[]; end: number } | null {
  const chain = readBrackets(text, at, unit, false);
  return chain.steps.length > 0 ? chain : null;
}

function readWordOrLetter(
  text: string,
  at: number,
  unit: CitationUnit,
): { steps: readonly CitedNumber[]; end: number } | null {
  for (const pattern of [halfBracket, smallLetter]) {
    if (isAttachmentUnit(unit) && pattern === smallLetter) continue;
    pattern.lastIndex = at;
    const letter = pattern.exec(text);
    if (letter) {
      const step = {
        unit,
        number: letter[1] ?? '',
        bracketed: true,
        shared: false,
        start: at,
        end: pattern.lastIndex,
      };
      return { steps: [step], end: step.end };
    }
  }
  // "Article Five", "Section One"; "section one" in small letters is prose.
  if (!/^[A-Z]/.test(text.slice(at, at + 1))) return null;
  wordNumber.lastIndex = at;
  const word = wordNumber.exec(text);
  if (!word) return null;
  const end = wordNumber.lastIndex;
  const head: CitedNumber = { unit, number: word[1] ?? '', bracketed: false, shared: false, start: at, end };
  const rest = readBrackets(text, end, null, true);
  return { steps: [head, ...rest.steps], end: rest.end };
}

/** "Section 4,000", "4/5", "4:30" and "4%" are figures of another sort. */
const otherFigure = /^(?:,\d|\/\d|:\d\d|%)/;

/** A chain of bracketed numbers: "(b)(i)". `behind`: it follows a number, at a distance only before the end of the citation. */
function readBrackets(
  text: string,
  at: number,
  unit: CitationUnit | null,
  behind: boolean,
): { steps: CitedNumber[]; end: number } {
  const steps: CitedNumber[] = [];
  let end = at;
  for (;;) {
    const blank = /[ \u00a0]/.test(text[end] ?? '') && (steps.length > 0 || behind) ? 1 : 0;
    bracket.lastIndex = end + blank;
    const found = bracket.exec(text);
    if (!found) break;
    const after = text.slice(bracket.lastIndex, bracket.lastIndex + 12);
    if (
      blank > 0 &&
      !/^(?:[,.;)(]|$| ?\(| (?:of|and|or|above|below|hereof|through|to|shall|is|are|in)\b)/.test(after)
    )
      break;
    steps.push({
      unit: steps.length === 0 ? unit : null,
      number: found[1] ?? '',
      bracketed: true,
      shared: false,
      start: end + blank,
      end: bracket.lastIndex,
    });
    end = bracket.lastIndex;
  }
  return { steps, end };
}
