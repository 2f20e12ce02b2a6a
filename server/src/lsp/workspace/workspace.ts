import type { ClientCapabilities, FileEvent } from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import { canonicalAddress } from '../../core/config/paths.ts';
import type { FileSummary, OtherFiles } from '../../core/model/summary.ts';
import { summarize, summarizeInSteps } from '../../core/workspace/summarize.ts';
import { WorkspaceIndex } from '../../core/workspace/workspace-index.ts';
import { ClosedDocuments } from '../documents/closedDocuments.ts';
import type { Documents } from '../documents/documents.ts';
import {
  awaited,
  LatestJobs,
  type Precedence,
  runSliced,
  systemClock,
  type Work,
} from '../documents/schedule.ts';
import type { FileAccess } from '../files/files.ts';
import { WorkspaceReader } from './indexing.ts';
import type { IndexingProgress } from './lateProgress.ts';

/** What the index of the workspace needs of the server around it. */
export interface WorkspaceSurroundings {
  /** Null where files cannot be read: then the open documents are all there is. */
  readonly files: FileAccess | null;
  readonly documents: Documents;
  readonly precedence: Precedence;
  client(): ClientCapabilities;
  /** The folders of the workspace. */
  folders(): Promise<readonly string[]>;
  /** What the editor leaves out of a folder, as patterns of paths. */
  excluded(folder: string): Promise<readonly string[]>;
  /** Where summaries may be kept; null where nowhere. */
  cacheFolder(): string | null;
  /** Shows that files are read; null where the client shows no such thing. */
  progress(): Promise<IndexingProgress | null>;
  /** Tells the user what is done otherwise than may be expected. */
  tell(message: string): void;
  /** Told which open documents were found to say something else of others than before. */
  concerned(uris: readonly string[]): void;
  logError(subject: string, error: unknown): void;
}

/**
 * All legal documents of the folders, and how they belong together: the open ones as they are on the screen, the others as they
 * lie in their folders. Of those nothing is kept but their summaries.
 */
export class Workspace {
  readonly index = new WorkspaceIndex();
  readonly #surroundings: WorkspaceSurroundings;
  readonly #reader: WorkspaceReader;
  readonly #closed: ClosedDocuments;
  readonly #jobs = new LatestJobs();
  /** Open documents whose summary is out of date, by our addresses. */
  readonly #stale = new Set<string>();
  /** The addresses that the client uses for open documents, by ours. */
  readonly #open = new Map<string, string>();
  readonly #generations = new Map<string, number>();
  #folders: readonly string[] = [];
  /** How many times the folders are asked for and read just now. */
  #starting = 0;
  #waiting: (() => void)[] = [];
  isStopped = false;

  constructor(surroundings: WorkspaceSurroundings) {
    this.#surroundings = surroundings;
    const { files, documents } = surroundings;
    this.#closed = new ClosedDocuments(files);
    this.#reader = new WorkspaceReader({
      ...surroundings,
      index: this.index,
      isOpen: (uri) => this.#open.has(uri),
      take: (summary) => this.#take(summary),
      drop: (uri) => this.#drop(uri),
      completed: () => {
        this.index.isComplete = true;
        this.#tell([...this.#open.keys()]);
      },
      documents,
    });
  }

  /** Begins to read the folders; goes on in the background. */
  start(): void {
    void this.#read();
  }

  /** The folders, or what is left out of them, are others now. */
  async foldersChanged(): Promise<void> {
    await this.#read();
  }

  /** Does no more; waits a moment for what was learned to be written, so that it need not be learned again. */
  async stop(): Promise<void> {
    this.#jobs.cancelAll();
    const kept = this.#reader.stop();
    this.isStopped = true;
    this.wake();
    await new Promise<void>((resolve) => {
      const prevent = systemClock.after(shutdownPatience, resolve);
      void kept.then(() => {
        prevent();
        resolve();
      });
    });
  }

  /** Files were made, changed or deleted outside of the editor, or saved in it. */
  filesChanged(changes: readonly FileEvent[]): void {
    const uris = changes.map(({ uri }) => canonicalAddress(uri));
    for (const uri of uris) this.#closed.forget(uri);
    this.#reader.readAgain(uris);
  }

  opened(uri: string): void {
    const address = canonicalAddress(uri);
    this.#open.set(address, uri);
    this.#closed.forget(address);
    this.edited(uri, 0);
  }

  edited(uri: string, delay = typingPauseMilliseconds): void {
    const address = canonicalAddress(uri);
    this.#stale.add(address);
    this.#jobs.schedule(address, delay, async (token) => {
      try {
        const { last } = this.#surroundings.precedence;
        await runSliced(this.#summarizeOpen(address), token, last);
      } catch (error) {
        if (!token.isCancellationRequested) this.#surroundings.logError(`reading ${uri}`, error);
      }
    });
  }

  /** What lies in its folder counts again; a document that lies in none is gone. */
  closed(uri: string): void {
    const address = canonicalAddress(uri);
    this.#jobs.cancel(address);
    this.#open.delete(address);
    this.#stale.delete(address);
    this.#drop(address);
    this.#reader.readAgain([address]);
  }

  /** Until a file tells something else than before, or something else is wanted of them. */
  changed(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Wakes who waits for a change: what is wanted of files, or how they are checked, is something else now. */
  wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  /** The address by which the client knows a document. */
  clientAddress(uri: string): string {
    return this.#open.get(uri) ?? uri;
  }

  isOpen(uri: string): boolean {
    return this.#open.has(canonicalAddress(uri));
  }

  /**
   * A document that is open, or lies in one of the folders, where somebody has asked for its text already with that. Of the
   * closed ones few are kept, and not for long.
   */
  *analysis(uri: string, text?: Promise<string | null>): Work<Analysis | undefined> {
    const open = this.#open.get(canonicalAddress(uri));
    if (open === undefined) return yield* this.#closed.analysis(canonicalAddress(uri), text);
    yield* this.#surroundings.documents.read(open);
    return this.#surroundings.documents.analysis(open);
  }

  /** The text of a document that is not open; null where there is none. */
  async textOf(uri: string): Promise<string | null> {
    return (await this.#surroundings.files?.read(canonicalAddress(uri))) ?? null;
  }

  /** Waits until all files are read, and what the open ones tell is up to date. */
  *complete(): Work<void> {
    while (this.#starting > 0 || this.#reader.isReading) yield* awaited(this.#reader.whileReading());
    yield* this.upToDate();
  }

  /** What an open document tells is in the index, as it is or as it was a moment ago. */
  *known(uri: string): Work<void> {
    const address = canonicalAddress(uri);
    if (!this.index.get(address)) yield* this.#summarizeOpen(address);
  }

  /** Brings up to date what the open documents tell. */
  *upToDate(): Work<void> {
    for (const uri of [...this.#stale]) yield* this.#summarizeOpen(uri);
  }

  /** The other files as the rules see them from a document. */
  others(uri: string): OtherFiles {
    const address = canonicalAddress(uri);
    const others = (): OtherFiles => {
      for (const stale of [...this.#stale]) if (stale !== address) this.#summarizeNow(stale);
      return this.index.othersOf(address);
    };
    return {
      called: (name) => others().called(name),
      withAttachment: (word, number) => others().withAttachment(word, number),
      imported: (path) => others().imported(path),
      together: () => others().together(),
    };
  }

  /** Grows whenever something that concerns this document changes in others. */
  generationOf(uri: string): number {
    return this.#generations.get(canonicalAddress(uri)) ?? 0;
  }

  /** Each proviso.json of the folders. */
  get projects(): readonly string[] {
    return this.#reader.projects;
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  async #read(): Promise<void> {
    this.#starting += 1;
    try {
      this.#folders = (await this.#surroundings.folders()).map(asFolder);
      await this.#reader.readAll(this.#folders);
    } catch (error) {
      this.#surroundings.logError('reading the workspace', error);
    } finally {
      this.#starting -= 1;
    }
  }

  *#summarizeOpen(address: string): Work<void> {
    const uri = this.#open.get(address);
    if (uri === undefined || !this.#stale.has(address)) return;
    const { documents } = this.#surroundings;
    yield* documents.read(uri);
    const analysis = documents.analysis(uri);
    if (analysis) yield* summarizeInSteps(analysis);
    this.#summarizeNow(address);
  }

  #summarizeNow(address: string): void {
    this.#stale.delete(address);
    const uri = this.#open.get(address);
    const analysis = uri === undefined ? undefined : this.#surroundings.documents.analysis(uri);
    if (analysis) this.#take({ ...summarize(analysis), uri: address });
    else this.#drop(address);
  }

  #take(summary: FileSummary): void {
    this.#tell(this.index.set(summary));
    this.#reader.want(this.index.importsMissedBy(summary.uri));
  }

  #drop(uri: string): void {
    this.#tell(this.index.remove(uri));
  }

  #tell(concerned: readonly string[]): void {
    this.#jobs.schedule(everything, wakingDelay, async () => this.wake());
    const open: string[] = [];
    for (const uri of concerned) {
      this.#generations.set(uri, (this.#generations.get(uri) ?? 0) + 1);
      const shown = this.#open.get(uri);
      if (shown === undefined) continue;
      open.push(shown);
    }
    if (open.length > 0) this.#surroundings.concerned(open);
  }
}

/** Editors end a server that does not answer within two seconds. */
const shutdownPatience = 1_500;

/** Changes that come together are told together. */
const wakingDelay = 200;

/** No address of a document. */
const everything = '';

/** What others say of a document can wait until nobody types in it. */
const typingPauseMilliseconds = 500;

function asFolder(uri: string): string {
  const address = canonicalAddress(uri);
  return address.endsWith('/') ? address : `${address}/`;
}
