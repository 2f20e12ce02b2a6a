/** Work that whoever does it may put aside at each step, to do other things in between. */
export type Steps<Result> = Generator<undefined, Result, void>;

/** Does the work in one go. */
export function finish<Result>(work: Steps<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
