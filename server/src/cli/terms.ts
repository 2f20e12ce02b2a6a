import pc from 'picocolors';
import type { Analysis } from '../core/analysis.ts';
import { type TermRow, termTable } from '../core/features/terms/term-table.ts';
import type { Finding } from '../core/rules/rule.ts';
import type { TextSnapshot } from '../core/text/snapshot.ts';
import { csvRow, csvStart } from './csv.ts';
import { definitionEntry } from './definitionEntries.ts';
import { type DocumentArguments, faultOf, isComplete, visitDocuments } from './documents.ts';
import { padded, printable, widthOf } from './excerpt.ts';
import { findingEntry } from './formats/json.ts';
import { type CommandIo, exitCodes } from './io.ts';

export interface TermsArguments extends DocumentArguments {
  readonly json: boolean;
  readonly csv: boolean;
}

/** `proviso terms`: lists the defined terms of each document, for people, for spreadsheets or for programs. */
export async function terms(args: TermsArguments, io: CommandIo): Promise<number> {
  const fault = args.json && args.csv ? 'choose --json or --csv' : faultOf(args);
  if (fault !== null) {
    io.err(`proviso: ${fault}\n`);
    return exitCodes.trouble;
  }
  if (args.json) io.out('{"version":1,"files":[');
  if (args.csv) io.out(csvStart + csvRow(columns));
  let first = true;
  const visit = await visitDocuments(args, io, ({ path, analysis, findings }) => {
    const rows = termTable(analysis, findings);
    if (args.json) io.out(`${first ? '' : ','}\n${JSON.stringify(termsEntry(path, analysis, rows))}`);
    else if (args.csv) for (const row of rows) io.out(csvRow(cellsOf(path, analysis.snapshot, row)));
    else io.out(`${first ? '' : '\n'}${termsText(path, analysis, rows, io.color)}`);
    first = false;
  });
  if (args.json) io.out('\n]}\n');
  return isComplete(visit) ? exitCodes.clean : exitCodes.trouble;
}

/** One file of `terms --json`; the keys are a promise to programs. Lines and columns count from 1, columns in UTF-16. */
function termsEntry(path: string, { snapshot }: Analysis, rows: readonly TermRow[]) {
  return {
    path,
    terms: rows.map(({ term, meaning, pointsTo, provision, scope, definitions, uses, findings }) => ({
      term,
      meaning,
      ...(pointsTo !== '' && { pointsTo }),
      provision,
      ...(scope !== '' && { scope }),
      definitions: definitions.map((definition) => definitionEntry(definition, snapshot)),
      uses: uses.map(({ range, text }) => {
        const { line, column } = snapshot.positionAt(range.start);
        return { text, line: line + 1, column: column + 1 };
      }),
      findings: findings.map((finding) => findingEntry(finding, snapshot)),
    })),
  };
}

const columns = ['File', 'Term', 'Meaning', 'Defined in', 'Line', 'Holds in', 'Uses', 'Findings'];

function cellsOf(path: string, snapshot: TextSnapshot, row: TermRow): readonly string[] {
  const findings = row.findings.map((finding) => `${finding.rule}: ${finding.message}`);
  return [
    path,
    row.term,
    meaningOf(row),
    row.provision,
    String(lineOf(snapshot, row.home)),
    row.scope,
    String(row.uses.length),
    findings.join('\n'),
  ];
}

/** Words that are longer do not set in the columns behind them. */
const widestColumn = 40;

/** A row for each term, with its findings below it. */
function termsText(path: string, { snapshot }: Analysis, rows: readonly TermRow[], color: boolean): string {
  const colors = pc.createColors(color);
  const head = colors.bold(printable(path));
  if (rows.length === 0) return `${head}\nno defined terms\n`;
  const table = [
    { cells: ['term', 'used', 'line', 'defined in', 'meaning'], findings: [] as readonly Finding[] },
    ...rows.map((row) => ({
      cells: [
        row.term,
        String(row.uses.length),
        String(lineOf(snapshot, row.home)),
        row.scope === '' ? row.provision : `${row.provision} (for ${row.scope})`,
        meaningOf(row),
      ].map(printable),
      findings: row.findings,
    })),
  ];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...table.map(({ cells }) => Math.min(widestColumn, widthOf(cells[column] ?? '')))),
  );
  const lines = table.flatMap(({ cells, findings }, index) => {
    const line = cells
      .map((cell, column) => padded(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
    const notes = findings.map((finding) => {
      const place = snapshot.positionAt(finding.range.start).line + 1;
      return `    ${finding.severity} ${finding.rule} (line ${place}) ${printable(finding.message)}`;
    });
    return [index === 0 ? colors.dim(line) : line, ...notes];
  });
  return `${head}\n${lines.join('\n')}\n`;
}

function meaningOf({ meaning, pointsTo }: TermRow): string {
  return meaning === '' && pointsTo !== '' ? `see ${pointsTo}` : meaning;
}

function lineOf(snapshot: TextSnapshot, { range }: TermRow['home']): number {
  return snapshot.lineAt(range.start) + 1;
}
