import { Disposable, type Event, extensions, type TextDocument, type Uri, workspace } from 'vscode';
import { type CommittedTextParams, notifications } from '../../server/src/lsp/protocol/protocol.ts';
import type { LanguageServer } from './client.ts';

/** What is used of the interface that VS Code's own Git extension offers to others. */
export interface Git {
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: Event<Repository>;
  getRepository(file: Uri): Repository | null;
}

interface Repository {
  readonly rootUri: Uri;
  readonly state: { readonly HEAD?: { readonly commit?: string }; readonly onDidChange: Event<void> };
  show(ref: string, path: string): Promise<string>;
}

/**
 * Tells the server what legal documents say in the last commit. The Git extension reads it, so that the user's settings
 * and trust count as ever, and the server starts no program. Without that extension nothing is told.
 */
export async function followCommits(server: Pick<LanguageServer, 'notify'>): Promise<Disposable> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return new Disposable(() => {});
  const git = await extension.activate();
  let following = new Disposable(() => {});
  const follow = (): void => {
    following.dispose();
    following = git.enabled ? followRepositories(server, git.getAPI(1)) : new Disposable(() => {});
  };
  follow();
  // All that the interface needs is there only once the event has been told.
  const switched = git.onDidChangeEnablement(() => void Promise.resolve().then(follow));
  return new Disposable(() => {
    switched.dispose();
    following.dispose();
  });
}

interface GitExtension {
  /** Not where Git is switched off, or not installed. */
  readonly enabled: boolean;
  readonly onDidChangeEnablement: Event<boolean>;
  getAPI(version: 1): Git;
}

export function followRepositories(server: Pick<LanguageServer, 'notify'>, git: Git): Disposable {
  const tell = async (document: TextDocument): Promise<void> => {
    const repository = git.getRepository(document.uri);
    if (document.languageId !== 'legal' || !repository) return;
    const text = await repository.show('HEAD', document.uri.fsPath).catch(() => null);
    const params: CommittedTextParams = { textDocument: { uri: document.uri.toString() }, text };
    server.notify(notifications.committedText, params);
  };
  const follow = (repository: Repository): Disposable => {
    const root = repository.rootUri.toString();
    let told: string | null = null;
    const tellOfAll = (): void => {
      const commit = repository.state.HEAD?.commit ?? '';
      // The state also changes whenever a file does.
      if (told === commit) return;
      told = commit;
      // Asked twice, the extension answers with two objects for one repository.
      for (const document of workspace.textDocuments)
        if (git.getRepository(document.uri)?.rootUri.toString() === root) void tell(document);
    };
    tellOfAll();
    return repository.state.onDidChange(tellOfAll);
  };
  const following = git.repositories.map(follow);
  const opened = git.onDidOpenRepository((repository) => following.push(follow(repository)));
  const shown = workspace.onDidOpenTextDocument((document) => void tell(document));
  return new Disposable(() => {
    for (const subscription of [opened, shown, ...following]) subscription.dispose();
  });
}
