import { readLine } from '../syntax/lines.ts';
import type { SpacedText } from './spaced-text.ts';

export interface Room {
  /** What the first line begins with, its number included. */
  readonly lead: string;
  /** What the other lines begin with. */
  readonly indentation: string;
  /** The column before which lines end. */
  readonly column: number;
  readonly lineEnd: string;
}

/**
 * The blanks between the words from one character to another so that lines end before a column; null where they cannot
 * without a line that would be taken for a heading, an item or a rule. `blankBefore` gives what stands between two
 * words on one line. Linear.
 */
export function reflow(
  spaced: SpacedText,
  start: number,
  end: number,
  room: Room,
  blankBefore: (count: number) => string,
): ReadonlyMap<number, string> | null {
  const words = wordsBetween(spaced, start, end);
  const gaps = new Map<number, string>();
  let width = room.lead.length;
  let lineBegins = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word) continue;
    const blank = at === 0 ? '' : blankBefore(word.start);
    if (at === lineBegins || width + blank.length + word.text.length <= room.column) {
      if (at !== lineBegins) gaps.set(word.start, blank);
      width += (at === lineBegins ? 0 : blank.length) + word.text.length;
      continue;
    }
    const next = lastSafeBreak(words, lineBegins + 1, at);
    if (next === null) return null;
    lineBegins = next;
    const first = words[next];
    if (first) gaps.set(first.start, `${room.lineEnd}${room.indentation}`);
    width = room.indentation.length + (first?.text.length ?? 0);
    // The words behind the break are laid again, on the new line.
    at = next;
  }
  return gaps;
}

interface Word {
  /** Of its first character. */
  readonly start: number;
  readonly text: string;
}

function wordsBetween(spaced: SpacedText, start: number, end: number): readonly Word[] {
  const words: Word[] = [];
  let first = start;
  for (let count = start + 1; count <= end; count += 1) {
    if (count < end && spaced.gapBefore(count) === '') continue;
    const from = spaced.places[first] ?? 0;
    words.push({ start: first, text: spaced.text.slice(from, (spaced.places[count - 1] ?? 0) + 1) });
    first = count;
  }
  return words;
}

/** The word that may begin the next line: the last that fits, or one of a few before it. */
function lastSafeBreak(words: readonly Word[], least: number, most: number): number | null {
  for (let at = most; at >= Math.max(least, most - furthestBack); at -= 1) if (mayBegin(words, at)) return at;
  return null;
}

const furthestBack = 6;

/** Whether a line may begin with this word and be taken for nothing but words. */
function mayBegin(words: readonly Word[], at: number): boolean {
  const sample = words
    .slice(at, at + wordsOfSample)
    .map(({ text }) => text)
    .join(' ');
  // A number may be one of a page; and below "Section" it is what is cited.
  if (/^[\d([{"“'‘§#*_>|+•·▪~=-]|^[A-Za-z]{1,5}[.)]|^o /.test(sample)) return false;
  const facts = readLine(sample);
  return (
    facts.lineClass === 'text' &&
    facts.designation === null &&
    facts.heads === null &&
    facts.headingLevel === 0 &&
    !facts.bullet
  );
}

const wordsOfSample = 12;
