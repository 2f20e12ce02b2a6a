import { endsSentence } from '../syntax/flow.ts';
import type { LineFacts } from '../syntax/lines.ts';
import type { Block } from '../syntax/open-provisions.ts';
import type { ParsedDocument } from '../syntax/parse.ts';
import { Role } from '../syntax/roles.ts';
import type { TextRange } from '../text/range.ts';
import type { TextSnapshot } from '../text/snapshot.ts';
import type { Paragraph, ParagraphCache } from './paragraph.ts';

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
 * by itself. Contents, furniture, comments and front matter are none. Linear in the lines.
 */
export function collectParagraphs(
  snapshot: TextSnapshot,
  lines: readonly LineFacts[],
  parsed: ParsedDocument,
  cache: ParagraphCache,
): readonly Paragraph[] {
  const found: Paragraph[] = [];
  const members: number[] = [];
  const close = (): void => {
    if (members.length === 0) return;
    found.push(cache.place(snapshot, lines, members));
    members.length = 0;
  };
  let block = 0;
  for (let line = 0; line < lines.length; line += 1) {
    while ((parsed.blocks[block]?.lastLine ?? Number.POSITIVE_INFINITY) < line) block += 1;
    const role = parsed.roles[line];
    const facts = lines[line];
    if (!facts || facts.end <= facts.start) continue;
    if (role === Role.table || role === Role.footnote) {
      close();
      members.push(line);
      close();
    } else if (role === Role.text) {
      if (beginsParagraph(parsed.blocks[block], line, members, lines)) close();
      members.push(line);
    }
  }
  close();
  return found;
}

/**
 * A block begins a paragraph, and so does a line behind one. Lines of no block (captions) that run on into the next line
 * are read with it.
 */
function beginsParagraph(
  block: Block | undefined,
  line: number,
  members: readonly number[],
  lines: readonly LineFacts[],
): boolean {
  const last = members.at(-1);
  if (last === undefined) return false;
  const inBlock = block !== undefined && block.firstLine <= line;
  if (inBlock && last >= block.firstLine) return false;
  const before = lines[last];
  return last !== line - 1 || !before || endsSentence(before) || (inBlock && before.end - before.start < 60);
}
