import type {
  ClientCapabilities,
  Diagnostic,
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type ReadConfiguration,
  readConfiguration,
  readRuleSettings,
} from '../../core/config/configuration.ts';
import { configurationFileName } from '../../core/config/keys.ts';
import { type Configuration, defaultConfiguration, mergeConfigurations } from '../../core/config/model.ts';
import { folderOf } from '../../core/config/paths.ts';
import { configurationFor, type Project, type ProjectFile, readProject } from '../../core/config/project.ts';
import { TextSnapshot } from '../../core/text/snapshot.ts';
import { LatestJobs } from '../documents/schedule.ts';
import type { FileAccess } from '../files/files.ts';
import { toProblem } from '../protocol/convert.ts';

/** What the server needs of its client and of what runs it to know what was decided. */
export interface ConfigurationSurroundings {
  client(): ClientCapabilities;
  /** Null where files cannot be read: then the editor's settings decide alone. */
  readonly files: FileAccess | null;
  /** The value of a setting for a document. */
  setting(uri: string, section: string): Promise<unknown>;
  workspaceFolders(): Promise<readonly string[]>;
  /** Whether the client looks for problems by the schema in a file that is on its screen. */
  validatesOpenFiles(): boolean;
  showProblems(uri: string, diagnostics: Diagnostic[]): void;
  /** Told when something was decided anew. */
  changed(): void;
  logError(subject: string, error: unknown): void;
}

/** A proviso.json, as it lies in its folder or as it is open in the editor. */
export interface ConfigurationFile extends ReadConfiguration {
  readonly uri: string;
  readonly text: string;
  /** The version of the open text; null where the file is not open. */
  readonly version: number | null;
}

type FileProblems = Pick<ProjectFile, 'uri' | 'problems' | 'chainProblems'>;

/** What was decided for each document: by the editor's settings, and before them by the nearest proviso.json. */
export class Configurations {
  readonly #surroundings: ConfigurationSurroundings;
  readonly #documents = new Map<string, Promise<Configuration>>();
  readonly #files = new Map<string, Promise<ConfigurationFile | null>>();
  readonly #projects = new Map<string, Promise<Project | null>>();
  /** Files that the editor has open: what is on the screen counts, saved or not. */
  readonly #open = new Map<string, TextDocument>();
  /** The problems that the client shows, by file. */
  readonly #shown = new Map<string, string>();
  readonly #jobs = new LatestJobs();
  #sentSettings: unknown;
  #decisions = 0;

  constructor(surroundings: ConfigurationSurroundings) {
    this.#surroundings = surroundings;
  }

  /** The configuration of a document; the same object until something is decided anew. Never rejects. */
  of(uri: string): Promise<Configuration> {
    const known = this.#documents.get(uri);
    if (known) return known;
    const configuration = this.#decide(uri);
    this.#documents.set(uri, configuration);
    return configuration;
  }

  /** How often something was decided anew. */
  get decisions(): number {
    return this.#decisions;
  }

  /** The file that decides for a document. */
  async nearestFile(uri: string): Promise<ConfigurationFile | null> {
    for (const place of placesAbove(uri)) {
      const file = await this.#file(place);
      if (file) return file;
    }
    return null;
  }

  /** Whether a file was read, or looked for, for what it decides. */
  follows(uri: string): boolean {
    return this.#files.has(uri);
  }

  /** Where a document's project has its file, or would have it; null for a document in no folder of the workspace. */
  async projectFile(uri: string): Promise<{ uri: string; file: ConfigurationFile | null } | null> {
    // Where files cannot be read, nobody could tell whether a new one takes the place of another.
    if (!this.#surroundings.files) return null;
    const folder = (await this.#folders())
      .filter((candidate) => uri.startsWith(candidate))
      .sort((a, b) => b.length - a.length)[0];
    if (folder === undefined) return null;
    const file = await this.nearestFile(uri);
    return { uri: file?.uri ?? folder + configurationFileName, file };
  }

  /** The client's settings changed; those sent along count where the client cannot be asked. */
  settingsChanged(settings: unknown): void {
    this.#sentSettings = settings;
    this.#startAnew();
  }

  filesChanged(): void {
    this.#startAnew();
  }

  openFile({ textDocument: { uri, languageId, version, text } }: DidOpenTextDocumentParams): void {
    this.#open.set(uri, TextDocument.create(uri, languageId, version, text));
    this.#startAnew();
  }

  changeFile({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): void {
    const document = this.#open.get(uri);
    if (!document) return;
    this.#open.set(uri, TextDocument.update(document, contentChanges, version));
    this.#jobs.schedule(uri, typingPauseMilliseconds, async () => this.#startAnew());
  }

  closeFile({ textDocument: { uri } }: DidCloseTextDocumentParams): void {
    this.#jobs.cancel(uri);
    if (!this.#open.delete(uri)) return;
    this.#startAnew();
    // What was wrong in it on the screen may be wrong on the disk, and is shown from now on.
    void this.#project(uri);
  }

  /**
   * A document was opened. A client that does not watch files tells of none that changed, and one that does so only of those
   * in its folders: the others are read again now.
   */
  documentOpened(): void {
    if (this.#surroundings.client().workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      void this.#readUnwatched();
      return;
    }
    this.#forgetFiles();
  }

  /** A document was closed. */
  forget(uri: string): void {
    this.#documents.delete(uri);
  }

  stop(): void {
    this.#jobs.cancelAll();
  }

  async #readUnwatched(): Promise<void> {
    const before = [...this.#files];
    const folders = await this.#folders();
    const unwatched = before.filter(([uri]) => !folders.some((folder) => uri.startsWith(folder)));
    const isStale = unwatched.map(
      async ([uri, known]) => (await known)?.text !== (await this.#read(uri))?.text,
    );
    if ((await Promise.all(isStale)).includes(true)) this.#startAnew();
  }

  /** The folders of the workspace, each with a slash behind it. */
  async #folders(): Promise<readonly string[]> {
    try {
      const folders = await this.#surroundings.workspaceFolders();
      return folders.map((folder) => (folder.endsWith('/') ? folder : `${folder}/`));
    } catch (error) {
      this.#surroundings.logError('asking for the folders of the workspace', error);
      return [];
    }
  }

  #startAnew(): void {
    this.#decisions += 1;
    this.#forgetFiles();
    // Files whose problems are shown, or are on the screen, are read again even if no document asks for them.
    for (const uri of new Set([...this.#open.keys(), ...this.#shown.keys()])) void this.#project(uri);
    this.#surroundings.changed();
  }

  #forgetFiles(): void {
    this.#documents.clear();
    this.#files.clear();
    this.#projects.clear();
  }

  async #decide(uri: string): Promise<Configuration> {
    const [settings, file] = await Promise.all([this.#settings(uri), this.nearestFile(uri)]);
    const project = file && (await this.#project(file.uri));
    return project ? mergeConfigurations(settings, configurationFor(project, uri)) : settings;
  }

  /** A file of settings with all that it builds on, whose problems are shown once they are known. */
  #project(uri: string): Promise<Project | null> {
    const known = this.#projects.get(uri);
    if (known) return known;
    const reading = readProject(uri, async (address) =>
      address === uri || (await this.#mayBuildOn(address)) ? await this.#file(address) : 'outside',
    );
    this.#projects.set(uri, reading);
    void reading.then(async (project) => {
      // What was read before the last change is not shown after it.
      if (this.#projects.get(uri) !== reading) return;
      if (!project) this.#show('', { uri, problems: [], chainProblems: [] });
      for (const file of project?.files ?? []) {
        const read = await this.#file(file.uri);
        if (read && this.#projects.get(uri) === reading) this.#show(read.text, file);
      }
    });
    return reading;
  }

  /**
   * A file may come from somebody else: what it builds on lies in the folders of the workspace, if there are any, or is one of
   * the files above them that are looked at in any case.
   */
  async #mayBuildOn(address: string): Promise<boolean> {
    const folders = await this.#folders();
    const { files } = this.#surroundings;
    if (folders.length === 0 || !files || this.#open.has(address)) return true;
    if (folders.some((folder) => isConfigurationFile(address) && folder.startsWith(folderOf(address))))
      return true;
    const isNamedWithin = folders.some((folder) => address.startsWith(folder));
    // Where there is no such file, that is what is said.
    return (
      isNamedWithin && ((await files.liesWithin(address, folders)) || (await files.read(address)) === null)
    );
  }

  async #settings(uri: string): Promise<Configuration> {
    if (!this.#surroundings.client().workspace?.configuration)
      return readRuleSettings(rulesIn(this.#sentSettings));
    try {
      return readRuleSettings(await this.#surroundings.setting(uri, 'proviso.rules'));
    } catch (error) {
      this.#surroundings.logError('asking for the settings', error);
      return defaultConfiguration;
    }
  }

  #file(uri: string): Promise<ConfigurationFile | null> {
    const known = this.#files.get(uri);
    if (known) return known;
    const reading = this.#read(uri);
    this.#files.set(uri, reading);
    return reading;
  }

  async #read(uri: string): Promise<ConfigurationFile | null> {
    const open = this.#open.get(uri);
    try {
      const text = open ? open.getText() : ((await this.#surroundings.files?.read(uri)) ?? null);
      return text === null ? null : { uri, text, version: open?.version ?? null, ...readConfiguration(text) };
    } catch (error) {
      this.#surroundings.logError(`reading ${uri}`, error);
      return null;
    }
  }

  #show(text: string, { uri, problems, chainProblems }: FileProblems): void {
    const snapshot = new TextSnapshot(text);
    const isValidated = this.#open.has(uri) && this.#surroundings.validatesOpenFiles();
    const shown = isValidated ? chainProblems : [...problems, ...chainProblems];
    const diagnostics = shown.map((problem) => toProblem(snapshot, problem));
    const content = JSON.stringify(diagnostics);
    if (content === (this.#shown.get(uri) ?? '[]')) return;
    if (diagnostics.length > 0) this.#shown.set(uri, content);
    else this.#shown.delete(uri);
    this.#surroundings.showProblems(uri, diagnostics);
  }
}

/** Whether a URI names a file of settings. */
export function isConfigurationFile(uri: unknown): boolean {
  return typeof uri === 'string' && uri.endsWith(`/${configurationFileName}`);
}

/** Long enough to bridge two keystrokes, short enough not to be noticed. */
const typingPauseMilliseconds = 200;

/** Where the settings of a document may lie, the nearest place first. */
function* placesAbove(uri: string): Generator<string> {
  const [, authority, path] = /^([a-z][a-z\d+.-]*:\/\/[^/]*)(\/[^?#]*)/i.exec(uri) ?? [];
  if (authority === undefined || path === undefined) return;
  for (let end = path.lastIndexOf('/'); end !== -1; end = end === 0 ? -1 : path.lastIndexOf('/', end - 1)) {
    yield `${authority}${path.slice(0, end + 1)}${configurationFileName}`;
  }
}

function rulesIn(settings: unknown): unknown {
  const proviso = property(settings, 'proviso');
  return property(proviso, 'rules');
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
