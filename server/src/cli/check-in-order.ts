import { stat } from 'node:fs/promises';
import type { CheckedDocument, CheckingArguments, DocumentChecker } from './checking.ts';
import type { Input } from './inputs.ts';
import { type CheckingThreads, startThreads, threadsFor, worthKnowing } from './threads.ts';

export interface ThreadChoice {
  /** The file that a thread runs; null where there are no threads. */
  readonly script: string | null;
  readonly workers: number | 'auto';
  readonly args: CheckingArguments;
}

/** How many documents may be under way for each thread: one that takes long must not leave the others without work. */
const underWayPerThread = 8;

/**
 * Checks documents and answers in the order of `inputs`, however many threads do it. The first ones are looked at to see
 * whether threads are worth while; otherwise `checker` does all of them, here.
 */
export async function* checkInOrder(
  inputs: AsyncIterable<Input>,
  checker: DocumentChecker,
  { script, workers, args }: ThreadChoice,
): AsyncGenerator<CheckedDocument> {
  const rest = inputs[Symbol.asyncIterator]();
  const first: Input[] = [];
  const sizes = { files: 0, bytes: 0 };
  let ended = false;
  while (script !== null && worthKnowing(workers, sizes)) {
    const next = await rest.next();
    ended = next.done === true;
    if (next.done) break;
    first.push(next.value);
    sizes.files += 1;
    sizes.bytes += await sizeOf(next.value);
  }
  const all = ended ? first : joined(first, rest);
  const count = script === null ? 1 : threadsFor(workers, sizes);
  if (script === null || count === 1) {
    for await (const input of all) yield await checker.check(input);
    return;
  }
  const threads = startThreads(script, count, args);
  try {
    yield* shared(all, checker, threads, count * underWayPerThread);
  } finally {
    await threads.end();
  }
}

async function* shared(
  inputs: AsyncIterable<Input> | Iterable<Input>,
  checker: DocumentChecker,
  threads: CheckingThreads,
  mostUnderWay: number,
): AsyncGenerator<CheckedDocument> {
  const underWay: Promise<CheckedDocument>[] = [];
  for await (const input of inputs) {
    // Standard input is this thread's own.
    const checked = input.file === null ? checker.check(input) : threads.check(input);
    // Whoever waits for it hears of an error; until then nobody does, which must not end the program.
    checked.catch(() => {});
    underWay.push(checked);
    const oldest = underWay.length < mostUnderWay ? undefined : underWay.shift();
    if (oldest) yield await oldest;
  }
  for (const checked of underWay) yield await checked;
}

async function* joined(first: readonly Input[], rest: AsyncIterator<Input>): AsyncGenerator<Input> {
  yield* first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** What cannot be looked at is told when it is read. */
async function sizeOf({ file }: Input): Promise<number> {
  if (file === null) return 0;
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}
