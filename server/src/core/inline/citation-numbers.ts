import { parseAlpha, parseRoman } from '../model/numerals.ts';
import type { CitationUnit, CitedMember, CitedNumber } from './citation.ts';
import { readBrackets, readNumber } from './cited-number.ts';
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
    const connector = readConnector(text, end) ?? readOperator(text, end);
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
  const connector = readConnector(text, at) ?? readConnectorBehindCaption(text, at);
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
  if (!mayGoOn(text, number, current, plural, connector)) return null;
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

const operator = /[ \u00a0](?:minus|plus|less|over)[ \u00a0]/y;

/** "(a) minus (b) below" */
function readOperator(text: string, at: number): Connector | null {
  operator.lastIndex = at;
  return operator.test(text)
    ? { range: false, comma: false, punctuated: false, conjunction: false, end: operator.lastIndex }
    : null;
}

const captionBetween = /[ \u00a0]{0,2}\([A-Z][A-Za-z ,&;’'-]{2,60}\)(?=,? (?:and |or )?(?:\d|[A-Z]\b|\())/iy;

/** "Sections O (Disclaimer), P (Limitation) and Q": the caption of each member stands before the next. */
function readConnectorBehindCaption(text: string, at: number): Connector | null {
  captionBetween.lastIndex = at;
  return captionBetween.test(text) ? readConnector(text, captionBetween.lastIndex) : null;
}

interface Connector {
  readonly range: boolean;
  /** A comma alone. */
  readonly comma: boolean;
  /** A comma, alone or before a conjunction. */
  readonly punctuated: boolean;
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
    punctuated: found[1] !== undefined,
    conjunction: /^(?:and|or|and\/or|&)$/i.test(word),
    end: connectorPattern.lastIndex,
  };
}

/** Words that may follow the last number of a list; another small word makes "Section 4 and 30 days" of it. */
const followers =
  /^(?:of|hereof|hereto|herein|above|below|and|or|to|through|shall|is|are|was|were|will|may|must|does|do|has|have|hereunder|in|with|by|for|as|on|which|that|if|unless|but|not|appl(?:y|ies)|respectively|thereof|from|upon|under|at|when|where|without|except|inclusive|attached|set|pursuant|contained|provided|and\/or|would|can|shall|should|relating|hereby|thereto|between|surviv(?:e|es|ed|ing)|governs?|controls?|prevails?|remains?|continues?|terminates?|expires?|ceases?|constitutes?|becomes?|provides?|requires?|contains?|relates?|refers?|ends?|inures?|binds?|permits?)\b/;

/** Whether a number without a word goes on the list, or is a quantity or an enumerator of the sentence. */
function mayGoOn(
  text: string,
  number: { steps: readonly CitedNumber[]; end: number },
  current: MutableMember,
  plural: boolean,
  { comma, punctuated }: Connector,
): boolean {
  const first = number.steps[0];
  if (!first) return false;
  const after = text.slice(number.end, number.end + 24).trimStart();
  const word = /^[a-z][a-z/]*/.exec(after)?.[0];
  if (first.bracketed) {
    // "Section 4(a), (b) the Buyer shall", ", and (d) any tax": behind a comma an enumerator is as likely.
    const kindred = current.steps.some(
      (step) => step.bracketed && compareMarks(step.number, first.number) !== 'other',
    );
    return kindred && (!punctuated || word === undefined || followers.test(after));
  }
  // A capital goes on letters or numerals only: "Sections 4, A buyer".
  if (/^[A-Z]$/.test(first.number) && !/^[A-Z]/.test(current.steps[0]?.number ?? '')) return false;
  if (/^[$%€£¥]|^per ?cent/.test(after)) return false;
  const compound = /[.\-–]|\d[A-Za-z]/.test(first.number);
  if (
    !compound &&
    word !== undefined &&
    !followers.test(after) &&
    !/^(?:the|such|any|this|each)\b/.test(after)
  )
    return false;
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
