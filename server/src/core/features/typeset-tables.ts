import type { Analysis } from '../analysis.ts';
import { withoutLeaders } from '../syntax/leaders.ts';
import { Role } from '../syntax/roles.ts';
import type { TextRange } from '../text/range.ts';
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
    else if (roles[line] === Role.text || roles[line] === Role.footnote || line - last > widestGap) break;
  }
  return last;
}

const widestGap = 12;

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
