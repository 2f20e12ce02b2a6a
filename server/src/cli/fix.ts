import pc from 'picocolors';
import { type FixedText, fixDocument } from '../core/rules/fix.ts';
import { complain, reasonOf } from './complaints.ts';
import { diffOf } from './diff.ts';
import {
  type DocumentArguments,
  faultOf,
  isComplete,
  type OpenedDocument,
  visitDocuments,
} from './documents.ts';
import { type CommandIo, exitCodes } from './io.ts';
import { bytesOf, FileChanged, replaceFile } from './replaceFile.ts';

export interface FixArguments extends DocumentArguments {
  /** Whether only to show what would be changed. */
  readonly dryRun: boolean;
}

/**
 * `proviso fix`: applies the fixes that are certain. What changes is printed before a file is written; a dry run
 * writes none, and ends with 1 where something would change.
 */
export async function fix(args: FixArguments, io: CommandIo): Promise<number> {
  const fault = faultOf(args);
  if (fault !== null) {
    io.err(`proviso: ${fault}\n`);
    return exitCodes.trouble;
  }
  let documents = 0;
  let changed = 0;
  let fixes = 0;
  let refused = 0;
  const visit = await visitDocuments(args, io, async (document) => {
    documents += 1;
    const fixed = fixDocument(document.analysis, document.findings, {
      configuration: document.configuration,
    });
    if (fixed.applied.length === 0) return;
    try {
      const bytes = fixedBytes(document, fixed, args.dryRun);
      io.out(diffOf(document.path, document.source.text, fixed.text, io.color));
      if (!args.dryRun && document.file !== null)
        await replaceFile(document.file, document.source.bytes, bytes);
      changed += 1;
      fixes += fixed.applied.length;
    } catch (error) {
      refused += 1;
      complain(
        io,
        document.path,
        `left as it is: ${error instanceof Refusal || error instanceof FileChanged ? error.message : reasonOf(error)}`,
      );
    }
  });
  if (visit.settings === 'refused') return exitCodes.trouble;
  const colors = pc.createColors(io.color);
  io.out(`${colors.bold(summary(documents, changed, fixes, args.dryRun))}\n`);
  if (refused > 0 || !isComplete(visit)) return exitCodes.trouble;
  return args.dryRun && changed > 0 ? exitCodes.findings : exitCodes.clean;
}

/** Why a document is not written; the message is for the user. */
class Refusal extends Error {}

/** What the file would hold. Throws where that could change more of it than the fixes do. */
function fixedBytes(
  { file, source }: OpenedDocument,
  { text, settled }: FixedText,
  dryRun: boolean,
): Uint8Array {
  if (file === null && !dryRun)
    throw new Refusal('standard input cannot be written to; fix --dry-run shows what would change');
  if (!settled) throw new Refusal('its fixes do not come to an end, so none of them can be certain');
  return bytesOf(source, text);
}

function summary(documents: number, changed: number, fixes: number, dryRun: boolean): string {
  const looked = `${documents} document${documents === 1 ? '' : 's'} checked`;
  if (changed === 0) return `${looked}: nothing to fix`;
  const done = `${fixes} ${fixes === 1 ? 'fix' : 'fixes'} in ${changed} document${changed === 1 ? '' : 's'}`;
  return `${looked}: ${done}${dryRun ? ', none written' : ''}`;
}
