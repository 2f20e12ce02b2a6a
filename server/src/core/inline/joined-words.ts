import { isNumberWord } from './number-words.ts';

/** A place where two words stand together without the blank that belongs between them. */
export interface JoinedWords {
  /** Where the blank belongs. */
  readonly at: number;
  /** The words around it. */
  readonly start: number;
  readonly end: number;
  /**
   * In a sentence, the words that the blank would part: where the document has each of them elsewhere, nothing but a blank
   * can be missing. Null where something else may be meant: a name, a quotation, a word with a part of it in brackets.
   */
  readonly parts: readonly string[] | null;
}

/** Missing blanks before and behind brackets and behind commas, semicolons and full stops. Linear. */
export function readJoinedWords(text: string): readonly JoinedWords[] {
  let found: JoinedWords[] | null = null;
  for (let at = 0; at < text.length; at += 1) {
    if (!mayJoin(text, at)) continue;
    const joined = judge(text, at, at + 1);
    if (joined) {
      found ??= [];
      found.push(joined);
    }
  }
  return found ?? none;
}

/** Nearly every sign has a blank behind it: to look at two characters costs less than to try the pattern everywhere. */
function mayJoin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > 0x3b || code < 0x28) return false;
  if (code !== 0x28 && code !== 0x29 && code !== 0x2c && code !== 0x2e && code !== 0x3b) return false;
  if (text.charCodeAt(at + 1) <= 0x20) return false;
  join.lastIndex = at;
  return join.test(text);
}

const none: readonly JoinedWords[] = [];

/** The sign at which two words may be joined: `s(` before a bracket, `)a`, `,a`, `;a`, `.A` behind a sign. */
const join =
  /(?<=[A-Za-z]{2}|[\d”"])\((?=[A-Za-z“"]{2}|\d{1,6}\))|\)(?=[A-Za-z]{2})|(?<=[a-z]{2}|[)"”]),(?=[A-Za-z]{2})|(?<=[a-z]{2}|[)"”]);(?=[A-Za-z]{2})|(?<=[a-z]{3})\.(?=[A-Z][a-z]{1,12}\s)/y;

function judge(text: string, sign: number, behind: number): JoinedWords | null {
  const start = wordStart(text, sign);
  const end = wordEnd(text, behind);
  if (start === sign && text[sign] === '.') return null;
  const around = text.slice(Math.max(0, start - 40), Math.min(text.length, end + 40));
  const token = aroundToken(text, sign);
  if (address.test(token) || /[{}<>|\\&`=]/.test(around)) return null;
  const place = placeOf(text, sign, behind, start, end);
  return place && { ...place, parts: partsAt(text, sign, token) };
}

type JoinedPlace = Omit<JoinedWords, 'parts'>;

function placeOf(text: string, sign: number, behind: number, start: number, end: number): JoinedPlace | null {
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
function judgeOpening(text: string, sign: number, start: number, end: number): JoinedPlace | null {
  const inside = text.slice(sign + 1, sign + 16);
  const closing = inside.indexOf(')');
  const content = (closing < 0 ? inside : inside.slice(0, closing)).trim();
  if (closing >= 0 && /^[a-z]{1,5}$/i.test(content)) return null;
  if (start === sign && !/^[a-z]{3}/.test(content)) return null;
  // "Rule 12(b)" and "Section(3)" are citations; "three(3)" is a number.
  if (/^\d/.test(content) && !isNumberWord(text.slice(start, sign).toLowerCase())) return null;
  return { at: sign, start, end };
}

/** "(the Buyer)and" but not "(s)he", "(re)insurance", "(a)the" and "12(a)for". */
function judgeClosing(text: string, sign: number, behind: number, end: number): JoinedPlace | null {
  const opening = text.lastIndexOf('(', sign);
  if (opening < 0 || sign - opening > longestAside) return null;
  const content = text.slice(opening + 1, sign);
  if (content.length <= 5 || /^[A-Za-z]{1,8}$/.test(content) || content.includes(')')) return null;
  if (text[opening - 1] === ']') return null;
  return { at: behind, start: opening, end };
}

const longestAside = 300;

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

function partsAt(text: string, sign: number, token: string): readonly string[] | null {
  const around = text.slice(Math.max(0, sign - 80), sign + 80);
  // Captions, addresses and signatures have few such words; names may be written without the blank.
  if ((around.match(/(?<=\s)[a-z]{2,20}(?=[\s,;.])/g)?.length ?? 0) < 4 || /\[?\bsic\b/.test(around))
    return null;
  if (isInsideQuotation(text, sign)) return null;
  switch (text[sign]) {
    case '(':
      return partsAtOpening(text, sign);
    case ')':
      return partsAtClosing(text, sign);
    case '.':
      // A full stop may be part of a name, "Setup.Exe".
      return null;
    default: {
      const pair = /^([A-Za-z]{2,30})\)?[,;]([a-z]{2,30})[.,;:)”"]{0,2}$/.exec(token);
      return pair && [pair[1] ?? '', pair[2] ?? ''];
    }
  }
}

function partsAtOpening(text: string, sign: number): readonly string[] | null {
  const word = /(?<=[\s“"])[A-Za-z]{3,30}$/.exec(text.slice(Math.max(0, sign - 31), sign))?.[0];
  const content = contentFrom(text, sign);
  if (!word || content === null || firstPart.test(word)) return null;
  // A number word is known without the document.
  if (/^\d{1,6}$/.test(content)) return isNumberWord(word.toLowerCase()) ? [] : null;
  return severalWords.test(content) || quotedWord.test(content) ? [word] : null;
}

function partsAtClosing(text: string, sign: number): readonly string[] | null {
  const opening = text.lastIndexOf('(', sign);
  const content = text.slice(opening + 1, sign);
  const word = /^[a-z]{2,30}(?=[\s,;.])/.exec(text.slice(sign + 1, sign + 32))?.[0];
  if (!word || !linkingWord.test(word)) return null;
  const lastWord = /[A-Za-z]{0,30}$/.exec(content.slice(-31))?.[0] ?? '';
  // "(or there)of" and "(or sub)contractor" are words with a part of them in brackets.
  if (firstPart.test(lastWord)) return null;
  return quotedWord.test(content) ? [word] : severalWords.test(content) ? [word, lastWord] : null;
}

const severalWords = /[A-Za-z]{2}[^A-Za-z]{0,3}\s[^A-Za-z]{0,3}[A-Za-z]{2}/;
const quotedWord = /^(?:“[^“”]{3,60}”|"[^"]{3,60}")$/;
const linkingWord =
  /^(?:and|or|shall|will|may|must|is|are|was|were|has|have|had|to|of|in|on|at|by|for|from|with|as|that|which|who|the|under|if|unless|but|not)$/;
/** What another word may be joined to: "sub(let or assign)", "(and there)of". */
const firstPart =
  /^(?:sub|non|pre|post|over|under|inter|intra|multi|semi|anti|counter|super|trans|out|self|mis|dis|un|re|co|up|fore|with|there|here|where|in|through|on|how|when|who|what|any|some|every|no|to|an|be|it|them|him|her|your|our|cross)$/i;

/** What stands in the bracket that opens at `sign`; null where it does not close soon. */
function contentFrom(text: string, sign: number): string | null {
  const inside = text.slice(sign + 1, sign + longestAside);
  const closing = inside.indexOf(')');
  return closing < 0 ? null : inside.slice(0, closing);
}

/** What is quoted may be quoted as it was written. */
function isInsideQuotation(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - longestQuotation), at);
  const straight = before.match(/"/g)?.length ?? 0;
  return straight % 2 === 1 || before.lastIndexOf('“') > before.lastIndexOf('”');
}

const longestQuotation = 600;
