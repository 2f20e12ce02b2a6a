import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withProgress } from '../../client/src/progress.ts';

const editor = vi.hoisted(() => ({
  shown: [] as string[],
  cancel: (): void => {},
}));

vi.mock('vscode', () => ({
  ProgressLocation: { Notification: 'notification' },
  CancellationTokenSource: class {
    readonly token = { isCancellationRequested: false };
    cancel(): void {
      this.token.isCancellationRequested = true;
    }
    dispose(): void {}
  },
  window: {
    withProgress: (
      { title, cancellable }: { title: string; cancellable: boolean },
      run: (progress: unknown, token: unknown) => Promise<void>,
    ) => {
      editor.shown.push(`${title}${cancellable ? ' (can be cancelled)' : ''}`);
      const token = { onCancellationRequested: (listen: () => void) => (editor.cancel = listen) };
      return run({}, token).then(() => editor.shown.push('done'));
    },
  },
}));

beforeEach(() => {
  vi.useFakeTimers();
  editor.shown.length = 0;
});
afterEach(() => void vi.useRealTimers());

const after = (milliseconds: number) =>
  new Promise<string>((resolve) => setTimeout(() => resolve('answer'), milliseconds));

it('says nothing of what is done within a second', async () => {
  const answer = withProgress('Reading', () => after(900));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await answer).toBe('answer');
  expect(editor.shown).toEqual([]);
});

it('tells of what takes longer until it is done', async () => {
  const answer = withProgress('Reading', () => after(3_000));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(editor.shown).toEqual(['Reading (can be cancelled)']);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await answer).toBe('answer');
  expect(editor.shown.at(-1)).toBe('done');
});

it('hands on that it is cancelled', async () => {
  let isCancelled = () => false;
  void withProgress('Reading', (token) => {
    isCancelled = () => token.isCancellationRequested;
    return after(3_000);
  });
  await vi.advanceTimersByTimeAsync(1_500);
  expect(isCancelled()).toBe(false);
  editor.cancel();
  expect(isCancelled()).toBe(true);
  await vi.advanceTimersByTimeAsync(3_000);
});

it('ends with what failed', async () => {
  const answer = withProgress('Reading', async () => {
    await after(2_000);
    throw new Error('no such document');
  });
  const failed = expect(answer).rejects.toThrow('no such document');
  await vi.advanceTimersByTimeAsync(3_000);
  await failed;
  expect(editor.shown.at(-1)).toBe('done');
});
