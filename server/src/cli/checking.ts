import { findingIdentity } from '../core/rules/identity.ts';
import type { Severity } from '../core/rules/rule.ts';
import { type DocumentArguments, DocumentReader, type Trouble } from './documents.ts';
import type { Format, WrittenFinding } from './formats/format.ts';
import { formats } from './formats/formats.ts';
import type { Input } from './inputs.ts';
import type { CommandIo } from './io.ts';

/** How documents are read and their findings written; plain data, which is handed to each thread. */
export interface CheckingArguments extends Omit<DocumentArguments, 'paths'> {
  readonly format: string;
  readonly failing: readonly Severity[];
  readonly color: boolean;
  readonly cwd: string;
}

/** All that there is to tell of one document; plain data, which a thread hands back. */
export interface CheckedDocument {
  readonly path: string;
  /** Why it could not be read; null where it was. */
  readonly unreadable: string | null;
  readonly findings: readonly WrittenFinding[];
  readonly failures: readonly Trouble[];
  /** What is to be said of it on standard error. */
  readonly complaints: string;
  /** What is to be said of files of settings that no document before had to do with in this thread. */
  readonly settingsComplaints: readonly string[];
  readonly brokenSettings: boolean;
}

/** What was to be said since it was last asked for. */
interface Told {
  document: string;
  settings: string[];
}

/** Checks documents one by one, in whatever thread it is made. */
export class DocumentChecker {
  readonly #reader: DocumentReader;
  readonly #format: Format;
  readonly #told: Told;

  private constructor(reader: DocumentReader, format: Format, told: Told) {
    this.#reader = reader;
    this.#format = format;
    this.#told = told;
  }

  /** With what is to be said of the settings that the arguments name; without a checker where they cannot be read. */
  static async open(
    args: CheckingArguments,
    stdin: CommandIo['stdin'],
  ): Promise<{ readonly checker: DocumentChecker | null; readonly complaints: readonly string[] }> {
    const format = formats[args.format]?.({ ...args, rulePage: () => null });
    if (!format) throw new RangeError(`There is no format ${args.format}.`);
    const told: Told = { document: '', settings: [] };
    const { cwd } = args;
    const onDocument = (text: string): void => {
      told.document += text;
    };
    const onSettings = (text: string): void => {
      told.settings.push(text);
    };
    const reader = await DocumentReader.open(
      args,
      { cwd, stdin, err: onDocument },
      { cwd, stdin, err: onSettings },
    );
    const complaints = told.settings.splice(0);
    return { checker: reader && new DocumentChecker(reader, format, told), complaints };
  }

  /** Whether a file of settings could not be applied in full. */
  get brokenSettings(): boolean {
    return this.#reader.brokenSettings;
  }

  async check(input: Input): Promise<CheckedDocument> {
    const document = await this.#reader.read(input);
    const said = {
      path: input.path,
      complaints: this.#told.document,
      settingsComplaints: this.#told.settings.splice(0),
      brokenSettings: this.#reader.brokenSettings,
    };
    this.#told.document = '';
    if ('reason' in document) return { ...said, unreadable: document.reason, findings: [], failures: [] };
    const { path, file, analysis, failures } = document;
    const place = { path, file, snapshot: analysis.snapshot, identityOf: findingIdentity(analysis) };
    const findings = document.findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      written: this.#format.finding(finding, place),
    }));
    return { ...said, unreadable: null, findings, failures };
  }
}
