import { describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  PreviousResultId,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { CancellationTokenSource, ProgressType } from 'vscode-languageserver/node';
import { Folder, folderClient, serverOn, tell } from './folders.ts';
import type { ServerProcess } from './serverProcess.ts';

const faulty = 'HARBOUR LEASE\n\n1. Rent. The rent is $5.\n\n2. Berth. One.\n\n4. Term. One year.\n';
const clean = faulty.replace('4. Term', '3. Term');

const client: ClientCapabilities = {
  ...folderClient,
  workspace: { ...folderClient.workspace, configuration: true },
};

/** A server that is asked to check all files, as long as the settings say so. */
async function checking(folder: Folder, settings = { diagnostics: { allFiles: true } }) {
  const server = await serverOn([folder], client);
  server.connection.onRequest('workspace/configuration', ({ items }) =>
    items.map(({ section }: { section?: string }) => (section === 'proviso' ? settings : null)),
  );
  return { server, settings };
}

function pull(
  server: ServerProcess,
  previousResultIds: PreviousResultId[] = [],
  more: object = {},
  token = new CancellationTokenSource().token,
): Promise<WorkspaceDiagnosticReport> {
  return server.connection.sendRequest('workspace/diagnostic', { previousResultIds, ...more }, token);
}

/** By file, the codes of what was found. */
function shown(folder: Folder, { items }: { items: readonly WorkspaceDocumentDiagnosticReport[] }) {
  return items.map((report) => [
    folder.nameOf(report.uri),
    report.kind === 'full' ? report.items.map(({ code }) => code) : 'unchanged',
  ]);
}

function idsOf({ items }: WorkspaceDiagnosticReport): PreviousResultId[] {
  return items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
}

describe('findings of files that are not open', () => {
  it('are told of each file that has any', async () => {
    const folder = new Folder({ 'a.legal': faulty, 'b.legal': clean, 'c.legal': faulty });
    const { server } = await checking(folder);
    await using _ = server;
    const report = await pull(server);
    expect(shown(folder, report).flat()).toContain('a.legal');
    for (const { kind, version, resultId } of report.items as never[])
      expect({ kind, version, resultId }).toEqual({
        kind: 'full',
        version: null,
        resultId: expect.any(String),
      });
  });

  it('are held back until there are others', async () => {
    const folder = new Folder({ 'a.legal': faulty });
    const { server } = await checking(folder);
    await using _ = server;
    const first = await pull(server);
    expect(shown(folder, first)).toEqual([['a.legal', ['numbering-gap']]]);
    const second = pull(server, idsOf(first));
    await expect(Promise.race([second, pause(700)])).resolves.toBe('nothing');
    folder.write('a.legal', clean);
    await tell(server, [{ uri: folder.uri('a.legal'), type: 2 }]);
    const changed = await second;
    expect(shown(folder, changed)).toEqual([['a.legal', []]]);
    const third = pull(server, idsOf(changed));
    folder.write('new.legal', faulty);
    await tell(server, [{ uri: folder.uri('new.legal'), type: 1 }]);
    expect(shown(folder, await third)).toEqual([['new.legal', ['numbering-gap']]]);
  });

  it('are the same after the server was started again', async () => {
    const folder = new Folder({ 'a.legal': faulty });
    const { server: before } = await checking(folder);
    const ids = idsOf(await pull(before));
    await before[Symbol.asyncDispose]();
    const { server } = await checking(folder);
    await using _ = server;
    const again = pull(server, ids);
    await expect(Promise.race([again, pause(1_500)])).resolves.toBe('nothing');
    folder.remove('a.legal');
    await tell(server, [{ uri: folder.uri('a.legal'), type: 3 }]);
    expect(shown(folder, await again)).toEqual([['a.legal', []]]);
  });

  it('come file by file to a client that takes them so', async () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`f${at}.legal`, faulty]));
    const folder = new Folder(files);
    const { server } = await checking(folder);
    await using _ = server;
    const partial: WorkspaceDocumentDiagnosticReport[] = [];
    const partialResultToken = 'findings';
    server.connection.onProgress(
      new ProgressType<WorkspaceDiagnosticReport>(),
      partialResultToken,
      ({ items }) => {
        partial.push(...items);
      },
    );
    const known = new Map<string, string>();
    while (known.size < 30) {
      const ids = [...known].map(([uri, value]) => ({ uri, value }));
      const { items } = await pull(server, ids, { partialResultToken });
      for (const { uri, resultId } of [...partial, ...items]) known.set(uri, resultId ?? '');
    }
    expect(partial.length).toBeGreaterThanOrEqual(20);
  });

  it('are given up when nobody wants them', async () => {
    const folder = new Folder({ 'a.legal': clean });
    const { server } = await checking(folder);
    await using _ = server;
    const source = new CancellationTokenSource();
    const held = pull(server, [], {}, source.token);
    await pause(300);
    source.cancel();
    await expect(held).rejects.toThrow('cancelled');
    const shutDown = pull(server);
    await server.connection.sendRequest('shutdown');
    expect((await shutDown).items).toEqual([]);
  });

  it('are none of files that are open, and none at all unless somebody wants them', async () => {
    const folder = new Folder({ 'a.legal': faulty, 'b.legal': faulty });
    const { server, settings } = await checking(folder);
    await using _ = server;
    await server.open(folder.uri('a.legal'), faulty);
    const first = await pull(server);
    expect(shown(folder, first)).toEqual([['b.legal', ['numbering-gap']]]);
    // A client goes on showing what it gets when it asks a last time for a file that it closes.
    await server.close(folder.uri('a.legal'));
    expect((await server.diagnostics(folder.uri('a.legal'))).map(({ code }) => code)).toEqual([
      'numbering-gap',
    ]);
    await server.open(folder.uri('a.legal'), faulty);
    const second = pull(server, idsOf(first));
    settings.diagnostics.allFiles = false;
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    expect(shown(folder, await second)).toEqual([['b.legal', []]]);
  });
});

async function pause(milliseconds: number): Promise<'nothing'> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  return 'nothing';
}
