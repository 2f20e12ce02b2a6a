import { findingIdentity } from '../core/rules/identity.ts';
import type { Severity } from '../core/rules/rule.ts';
import { type DocumentArguments, faultOf, isComplete, visitDocuments } from './documents.ts';
import type { Format, FormatContext } from './formats/format.ts';
import { githubFormat } from './formats/github.ts';
import { jsonFormat } from './formats/json.ts';
import { junitFormat } from './formats/junit.ts';
import { sarifFormat } from './formats/sarif.ts';
import { textFormat } from './formats/text.ts';
import { type CommandIo, exitCodes } from './io.ts';
import { failingFrom, failOnLevels } from './severities.ts';

export interface CheckArguments extends DocumentArguments {
  /** The mildest severity that makes the check fail, or "never". */
  readonly failOn: string;
  /** How findings are written; one of `formats`. */
  readonly format: string;
  /** How many findings are shown at most, as it was typed; null for all. */
  readonly maxFindings: string | null;
}

const makers: Readonly<Record<string, (context: FormatContext) => Format>> = {
  text: textFormat,
  json: jsonFormat,
  sarif: sarifFormat,
  github: githubFormat,
  junit: junitFormat,
};

export const formats: readonly string[] = Object.keys(makers);

/** `proviso check`: prints the findings of each document and a summary. */
export async function check(args: CheckArguments, io: CommandIo): Promise<number> {
  const failing = failingFrom(args.failOn);
  const format = makers[args.format]?.({ ...io, failing, rulePage: (rule) => io.rulePage(rule) });
  const fault = faultOfCheck(args) ?? faultOf(args);
  if (fault !== null || !format) {
    io.err(`proviso: ${fault}\n`);
    return exitCodes.trouble;
  }
  const counts = new Map<Severity, number>();
  let documents = 0;
  let withFindings = 0;
  let notShown = 0;
  let room = args.maxFindings === null ? Number.POSITIVE_INFINITY : Number(args.maxFindings);
  let begun = false;
  const begin = (): string => {
    if (begun) return '';
    begun = true;
    return format.begin();
  };
  const visit = await visitDocuments(args, io, ({ path, file, analysis, findings }) => {
    documents += 1;
    if (findings.length > 0) withFindings += 1;
    for (const { severity } of findings) counts.set(severity, (counts.get(severity) ?? 0) + 1);
    const shown = findings.slice(0, room);
    room -= shown.length;
    notShown += findings.length - shown.length;
    const identityOf = findingIdentity(analysis);
    const reported = { path, file, snapshot: analysis.snapshot, findings: shown, identityOf };
    io.out(begin() + format.document(reported));
  });
  if (visit.settings === 'refused') return exitCodes.trouble;
  io.out(begin() + format.end({ visit, documents, withFindings, counts, notShown }));
  if (!isComplete(visit)) return exitCodes.trouble;
  return failing.some((severity) => counts.has(severity)) ? exitCodes.findings : exitCodes.clean;
}

/** Why these arguments cannot be worked with; null if they can. */
function faultOfCheck({ failOn, format, maxFindings }: CheckArguments): string | null {
  if (!failOnLevels.includes(failOn)) return `--fail-on takes ${failOnLevels.join(', ')}, not "${failOn}"`;
  if (!formats.includes(format)) return `--format takes ${formats.join(', ')}, not "${format}"`;
  if (maxFindings !== null && !/^\d{1,9}$/.test(maxFindings))
    return `--max-findings takes a whole number, not "${maxFindings}"`;
  return null;
}
