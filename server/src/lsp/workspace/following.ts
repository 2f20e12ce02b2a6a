import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import {
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { configurationFileName } from '../../core/config/keys.ts';
import { watchedExtensions } from '../../core/workspace/legal-files.ts';

/**
 * Asks the client to tell of all that decides: its settings, and where `files` can be read, each proviso.json and what
 * it may build on, on the disk and on the screen. A client is asked for nothing that it cannot do.
 */
export async function followDecisions(
  connection: Connection,
  { workspace, textDocument }: ClientCapabilities,
  files: boolean,
): Promise<void> {
  const asked: Promise<unknown>[] = [];
  if (workspace?.didChangeConfiguration?.dynamicRegistration)
    asked.push(connection.client.register(DidChangeConfigurationNotification.type, { section: 'proviso' }));
  const pattern = `**/${configurationFileName}`;
  if (files && workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    // What a proviso.json builds on may have any name.
    const endings = watchedExtensions.map((ending) => ending.slice(1));
    const watchers = [{ globPattern: '**/*.json' }, { globPattern: `**/*.{${endings.join(',')}}` }];
    asked.push(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
  }
  if (files && textDocument?.synchronization?.dynamicRegistration) {
    const documentSelector = [{ scheme: 'file', pattern }];
    const syncKind = TextDocumentSyncKind.Incremental;
    asked.push(
      connection.client.register(DidOpenTextDocumentNotification.type, { documentSelector }),
      connection.client.register(DidChangeTextDocumentNotification.type, { documentSelector, syncKind }),
      connection.client.register(DidCloseTextDocumentNotification.type, { documentSelector }),
    );
  }
  await Promise.all(asked);
}
