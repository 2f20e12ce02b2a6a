import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { readConfiguration } from '../core/config/configuration.ts';
import { configurationFileName } from '../core/config/keys.ts';
import { type Configuration, defaultConfiguration, mergeConfigurations } from '../core/config/model.ts';
import { TextSnapshot } from '../core/text/snapshot.ts';
import { complain, reasonOf } from './complaints.ts';
import { decodeText } from './encoding.ts';
import type { CommandIo } from './io.ts';

/** What a command is told of settings. */
export interface ConfigurationArguments {
  /** The file that decides for all documents; false for none; left out, the nearest one to each decides. */
  readonly config?: string | false;
  /** Severities of single rules, as `numbering-gap=off`. They go before those of files; the last of a rule counts. */
  readonly rules?: readonly string[];
}

/** What was decided for each document: by the nearest proviso.json or a named file, and before it by the command line. */
export class Configurations {
  /** Whether a file of settings could not be read, or is not JSON. */
  broken = false;
  readonly #io: CommandIo;
  readonly #rules: Configuration;
  /** Decides for all; null where the nearest file does. */
  #common: Configuration | null = null;
  readonly #folders = new Map<string, Promise<Configuration>>();

  private constructor(io: CommandIo, rules: Configuration) {
    this.#io = io;
    this.#rules = rules;
  }

  /** Reads what the arguments say; null, and the reason on standard error, where that cannot be done. */
  static async open(
    { config, rules = [] }: ConfigurationArguments,
    io: CommandIo,
  ): Promise<Configurations | null> {
    let chosen = defaultConfiguration;
    for (const rule of rules) {
      const read = readRuleArgument(rule);
      if (typeof read === 'string') {
        complain(io, `--rule ${rule}`, read);
        return null;
      }
      chosen = mergeConfigurations(chosen, read);
    }
    const configurations = new Configurations(io, chosen);
    if (config === false) configurations.#common = defaultConfiguration;
    if (typeof config !== 'string') return configurations;
    try {
      configurations.#common = await configurations.#read(resolve(io.cwd, config), config);
      return configurations;
    } catch (error) {
      complain(io, config, reasonOf(error));
      return null;
    }
  }

  /** What was decided for a document; for one without a file, as if it lay in the folder the command runs in. */
  async of(file: string | null): Promise<Configuration> {
    const folder = file === null ? this.#io.cwd : dirname(file);
    return mergeConfigurations(this.#common ?? (await this.#nearest(folder)), this.#rules);
  }

  /** Each folder is looked at once, whatever number of documents lies below it. */
  #nearest(folder: string): Promise<Configuration> {
    const known = this.#folders.get(folder);
    if (known) return known;
    const found = this.#find(folder);
    this.#folders.set(folder, found);
    return found;
  }

  async #find(folder: string): Promise<Configuration> {
    const file = join(folder, configurationFileName);
    try {
      return await this.#read(file, this.#shown(file));
    } catch (error) {
      const isAbsent = error instanceof Error && 'code' in error && absences.includes(error.code);
      if (!isAbsent) {
        complain(this.#io, this.#shown(file), reasonOf(error));
        this.broken = true;
        return defaultConfiguration;
      }
    }
    const above = dirname(folder);
    return above === folder ? defaultConfiguration : this.#nearest(above);
  }

  /** Says what is wrong in the file, and applies the rest. */
  async #read(file: string, shown: string): Promise<Configuration> {
    const { text } = decodeText(await readFile(file), null);
    const { configuration, problems } = readConfiguration(text);
    const snapshot = new TextSnapshot(text);
    for (const { range, severity, message } of problems) {
      const { line, column } = snapshot.positionAt(range.start);
      complain(this.#io, `${shown}:${line + 1}:${column + 1}`, `${severity}: ${message}`);
      if (severity === 'error') this.broken = true;
    }
    return configuration;
  }

  /** A path as it is shortest to read from where the command runs. */
  #shown(file: string): string {
    const path = relative(this.#io.cwd, file);
    return path.startsWith('..') || isAbsolute(path) ? file : path;
  }
}

/** A folder of that name is no such file. */
const absences: readonly unknown[] = ['ENOENT', 'ENOTDIR', 'EISDIR'];

/** One `--rule`, or what is wrong with it. */
function readRuleArgument(argument: string): Configuration | string {
  const [, rule, severity] = /^([^=]*)=(.*)$/s.exec(argument) ?? [];
  if (rule === undefined || severity === undefined)
    return 'This takes a rule and a severity: numbering-gap=off.';
  const { configuration, problems } = readConfiguration(JSON.stringify({ rules: { [rule]: severity } }));
  return problems[0]?.message ?? configuration;
}
