import { checkInOrder } from './check-in-order.ts';
import { type CheckingArguments, DocumentChecker } from './checking.ts';
import { complain } from './complaints.ts';
import { type DocumentArguments, faultOfReading } from './documents.ts';
import { formats } from './formats/formats.ts';
import { findInputs, type Input, stdinPath } from './inputs.ts';
import { type CommandIo, exitCodes } from './io.ts';
import { type ListArguments, ListError, listedInputs } from './lists.ts';
import { CheckReport } from './report.ts';
import { failingFrom, failOnLevels } from './severities.ts';
import { readWorkers } from './threads.ts';

export interface CheckArguments extends DocumentArguments {
  /** The mildest severity that makes the check fail, or "never". */
  readonly failOn: string;
  /** How findings are written; one of `formats`. */
  readonly format: string;
  /** How many findings are shown at most, as it was typed; null for all. */
  readonly maxFindings: string | null;
  /** How many threads check, as it was typed. */
  readonly workers: string;
  /** A list of files to check beside the paths; null for none. */
  readonly list: ListArguments | null;
}

/** `proviso check`: prints the findings of each document and a summary. */
export async function check(args: CheckArguments, io: CommandIo): Promise<number> {
  const failing = failingFrom(args.failOn);
  const format = formats[args.format]?.({ ...io, failing, rulePage: (rule) => io.rulePage(rule) });
  const workers = readWorkers(args.workers);
  const fault = faultOfCheck(args);
  if (fault !== null || !format || workers === null) {
    io.err(`proviso: ${fault}\n`);
    return exitCodes.trouble;
  }
  const most = args.maxFindings === null ? Number.POSITIVE_INFINITY : Number(args.maxFindings);
  const report = new CheckReport(format, io, most);
  const { paths, list, ...plain } = args;
  const checking: CheckingArguments = { ...plain, failing, color: io.color, cwd: io.cwd };
  const { checker, complaints } = await DocumentChecker.open(checking, () => io.stdin());
  report.settings(complaints, checker?.brokenSettings ?? true);
  if (!checker) return exitCodes.trouble;
  const { inputs, missing } = await findInputs(paths, io.cwd, args.extensions);
  for (const trouble of missing) {
    complain(io, trouble.path, trouble.reason);
    await report.unreadable(trouble);
  }
  const threads = { script: io.threadScript, workers, args: checking };
  try {
    for await (const document of checkInOrder(allInputs(inputs, list, io), checker, threads))
      await report.document(document);
  } catch (error) {
    if (!(error instanceof ListError)) throw error;
    const path = list?.from ?? '';
    complain(io, path, error.message);
    await report.unreadable({ path, reason: error.message });
  }
  return report.end(failing);
}

async function* allInputs(
  named: readonly Input[],
  list: ListArguments | null,
  io: CommandIo,
): AsyncGenerator<Input> {
  yield* named;
  if (list) yield* listedInputs(list, io);
}

/** Why these arguments cannot be worked with; null if they can. */
function faultOfCheck({ paths, list, ...args }: CheckArguments): string | null {
  const { failOn, format, maxFindings, workers } = args;
  if (paths.length === 0 && !list)
    return 'name at least one file, folder or pattern, or - for standard input';
  if (list?.from === '-' && (paths.includes('-') || paths.includes(stdinPath)))
    return 'standard input is a document or a list of files, not both';
  if (!failOnLevels.includes(failOn)) return `--fail-on takes ${failOnLevels.join(', ')}, not "${failOn}"`;
  if (!Object.hasOwn(formats, format))
    return `--format takes ${Object.keys(formats).join(', ')}, not "${format}"`;
  if (maxFindings !== null && !/^\d{1,9}$/.test(maxFindings))
    return `--max-findings takes a whole number, not "${maxFindings}"`;
  if (readWorkers(workers) === null) return `--workers takes a number or auto, not "${workers}"`;
  return faultOfReading(args);
}
