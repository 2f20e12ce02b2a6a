import { type RepeatedWord, readRepeatedWords } from '../inline/repeated-words.ts';
import { foundIn, readInSteps } from '../resolve/found.ts';
import { Role } from '../syntax/roles.ts';
import { say } from '../text/say.ts';
import type { Rule } from './rule.ts';

/** A word that was typed twice: "the the". */
export const repeatedWord: Rule = {
  id: 'repeated-word',
  title: 'A word that is typed twice',
  severity: 'warning',
  scope: 'document',
  prepare: (analysis) => readInSteps(analysis, readSlips),
  *check(analysis) {
    for (const { paragraph, answer } of foundIn(analysis, readSlips)) {
      if (analysis.roles[paragraph.firstLine] === Role.table) continue;
      for (const { word, start, end, firstStart } of answer) {
        yield {
          range: paragraph.rangeOf(end - word.length, end),
          message: say`“${word}” is written twice in a row.`,
          related: [{ range: paragraph.rangeOf(firstStart, start), message: say`The first one.` }],
          fixes: [
            {
              title: say`Delete the second “${word}”`,
              preferred: true,
              edits: paragraph.pieces(start, end).map((range) => ({ range, newText: '' })),
            },
          ],
        };
      }
    }
  },
};

function readSlips(text: string): readonly RepeatedWord[] {
  const repeated = readRepeatedWords(text);
  return repeated.length === 0 ? repeated : repeated.filter((one) => isSlip(text, one));
}

/**
 * Whether the word is no name and none that a sentence may need twice. A capital may begin a heading's text, a name or
 * a cell of a table; a single letter may be a label.
 */
function isSlip(text: string, { word, firstStart, end }: RepeatedWord): boolean {
  const first = text.slice(firstStart, firstStart + word.length);
  if (word.length === 1 && !(word === 'a' && first === 'a')) return false;
  if (mayStandTwice.has(word.toLowerCase())) return false;
  const isFunctionWord = functionWords.has(word.toLowerCase());
  const [firstIsCapital, secondIsCapital] = [/^[A-Z]/.test(first), /^[A-Z]/.test(word)];
  if (secondIsCapital && (firstIsCapital || !isFunctionWord)) return false;
  // "each Loan Party party hereto" joins a term and a word.
  if (firstIsCapital && !isFunctionWord) return false;
  // Two blanks may part columns.
  if (end - word.length - (firstStart + word.length) > 1 && !isFunctionWord) return false;
  // A third one follows or precedes: filling, or a quoted list.
  const behind = text
    .slice(end, end + word.length + 2)
    .trim()
    .toLowerCase();
  return !behind.startsWith(word.toLowerCase());
}

/** "that that", "had had": right in some sentences. */
const mayStandTwice: ReadonlySet<string> = new Set(
  'that had is was her his no very bye there who what so such many do does did now then per pro'.split(' '),
);

const functionWords: ReadonlySet<string> = new Set(
  'the a an of to in for and or by with on at as be any all such shall will may from this which its'.split(
    ' ',
  ),
);
