import type { FileSummary } from '../../core/model/summary.ts';
import type { SummaryStore } from './summaryStore.ts';

/** How the server reads files that are not open in the client; what runs it decides whether there is such a way. */
export interface FileAccess {
  /** The text of a file; null where there is none. Rejects where there is one that cannot be read. */
  read(uri: string): Promise<string | null>;
  /** Whether a file lies below one of the folders, by links that lead out of them too. What is not there lies nowhere. */
  liesWithin(uri: string, folders: readonly string[]): Promise<boolean>;
  /**
   * The files below a folder, in the order of their names. Links are not followed: through them a file could be found twice, or
   * lie elsewhere. `isLeftOut` is asked about each file and folder by its path from the folder, that of a folder with a slash.
   */
  filesBelow(folder: string, isLeftOut: (path: string) => boolean): AsyncIterable<FoundFile>;
  /** Where summaries of the files of a workspace are kept, in a folder of this machine. */
  summaryStore(cacheFolder: string, workspace: readonly string[]): Promise<SummaryStore>;
  /** Threads for when many files are to be summarized, so that all cores work and nobody waits. */
  startSummarizing(): SummarizingThreads;
}

export interface SummarizingThreads {
  /** Null where the document is too long, or its thread broke down over it. Rejects once they are ended. */
  summarize(uri: string, text: string): Promise<FileSummary | null>;
  end(): void;
}

export interface FoundFile {
  readonly uri: string;
  /** In bytes. */
  readonly size: number;
}
