import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ClientCapabilities, WorkspaceEdit } from 'vscode-languageserver/node';
import { eventually, Folder, folderClient, serverOn } from './folders.ts';
import type { ServerProcess } from './serverProcess.ts';

const credit = 'CREDIT AGREEMENT\n\nSection 1. Loan. The Bank lends $100.\n';
const pledge = '---\nimports: credit.legal\n---\nPLEDGE AGREEMENT\n\nSection 1. Pledge. A quay.\n';

const movingClient: ClientCapabilities = {
  ...folderClient,
  workspace: { ...folderClient.workspace, fileOperations: { willRename: true, didRename: true } },
};

async function names(server: ServerProcess, folder: Folder): Promise<string[]> {
  const found: { location: { uri: string } }[] = await server.connection.sendRequest('workspace/symbol', {
    query: '',
  });
  return found.map(({ location }) => folder.nameOf(location.uri));
}

describe('files that are moved', () => {
  it('take the paths that lead to them along', async () => {
    const folder = new Folder({
      'credit.legal': credit,
      'pledge.legal': pledge,
      'proviso.json': '{"documents": {"Credit": "credit.legal"}}',
    });
    await using server = await serverOn([folder], movingClient);
    const files = [{ oldUri: folder.uri('credit.legal'), newUri: folder.uri('signed/credit.legal') }];
    const { documentChanges } = await server.connection.sendRequest<WorkspaceEdit>(
      'workspace/willRenameFiles',
      {
        files,
      },
    );
    expect(
      documentChanges?.map((change) =>
        'edits' in change
          ? [
              folder.nameOf(change.textDocument.uri),
              change.edits.map(({ range, ...edit }) => [range.start, Reflect.get(edit, 'newText')]),
            ]
          : [],
      ),
    ).toEqual([
      ['pledge.legal', [[{ line: 1, character: 9 }, 'signed/credit.legal']]],
      ['proviso.json', [[{ line: 0, character: 25 }, '"signed/credit.legal"']]],
    ]);
  });

  it('are found at their new places when a whole folder is moved', async () => {
    const folder = new Folder({ 'old/credit.legal': credit });
    await using server = await serverOn([folder], movingClient);
    await eventually(
      () => names(server, folder),
      (found) => found.join() === 'old/credit.legal',
    );
    renameSync(join(folder.path, 'old'), join(folder.path, 'new'));
    const files = [{ oldUri: folder.uri('old'), newUri: folder.uri('new') }];
    await server.connection.sendNotification('workspace/didRenameFiles', { files });
    await eventually(
      () => names(server, folder),
      (found) => found.join() === 'new/credit.legal',
    );
  });
});

describe('folders that are opened and closed', () => {
  it('bring their documents and take them away', async () => {
    const one = new Folder({ 'one.legal': credit });
    const two = new Folder({ 'two.legal': credit });
    await using server = await serverOn([one], movingClient);
    const folders = (shown: Folder[]) =>
      shown.map(({ path }) => ({ uri: pathToFileURL(path).href, name: path }));
    const show = async (shown: Folder[]): Promise<void> => {
      server.connection.onRequest('workspace/workspaceFolders', () => folders(shown));
      const event = { added: folders(shown), removed: [] };
      await server.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    };
    await show([one, two]);
    await eventually(
      () => names(server, one),
      (found) => found.length === 2,
    );
    await show([two]);
    await eventually(
      () => names(server, two),
      (found) => found.join() === 'two.legal',
    );
  });
});
