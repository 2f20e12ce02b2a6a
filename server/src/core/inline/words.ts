/**
 * The words of a text: letters, figures and what binds them: "R&D", "Holder's", "U.S.", "401(k)", "Note(s)". A hyphen
 * parts words, since lines break there and writers do not agree on it: "Non-Breaching" and "Non Breaching".
 */
export interface Word {
  readonly start: number;
  readonly end: number;
}

export function readWords(text: string): readonly Word[] {
  const words: Word[] = [];
  for (let start = nextWord(text, 0); start < text.length; ) {
    const end = wordEnd(text, start);
    words.push({ start, end });
    start = nextWord(text, end);
  }
  return words;
}

/** Where the next word begins, at `from` or behind it; the text's length where there is none. */
export function nextWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isWordCode(text.charCodeAt(at))) at += 1;
  return at;
}

/** Behind the word that begins at `start`. */
export function wordEnd(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isWordCode(code) || code === apostrophe || code === curlyApostrophe || code === ampersand) continue;
    if (code === stop && isWordCode(text.charCodeAt(at + 1)) && !isWordCode(text.charCodeAt(at + 2)))
      continue;
    const bracketed = code === bracket ? bracketEnd(text, at) : -1;
    if (bracketed < 0) break;
    at = bracketed - 1;
  }
  return at;
}

const apostrophe = 39;
const curlyApostrophe = 0x2019;
const ampersand = 38;
const stop = 46;
const bracket = 40;

/** Behind "(s)", "(es)", "(k)" at the end of a word; -1 where something else stands in the brackets. */
function bracketEnd(text: string, at: number): number {
  const first = text.charCodeAt(at + 1);
  if (first < 97 || first > 122) return -1;
  if (text[at + 2] === ')') return at + 3;
  return text.startsWith('es)', at + 1) ? at + 4 : -1;
}

/** Letters and figures; beyond ASCII all that is no punctuation, blank or symbol of the ranges that texts use. */
export function isWordCode(code: number): boolean {
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return (
    code >= 0xc0 &&
    code !== 0xd7 &&
    code !== 0xf7 &&
    (code < 0x2000 || code > 0x2bff) &&
    (code < 0x3000 || code > 0x303f) &&
    code !== 0xfeff &&
    code !== 0xfffd
  );
}
