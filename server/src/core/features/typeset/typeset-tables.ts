import type { Analysis } from '../../analysis.ts';
import { withoutLeaders } from '../../syntax/leaders.ts';
import { Role } from '../../syntax/roles.ts';
import type { TextRange } from '../../text/range.ts';
import { tableRows } from './typeset-columns.ts';

/** What is set row by row. */
export interface SetRows {
  readonly kind: 'table' | 'lines' | 'contents';
  readonly range: TextRange;
  readonly rows: ReadonlyArray<readonly string[]>;
}

/** The last line of a table or of contents that begin on a line: what a page prints and blank lines may stand between. */
export function lastOfRole({ roles, lines }: Analysis, first: number, role: number): number {
  let last = first;
  for (let line = first + 1; line < lines.length; line += 1) {
    if (roles[line] === role) last = line;
    else if (isShown(roles[line]) || line - last > widestGap) break;
  }
  return last;
}

const widestGap = 12;

function isShown(role: number | undefined): boolean {
  return role === Role.text || role === Role.footnote || role === Role.table || role === Role.contents;
}

export function tableOf({ snapshot, roles }: Analysis, first: number, last: number): SetRows {
  const range = { start: snapshot.lineStart(first), end: snapshot.lineRange(last).end };
  const texts: string[] = [];
  for (let line = first; line <= last; line += 1)
    if (roles[line] === Role.table || roles[line] === Role.rule) texts.push(snapshot.lineText(line));
  const isMarkdown = texts.every((text) => text.trimStart().startsWith('|'));
  const rows = isMarkdown ? tableRows(texts) : texts.map((text) => [text.trimEnd()]);
  return { kind: isMarkdown ? 'table' : 'lines', range, rows };
}

/** Where something stands is told by links and not by pages, which are other ones here. */
export function contentsOf({ snapshot, roles }: Analysis, first: number, last: number): SetRows {
  const rows: string[][] = [];
  for (let line = first; line <= last; line += 1) {
    if (roles[line] !== Role.contents) continue;
    const text = withoutLeaders(snapshot.lineText(line)).replace(/\s+/g, ' ').trim();
    if (text !== '') rows.push([text]);
  }
  const range = { start: snapshot.lineStart(first), end: snapshot.lineRange(last).end };
  return { kind: 'contents', range, rows };
}

/** Rows that follow each other are one table; null for anything else. */
export function joinedTable<Block extends Joinable>(one: Block, other: Block): Block | null {
  if (one.kind !== 'table' || other.kind !== 'table') return null;
  const [width, otherWidth] = [one.rows[0]?.length, other.rows[0]?.length];
  if (width !== undefined && otherWidth !== undefined && width !== otherWidth) return null;
  return {
    ...one,
    range: { start: one.range.start, end: other.range.end },
    rows: [...one.rows, ...other.rows],
    anchors: [...one.anchors, ...other.anchors],
  };
}

interface Joinable {
  readonly kind: string;
  readonly range: TextRange;
  readonly rows: ReadonlyArray<readonly string[]>;
  readonly anchors: readonly string[];
}
