import { numberWordAlternatives } from '../model/numerals.ts';
import type { CitationUnit, CitedNumber } from './citation.ts';
import { isAttachmentUnit } from './unit-words.ts';

/**
 * One number with its subdivisions. `worded`: it follows its unit word, so that it may be a numeral, a letter or a number
 * word too.
 */
export function readNumber(
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

/** A chain of bracketed numbers: "(b)(i)". `behind`: it follows a number, at a distance only before the end of the citation. */
export function readBrackets(
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
