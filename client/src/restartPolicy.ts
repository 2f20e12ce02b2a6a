/** Decides what follows a crash of the server: another start after a wait, or none. */
export class RestartPolicy {
  #crashes: number[] = [];

  /** Records a crash at `now` (milliseconds). Returns how long to wait before the next start; undefined: give up. */
  crashed(now: number): number | undefined {
    this.#crashes = [...this.#crashes.filter((crash) => now - crash < windowMilliseconds), now];
    return waitMilliseconds[this.#crashes.length - 1];
  }

  /** Someone asked for a start, and so for a new round of attempts. */
  forget(): void {
    this.#crashes = [];
  }
}

/** Waits before the second to fifth start within the window; a fifth crash has none. */
const waitMilliseconds: readonly number[] = [1_000, 2_000, 4_000, 8_000];

const windowMilliseconds = 3 * 60_000;
