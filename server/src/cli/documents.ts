import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { type Analysis, analyze } from '../core/analysis.ts';
import type { Finding } from '../core/rules/rule.ts';
import { runRules } from '../core/rules/run.ts';
import { complain, reasonOf } from './complaints.ts';
import { type ConfigurationArguments, Configurations } from './configuration.ts';
import { decodeText, EncodingError, resolveEncoding } from './encoding.ts';
import { findInputs, type Input } from './inputs.ts';
import type { CommandIo } from './io.ts';

/** What every command that reads documents is told. */
export interface DocumentArguments extends ConfigurationArguments {
  readonly paths: readonly string[];
  /** The name of an encoding; null to tell it from each file. */
  readonly encoding: string | null;
}

/** A document that was read and analysed. */
export interface OpenedDocument {
  readonly path: string;
  readonly analysis: Analysis;
  readonly findings: readonly Finding[];
}

/** How a visit of documents went. */
export interface Visit {
  readonly unreadable: number;
  /** `broken` where a file of settings could not be applied in full; `refused` where nothing was visited for it. */
  readonly settings: 'read' | 'broken' | 'refused';
}

/**
 * Opens the documents that `args` names, one after the other, and hands each to `visit`. What cannot be read is
 * reported on standard error and counted; the others are still done. One document is held in memory at a time.
 */
export async function visitDocuments(
  args: DocumentArguments,
  io: CommandIo,
  visit: (document: OpenedDocument) => void,
): Promise<Visit> {
  const configurations = await Configurations.open(args, io);
  if (!configurations) return { unreadable: 0, settings: 'refused' };
  const { inputs, missing } = await findInputs(args.paths, io.cwd);
  for (const { path, reason } of missing) complain(io, path, reason);
  let unreadable = missing.length;
  for (const input of inputs) {
    const text = await readText(input, args.encoding, io);
    if (text === null) {
      unreadable += 1;
      continue;
    }
    const analysis = analyze(text, input.file === null ? 'untitled:stdin' : pathToFileURL(input.file).href);
    const configuration = await configurations.of(input.file);
    visit({ path: input.path, analysis, findings: runRules(analysis, { configuration }) });
  }
  return { unreadable, settings: configurations.broken ? 'broken' : 'read' };
}

/** Why these arguments cannot be worked with; null if they can. */
export function faultOf(args: DocumentArguments): string | null {
  if (args.paths.length === 0) return 'name at least one file, folder or pattern, or - for standard input';
  if (args.encoding === null) return null;
  try {
    resolveEncoding(args.encoding);
    return null;
  } catch (error) {
    if (error instanceof EncodingError) return error.message;
    throw error;
  }
}

async function readText(input: Input, encoding: string | null, io: CommandIo): Promise<string | null> {
  try {
    const bytes = input.file === null ? await io.readStdin() : await readFile(input.file);
    const { text, note } = decodeText(bytes, encoding);
    if (note !== null) complain(io, input.path, `note: ${note}`);
    return text;
  } catch (error) {
    complain(io, input.path, reasonOf(error));
    return null;
  }
}
