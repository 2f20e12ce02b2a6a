import type { Analysis } from '../../analysis.ts';
import type { Paragraph } from '../../inline/paragraph.ts';
import { perAnalysis } from '../../resolve/per-analysis.ts';
import type { LabelRow } from '../../syntax/labels.ts';
import { Role } from '../../syntax/roles.ts';

/** Text that stands side by side: its lines cannot be joined, or what stands on the left would be read into what stands on the right. */
export interface Columns {
  readonly kind: 'table' | 'lines';
  readonly rows: readonly SetRow[];
}

/** A row as it is set. */
export interface SetRow {
  /** The line of the document on which it begins. */
  readonly line: number;
  /** Of what is set line by line there is one. */
  readonly cells: readonly string[];
}

/** Null for running text. A label with its value makes a row of a table; anything else stays as it stands. */
export function columnsOf(analysis: Analysis, paragraph: Paragraph): Columns | null {
  const { snapshot } = analysis;
  const lines = paragraph.lines.map((line) => ({ line, cells: [snapshot.lineText(line).trimEnd()] }));
  const texts = lines.flatMap(({ cells }) => cells);
  if (texts.every((text) => text.trimStart().startsWith('|')))
    return { kind: 'table', rows: tableRows(lines) };
  if (isFigureOfTable(analysis, paragraph)) return { kind: 'lines', rows: lines };
  if (!texts.some((text) => gap.test(text)) || texts.some((text) => text.length > longestLine)) return null;
  const row = labelRowsOf(analysis).get(paragraph.firstLine);
  if (row) return { kind: 'table', rows: [{ line: row.line, cells: labelAndValue(analysis, row, texts) }] };
  return { kind: 'lines', rows: lines };
}

/** A figure that stands alone next to the lines of a table is part of that table, whatever it was read as. */
function isFigureOfTable({ snapshot, roles }: Analysis, { firstLine, lastLine }: Paragraph): boolean {
  if (firstLine !== lastLine || !figure.test(snapshot.lineText(firstLine).trim())) return false;
  const isTable = (line: number) => roles[line] === Role.table || roles[line] === Role.rule;
  return [-2, -1, 1, 2].some((step) => isTable(firstLine + step));
}

const figure = /^(?:-\s?[\d,.]+\*?\s?-|[$€£¥]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\*?|\d+(?:\.\d+)?%)$/;

/** The rows of a table as Markdown writes it, without the line that parts its head from the rest. */
export function tableRows(lines: readonly SetRow[]): readonly SetRow[] {
  return lines
    .map(({ line, cells }) => ({ line, cells: cells.flatMap(cellsOf) }))
    .filter(({ cells }) => !cells.every((cell) => /^:?-*:?$/.test(cell)));
}

function cellsOf(text: string): readonly string[] {
  const inner = text.trim().replace(/^\|/, '').replace(/\|$/, '');
  return inner.split('|').map((cell) => cell.trim().replace(/\*\*/g, ''));
}

/** Longer lines are paragraphs that nobody has wrapped: set as they stand most of them would be out of sight. */
const longestLine = 200;

/** Blanks between words, wider than behind a bullet, a number or a sentence. */
const gap = /[^\s\d.:;)•*o-]\s{3,}\S|\S{4}[.:;)]?\s{4,}\S/;

/** Label and value may each run over several lines: what stands left of the value's column belongs to the label. */
function labelAndValue({ snapshot }: Analysis, row: LabelRow, texts: readonly string[]): readonly string[] {
  const start = snapshot.lineStart(row.line);
  const column = row.valueRange.start - start;
  const from = row.labelRange.start - start;
  const cells = texts.map((text, at) => [text.slice(at === 0 ? from : 0, column), text.slice(column)]);
  return [0, 1].map((side) =>
    cells
      .map((cell) => (cell[side] ?? '').trim())
      .filter((words) => words !== '')
      .join(' '),
  );
}

const labelRowsOf = perAnalysis(
  ({ labelRows }): ReadonlyMap<number, LabelRow> => new Map(labelRows.map((row) => [row.line, row])),
);
