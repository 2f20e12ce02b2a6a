import type { FileSummary } from '../../core/model/summary.ts';
import type { SummarizingThreads } from '../files/files.ts';

/** Files that threads are summarizing, while others are read from the disk. */
export interface Summarizing {
  readonly files: readonly SourceFile[];
  /** Null where no threads do it. */
  readonly summaries: Promise<ReadonlyArray<FileSummary | null>> | null;
}

export interface SourceFile {
  readonly uri: string;
  readonly text: string;
  /** Under which its summary is kept; null where it is not. */
  readonly key: string | null;
}

export function beginSummarizing(files: readonly SourceFile[], threads: ThreadsAtNeed | null): Summarizing {
  const running = files.length > 0 ? (threads?.start() ?? null) : null;
  const summaries =
    running && Promise.all(files.map(async ({ uri, text }) => await running.summarize(uri, text)));
  // Where reading is given up the threads are ended, and nobody waits for them any more.
  summaries?.catch(() => {});
  return { files, summaries };
}

/** Threads that are started when the first file has to be read by them: often all is known from the last time. */
export class ThreadsAtNeed {
  readonly #begin: () => SummarizingThreads | null;
  #threads: SummarizingThreads | null = null;

  constructor(begin: () => SummarizingThreads | null) {
    this.#begin = begin;
  }

  start(): SummarizingThreads | null {
    this.#threads ??= this.#begin();
    return this.#threads;
  }

  end(): void {
    this.#threads?.end();
  }
}
