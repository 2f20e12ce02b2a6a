import type { Analysis } from '../analysis.ts';
import { type Figure, readFigure } from '../inline/figures.ts';
import { LineMark } from '../syntax/line-marks.ts';
import { Role } from '../syntax/roles.ts';
import type { TextRange } from '../text/range.ts';

/** A row of a table that begins with "Total", and the rows above it. */
export interface TableTotal {
  readonly row: TableRow;
  readonly parts: readonly TableRow[];
}

/** A row with one figure behind its label; `range` is that of the digits. */
export interface TableRow {
  readonly figure: Figure;
  readonly range: TextRange;
}

/**
 * The totals of tables whose rows hold a label and one figure each. A row without a figure begins a table anew; of
 * several totals in one table only the first is looked at. Linear in the lines; only those of tables are read.
 */
export function findTableTotals(analysis: Analysis): readonly TableTotal[] {
  const found: TableTotal[] = [];
  let parts: TableRow[] = [];
  let mixed = false;
  for (let line = 0; line < analysis.lines.length; line += 1) {
    const mayBeRow =
      analysis.roles[line] === Role.table || ((analysis.marks[line] ?? 0) & LineMark.bullet) !== 0;
    if (!mayBeRow) {
      if (parts.length > 0) parts = [];
      mixed = false;
      continue;
    }
    const facts = analysis.lines[line];
    if (!facts || facts.lineClass === 'table-frame') continue;
    const start = analysis.snapshot.lineStart(line);
    const isRow =
      facts.length < longestRow &&
      (analysis.roles[line] === Role.table || analysis.snapshot.text[start + facts.indent] === '|');
    const figures = isRow ? readFigures(analysis.snapshot.lineText(line)) : noFigures;
    const figure = figures[0];
    if (!figure) {
      if (parts.length > 0) parts = [];
      mixed = false;
      continue;
    }
    mixed ||= figures.length > 1;
    const row = { figure, range: { start: start + figure.start, end: start + figure.end } };
    if (!total.test(analysis.snapshot.lineText(line))) {
      parts.push(row);
      continue;
    }
    if (parts.length >= 2 && !mixed && areAlike(parts, figure)) found.push({ row, parts: [...parts] });
    // What follows a total in the same table may add it up with others.
    mixed = true;
  }
  return found;
}

function areAlike(parts: readonly TableRow[], { unit }: Figure): boolean {
  return parts.every(({ figure }) => figure.unit === unit || figure.unit === 'none');
}

const longestRow = 400;
const noFigures: readonly Figure[] = [];
const total = /^[|\s*]{0,9}(?:grand )?total\b/i;
const cell = /(?:\||[ \u00a0]{2}|\t)[ \u00a0]{0,40}(?=[$€£¥\d]|[A-Z]{2,3}\$?[ \u00a0]?\d)/g;

/** The figures of a row that stand in cells of their own, behind a bar or a gap. */
function readFigures(text: string): readonly Figure[] {
  const figures: Figure[] = [];
  for (const opening of text.matchAll(cell)) {
    const figure = readFigure(text, opening.index + opening[0].length);
    if (figure?.values.length !== 1) continue;
    if (/^[ \u00a0*]{0,40}(?:\||$|[ \u00a0]{2})/.test(text.slice(figure.after, figure.after + 60)))
      figures.push(figure);
  }
  return figures;
}
