import type { Analysis } from '../../analysis.ts';
import { withoutLeaders } from '../../syntax/leaders.ts';
import { Role } from '../../syntax/roles.ts';
import type { TextRange } from '../../text/range.ts';
import { type SetRow, tableRows } from './typeset-columns.ts';

/** What is set row by row. */
export interface SetRows {
  readonly kind: 'table' | 'lines' | 'contents';
  readonly range: TextRange;
  readonly rows: readonly SetRow[];
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
  const lines: SetRow[] = [];
  for (let line = first; line <= last; line += 1)
    if (roles[line] === Role.table || roles[line] === Role.rule)
      lines.push({ line, cells: [snapshot.lineText(line).trimEnd()] });
  const isMarkdown = lines.every(({ cells }) => cells[0]?.trimStart().startsWith('|'));
  return { kind: isMarkdown ? 'table' : 'lines', range, rows: isMarkdown ? tableRows(lines) : lines };
}

/** Where something stands is told by links and not by pages, which are other ones here. */
export function contentsOf({ snapshot, roles }: Analysis, first: number, last: number): SetRows {
  const rows: SetRow[] = [];
  for (let line = first; line <= last; line += 1) {
    if (roles[line] !== Role.contents) continue;
    const text = withoutLeaders(snapshot.lineText(line))
      .replace(/\s+/g, ' ')
      .replace(/^[ |]+/, '')
      .trim();
    if (text !== '') rows.push({ line, cells: [text] });
  }
  const range = { start: snapshot.lineStart(first), end: snapshot.lineRange(last).end };
  return { kind: 'contents', range, rows };
}

/** Rows that follow each other are one table; null for anything else. */
export function joinedTable<Block extends Joinable>(one: Block, other: Block): Block | null {
  if (one.kind !== 'table' || other.kind !== 'table') return null;
  const [width, otherWidth] = [one, other].map(({ rows }) => rows[0]?.cells.length);
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
  readonly rows: readonly SetRow[];
  readonly anchors: readonly string[];
}
