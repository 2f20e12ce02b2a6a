import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { say } from '../../core/text/say.ts';
import type { IndexingProgress } from './lateProgress.ts';

/** What the editor leaves out of a folder when it looks for files. */
export async function excludedIn(
  folder: string,
  setting: (uri: string, section: string) => Promise<unknown>,
  client: ClientCapabilities,
): Promise<readonly string[]> {
  if (!client.workspace?.configuration) return [];
  const values = await Promise.all(['files.exclude', 'search.exclude'].map((name) => setting(folder, name)));
  return values.flatMap((value) =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([pattern, isOn]) => (isOn === true ? [pattern] : []))
      : [],
  );
}

/** Shows in the editor that documents are read, with a way to stop that; null for an editor that shows no such thing. */
export async function indexingProgress(
  connection: Connection,
  client: ClientCapabilities,
): Promise<IndexingProgress | null> {
  if (!client.window?.workDoneProgress) return null;
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin(say`Reading legal documents`, 0, undefined, true);
  return {
    token: progress.token,
    report: (done, all) => progress.report(Math.floor((100 * done) / all), say`${done} of ${all}`),
    done: () => progress.done(),
  };
}
