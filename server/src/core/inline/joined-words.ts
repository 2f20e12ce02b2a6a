import { isNumberWord } from './number-words.ts';

/** A place where two words stand together without the blank that belongs between them. */
export interface JoinedWords {
  /** Where the blank belongs. */
  readonly at: number;
  /** The words around it. */
  readonly start: number;
  readonly end: number;
}

/** Missing blanks before and behind brackets and behind commas, semicolons and full stops. Linear. */
export function readJoinedWords(text: string): readonly JoinedWords[] {
  let found: JoinedWords[] | null = null;
  join.lastIndex = 0;
  for (let match = join.exec(text); match; match = join.exec(text)) {
    const at = match[0].length === 1 ? match.index + 1 : match.index + match[0].length;
    const joined = judge(text, match.index, at);
    if (joined) {
      found ??= [];
      found.push(joined);
    }
  }
  return found ?? none;
}

const none: readonly JoinedWords[] = [];

/** The sign at which two words may be joined: `s(` before a bracket, `)a`, `,a`, `;a`, `.A` behind a sign. */
const join =
  /(?<=[A-Za-z]{2}|[\d”"])\((?=[A-Za-z“"]{2}|\d{1,6}\))|\)(?=[A-Za-z]{2})|(?<=[a-z]{2}|[)"”]),(?=[A-Za-z]{2})|(?<=[a-z]{2}|[)"”]);(?=[A-Za-z]{2})|(?<=[a-z]{3})\.(?=[A-Z][a-z]{1,12}\s)/g;

function judge(text: string, sign: number, behind: number): JoinedWords | null {
  const start = wordStart(text, sign);
  const end = wordEnd(text, behind);
  if (start === sign && text[sign] === '.') return null;
  const around = text.slice(Math.max(0, start - 40), Math.min(text.length, end + 40));
  const token = aroundToken(text, sign);
  if (address.test(token) || /[{}<>|\\&]/.test(around)) return null;
  switch (text[sign]) {
    case '(':
      return judgeOpening(text, sign, start, end);
    case ')':
      return judgeClosing(text, sign, behind, end);
    default:
      return { at: behind, start, end };
  }
}

/** "losses(including" but not "person(s)", "f(x)", "Section(a)". */
function judgeOpening(text: string, sign: number, start: number, end: number): JoinedWords | null {
  const inside = text.slice(sign + 1, sign + 16);
  const closing = inside.indexOf(')');
  const content = closing < 0 ? inside : inside.slice(0, closing);
  if (closing >= 0 && /^[a-z]{1,5}$/i.test(content)) return null;
  if (start === sign && !/^[a-z]{3}/.test(content)) return null;
  // "Rule 12(b)" and "Section(3)" are citations; "three(3)" is a number.
  if (/^\d/.test(content) && !isNumberWord(text.slice(start, sign).toLowerCase())) return null;
  return { at: sign, start, end };
}

/** "(the Buyer)and" but not "(s)he", "(re)insurance", "(a)the" and "12(a)for". */
function judgeClosing(text: string, sign: number, behind: number, end: number): JoinedWords | null {
  const opening = text.lastIndexOf('(', sign);
  if (opening < 0 || sign - opening > 300) return null;
  const content = text.slice(opening + 1, sign);
  if (content.length <= 5 || /^[A-Za-z]{1,8}$/.test(content) || content.includes(')')) return null;
  if (text[opening - 1] === ']') return null;
  return { at: behind, start: opening, end };
}

const address = /^(?:https?:|www\.)|@|\/\/|\.(?:com|org|net|gov|edu|htm|html|pdf|io|txt)\b/i;

function aroundToken(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < 80 && !/\s/.test(text[start - 1] ?? '')) start -= 1;
  let end = at;
  while (end < text.length && end - at < 80 && !/\s/.test(text[end] ?? '')) end += 1;
  return text.slice(start, end).replace(/^[("“<[]+/, '');
}

function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 30 && /[A-Za-z]/.test(text[start - 1] ?? '')) start -= 1;
  return start;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < 30 && /[A-Za-z\d(“"]/.test(text[end] ?? '')) end += 1;
  return end;
}
