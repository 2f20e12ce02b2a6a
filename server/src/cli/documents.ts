import { pathToFileURL } from 'node:url';
import { type Analysis, analyze } from '../core/analysis.ts';
import type { Configuration } from '../core/config/model.ts';
import { noOtherFiles } from '../core/model/summary.ts';
import type { Finding } from '../core/rules/rule.ts';
import { runRules } from '../core/rules/run.ts';
import { complain } from './complaints.ts';
import { type ConfigurationArguments, Configurations } from './configuration.ts';
import { EncodingError, resolveEncoding } from './encoding.ts';
import { findInputs, type Input } from './inputs.ts';
import type { CommandIo } from './io.ts';
import { type ReadingIo, readSource, type SourceText } from './source.ts';
import { Companions } from './together.ts';

/** What every command that reads documents is told. */
export interface DocumentArguments extends ConfigurationArguments {
  readonly paths: readonly string[];
  /** Endings of files that folders are searched for beside those of legal documents, each with its dot. */
  readonly extensions?: readonly string[];
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
  /** Rules that broke down over it. */
  readonly failures: readonly Trouble[];
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
  const reader = await DocumentReader.open(args, io);
  if (!reader) return { unreadable: [], failures: [], settings: 'refused' };
  const unreadable: Trouble[] = [];
  const failures: Trouble[] = [];
  const { inputs, missing } = await findInputs(args.paths, io.cwd, args.extensions);
  for (const trouble of missing) {
    unreadable.push(trouble);
    complain(io, trouble.path, trouble.reason);
  }
  for (const input of inputs) {
    const document = await reader.read(input);
    if ('reason' in document) unreadable.push(document);
    else {
      failures.push(...document.failures);
      await visit(document);
    }
  }
  return { unreadable, failures, settings: reader.brokenSettings ? 'broken' : 'read' };
}

/** Reads documents one by one, by the arguments of one command. */
export class DocumentReader {
  readonly #args: Omit<DocumentArguments, 'paths'>;
  readonly #io: ReadingIo;
  readonly #configurations: Configurations;
  readonly #companions: Companions;

  private constructor(args: Omit<DocumentArguments, 'paths'>, io: ReadingIo, configurations: Configurations) {
    this.#args = args;
    this.#io = io;
    this.#configurations = configurations;
    this.#companions = new Companions(io.cwd, args.encoding);
  }

  /**
   * Null where the settings that the arguments name cannot be read. What is wrong with settings is told to
   * `settingsIo`: they belong to many documents.
   */
  static async open(
    args: Omit<DocumentArguments, 'paths'>,
    io: ReadingIo,
    settingsIo: ReadingIo = io,
  ): Promise<DocumentReader | null> {
    const configurations = await Configurations.open(args, settingsIo);
    return configurations && new DocumentReader(args, io, configurations);
  }

  /** Whether a file of settings could not be applied in full. */
  get brokenSettings(): boolean {
    return this.#configurations.broken;
  }

  /** A document and what the rules find in it, or why it cannot be read; both with complaints on standard error. */
  async read(input: Input): Promise<OpenedDocument | Trouble> {
    const { path, file } = input;
    const source = await readSource(input, this.#args.encoding, this.#io);
    if (typeof source === 'string') {
      complain(this.#io, path, source);
      return { path, reason: source };
    }
    const analysis = analyze(source.text, file === null ? 'untitled:stdin' : pathToFileURL(file).href);
    const configuration = await this.#configurations.of(file);
    const failures: Trouble[] = [];
    const onRuleError = (rule: string, error: unknown): void => {
      const reason = `the rule ${rule} broke down, and its findings are missing: ${error}`;
      complain(this.#io, path, reason);
      failures.push({ path, reason });
    };
    const others =
      file === null
        ? noOtherFiles
        : await this.#companions.of(analysis, await this.#configurations.projectOf(file));
    const findings = runRules(analysis, { configuration, others, onRuleError });
    return { path, file, source, configuration, analysis, findings, failures };
  }
}

/** Whether all was done that was asked for. */
export function isComplete({ unreadable, failures, settings }: Visit): boolean {
  return unreadable.length === 0 && failures.length === 0 && settings === 'read';
}

/** Why these arguments cannot be worked with; null if they can. */
export function faultOf(args: DocumentArguments): string | null {
  if (args.paths.length === 0) return 'name at least one file, folder or pattern, or - for standard input';
  return faultOfReading(args);
}

/** Why documents cannot be looked for or read like this; null if they can. */
export function faultOfReading({
  encoding,
  extensions = [],
}: Pick<DocumentArguments, 'encoding' | 'extensions'>): string | null {
  const wrong = extensions.find((extension) => !/^(?:\.[\w-]+)+$/.test(extension));
  if (wrong !== undefined) return `--ext takes endings such as .txt,.md, not "${wrong}"`;
  if (encoding === null) return null;
  try {
    resolveEncoding(encoding);
    return null;
  } catch (error) {
    if (error instanceof EncodingError) return error.message;
    throw error;
  }
}
