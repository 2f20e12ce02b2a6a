import { workerData } from 'node:worker_threads';
import { worker } from 'workerpool';
import { type CheckedDocument, type CheckingArguments, DocumentChecker } from './checking.ts';
import type { Input } from './inputs.ts';

/** What a thread of a check does: it checks the documents that it is sent, with the arguments it was started with. */
export function serveChecks(): void {
  const opened = DocumentChecker.open(workerData as CheckingArguments, noInput);
  worker({
    check: async (input: Input): Promise<CheckedDocument> => {
      const { checker, complaints } = await opened;
      if (!checker) throw new Error(complaints.join(''));
      return checker.check(input);
    },
  });
}

/** Standard input belongs to the first thread. */
function noInput(): AsyncIterable<Uint8Array> {
  throw new Error('A thread was sent standard input.');
}
