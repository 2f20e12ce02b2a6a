import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import type { ClientCapabilities, FileEvent } from 'vscode-languageserver/node';
import type { InitializationOptions } from '../../server/src/lsp/protocol/protocol.ts';
import { pullingClient, ServerProcess } from './serverProcess.ts';

/** A folder of files on the disk, gone when the test is. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'proviso-folder-'));

  constructor(files: Record<string, string>) {
    onTestFinished(() => rmSync(this.path, { recursive: true, force: true }));
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    writeFileSync(join(this.path, name), text);
  }

  remove(name: string): void {
    rmSync(join(this.path, name));
  }

  uri(name: string): string {
    return pathToFileURL(join(this.path, name)).href;
  }

  /** The path of one of its files; other addresses as they are. */
  nameOf(uri: string): string {
    const root = `${pathToFileURL(this.path).href}/`;
    return uri.startsWith(root) ? decodeURIComponent(uri.slice(root.length)) : uri;
  }
}

/** Can be asked for its folders. */
export const folderClient: ClientCapabilities = {
  ...pullingClient,
  workspace: {
    ...pullingClient.workspace,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

/** A server that was opened on folders. */
export async function serverOn(
  folders: readonly Folder[],
  capabilities: ClientCapabilities = folderClient,
  initializationOptions?: Partial<InitializationOptions>,
): Promise<ServerProcess> {
  const server = new ServerProcess();
  const workspaceFolders = folders.map(({ path }) => ({ uri: pathToFileURL(path).href, name: 'deal' }));
  server.connection.onRequest('workspace/workspaceFolders', () => workspaceFolders);
  server.connection.onRequest('workspace/diagnostic/refresh', () => null);
  const params = {
    processId: process.pid,
    rootUri: null,
    capabilities,
    workspaceFolders,
    initializationOptions,
  };
  await server.connection.sendRequest('initialize', params);
  await server.connection.sendNotification('initialized', {});
  return server;
}

export function tell(server: ServerProcess, changes: FileEvent[]): Promise<void> {
  return server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
}

/** Asks until the answer is as wanted; the test's own time limit ends that. */
export async function eventually<Answer>(
  ask: () => Promise<Answer>,
  wanted: (answer: Answer) => boolean,
): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
