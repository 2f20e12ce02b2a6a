import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readConfiguration } from '../core/config/configuration.ts';
import { configurationFileName } from '../core/config/keys.ts';
import { type Configuration, defaultConfiguration, mergeConfigurations } from '../core/config/model.ts';
import { configurationFor, type Project, readProject } from '../core/config/project.ts';
import { TextSnapshot } from '../core/text/snapshot.ts';
import { complain, reasonOf } from './complaints.ts';
import { decodeText } from './encoding.ts';
import { stdinPath } from './inputs.ts';
import type { CommandIo } from './io.ts';

/** What a command is told of settings. */
export interface ConfigurationArguments {
  /** The file that decides for all documents; false for none; left out, the nearest one to each decides. */
  readonly config?: string | false | undefined;
  /** Severities of single rules, as `numbering-gap=off`. They go before those of files; the last of a rule counts. */
  readonly rules?: readonly string[];
}

/** What it takes to read settings. */
type SettingsIo = Pick<CommandIo, 'cwd' | 'err'>;

/** What was decided for each document: by the nearest proviso.json or a named file, and before it by the command line. */
export class Configurations {
  /** Whether a file of settings could not be read, or is not JSON. */
  broken = false;
  readonly #io: SettingsIo;
  readonly #rules: Configuration;
  /** Decides for all; null for none, undefined where the nearest file does. */
  #common: Project | null | undefined;
  readonly #folders = new Map<string, Promise<Project | null>>();
  /** The files whose problems were told: several projects may build on one. */
  readonly #told = new Set<string>();

  private constructor(io: SettingsIo, rules: Configuration) {
    this.#io = io;
    this.#rules = rules;
  }

  /** Reads what the arguments say; null, and the reason on standard error, where that cannot be done. */
  static async open(
    { config, rules = [] }: ConfigurationArguments,
    io: SettingsIo,
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
    if (config === false) configurations.#common = null;
    if (typeof config !== 'string') return configurations;
    try {
      const file = resolve(io.cwd, config);
      configurations.#common = await configurations.#read(file);
      if (configurations.#common) return configurations;
      complain(io, config, 'no such file');
      return null;
    } catch (error) {
      complain(io, config, reasonOf(error));
      return null;
    }
  }

  /** What was decided for a document; for one without a file, as if it lay in the folder the command runs in. */
  async of(file: string | null): Promise<Configuration> {
    const place = file ?? join(this.#io.cwd, stdinPath);
    const project = await this.projectOf(place);
    if (!project) return this.#rules;
    return mergeConfigurations(configurationFor(project, pathToFileURL(place).href), this.#rules);
  }

  /** The files of settings that decide for a document; null where there are none. */
  async projectOf(file: string): Promise<Project | null> {
    return this.#common === undefined ? await this.#nearest(dirname(file)) : this.#common;
  }

  /** Each folder is looked at once, whatever number of documents lies below it. */
  #nearest(folder: string): Promise<Project | null> {
    const known = this.#folders.get(folder);
    if (known) return known;
    const found = this.#find(folder);
    this.#folders.set(folder, found);
    return found;
  }

  async #find(folder: string): Promise<Project | null> {
    const file = join(folder, configurationFileName);
    try {
      const project = await this.#read(file);
      if (project) return project;
    } catch (error) {
      complain(this.#io, this.#shown(file), reasonOf(error));
      this.broken = true;
      return null;
    }
    const above = dirname(folder);
    return above === folder ? null : this.#nearest(above);
  }

  /** Says what is wrong in a file and those it builds on, and applies the rest. Null where there is no such file. */
  async #read(file: string): Promise<Project | null> {
    const texts = new Map<string, string>();
    const project = await readProject(pathToFileURL(file).href, async (uri) => {
      const text = await readIfThere(fileURLToPath(uri));
      if (text === null) return null;
      texts.set(uri, text);
      return readConfiguration(text);
    });
    for (const { uri, problems, chainProblems } of project?.files ?? []) {
      if (this.#told.has(uri)) continue;
      this.#told.add(uri);
      const snapshot = new TextSnapshot(texts.get(uri) ?? '');
      for (const { range, severity, message } of [...problems, ...chainProblems]) {
        const { line, column } = snapshot.positionAt(range.start);
        const place = `${this.#shown(fileURLToPath(uri))}:${line + 1}:${column + 1}`;
        complain(this.#io, place, `${severity}: ${message}`);
        if (severity === 'error') this.broken = true;
      }
    }
    return project;
  }

  /** A path as it is shortest to read from where the command runs. */
  #shown(file: string): string {
    const path = relative(this.#io.cwd, file);
    return path.startsWith('..') || isAbsolute(path) ? file : path;
  }
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return decodeText(await readFile(file), null).text;
  } catch (error) {
    if (error instanceof Error && 'code' in error && absences.includes(error.code)) return null;
    throw error;
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
