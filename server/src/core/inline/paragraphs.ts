import type { LineFacts } from '../syntax/lines.ts';
import type { ParsedDocument } from '../syntax/parse.ts';
import { Role } from '../syntax/roles.ts';
import type { TextSnapshot } from '../text/snapshot.ts';
import type { Paragraph, ParagraphCache } from './paragraph.ts';

/** The paragraph around a place of the document, by binary search; null in blanks, furniture and headings' rules. */
export function paragraphAt(paragraphs: readonly Paragraph[], offset: number): Paragraph | null {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((paragraphs[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const found = paragraphs[low];
  return found && found.start <= offset && offset <= found.end ? found : null;
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
  let line = 0;
  const addRows = (until: number): void => {
    for (; line < until; line += 1) {
      const role = parsed.roles[line];
      const facts = lines[line];
      if ((role === Role.table || role === Role.footnote) && facts && facts.end > facts.start)
        found.push(cache.place(snapshot, [facts], [line]));
    }
  };
  for (const block of parsed.blocks) {
    addRows(block.firstLine);
    const facts: LineFacts[] = [];
    const members: number[] = [];
    for (; line <= block.lastLine; line += 1) {
      const own = lines[line];
      if (parsed.roles[line] !== Role.text || !own || own.end <= own.start) continue;
      facts.push(own);
      members.push(line);
    }
    if (members.length > 0) found.push(cache.place(snapshot, facts, members));
  }
  addRows(lines.length);
  return found;
}
