import type { LineFacts } from './lines.ts';
import { Role } from './roles.ts';

/** What the passes over all lines look for, as bits: most lines show nothing of it and need not be looked at themselves. */
export const LineMark = {
  /** The lowest bits hold the role that the line has by itself. */
  role: 0b1111,
  pageNumber: 1 << 4,
  blank: 1 << 5,
  rule: 1 << 6,
  opensComment: 1 << 7,
  sourceFooter: 1 << 8,
  contentsEntry: 1 << 9,
  contentsRun: 1 << 10,
  endNumber: 1 << 11,
  heading: 1 << 12,
  headsContents: 1 << 13,
  bullet: 1 << 14,
  opensQuotation: 1 << 15,
  designation: 1 << 16,
} as const;

/** The marks of all lines. Those of lines that are the same as `before`, from both ends of the document, are taken over. */
export function markLines(
  lines: readonly LineFacts[],
  before: { readonly lines: readonly LineFacts[]; readonly marks: Uint32Array } | null,
): Uint32Array {
  const marks = new Uint32Array(lines.length);
  const shorter = Math.min(lines.length, before?.lines.length ?? 0);
  const shift = lines.length - (before?.lines.length ?? 0);
  let first = 0;
  while (first < shorter && lines[first] === before?.lines[first]) first += 1;
  let until = lines.length;
  while (lines.length - until < shorter - first && lines[until - 1] === before?.lines[until - 1 - shift])
    until -= 1;
  if (before) {
    marks.set(before.marks.subarray(0, first));
    marks.set(before.marks.subarray(until - shift), until);
  }
  for (let index = first; index < until; index += 1) {
    const line = lines[index];
    if (line) marks[index] = marksOf(line);
  }
  return marks;
}

function marksOf(line: LineFacts): number {
  return (
    roleOf(line) |
    (line.lineClass === 'page-number' ? LineMark.pageNumber : 0) |
    (line.lineClass === 'blank' ? LineMark.blank : 0) |
    (line.lineClass === 'rule' ? LineMark.rule : 0) |
    (line.opensComment ? LineMark.opensComment : 0) |
    (line.sourceFooter ? LineMark.sourceFooter : 0) |
    (line.contentsEntry ? LineMark.contentsEntry : 0) |
    (line.contentsRun ? LineMark.contentsRun : 0) |
    (line.endNumber !== null ? LineMark.endNumber : 0) |
    (line.headingLevel > 0 ? LineMark.heading : 0) |
    (line.heads === 'contents' ? LineMark.headsContents : 0) |
    (line.bullet ? LineMark.bullet : 0) |
    (line.opensQuotation ? LineMark.opensQuotation : 0) |
    (line.designation ? LineMark.designation : 0)
  );
}

function roleOf(line: LineFacts): Role {
  switch (line.lineClass) {
    case 'text':
    case 'page-number':
      return Role.text;
    case 'page-mark':
      return Role.furniture;
    case 'rule':
      return Role.rule;
    case 'comment':
      return Role.comment;
    case 'tag':
    case 'table-frame':
      return Role.table;
    default:
      return Role.blank;
  }
}
