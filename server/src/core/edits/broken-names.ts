import type { Analysis } from '../analysis.ts';
import { stemOf } from '../inline/inflection.ts';
import type { Paragraph } from '../inline/paragraph.ts';
import { readWords } from '../inline/words.ts';
import { say } from '../text/say.ts';
import type { Decision } from './edit-plan.ts';

/** So much of a paragraph is read at its ends. */
const reach = 120;

/**
 * Where a name of several words is torn apart by what is no line end: by a blank line that a conversion put into a
 * sentence, or by a page number that it left on a line of text. Nobody can be sure of that but the author. Linear.
 */
export function brokenNames({ paragraphs }: Analysis, key: string, name: string): readonly Decision[] {
  const stems = key.split(' ');
  if (stems.length < 2) return [];
  const found: Decision[] = [];
  const why = say`“${name}” may be torn apart here.`;
  for (const [at, paragraph] of paragraphs.entries()) {
    for (const [start, end] of aroundNumbers(paragraph.text, stems))
      found.push({ ...paragraph.rangeOf(start, end), why });
    const next = paragraphs[at + 1];
    const torn = next && acrossParagraphs(paragraph, next, stems);
    if (torn) found.push({ ...torn, why });
  }
  return found;
}

/** "each Remarketing 31 Agent": from the word before a number to the one behind it. */
function aroundNumbers(text: string, stems: readonly string[]): [number, number][] {
  const found: [number, number][] = [];
  for (const { index, 0: number } of text.matchAll(/ {1,9}\d{1,3} {1,9}(?=[A-Z])/g)) {
    const before = /[A-Za-z][\w’'-]{0,40}$/.exec(text.slice(Math.max(0, index - 42), index))?.[0] ?? '';
    const behind =
      /^[\w’'-]{1,40}/.exec(text.slice(index + number.length, index + number.length + 42))?.[0] ?? '';
    const place = stems.indexOf(stemOf(before));
    if (/^[A-Z]/.test(before) && place >= 0 && stems[place + 1] === stemOf(behind))
      found.push([index - before.length, index + number.length + behind.length]);
  }
  return found;
}

/** A name that begins at the end of one paragraph and ends at the beginning of the next. */
function acrossParagraphs(
  first: Paragraph,
  second: Paragraph,
  stems: readonly string[],
): { readonly start: number; readonly end: number } | null {
  const from = Math.max(0, first.text.length - reach);
  const before = readWords(first.text.slice(from));
  const behind = readWords(second.text.slice(0, reach));
  const [last, opening] = [before.at(-1), behind[0]];
  if (!last || !opening || from + last.end < first.text.length || opening.start > 0) return null;
  const stemIn = (
    text: string,
    word: { readonly start: number; readonly end: number } | undefined,
  ): string => (word ? stemOf(text.slice(word.start, word.end)) : '');
  for (let count = 1; count < stems.length; count += 1) {
    const head = before.slice(-count);
    const tail = behind.slice(0, stems.length - count);
    const start = head[0];
    const end = tail.at(-1);
    if (!start || !end || !/[A-Z]/.test(first.text[from + start.start] ?? '')) continue;
    const written = [
      ...head.map((word) => stemIn(first.text.slice(from), word)),
      ...tail.map((word) => stemIn(second.text, word)),
    ];
    if (written.join(' ') === stems.join(' '))
      return { start: first.toDocument(from + start.start), end: second.toDocument(end.end - 1) + 1 };
  }
  return null;
}
