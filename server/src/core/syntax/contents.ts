import { type Designation, isAttachmentKeyword } from './designation.ts';
import { LineMark } from './line-marks.ts';
import type { ParseInput } from './parse.ts';
import { Role } from './roles.ts';

/** A table of contents without its heading's ever coming again ends here at the latest. */
const longestContents = 1200;

/** Lines that are contents: from a heading, up to but without the last one. */
export interface ContentsRegion {
  readonly from: number;
  readonly until: number;
}

type ContentsSource = Pick<ParseInput, 'lines' | 'marks' | 'roles' | 'lineText'>;

/** Contents at the front, and lists of sections or schedules further on; no more than a few in any document. */
const mostRegions = 12;

/**
 * Tells the entries of a table of contents that carry no page numbers from the headings they announce: below a heading
 * such as "Table of Contents" everything is an entry until the first designation comes a second time.
 */
export function findContents(input: ContentsSource): readonly ContentsRegion[] {
  const regions: ContentsRegion[] = [];
  const { lines, marks, roles } = input;
  for (let index = 0; index < lines.length && regions.length < mostRegions; index += 1) {
    if (!((marks[index] ?? 0) & LineMark.headsContents) || roles[index] !== Role.text) continue;
    const until = endOfContents(input, index);
    if (until <= index) continue;
    regions.push({ from: index, until });
    index = until - 1;
  }
  return regions;
}

function endOfContents(input: ContentsSource, heading: number): number {
  const { lines, roles } = input;
  const seen = new Map<string, number>();
  let lastEntry = heading;
  const limit = Math.min(lines.length, heading + longestContents);
  const ofAttachments = /exhibit|schedule/i.test(input.lineText(heading));
  let proseLines = 0;
  for (let index = heading + 1; index < limit; index += 1) {
    const line = lines[index];
    if (!line) break;
    const designation = line.designation;
    if (roles[index] === Role.contents) {
      lastEntry = index;
      proseLines = 0;
      if (designation && !seen.has(keyOf(designation))) seen.set(keyOf(designation), index);
      continue;
    }
    if (roles[index] !== Role.text) continue;
    // A list of attachments is over where a provision with text begins.
    const attached = isAttachmentKeyword(designation?.keyword ?? null);
    if (ofAttachments && designation && !attached && runsAsText(input, index)) break;
    if (designation) {
      const key = keyOf(designation);
      const before = seen.get(key);
      // The first entry comes again: here the document itself begins. Sections may be numbered anew in each article.
      if (before !== undefined && before === firstOf(seen)) return index;
      if (before === undefined) seen.set(key, index);
      if (line.end - line.start < 100) lastEntry = index;
    }
    const prose =
      line.end - line.start > 60 && /[a-z][,.;:]?$/.test(input.lineText(index).trimEnd()) && line.startsLower;
    proseLines = prose ? proseLines + 1 : 0;
    if (proseLines >= 2 || line.end - line.start > 300) break;
  }
  return lastEntry > heading && seen.size > 2 && contentsHasNoText(input, heading, lastEntry)
    ? lastEntry + 1
    : heading;
}

/** The line ends a sentence, a second one begins in it, or its sentence goes on in the next line. */
function runsAsText(input: ContentsSource, index: number): boolean {
  const line = input.lines[index];
  const below = input.lines[index + 1];
  const goesOn = input.roles[index + 1] === Role.text && below !== undefined && below.designation === null;
  if (goesOn || line?.lastCharacter === '.') return true;
  return /[a-z]\.\s{1,3}[A-Z]/.test(input.lineText(index).slice(line?.designation?.end ?? 0));
}

function keyOf(designation: Designation): string {
  return `${designation.keyword ?? designation.shape} ${designation.path.join('.')}`;
}

function firstOf(seen: ReadonlyMap<string, number>): number {
  for (const index of seen.values()) return index;
  return -1;
}

/** Where nothing comes again, the region counts as contents only if page numbers told so. */
function contentsHasNoText(input: ContentsSource, heading: number, last: number): boolean {
  for (let index = heading; index <= last; index += 1) if (input.roles[index] === Role.contents) return true;
  return false;
}
