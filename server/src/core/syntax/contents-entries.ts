import type { TextRange } from '../text/range.ts';
import { type Designation, isAttachmentKeyword, readDesignation } from './designation.ts';
import { withoutLeaders } from './leaders.ts';
import type { ParseInput } from './parse.ts';
import { Role } from './roles.ts';

/** An entry of a table of contents that names a provision. */
export interface ContentsEntry {
  readonly line: number;
  readonly designation: Designation;
  /** Covers the printed designation. */
  readonly range: TextRange;
  /** Empty where the caption stands elsewhere. */
  readonly caption: string;
  readonly captionRange: TextRange;
}

/** Where the cell of a table that holds the caption ends. */
const cellEnd = /\s\|/;

/** The entries of the contents: lines with page numbers, and the lines below headings of contents that open with a designation. */
export function readContentsEntries(input: ParseInput): readonly ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  let listsAttachments = false;
  for (let index = 0; index < input.lines.length; index += 1) {
    const inRegion = input.entries[index] === 1 && input.roles[index] === Role.text;
    if (input.roles[index] !== Role.contents && !inRegion) continue;
    const line = input.lines[index];
    if (!line || line.contentsRun) continue;
    const text = input.lineText(index);
    if (line.heads === 'contents') listsAttachments = /exhibit|schedule/i.test(text);
    // Below "Schedules" the numbers are those of the sections that the schedules belong to.
    if (listsAttachments) continue;
    const designation = line.designation ?? readDesignation(text, line.start);
    if (!designation || isAttachmentKeyword(designation.keyword)) continue;
    const start = input.lineStart(index);
    const behind = text.slice(designation.end, line.end);
    const gap = /^[\s\u00a0*_–—:|-]*/.exec(behind)?.[0].length ?? 0;
    const caption = withoutLeaders(behind.slice(gap).split(cellEnd)[0] ?? '').trimEnd();
    const captionStart = start + designation.end + gap;
    entries.push({
      line: index,
      designation,
      range: { start: start + designation.start, end: start + designation.end },
      caption,
      captionRange: { start: captionStart, end: captionStart + caption.length },
    });
  }
  return entries;
}
