import { createReadStream } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Analysis, analyze } from '../core/analysis.ts';
import type { Configuration } from '../core/config/model.ts';
import type { Finding } from '../core/rules/rule.ts';
import { runRules } from '../core/rules/run.ts';
import { mostBytes, sizeRefusal } from '../core/text/limits.ts';
import { TextSnapshot } from '../core/text/snapshot.ts';
import { complain, reasonOf } from './complaints.ts';
import { type ConfigurationArguments, Configurations } from './configuration.ts';
import { type DecodedText, decodeText, EncodingError, resolveEncoding } from './encoding.ts';
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
  /** Where it lies; null for standard input. */
  readonly file: string | null;
  readonly source: SourceText;
  readonly configuration: Configuration;
  readonly analysis: Analysis;
  readonly findings: readonly Finding[];
}

/** What was read of a document, and how. */
export interface SourceText extends DecodedText {
  readonly bytes: Uint8Array;
}

/** A document, or a part of the work on it, that was not done. */
export interface Trouble {
  readonly path: string;
  readonly reason: string;
}

/** How a visit of documents went. */
export interface Visit {
  readonly unreadable: readonly Trouble[];
  /** Rules that broke down over a document; their findings are missing. */
  readonly failures: readonly Trouble[];
  /** `broken` where a file of settings could not be applied in full; `refused` where nothing was visited for it. */
  readonly settings: 'read' | 'broken' | 'refused';
}

/**
 * Opens the documents that `args` names, one after the other, and hands each to `visit`. What cannot be read is
 * reported on standard error and listed; the others are still done. One document is held in memory at a time.
 */
export async function visitDocuments(
  args: DocumentArguments,
  io: CommandIo,
  visit: (document: OpenedDocument) => void | Promise<void>,
): Promise<Visit> {
  const configurations = await Configurations.open(args, io);
  if (!configurations) return { unreadable: [], failures: [], settings: 'refused' };
  const unreadable: Trouble[] = [];
  const failures: Trouble[] = [];
  const note = (list: Trouble[], path: string, reason: string): void => {
    list.push({ path, reason });
    complain(io, path, reason);
  };
  const { inputs, missing } = await findInputs(args.paths, io.cwd);
  for (const { path, reason } of missing) note(unreadable, path, reason);
  for (const { path, file } of inputs) {
    const source = await readSource({ path, file }, args.encoding, io);
    if (typeof source === 'string') {
      note(unreadable, path, source);
      continue;
    }
    const analysis = analyze(source.text, file === null ? 'untitled:stdin' : pathToFileURL(file).href);
    const configuration = await configurations.of(file);
    const onRuleError = (rule: string, error: unknown): void =>
      note(failures, path, `the rule ${rule} broke down, and its findings are missing: ${error}`);
    const findings = runRules(analysis, { configuration, onRuleError });
    await visit({ path, file, source, configuration, analysis, findings });
  }
  return { unreadable, failures, settings: configurations.broken ? 'broken' : 'read' };
}

/** Whether all was done that was asked for. */
export function isComplete({ unreadable, failures, settings }: Visit): boolean {
  return unreadable.length === 0 && failures.length === 0 && settings === 'read';
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

/** What a document holds, or why it cannot be read. */
async function readSource(
  { path, file }: Input,
  encoding: string | null,
  io: CommandIo,
): Promise<SourceText | string> {
  try {
    const bytes = await readBytes(file === null ? io.stdin() : createReadStream(file));
    if (bytes === null)
      return `this file has more than ${mostBytes / 1_000_000} MB; no document is that long`;
    const decoded = decodeText(bytes, encoding);
    const refusal = sizeRefusal(decoded.text.length, () => new TextSnapshot(decoded.text).lineCount);
    if (refusal !== null) return refusal;
    if (decoded.note !== null) complain(io, path, `note: ${decoded.note}`);
    return { ...decoded, bytes };
  } catch (error) {
    return reasonOf(error);
  }
}

/** All that can be read; null as soon as it is too much, since a device or a pipe may never end. */
async function readBytes(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  const read: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > mostBytes) return null;
    read.push(chunk);
  }
  return Buffer.concat(read);
}
