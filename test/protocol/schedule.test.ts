import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CancellationToken, CancellationTokenSource } from 'vscode-languageserver';
import {
  awaited,
  LatestJobs,
  Precedence,
  runSliced,
  type Work,
} from '../../server/src/lsp/documents/schedule.ts';

describe('sliced work', () => {
  it('runs to its end and returns its result', async () => {
    function* work() {
      for (let step = 0; step < 5; step += 1) yield;
      return 'done';
    }
    expect(await runSliced(work(), CancellationToken.None)).toBe('done');
  });

  it('lets messages be read about every 10 ms', async () => {
    let time = 0;
    let turns = 0;
    const turn = () => {
      turns += 1;
      immediate = setImmediate(turn);
    };
    let immediate = setImmediate(turn);
    const stepsAtTurn: number[] = [];
    function* work() {
      for (let step = 1; step <= 100; step += 1) {
        time += 1;
        stepsAtTurn[turns] = step;
        yield;
      }
    }
    await runSliced(work(), CancellationToken.None, { now: () => time });
    clearImmediate(immediate);
    const slices = stepsAtTurn.filter((step) => step !== undefined);
    expect(slices).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  });

  it('is given up once it is cancelled', async () => {
    const source = new CancellationTokenSource();
    let steps = 0;
    function* work() {
      for (;;) {
        steps += 1;
        if (steps === 25) setImmediate(() => source.cancel());
        yield;
      }
    }
    await expect(runSliced(work(), source.token, { now: () => steps })).rejects.toMatchObject({
      code: -32800,
    });
    expect(steps).toBeLessThan(60);
  });

  it('waits for an answer, and fails as the answer does', async () => {
    function* work(ask: () => Promise<string>) {
      return `answered ${yield* awaited(ask())}`;
    }
    const late = () => new Promise<string>((resolve) => setTimeout(resolve, 5, 'late'));
    expect(await runSliced(work(late), CancellationToken.None)).toBe('answered late');
    const never = () => Promise.reject(new Error('no answer'));
    await expect(runSliced(work(never), CancellationToken.None)).rejects.toThrow('no answer');
  });

  it('that was cancelled while it waited is not taken up again', async () => {
    const source = new CancellationTokenSource();
    const after = vi.fn();
    function* work() {
      yield* awaited(Promise.resolve().then(() => source.cancel()));
      after();
    }
    await expect(runSliced(work(), source.token)).rejects.toMatchObject({ code: -32800 });
    expect(after).not.toHaveBeenCalled();
  });

  it('is not begun when it was cancelled before', async () => {
    const source = new CancellationTokenSource();
    source.cancel();
    const work = vi.fn();
    await expect(
      runSliced(
        (function* () {
          work();
          yield;
        })(),
        source.token,
      ),
    ).rejects.toMatchObject({ code: -32800 });
    expect(work).not.toHaveBeenCalled();
  });
});

describe('what appears by itself', () => {
  it('is done when what is urgent is done', async () => {
    const precedence = new Precedence();
    const done: string[] = [];
    function* work(name: string, steps: number) {
      for (let step = 0; step < steps; step += 1) yield Promise.resolve();
      done.push(name);
    }
    const patient = runSliced(work('patient', 1), CancellationToken.None, precedence.patient);
    await precedence.first(() => runSliced(work('urgent', 20), CancellationToken.None));
    await patient;
    expect(done).toEqual(['urgent', 'patient']);
  });

  it('does not wait for ever', async () => {
    const precedence = new Precedence();
    void precedence.first(() => new Promise<void>(() => {}));
    let time = 0;
    await precedence.giveWay(() => (time += 10));
    expect(time).toBeGreaterThan(100);
  });

  it('what only adorns a document gives way to findings too', async () => {
    const precedence = new Precedence();
    const done: string[] = [];
    function* work(name: string, steps: number): Work<void> {
      for (let step = 0; step < steps; step += 1) {
        const end = performance.now() + 3;
        while (performance.now() < end);
        yield;
      }
      done.push(name);
    }
    const last = runSliced(work('colours', 1), CancellationToken.None, precedence.last);
    const findings = precedence.second(() =>
      runSliced(work('findings', 5), CancellationToken.None, precedence.patient),
    );
    await Promise.all([last, findings]);
    expect(done).toEqual(['findings', 'colours']);
  });
});

describe('the latest job of a key', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('takes the place of one that waits, and leaves other keys alone', () => {
    const jobs = new LatestJobs();
    const ran: string[] = [];
    const job = (name: string) => async () => void ran.push(name);
    jobs.schedule('a', 100, job('a1'));
    jobs.schedule('b', 100, job('b1'));
    vi.advanceTimersByTime(50);
    jobs.schedule('a', 100, job('a2'));
    vi.advanceTimersByTime(60);
    expect(ran).toEqual(['b1']);
    vi.advanceTimersByTime(60);
    expect(ran).toEqual(['b1', 'a2']);
  });

  it('cancels one that runs', () => {
    const jobs = new LatestJobs();
    const tokens: CancellationToken[] = [];
    const endless = (token: CancellationToken) => {
      tokens.push(token);
      return new Promise<void>(() => {});
    };
    jobs.schedule('a', 0, endless);
    vi.advanceTimersByTime(1);
    jobs.schedule('a', 0, endless);
    vi.advanceTimersByTime(1);
    expect(tokens.map((token) => token.isCancellationRequested)).toEqual([true, false]);
    jobs.cancelAll();
    expect(tokens.map((token) => token.isCancellationRequested)).toEqual([true, true]);
  });
});
