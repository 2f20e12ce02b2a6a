import type { Analysis } from '../analysis.ts';
import { LineMark } from '../syntax/line-marks.ts';
import { Role } from '../syntax/roles.ts';

/** A row of a table with its text. */
export interface TableRow {
  readonly text: string;
  /** Where the text begins in the document. */
  readonly start: number;
}

/** The tables of a document, each with its rows; frames and empty rows are left out. Linear: only rows are read. */
export function tablesOf(analysis: Analysis): readonly (readonly TableRow[])[] {
  const tables: TableRow[][] = [];
  let rows: TableRow[] = [];
  for (let line = 0; line < analysis.lines.length; line += 1) {
    const mayBeRow =
      analysis.roles[line] === Role.table || ((analysis.marks[line] ?? 0) & LineMark.bullet) !== 0;
    const facts = mayBeRow ? analysis.lines[line] : undefined;
    if (facts?.lineClass === 'table-frame') continue;
    const start = analysis.snapshot.lineStart(line);
    const isRow =
      facts !== undefined &&
      (analysis.roles[line] === Role.table || analysis.snapshot.text[start + facts.indent] === '|');
    if (!isRow) {
      if (rows.length > 0) rows = [];
      continue;
    }
    const text = facts.length < longestRow ? analysis.snapshot.lineText(line) : tooLong;
    if (!/[A-Za-z\d]/.test(text)) continue;
    if (rows.length === 0) tables.push(rows);
    rows.push({ text, start });
  }
  return tables;
}

const longestRow = 400;
/** A row that is not read has no figures. */
const tooLong = 'too long';
