import { availableParallelism } from 'node:os';
import { workerData } from 'node:worker_threads';
import { pool, TerminateError, worker } from 'workerpool';
import { analyze } from '../../core/analysis.ts';
import type { FileSummary } from '../../core/model/summary.ts';
import { sizeRefusal } from '../../core/text/limits.ts';
import { TextSnapshot } from '../../core/text/snapshot.ts';
import { summarize } from '../../core/workspace/summarize.ts';
import type { SummarizingThreads } from './files.ts';

/** More of them would fetch more text than they read. */
const mostThreads = 4;

const marker = 'proviso: a thread that summarizes documents';

/** Whether the program was started as one of these threads. */
export function isSummarizingThread(): boolean {
  return workerData === marker;
}

/** What such a thread does. */
export function serveSummaries(): void {
  worker({ summarize: summarizeText });
}

function summarizeText(uri: string, text: string): FileSummary | null {
  if (sizeRefusal(text.length, () => new TextSnapshot(text).lineCount) !== null) return null;
  return summarize(analyze(text, uri));
}

/** Threads that run `program`; each is started when there is work for it. */
export function startSummarizing(program: string): SummarizingThreads {
  const threads = pool(program, {
    workerType: 'thread',
    maxWorkers: Math.min(availableParallelism(), mostThreads),
    workerThreadOpts: { workerData: marker },
  });
  return {
    async summarize(uri, text) {
      try {
        return await threads.exec<typeof summarizeText>('summarize', [uri, text]);
      } catch (error) {
        // Most likely it ran out of memory. The others go on, and a new thread takes its place.
        if (error instanceof TerminateError) return null;
        throw error;
      }
    },
    end: () => void threads.terminate(true),
  };
}
