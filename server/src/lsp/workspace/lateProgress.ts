import type { CancellationToken } from 'vscode-languageserver';
import { systemClock } from '../documents/schedule.ts';

/** What the client shows while files are read. */
export interface IndexingProgress {
  readonly token: CancellationToken;
  report(done: number, all: number): void;
  done(): void;
}

/** Progress that is shown once there is much to do or it takes a moment, and that can be stopped from then on. */
export class LateProgress {
  readonly #show: () => Promise<IndexingProgress | null>;
  readonly #stop: () => void;
  readonly #preventLater: () => void;
  #shown: IndexingProgress | null = null;
  #begun: Promise<void> | null = null;
  #isOver = false;

  constructor(show: () => Promise<IndexingProgress | null>, stop: () => void) {
    this.#show = show;
    this.#stop = stop;
    this.#preventLater = systemClock.after(patience, () => void this.begin());
  }

  begin(): Promise<void> {
    this.#begun ??= this.#begin();
    return this.#begun;
  }

  report(done: number, all: number): void {
    this.#shown?.report(done, all);
  }

  end(): void {
    this.#preventLater();
    this.#isOver = true;
    this.#shown?.done();
  }

  async #begin(): Promise<void> {
    // A client that cannot show it now is no reason not to read.
    const shown = await this.#show().catch(() => null);
    if (!shown) return;
    if (this.#isOver) return shown.done();
    shown.token.onCancellationRequested(this.#stop);
    this.#shown = shown;
  }
}

/** Looking through folders mostly takes less. */
const patience = 1_000;
