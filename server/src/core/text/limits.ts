import { say } from './say.ts';

/**
 * The longest document that is read: about 8,000 pages, twenty times the longest agreement we know of. It bounds time and
 * memory for any text: one of nothing but quotation marks takes 5 s and 2.6 GB at this length, where an agreement takes 9 s and 700 MB
 * with all rules, and the headings of a longer one 0.2 s.
 */
export const mostCharacters = 20_000_000;

/** A page has about fifty lines; a file with so many of them is a list of something. Each may be an item: 5 s and 1.2 GB. */
const mostLines = 400_000;

/** No encoding takes more than four bytes for a character. */
export const mostBytes = 4 * mostCharacters;

/** Why a document of this size is not read, in a user's words; null where it is. Lines are counted only if they matter. */
export function sizeRefusal(
  characters: number,
  countLines: () => number,
  most = mostCharacters,
): string | null {
  if (characters > most)
    return say`this document has ${grouped(characters)} characters; Proviso reads up to ${grouped(most)}`;
  if (characters <= mostLines) return null;
  const lines = countLines();
  return lines > mostLines
    ? say`this document has ${grouped(lines)} lines; Proviso reads up to ${grouped(mostLines)}`
    : null;
}

/** "10,000,000", whatever the language of the machine. */
function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
