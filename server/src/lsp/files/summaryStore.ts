import type { FileSummary } from '../../core/model/summary.ts';

/** A summary without the address of its file: files may be moved, and two may hold the same text. */
export type StoredSummary = Omit<FileSummary, 'uri'>;

/** Summaries that were made before, kept where the client said, by the texts they were made of. */
export interface SummaryStore {
  /** What a summary of this text is kept under. */
  keyOf(text: string): string;
  /** Reads what is kept for these folders. What is damaged, or was written by another build, is as if it were not there. */
  load(): Promise<void>;
  take(key: string): StoredSummary | null;
  /** Whether anything else than these would be kept now. */
  isOutdated(keys: ReadonlySet<string>): boolean;
  /** Keeps these and nothing else, or all stays as it was. */
  save(summaries: Iterable<readonly [key: string, summary: FileSummary]>): Promise<void>;
  /** Lets go of what was read; what is on the disk stays. */
  release(): void;
}
