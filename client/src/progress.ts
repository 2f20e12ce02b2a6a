import { type CancellationToken, CancellationTokenSource, ProgressLocation, window } from 'vscode';

/** What is done sooner needs no words. */
const patience = 1_000;

/** Does something that may take long: after a second a notification tells of it, by which it can be cancelled. */
export async function withProgress<Result>(
  title: string,
  work: (token: CancellationToken) => Promise<Result>,
): Promise<Result> {
  const source = new CancellationTokenSource();
  const result = work(source.token);
  const timer = setTimeout(() => {
    const location = ProgressLocation.Notification;
    void window.withProgress({ location, title, cancellable: true }, async (_, token) => {
      token.onCancellationRequested(() => source.cancel());
      await result.catch(() => {});
    });
  }, patience);
  try {
    return await result;
  } finally {
    clearTimeout(timer);
    source.dispose();
  }
}
