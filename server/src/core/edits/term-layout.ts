import type { Paragraph } from '../inline/paragraph.ts';
import { readWords } from '../inline/words.ts';
import type { TextRange } from '../text/range.ts';
import type { Wording } from './term-wording.ts';

/** One replacement of the words of a name; several where a line end or a mark of emphasis stands between them. */
export interface WordEdit extends TextRange {
  readonly newText: string;
}

/**
 * The words of a name where they stand in a document, in runs: within a run nothing stands between two words but what
 * belongs to the name. What stands between two runs (line ends, page furniture, emphasis) is never touched.
 */
export interface WrittenName {
  readonly words: readonly string[];
  readonly joints: readonly string[];
  readonly runs: readonly NameRun[];
}

interface NameRun extends TextRange {
  /** The first of its words and the one behind its last. */
  readonly from: number;
  readonly until: number;
}

export function readWrittenName(paragraph: Paragraph, start: number, end: number): WrittenName {
  const text = paragraph.text.slice(start, end);
  const places = readWords(text);
  const joints = places.slice(1).map((word, at) => text.slice(places[at]?.end ?? 0, word.start));
  const runs: NameRun[] = [];
  let from = 0;
  for (let at = 0; at < places.length; at += 1) {
    const [first, word, next] = [places[from], places[at], places[at + 1]];
    if (!first || !word) continue;
    const unbroken =
      next !== undefined &&
      !/[*_“”"]/.test(joints[at] ?? '') &&
      paragraph.pieces(start + word.start, start + next.end).length === 1;
    if (unbroken) continue;
    runs.push({ ...paragraph.rangeOf(start + first.start, start + word.end), from, until: at + 1 });
    from = at + 1;
  }
  return { words: places.map((place) => text.slice(place.start, place.end)), joints, runs };
}

/** The edits that write a new name over one that stands in a text; null where its parts cannot be told apart. */
export function layOut(
  text: string,
  written: WrittenName,
  own: Wording,
  fresh: Wording,
): readonly WordEdit[] | null {
  const { words, runs } = written;
  if (words.length !== fresh.words.length) {
    const [only, second] = runs;
    if (only && !second)
      return [{ start: only.start, end: only.end, newText: join(fresh.words, fresh.joints) }];
    return spread(text, written, fresh);
  }
  const joints = fresh.joints.map((joint, at) =>
    jointLike(written.joints[at] ?? ' ', own.joints[at] ?? ' ', joint),
  );
  const edits: WordEdit[] = [];
  for (const { start, end, from, until } of runs) {
    // A stroke at the end of a line is not a word's: where the names differ in it, nobody can tell how to break them.
    if (until < words.length && fresh.joints[until - 1] !== own.joints[until - 1]) return null;
    edits.push({ start, end, newText: join(fresh.words.slice(from, until), joints.slice(from, until - 1)) });
  }
  return edits;
}

/** Where the place joins the words otherwise than the term does it may go on doing so: wide blanks, "Break Even". */
function jointLike(used: string, own: string, fresh: string): string {
  const isBlank = /^\s+$/;
  if (isBlank.test(own) && isBlank.test(fresh)) return used;
  return own === fresh && used.replace(/\s+/g, ' ') !== own ? used : fresh;
}

function join(words: readonly string[], joints: readonly string[]): string {
  return words.map((word, at) => (at === 0 ? word : `${joints[at - 1] ?? ' '}${word}`)).join('');
}

/** Another number of words over several lines: each line keeps as many as it had, as far as there are enough. */
function spread(text: string, { runs }: WrittenName, fresh: Wording): readonly WordEdit[] | null {
  const between = runs.slice(1).map((run, at) => text.slice(runs[at]?.end ?? run.start, run.start));
  if (!between.every((gap) => /^\s*[\r\n]/.test(gap))) return null;
  const total = fresh.words.length;
  if (total >= runs.length) {
    const edits: WordEdit[] = [];
    let from = 0;
    for (const [index, run] of runs.entries()) {
      const after = runs.length - 1 - index;
      const count = after === 0 ? total - from : Math.min(run.until - run.from, total - from - after);
      // Between two lines nothing but a blank can be meant.
      if (after > 0 && fresh.joints[from + count - 1] !== ' ') return null;
      const words = fresh.words.slice(from, from + count);
      edits.push({
        start: run.start,
        end: run.end,
        newText: join(words, fresh.joints.slice(from, from + count - 1)),
      });
      from += count;
    }
    return edits;
  }
  return together(text, runs, between, join(fresh.words, fresh.joints));
}

/** A name of fewer words than there are lines stands on the last of them; what it leaves is text that goes on. */
function together(
  text: string,
  runs: readonly NameRun[],
  between: readonly string[],
  name: string,
): readonly WordEdit[] | null {
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) return null;
  const lineStart =
    Math.max(text.lastIndexOf('\n', first.start - 1), text.lastIndexOf('\r', first.start - 1)) + 1;
  const lineBefore = text.slice(lineStart, first.start);
  const blanks = lineBefore.length - lineBefore.trimEnd().length;
  if (runs.length === 2 && blanks > 0 && blanks < lineBefore.length)
    return [
      { start: first.start - blanks, end: first.end, newText: '' },
      { start: last.start, end: last.end, newText: name },
    ];
  return between.every((gap) => /^\s*$/.test(gap))
    ? [{ start: first.start, end: last.end, newText: name }]
    : null;
}
