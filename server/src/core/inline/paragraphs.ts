import { endsSentence } from '../syntax/flow.ts';
import { changedLines, type TouchedLines } from '../syntax/line-marks.ts';
import type { LineFacts } from '../syntax/lines.ts';
import type { ParsedDocument } from '../syntax/parse.ts';
import { Role } from '../syntax/roles.ts';
import type { TextRange } from '../text/range.ts';
import type { TextSnapshot } from '../text/snapshot.ts';
import type { CollectedParagraphs, Paragraph, ParagraphCache } from './paragraph.ts';

/** The paragraph around a place of the document, by binary search; null in blanks, furniture and headings' rules. */
export function paragraphAt(paragraphs: readonly Paragraph[], offset: number): Paragraph | null {
  const found = paragraphs[lastStartingAt(paragraphs, offset)];
  return found && found.start <= offset && offset <= found.end ? found : null;
}

/** The paragraphs that begin in a range of the document. Costs a binary search and what it returns. */
export function paragraphsWithin(
  paragraphs: readonly Paragraph[],
  { start, end }: TextRange,
): readonly Paragraph[] {
  const first = lastStartingAt(paragraphs, start - 1) + 1;
  const last = lastStartingAt(paragraphs, end - 1);
  return paragraphs.slice(first, last + 1);
}

/** The paragraphs of which something stands in a range: one of them may begin before it. */
export function* paragraphsTouching(
  paragraphs: readonly Paragraph[],
  range: TextRange,
): Generator<Paragraph> {
  const around = paragraphAt(paragraphs, range.start);
  if (around && around.start < range.start) yield around;
  yield* paragraphsWithin(paragraphs, range);
}

/** The position of the last paragraph that begins at `offset` or before it; -1 where there is none. */
function lastStartingAt(paragraphs: readonly Paragraph[], offset: number): number {
  let low = -1;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((paragraphs[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The paragraphs of a document in the order of the text: the blocks of running text, and each row of a table, each note
 * by itself. Contents, furniture, comments and front matter are none. Linear in the lines; what stands before and behind
 * the lines that an edit touched is taken over.
 */
export function collectParagraphs(
  snapshot: TextSnapshot,
  lines: readonly LineFacts[],
  { changed, roles, blocks }: ParsedDocument,
  cache: ParagraphCache,
): readonly Paragraph[] {
  const length = snapshot.text.length;
  const input = { length, lines, roles, blocks };
  const known = new KnownParagraphs(cache.last, input, changed);
  const found = known.before;
  const members: number[] = [];
  const close = (): void => {
    if (members.length === 0) return;
    found.push(cache.place(snapshot, lines, members));
    members.length = 0;
  };
  const first = known.firstLine;
  let block = blocks.firstEndingAt(first);
  for (let line = first; line < lines.length; line += 1) {
    while (block < blocks.length && blocks.lastLine(block) < line) block += 1;
    const role = roles[line];
    const facts = lines[line];
    if (!facts || facts.end <= facts.start) continue;
    const alone = role === Role.table || role === Role.footnote;
    if (!alone && role !== Role.text) continue;
    if (alone || beginsParagraph(blocks.firstLine(block), line, members, lines)) close();
    if (members.length === 0 && known.takeOver(line)) break;
    members.push(line);
    if (alone) close();
  }
  close();
  cache.last = { ...input, paragraphs: found };
  return found;
}

/** The paragraphs of the time before, as far as all that decides on them is as it was. */
class KnownParagraphs {
  /** Those before the lines that were touched. The first that they may have a part in is not among them. */
  readonly before: Paragraph[];
  /** The line from which on paragraphs are to be collected. */
  readonly firstLine: number;
  readonly #last: CollectedParagraphs | null;
  /** The line from which on nothing was touched. */
  readonly #until: number;
  readonly #lines: number;
  readonly #characters: number;

  constructor(last: CollectedParagraphs | null, now: Collecting, changed: TouchedLines) {
    this.#last = last;
    this.#lines = now.lines.length - (last?.lines.length ?? 0);
    this.#characters = now.length - (last?.length ?? 0);
    const { first, until } = last
      ? untouchedLines(last, now, this.#lines, changed)
      : { first: 0, until: now.lines.length };
    this.#until = until;
    const paragraphs = last?.paragraphs ?? [];
    // Where a paragraph ends shows where the next one begins.
    const kept = Math.max(0, firstBeginningAt(paragraphs, first) - 1);
    this.before = paragraphs.slice(0, kept);
    this.firstLine = paragraphs[kept]?.firstLine ?? 0;
    if (this.firstLine >= first) this.firstLine = 0;
    if (this.firstLine === 0) this.before = [];
  }

  /** Where a paragraph begins on this line as one did before, the rest of them go on as before. */
  takeOver(line: number): boolean {
    if (!this.#last || line < this.#until) return false;
    const { paragraphs } = this.#last;
    const at = firstBeginningAt(paragraphs, line - this.#lines);
    if (paragraphs[at]?.firstLine !== line - this.#lines) return false;
    const stays = this.#lines === 0 && this.#characters === 0;
    for (let next = at; next < paragraphs.length; next += 1) {
      const paragraph = paragraphs[next];
      if (paragraph) this.before.push(stays ? paragraph : paragraph.movedBy(this.#lines, this.#characters));
    }
    return true;
  }
}

type Collecting = Omit<CollectedParagraphs, 'paragraphs'>;

/** The lines between those at the beginning and at the end that are as they were, roles and blocks included. */
function untouchedLines(
  before: Collecting,
  now: Collecting,
  shift: number,
  changed: TouchedLines,
): { readonly first: number; readonly until: number } {
  const lines = changedLines(before.lines, now.lines, changed);
  let first = 0;
  while (first < lines.first && before.roles[first] === now.roles[first]) first += 1;
  let until = now.lines.length;
  while (until > lines.until && before.roles[until - 1 - shift] === now.roles[until - 1]) until -= 1;
  const blocksChanged = now.blocks.changedSince(before.blocks, shift);
  for (const { blocks } of [before, now])
    if (blocksChanged.from < blocks.length) first = Math.min(first, blocks.firstLine(blocksChanged.from));
  if (blocksChanged.untilBefore > blocksChanged.from)
    until = Math.max(until, before.blocks.lastLine(blocksChanged.untilBefore - 1) + shift + 1);
  if (blocksChanged.until > blocksChanged.from)
    until = Math.max(until, now.blocks.lastLine(blocksChanged.until - 1) + 1);
  return { first, until };
}

/** The place of the first paragraph that begins on a line or below it. */
function firstBeginningAt(paragraphs: readonly Paragraph[], line: number): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.firstLine ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * A block begins a paragraph, and so does a line behind one. Lines of no block (captions) that run on into the next line
 * are read with it.
 */
function beginsParagraph(
  blockBegins: number,
  line: number,
  members: readonly number[],
  lines: readonly LineFacts[],
): boolean {
  const last = members.at(-1);
  if (last === undefined) return false;
  const inBlock = blockBegins >= 0 && blockBegins <= line;
  if (inBlock && last >= blockBegins) return false;
  const before = lines[last];
  return last !== line - 1 || !before || endsSentence(before) || (inBlock && before.end - before.start < 60);
}
