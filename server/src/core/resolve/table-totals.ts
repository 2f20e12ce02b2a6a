import type { Analysis } from '../analysis.ts';
import { type Figure, readFigure } from '../inline/figures.ts';
import type { TextRange } from '../text/range.ts';
import { type TableRow, tablesOf } from './table-rows.ts';

/** A figure in the row of a table that begins with "Total", and the figures above it in the same column. */
export interface TableTotal {
  readonly row: TableCell;
  readonly parts: readonly TableCell[];
}

/** A cell that holds one figure and nothing else; `range` is that of the digits. */
export interface TableCell {
  readonly figure: Figure;
  readonly range: TextRange;
}

/**
 * The totals of tables, by column. A column counts where each row has a figure of one kind in it, and in a table of
 * several only where the total is larger than each part or is a hundred percent: else it may be an average. Of several
 * totals in one table only the first is looked at, and none behind a row that is taken off or holds no figure. Linear in
 * the lines; only those of tables are read.
 */
export function findTableTotals(analysis: Analysis): readonly TableTotal[] {
  return tablesOf(analysis).flatMap(totalsOfTable);
}

function totalsOfTable(lines: readonly TableRow[]): readonly TableTotal[] {
  const found: TableTotal[] = [];
  const rows: Row[] = [];
  let mixed = false;
  for (const { text, start } of lines) {
    const row = readRow(text, start);
    if (row.size === 0) {
      // Above the first figures stands the head of the table.
      mixed ||= rows.length > 0;
      continue;
    }
    if (!total.test(text)) {
      mixed ||= noPart.test(text);
      rows.push(row);
      continue;
    }
    if (rows.length >= 2 && !mixed) found.push(...totalsOf(row, rows));
    // What follows a total in the same table may add it up with others.
    mixed = true;
  }
  return found;
}

/** The figures of a row by the column in which they stand. */
type Row = ReadonlyMap<number, TableCell>;

function totalsOf(totals: Row, rows: readonly Row[]): readonly TableTotal[] {
  const found: TableTotal[] = [];
  const isOnly = totals.size === 1 && rows.every(({ size }) => size === 1);
  for (const [column, row] of totals) {
    const parts = rows.flatMap((each) => each.get(column) ?? []);
    if (parts.length < rows.length || !areAlike(parts, row.figure)) continue;
    if (isOnly || isSurelySum(row, parts)) found.push({ row, parts });
  }
  return found;
}

function areAlike(parts: readonly TableCell[], { unit }: Figure): boolean {
  return parts.every(({ figure }) => figure.unit === unit || figure.unit === 'none');
}

function isSurelySum({ figure }: TableCell, parts: readonly TableCell[]): boolean {
  const [value] = figure.values;
  if (figure.unit === 'percent') return value === 100;
  return parts.every((part) => (part.figure.values[0] ?? 0) < (value ?? 0));
}

/** The label says no more than that: "Total liability" may be a limit, "Total" is the sum of what stands above. */
const total =
  /^[|\s*]{0,9}(?:grand )?totals?:?(?: \((?:[A-Z]{3}|[$€£¥%])\))?[*:]{0,3}(?:\s?\||[ \u00a0]{2}|\t)/i;
/** Rows that are taken off, counted in others or not counted once, and rows whose figure may be a year. */
const noPart =
  /^[|\s*]{0,9}(?:sub-?\s?totals?|totals?|less|minus|discounts?|deductions?|of which|thereof|including|average|balance|carried|brought|net)\b|\b(?:per|each|monthly|quarterly|annual|yearly|weekly|daily|rate|maximum|minimum|cap|up to|optional)\b|(?:\||[ \u00a0]{2}|\t)[ \u00a0]{0,40}(?:19|20)\d\d[ \u00a0]{0,40}(?:\||$)/i;
const cell = /(?:\||[ \u00a0]{2}|\t)[ \u00a0]{0,40}(?=[$€£¥\d]|[A-Z]{2,3}\$?[ \u00a0]?\d)/g;

/** The figures of a row that stand in cells of their own, behind a bar or, where there are none, a gap. */
function readRow(text: string, start: number): Row {
  const cells: Array<{ column: number; cell: TableCell }> = [];
  const hasBars = text.includes('|');
  let column = 0;
  let at = 0;
  for (const opening of text.matchAll(cell)) {
    const from = opening.index + opening[0].length;
    for (; hasBars && at < from; at += 1) if (text[at] === '|') column += 1;
    const figure = readFigure(text, from);
    if (figure?.values.length !== 1) continue;
    if (!/^[ \u00a0*]{0,40}(?:\||$|[ \u00a0]{2})/.test(text.slice(figure.after, figure.after + 60))) continue;
    const range = { start: start + figure.start, end: start + figure.end };
    cells.push({ column, cell: { figure, range } });
  }
  // Without bars the order tells the column, but only among rows with as many figures.
  const columnOf = (index: number): number => cells.length * mostColumns + index;
  return new Map(cells.map((each, index) => [hasBars ? each.column : columnOf(index), each.cell]));
}

const mostColumns = 1000;
