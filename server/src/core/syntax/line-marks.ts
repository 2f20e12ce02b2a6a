import type { Designation } from './designation.ts';
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
} as const;

/** What the passes over all lines ask of each, side by side: the facts of the lines are scattered over the memory. */
export interface MarkedLines {
  /** See LineMark. */
  readonly marks: Uint32Array;
  /** See LineFacts.start and LineFacts.end. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** In which way the line opens; see `openingOf`. */
  readonly openings: Uint16Array;
  /** The lines that were not there before, or stood elsewhere: those before `first` and from `until` on are as they were. */
  readonly changed: TouchedLines;
}

/** The lines that were put between those from `before`: what stands before `first` and from `until` on stood there too. */
export interface TouchedLines {
  readonly before: readonly LineFacts[];
  readonly first: number;
  readonly until: number;
}

/** Marks all lines. What is known of those that are the same as `before`, from both ends of the document, is taken over. */
export function markLines(
  lines: readonly LineFacts[],
  before: (Omit<MarkedLines, 'changed'> & { readonly lines: readonly LineFacts[] }) | null,
  touched: TouchedLines | null,
): MarkedLines {
  const count = lines.length;
  const changed = changedLines(before?.lines ?? [], lines, touched);
  const { first, until } = changed;
  const shift = count - (before?.lines.length ?? 0);
  const marked = {
    changed,
    marks: new Uint32Array(count),
    starts: new Uint32Array(count),
    ends: new Uint32Array(count),
    openings: new Uint16Array(count),
  };
  for (const part of ['marks', 'starts', 'ends', 'openings'] as const) {
    if (!before) break;
    marked[part].set(before[part].subarray(0, first));
    marked[part].set(before[part].subarray(until - shift), until);
  }
  for (let index = first; index < until; index += 1) {
    const line = lines[index];
    if (!line) continue;
    marked.marks[index] = marksOf(line);
    marked.starts[index] = line.start;
    marked.ends[index] = line.end;
    if (line.designation) marked.openings[index] = openingOf(line.designation);
  }
  return marked;
}

/** Which lines are others than `before`; what is known of those that were `touched` since then need not be compared. */
export function changedLines(
  before: readonly LineFacts[],
  lines: readonly LineFacts[],
  touched: TouchedLines | null,
): TouchedLines {
  if (touched?.before === before) return touched;
  const shift = lines.length - before.length;
  const shorter = Math.min(lines.length, before.length);
  let first = 0;
  while (first < shorter && lines[first] === before[first]) first += 1;
  let until = lines.length;
  while (lines.length - until < shorter - first && lines[until - 1] === before[until - 1 - shift]) until -= 1;
  return { before, first, until };
}

/** One number for all lines that open in one way: with this word, or with numbers of this shape in letters of this size. */
export function openingOf({ keyword, shape, number }: Designation): number {
  const known = keyword ? wordedOpenings : isInCapitals(number) ? capitalOpenings : smallOpenings;
  const way = keyword ?? shape;
  const opening = known.get(way);
  if (opening !== undefined) return opening;
  const next = wordedOpenings.size + capitalOpenings.size + smallOpenings.size + 1;
  known.set(way, next);
  return next;
}

const wordedOpenings = new Map<string, number>();
const capitalOpenings = new Map<string, number>();
const smallOpenings = new Map<string, number>();

/** Or in figures. */
function isInCapitals(number: string): boolean {
  for (let at = 0; at < number.length; at += 1) {
    const code = number.charCodeAt(at);
    if (code >= 97 && code <= 122) return false;
    if (code > 127) return number === number.toUpperCase();
  }
  return true;
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
    (line.opensQuotation ? LineMark.opensQuotation : 0)
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
