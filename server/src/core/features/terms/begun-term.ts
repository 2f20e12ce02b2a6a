import { linkingWord } from '../../inline/name-words.ts';
import { readBegunCitation } from '../citations/begun-citation.ts';

/** A term as far as it has been typed. */
export interface BegunTerm {
  /** Where it may begin in the words before the cursor, the longest first: "the Sale and Purchase Pri". */
  readonly starts: readonly number[];
}

/**
 * Reads the words before a cursor from the end; null where no term has been begun: behind an opening quote, and as long
 * as words with capitals are typed. Numbers and letters that count are none. Linear.
 */
export function readBegunTerm(before: string): BegunTerm | null {
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const line = before.slice(lineStart);
  const starts = wordStarts(line).filter((start) => mayBeginAt(line, start));
  const begun = startsOfPhrase(line, starts);
  if (begun.length === 0 || isCounting(line, begun)) return null;
  const citation = readBegunCitation(before);
  if (citation && citation.unit !== null) return null;
  return { starts: begun.map((start) => lineStart + start) };
}

/** A term is not longer. */
const mostWords = 7;

/** Where the last words begin, the last one that of the cursor. */
function wordStarts(line: string): readonly number[] {
  const starts: number[] = [];
  let at = line.length;
  while (starts.length < mostWords) {
    while (at > 0 && wordCharacter.test(line[at - 1] ?? '')) at -= 1;
    starts.unshift(at);
    // One blank divides the words of a term; anything else divides more.
    if (line[at - 1] !== ' ' || !wordCharacter.test(line[at - 2] ?? '')) break;
    at -= 1;
  }
  return starts;
}

const wordCharacter = /[\p{L}\p{N}'’&-]/u;

/** Behind a blank, a quote, a bracket or a dash, but not behind a figure and not in "4.2(A". */
function mayBeginAt(line: string, start: number): boolean {
  const before = line[start - 1] ?? ' ';
  if (before === '(') return !/[\p{L}\p{N})]/u.test(line[start - 2] ?? ' ');
  return /[\s“”"„'‘[/—–*_]/.test(before);
}

/** The words with capitals that are followed by nothing but such words and those that link them; behind a quote all. */
function startsOfPhrase(line: string, starts: readonly number[]): readonly number[] {
  const found: number[] = [];
  for (let index = starts.length - 1; index >= 0; index -= 1) {
    const start = starts[index] ?? 0;
    const word = line.slice(start, starts[index + 1] ?? line.length).trim();
    if (isQuoted(line, start)) return [start, ...found];
    if (/^\p{Lu}/u.test(word)) found.unshift(start);
    else if (word !== '' && index === starts.length - 1 && starts.length > 1) continue;
    else if (word !== '' && !linkingWord.test(word)) break;
  }
  return found;
}

/** Right behind a quotation mark that opens. */
function isQuoted(line: string, start: number): boolean {
  const mark = line[start - 1] ?? '';
  return mark === '“' || mark === '„' || (mark === '"' && /(?:^|[\s([—–])$/.test(line.slice(0, start - 1)));
}

/** "(A" and "B" at the start of a line may become "(A)" and "B." */
function isCounting(line: string, starts: readonly number[]): boolean {
  const typed = line.slice(starts.at(-1) ?? 0);
  if (!/^(?:\p{Lu}|[IVXLC]{1,5})$/u.test(typed)) return false;
  return /^\s*\(?$|\($/.test(line.slice(0, starts.at(-1) ?? 0));
}
