import {
  type CancellationToken,
  CancellationTokenSource,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';

/** Work that can be interrupted: it yields wherever it may be put aside or given up, or what it waits for. */
export type Work<Result> = Generator<Promise<void> | undefined, Result, void>;

/** Waits for an answer from elsewhere; the thread is free meanwhile. */
export function* awaited<Result>(answer: Promise<Result>): Work<Result> {
  const answers: Result[] = [];
  yield answer.then((result) => void answers.push(result));
  return answers[0] as Result;
}

/** How long work holds the thread before waiting messages, a cancellation among them, are read. */
const sliceMilliseconds = 10;

/**
 * Runs work in slices. Messages are read before the first slice and between slices;
 * once the token is cancelled the work is abandoned and the answer is RequestCancelled.
 */
export async function runSliced<Result>(
  work: Work<Result>,
  token: CancellationToken,
  {
    now = () => performance.now(),
    before = readWaitingMessages,
    milliseconds = sliceMilliseconds,
  }: SliceOptions = {},
): Promise<Result> {
  for (;;) {
    await before();
    if (token.isCancellationRequested) {
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
    }
    const end = now() + milliseconds;
    do {
      const step = work.next();
      if (step.done) return step.value;
      if (step.value) {
        await unlessCancelled(step.value, token);
        break;
      }
    } while (now() < end);
  }
}

/** Who waits for something from elsewhere is told at once that nobody wants the answer any more. */
function unlessCancelled(answer: Promise<void>, token: CancellationToken): Promise<void> {
  return new Promise((resolve, reject) => {
    const listening = token.onCancellationRequested(() => resolve());
    answer.then(resolve, reject).finally(() => listening.dispose());
  });
}

export interface SliceOptions {
  readonly now?: () => number;
  /** Waited for before each slice; must let messages be read. */
  readonly before?: () => Promise<void>;
  /** How long a slice is. */
  readonly milliseconds?: number;
}

/** What appears by itself gives way for so long at most, should something urgent wait for an answer from elsewhere. */
const patience = 100;

/**
 * A long answer is written bit by bit, whenever the thread is free: what appears by itself leaves it free more often than
 * messages need, so that an outline is read while findings are still looked for.
 */
const patientSlice = 2;

/** Lets what somebody waits for go before what appears by itself, as findings do, and these before what only adorns them. */
export class Precedence {
  #urgent = 0;
  #findings = 0;
  /** How work is run that gives way. */
  readonly patient: SliceOptions = { before: () => this.giveWay(), milliseconds: patientSlice };
  /** How work is run that gives way to all other. */
  readonly last: SliceOptions = { before: () => this.giveWayToAll(), milliseconds: patientSlice };

  async first<Result>(run: () => Promise<Result>): Promise<Result> {
    this.#urgent += 1;
    try {
      return await run();
    } finally {
      this.#urgent -= 1;
    }
  }

  async second<Result>(run: () => Promise<Result>): Promise<Result> {
    this.#findings += 1;
    try {
      return await run();
    } finally {
      this.#findings -= 1;
    }
  }

  /** Waits while something urgent is being done, and lets messages be read in any case. */
  giveWay(now?: () => number): Promise<void> {
    return waitWhile(() => this.#urgent > 0, now);
  }

  /** The same while anything is being done that somebody waits for or that tells what is wrong. */
  giveWayToAll(now?: () => number): Promise<void> {
    return waitWhile(() => this.#urgent > 0 || this.#findings > 0, now);
  }
}

async function waitWhile(isBusy: () => boolean, now = () => performance.now()): Promise<void> {
  const until = now() + patience;
  do await readWaitingMessages();
  while (isBusy() && now() < until);
}

/** Lets the event loop turn once. A promise alone would not: its callbacks run before any input is read. */
export function readWaitingMessages(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else afterMessages(resolve);
  });
}

/** Browsers have no setImmediate, and make timers that follow each other wait; a message to oneself waits for none but its turn. */
function afterMessages(call: () => void): void {
  const { port1, port2 } = new MessageChannel() as unknown as BrowserChannel;
  port1.onmessage = () => {
    port1.close();
    call();
  };
  port2.postMessage(null);
}

/** As browsers have it; the compiler knows Node's alone. */
interface BrowserChannel {
  readonly port1: { onmessage: (() => void) | null; close(): void };
  readonly port2: { postMessage(message: null): void };
}

/** Where waits are measured, so that a test can let them pass. */
export interface Clock {
  /** Calls once so many milliseconds have passed; what it returns prevents that. */
  after(milliseconds: number, call: () => void): () => void;
}

export const systemClock: Clock = {
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Jobs by key: scheduling one again, or cancelling it, gives up the earlier one whether it waits or runs. */
export class LatestJobs {
  readonly #jobs = new Map<string, CancellationTokenSource>();
  readonly #clock: Clock;

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
  }

  schedule(key: string, delay: number, run: (token: CancellationToken) => Promise<void>): void {
    this.cancel(key);
    const source = new CancellationTokenSource();
    this.#jobs.set(key, source);
    const prevent = this.#clock.after(delay, () => {
      void run(source.token).finally(() => {
        if (this.#jobs.get(key) === source) this.#jobs.delete(key);
      });
    });
    source.token.onCancellationRequested(prevent);
  }

  cancel(key: string): void {
    this.#jobs.get(key)?.cancel();
    this.#jobs.delete(key);
  }

  cancelAll(): void {
    for (const key of [...this.#jobs.keys()]) this.cancel(key);
  }
}
