import { type CancellationToken, CancellationTokenSource, ResponseError } from 'vscode-languageserver';
import { readConfiguration } from '../../core/config/configuration.ts';
import { fitsPattern } from '../../core/config/glob.ts';
import { configurationFileName } from '../../core/config/keys.ts';
import { addressFrom, pathFrom } from '../../core/config/paths.ts';
import { readProject } from '../../core/config/project.ts';
import type { FileSummary } from '../../core/model/summary.ts';
import { mostBytes } from '../../core/text/limits.ts';
import { say } from '../../core/text/say.ts';
import { isWithin, type ProjectLinks, projectLinks } from '../../core/workspace/document-links.ts';
import { legalByName, textLooksLegal } from '../../core/workspace/legal-files.ts';
import { summarizeInSteps } from '../../core/workspace/summarize.ts';
import type { WorkspaceIndex } from '../../core/workspace/workspace-index.ts';
import { readClosed } from '../documents/closedDocuments.ts';
import { awaited, runSliced, type Work } from '../documents/schedule.ts';
import type { FoundFile } from '../files/files.ts';
import type { SummaryStore } from '../files/summaryStore.ts';
import { LateProgress } from './lateProgress.ts';
import { beginSummarizing, type SourceFile, type Summarizing, ThreadsAtNeed } from './summarizing.ts';
import type { WorkspaceSurroundings } from './workspace.ts';

export interface ReaderSurroundings extends WorkspaceSurroundings {
  readonly index: WorkspaceIndex;
  isOpen(uri: string): boolean;
  take(summary: FileSummary): void;
  drop(uri: string): void;
  /** All files were read. */
  completed(): void;
}

/** Reads the legal documents of the folders, in the background and a few at a time, and again where they change. */
export class WorkspaceReader {
  readonly #surroundings: ReaderSurroundings;
  #current = sourceToCancel();
  #reading = 0;
  /** Waits for what is read now. */
  #pending: Promise<void> = Promise.resolve();
  /** Waits for what is written now. */
  #saving: Promise<void> = Promise.resolve();
  #folders: readonly string[] = [];
  #excluded: ReadonlyMap<string, readonly string[]> = new Map();
  /** Each proviso.json of the folders. */
  readonly #projects = new Set<string>();
  /** Files that a proviso.json or a front matter names as documents, whatever their endings. */
  readonly #named = new Set<string>();
  #store: SummaryStore | null = null;
  /** What was made of the files' texts, and the keys of these. */
  readonly #made = new Map<string, { readonly key: string; readonly summary: FileSummary }>();

  constructor(surroundings: ReaderSurroundings) {
    this.#surroundings = surroundings;
  }

  get projects(): readonly string[] {
    return [...this.#projects].sort();
  }

  get isReading(): boolean {
    return this.#reading > 0;
  }

  /** Until what is read now is read; checked anew now and then, so that who waits can be given up. */
  whileReading(): Promise<void> {
    const moment = new Promise<void>((resolve) => setTimeout(resolve, 50));
    return this.isReading ? Promise.race([this.#pending, moment]) : moment;
  }

  /** Reads no more; waits until what was learned is kept, if that is being written. */
  async stop(): Promise<void> {
    this.#current.cancel();
    await this.#saving;
  }

  async readAll(folders: readonly string[]): Promise<void> {
    this.#current.cancel();
    const source = sourceToCancel();
    this.#current = source;
    this.#folders = folders;
    await this.#run(async () => {
      const { index, files, excluded, isOpen, drop } = this.#surroundings;
      this.#excluded = new Map(
        await Promise.all(folders.map(async (folder) => [folder, await excluded(folder)] as const)),
      );
      for (const { uri } of [...index.summaries()]) if (!isOpen(uri) && !isWithin(uri, folders)) drop(uri);
      index.isComplete = false;
      index.configure(folders, []);
      if (!files) return;
      const progress = new LateProgress(this.#surroundings.progress, () => source.cancel());
      try {
        const found = await this.#list(folders, source.token);
        if (source.token.isCancellationRequested) return;
        const there = new Set(found.map(({ uri }) => uri));
        for (const { uri } of [...index.summaries()]) if (!isOpen(uri) && !there.has(uri)) drop(uri);
        await this.#readProjects();
        await this.#openStore(folders);
        await this.#readFiles(found, source.token, progress);
        index.isCut = found.length >= mostFiles;
        this.#surroundings.completed();
      } finally {
        progress.end();
      }
      this.#saving = this.#save();
    });
  }

  /** The files of the folders that may be documents, without those of settings. */
  async #list(folders: readonly string[], token: CancellationToken): Promise<readonly FoundFile[]> {
    const { files, tell } = this.#surroundings;
    const found: FoundFile[] = [];
    this.#projects.clear();
    const isLeftOut = (folder: string, path: string): boolean =>
      token.isCancellationRequested || this.#isLeftOut(folder, path);
    for (const folder of outermost(folders)) {
      for await (const file of files?.filesBelow(folder, (path) => isLeftOut(folder, path)) ?? []) {
        if (token.isCancellationRequested) return [];
        if (isProject(file.uri)) this.#projects.add(file.uri);
        else if (found.push(file) === mostFiles) {
          tell(
            say`Proviso reads the first ${mostFiles.toLocaleString('en-US')} files of the open folders that may be legal documents, and no more. Open a folder with fewer to have all of them read.`,
          );
          return found;
        }
      }
    }
    return found;
  }

  /** Reads these files again, if they are documents of the folders; those that are gone are dropped. */
  readAgain(uris: readonly string[]): void {
    const { token } = this.#current;
    void this.#run(async () => {
      const within = uris.filter((uri) => this.#isWanted(uri));
      const projects = within.filter(isProject);
      for (const uri of projects) {
        const isThere = (await this.#surroundings.files?.read(uri)) ?? null;
        if (isThere === null) this.#projects.delete(uri);
        else this.#projects.add(uri);
      }
      // What a proviso.json builds on may have any name.
      if (projects.length > 0 || uris.some((uri) => uri.endsWith('.json'))) await this.#readProjects();
      const files: FoundFile[] = [];
      for (const uri of within.filter((one) => !isProject(one))) {
        if (await this.#surroundings.files?.liesWithin(uri, this.#folders)) files.push({ uri, size: 0 });
        else if (!this.#surroundings.isOpen(uri)) this.#surroundings.drop(uri);
      }
      if (files.length > 0)
        await runSliced(
          this.#readEach(files, null, () => {}),
          token,
          this.#surroundings.precedence.last,
        );
    });
  }

  /** These are documents, since another says so: those of them that would not be taken for such are read now. */
  want(uris: readonly string[]): void {
    const fresh = uris.filter((uri) => !this.#named.has(uri) && legalByName(uri) !== 'legal');
    for (const uri of fresh) this.#named.add(uri);
    if (fresh.length > 0) this.readAgain(fresh);
  }

  async #run(read: () => Promise<void>): Promise<void> {
    this.#reading += 1;
    const before = this.#pending;
    const work = (async () => {
      await before;
      try {
        await read();
      } catch (error) {
        // What was begun before the latest reading was given up for it.
        if (!(error instanceof ResponseError))
          this.#surroundings.logError('reading the files of the workspace', error);
      } finally {
        this.#reading -= 1;
      }
    })();
    this.#pending = work;
    await work;
  }

  #isWanted(uri: string): boolean {
    const folder = this.#folders.find((one) => uri.startsWith(one));
    if (folder === undefined) return false;
    const path = pathFrom(folder, uri) ?? '';
    const parts = path.split('/');
    const folders = parts.slice(0, -1).map((_, at) => `${parts.slice(0, at + 1).join('/')}/`);
    return ![...folders, path].some((one) => this.#isLeftOut(folder, one));
  }

  /** Folders of programs, hidden ones, what the editor leaves out, and files that cannot be legal documents. */
  #isLeftOut(folder: string, path: string): boolean {
    const plain = path.endsWith('/') ? path.slice(0, -1) : path;
    const name = plain.slice(plain.lastIndexOf('/') + 1);
    if (name.startsWith('.') || name === 'node_modules') return true;
    if (this.#excluded.get(folder)?.some((pattern) => fitsPattern(plain, pattern))) return true;
    if (path.endsWith('/') || name === configurationFileName) return false;
    return legalByName(name) === 'no' && !this.#named.has(addressFrom(folder, path));
  }

  /** What the files of settings say of where documents lie. */
  async #readProjects(): Promise<void> {
    const { files, index } = this.#surroundings;
    const links: ProjectLinks[] = [];
    for (const uri of this.#projects) {
      const project = await readProject(uri, async (address) => {
        const isInside =
          isWithin(address, this.#folders) && (await files?.liesWithin(address, this.#folders));
        const text = isInside ? await files?.read(address) : null;
        return text === null || text === undefined ? null : readConfiguration(text);
      });
      if (project) links.push(projectLinks(project, this.#folders));
    }
    index.configure(this.#folders, links);
    this.want(links.flatMap(({ documents }) => [...documents.values()]));
  }

  async #readFiles(
    files: readonly FoundFile[],
    token: CancellationToken,
    progress: LateProgress,
  ): Promise<void> {
    const areMany = files.length > fewFiles;
    if (areMany) await progress.begin();
    const threads = areMany
      ? new ThreadsAtNeed(() => this.#surroundings.files?.startSummarizing() ?? null)
      : null;
    try {
      let read = 0;
      const work = this.#readEach(files, threads, () => {
        read += 1;
        if (read % filesAtOnce === 0) progress.report(read, files.length);
      });
      await runSliced(work, token, this.#surroundings.precedence.last);
    } finally {
      threads?.end();
    }
  }

  /** While some files are read from the disk, threads summarize those before them. */
  *#readEach(files: readonly FoundFile[], threads: ThreadsAtNeed | null, onRead: () => void): Work<void> {
    const { isOpen, drop } = this.#surroundings;
    let underway: Summarizing | null = null;
    for (let from = 0; from < files.length; from += filesAtOnce) {
      const some = files.slice(from, from + filesAtOnce).filter(({ uri }) => !isOpen(uri));
      const texts = yield* awaited(
        Promise.all(some.map(async ({ uri, size }) => (size > mostBytes ? null : await this.#textOf(uri)))),
      );
      const fresh: SourceFile[] = [];
      for (const [at, { uri }] of some.entries()) {
        const text = texts[at] ?? null;
        if (text === null || !this.#isDocument(uri, text)) {
          // It may have been opened meanwhile: what is on the screen counts.
          if (!isOpen(uri)) drop(uri);
        } else {
          const key = this.#store?.keyOf(text) ?? null;
          const stored = key === null ? null : this.#store?.take(key);
          if (stored) this.#take({ ...stored, uri }, key);
          else fresh.push({ uri, text, key });
        }
        onRead();
        yield;
      }
      const next = beginSummarizing(fresh, threads);
      if (underway) yield* this.#takeAll(underway);
      underway = next;
    }
    if (underway) yield* this.#takeAll(underway);
  }

  /** One file that may not be read takes none of the others with it. */
  async #textOf(uri: string): Promise<string | null> {
    const { files, logError } = this.#surroundings;
    try {
      return (await files?.read(uri)) ?? null;
    } catch (error) {
      logError(`reading ${uri}`, error);
      return null;
    }
  }

  #isDocument(uri: string, text: string): boolean {
    return legalByName(uri) === 'legal' || this.#named.has(uri) || textLooksLegal(text);
  }

  *#takeAll({ files, summaries }: Summarizing): Work<void> {
    const made = summaries && (yield* awaited(summaries));
    for (const [at, { uri, text, key }] of files.entries()) {
      const summary = made ? (made[at] ?? null) : yield* this.#read(uri, text);
      if (summary) this.#take(summary, key);
      else if (!this.#surroundings.isOpen(uri)) this.#surroundings.drop(uri);
      yield;
    }
  }

  *#read(uri: string, text: string): Work<FileSummary | null> {
    const analysis = yield* readClosed(uri, text);
    return analysis ? yield* summarizeInSteps(analysis) : null;
  }

  #take(summary: FileSummary, key: string | null): void {
    const { uri } = summary;
    if (key !== null) this.#made.set(uri, { key, summary });
    if (!this.#surroundings.isOpen(uri)) this.#surroundings.take(summary);
  }

  async #openStore(folders: readonly string[]): Promise<void> {
    const { files, cacheFolder } = this.#surroundings;
    const folder = cacheFolder();
    this.#made.clear();
    this.#store =
      folder !== null && files && folders.length > 0 ? await files.summaryStore(folder, folders) : null;
    await this.#store?.load();
  }

  async #save(): Promise<void> {
    const store = this.#store;
    if (!store) return;
    const { index, logError } = this.#surroundings;
    // What is open, or changes while this is written, is kept the next time.
    const kept = [...this.#made].filter(([uri, { summary }]) => index.get(uri) === summary);
    try {
      if (store.isOutdated(new Set(kept.map(([, { key }]) => key))))
        await store.save(kept.map(([, { key, summary }]) => [key, summary]));
    } catch (error) {
      logError('keeping the summaries of files', error);
    } finally {
      store.release();
    }
  }
}

/** Whoever opens a whole disk wants no index of it; the documents of a large firm's matter are fewer. */
const mostFiles = 100_000;

/** Nobody needs to be told that so few are read. */
const fewFiles = 50;

/** Enough that no thread waits for the others for long. */
const filesAtOnce = 64;

function isProject(uri: string): boolean {
  return uri.endsWith(`/${configurationFileName}`);
}
/** A folder inside another is read with it. */
function outermost(folders: readonly string[]): readonly string[] {
  return folders.filter((folder) => !folders.some((other) => other !== folder && folder.startsWith(other)));
}

/** A source can be cancelled twice only if its token was asked for: the library makes it no earlier. */
function sourceToCancel(): CancellationTokenSource {
  const source = new CancellationTokenSource();
  void source.token;
  return source;
}
