import { availableParallelism } from 'node:os';
import { pool, TerminateError } from 'workerpool';
import type { CheckedDocument, CheckingArguments } from './checking.ts';
import { complain } from './complaints.ts';
import type { Input } from './inputs.ts';

/** What `--workers` takes: how many threads, or `auto`, which 0 stands for too; null if it is neither. */
export function readWorkers(given: string): number | 'auto' | null {
  if (given === 'auto' || given === '0') return 'auto';
  return /^[1-9]\d{0,2}$/.test(given) ? Number(given) : null;
}

/** Below this a thread costs more than it saves: it has to read this program, and to grow fast, as the first did. */
const leastBytesWorthThreads = 2_000_000;

/** So many files are looked at, at most, before it is decided; more of them are worth it whatever their size. */
const mostFilesLookedAt = 1_000;

/** Documents that are to be checked, as many of them as were looked at. */
export interface Sizes {
  readonly files: number;
  readonly bytes: number;
}

/** Whether another file could change how many threads these are worth. */
export function worthKnowing(workers: number | 'auto', { files, bytes }: Sizes): boolean {
  if (files < 2) return workers !== 1;
  return workers === 'auto' && bytes < leastBytesWorthThreads && files < mostFilesLookedAt;
}

/** How many threads a check of these is worth. */
export function threadsFor(workers: number | 'auto', sizes: Sizes): number {
  if (sizes.files < 2) return 1;
  if (workers !== 'auto') return workers;
  return worthKnowing(workers, sizes) ? 1 : availableParallelism();
}

export interface CheckingThreads {
  check(input: Input): Promise<CheckedDocument>;
  end(): Promise<void>;
}

/** Threads that run `script` to check documents; each is started when there is work for it. */
export function startThreads(script: string, count: number, args: CheckingArguments): CheckingThreads {
  const threads = pool(script, {
    workerType: 'thread',
    maxWorkers: count,
    workerThreadOpts: { workerData: args },
  });
  return {
    async check(input) {
      try {
        return await threads.exec<(input: Input) => Promise<CheckedDocument>>('check', [input]);
      } catch (error) {
        // Most likely it ran out of memory. The others go on, and a new thread takes its place.
        if (!(error instanceof TerminateError)) throw error;
        return lost(input, 'the thread that checked this document broke down');
      }
    },
    end: async () => {
      await threads.terminate(true);
    },
  };
}

function lost({ path }: Input, reason: string): CheckedDocument {
  let complaints = '';
  const err = (text: string): void => {
    complaints += text;
  };
  complain({ err }, path, reason);
  return {
    path,
    unreadable: reason,
    findings: [],
    failures: [],
    complaints,
    settingsComplaints: [],
    brokenSettings: false,
  };
}
