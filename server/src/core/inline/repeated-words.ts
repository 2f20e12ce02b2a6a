/** A word that stands twice in a row. Offsets count from the start of the text. */
export interface RepeatedWord {
  readonly word: string;
  /** Of the second one, with the blanks before it. */
  readonly start: number;
  readonly end: number;
  readonly firstStart: number;
}

/** Words that follow themselves with a blank or two between, in any case. Linear: one pass over the characters. */
export function readRepeatedWords(text: string): readonly RepeatedWord[] {
  let found: RepeatedWord[] | null = null;
  let beforeStart = 0;
  let beforeEnd = -1;
  for (let at = 0; at < text.length; ) {
    if (!isLetter(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const start = at;
    while (at < text.length && isLetter(text.charCodeAt(at))) at += 1;
    const length = at - start;
    if (
      length === beforeEnd - beforeStart &&
      start - beforeEnd <= 2 &&
      text[beforeEnd] === ' ' &&
      text[start - 1] === ' ' &&
      (text.charCodeAt(start) | 32) === (text.charCodeAt(beforeStart) | 32) &&
      isWhole(text, beforeStart, beforeEnd) &&
      isWhole(text, start, at) &&
      text.slice(start, at).toLowerCase() === text.slice(beforeStart, beforeEnd).toLowerCase()
    ) {
      found ??= [];
      found.push({ word: text.slice(start, at), start: beforeEnd, end: at, firstStart: beforeStart });
    }
    beforeStart = start;
    beforeEnd = at;
  }
  return found ?? none;
}

const none: readonly RepeatedWord[] = [];

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Not part of a longer word, a compound, an address or a marked word. */
function isWhole(text: string, start: number, end: number): boolean {
  return (
    !joining.includes(text[start - 1] ?? ' ') &&
    text[start - 1] !== '.' &&
    !joining.includes(text[end] ?? ' ')
  );
}

const joining = "0123456789'’-–_@/&$#*=àáâäãåçèéêëìíîïñòóôöõùúûüýÿ";
