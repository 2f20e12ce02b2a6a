import pc from 'picocolors';
import type { Finding, Severity } from '../core/rules/rule.ts';
import { type DocumentArguments, faultOf, type OpenedDocument, visitDocuments } from './documents.ts';
import { excerpt, printable } from './excerpt.ts';
import { type CommandIo, exitCodes } from './io.ts';

/** From the gravest down. */
const severities = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];

export interface CheckArguments extends DocumentArguments {
  /** The mildest severity that makes the check fail, or "never". */
  readonly failOn: string;
}

export const failOnLevels: readonly string[] = [...severities, 'never'];

/** `proviso check`: prints the findings of each document and a summary. */
export async function check(args: CheckArguments, io: CommandIo): Promise<number> {
  const fault = failOnLevels.includes(args.failOn)
    ? faultOf(args)
    : `--fail-on takes ${failOnLevels.join(', ')}, not "${args.failOn}"`;
  if (fault !== null) {
    io.err(`proviso: ${fault}\n`);
    return exitCodes.trouble;
  }
  const colors = pc.createColors(io.color);
  const counts = new Map<Severity, number>();
  let documents = 0;
  let withFindings = 0;
  const { unreadable, settings } = await visitDocuments(args, io, (document) => {
    documents += 1;
    if (document.findings.length > 0) withFindings += 1;
    for (const finding of document.findings) {
      counts.set(finding.severity, (counts.get(finding.severity) ?? 0) + 1);
    }
    io.out(document.findings.map((finding) => describe(document, finding, colors)).join(''));
  });
  if (settings === 'refused') return exitCodes.trouble;
  io.out(`${colors.bold(summary(documents, withFindings, unreadable, counts))}\n`);
  if (unreadable > 0 || settings === 'broken') return exitCodes.trouble;
  const failing = args.failOn === 'never' ? [] : severities.slice(0, failOnLevels.indexOf(args.failOn) + 1);
  return failing.some((severity) => counts.has(severity)) ? exitCodes.findings : exitCodes.clean;
}

type Colors = ReturnType<typeof pc.createColors>;

/** The place, what is wrong there, and the source line with carets below the spot. */
function describe({ path, analysis }: OpenedDocument, finding: Finding, colors: Colors): string {
  const { line, column } = analysis.snapshot.positionAt(finding.range.start);
  const paint = paintOf(finding.severity, colors);
  const place = colors.bold(`${printable(path)}:${line + 1}:${column + 1}`);
  const { source, carets } = excerpt(analysis.snapshot, finding.range);
  return [
    `${place} ${paint(finding.severity)} ${colors.dim(finding.rule)} ${printable(finding.message)}`,
    `    ${source}`,
    `    ${paint(carets)}`,
    '',
  ].join('\n');
}

function paintOf(severity: Severity, colors: Colors): (text: string) => string {
  switch (severity) {
    case 'error':
      return colors.red;
    case 'warning':
      return colors.yellow;
    case 'information':
      return colors.blue;
    case 'hint':
      return colors.cyan;
  }
}

function summary(
  documents: number,
  withFindings: number,
  unreadable: number,
  counts: ReadonlyMap<Severity, number>,
): string {
  const found = severities
    .map((severity) => ({ severity, count: counts.get(severity) ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) =>
      severity === 'information' ? `${count} information` : plural(count, severity),
    );
  const result =
    found.length === 0 ? 'no findings' : `${found.join(', ')} in ${plural(withFindings, 'document')}`;
  const rest = unreadable === 0 ? '' : `; ${unreadable} could not be read`;
  return `${plural(documents, 'document')} checked: ${result}${rest}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
