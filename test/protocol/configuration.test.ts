import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  ConfigurationItem,
  Diagnostic,
  FileChangeType,
  RegistrationParams,
  TextEdit,
} from 'vscode-languageserver/node';
import { articles, plainClient, pullingClient, ServerProcess } from './serverProcess.ts';

const off = '{"rules": {"duplicate-number": "off"}}';
const hint = '{"rules": {"duplicate-number": "hint"}}';
const changed: FileChangeType = 2;

/** A client that can be asked for its settings and told that all is to be asked anew. */
const askingClient: ClientCapabilities = {
  ...pullingClient,
  workspace: {
    ...pullingClient.workspace,
    configuration: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: { ...pullingClient.textDocument, synchronization: { dynamicRegistration: true } },
};

describe('the nearest proviso.json', () => {
  it('decides for the documents below it', async () => {
    const folder = folderWith({ 'proviso.json': off, 'deal/one/proviso.json': hint });
    await using server = await ServerProcess.initialized();
    expect(await severities(server, folder, 'loose.legal')).toEqual([]);
    expect(await severities(server, folder, 'deal/draft.legal')).toEqual([]);
    expect(await severities(server, folder, 'deal/one/two/lease.legal')).toEqual([4]);
  });

  it('decides how documents are laid out, before the settings of the editor', async () => {
    const folder = folderWith({
      'proviso.json': '{ "format": { "spaces": "withinSentences" } }',
      'other/proviso.json': '{}',
    });
    await using server = await ServerProcess.initialized(askingClient);
    settingsOf(server, () => ({ format: { spaces: 'keep' } }));
    const editsIn = async (name: string): Promise<number | undefined> => {
      const textDocument = { uri: uriOf(folder, name) };
      await server.open(textDocument.uri, 'Article 1. (Rent)\n\nThe rent is  paid on the first day.\n');
      const options = { tabSize: 4, insertSpaces: true };
      const edits: TextEdit[] | null = await server.connection.sendRequest('textDocument/formatting', {
        textDocument,
        options,
      });
      return edits?.length;
    };
    expect(await editsIn('lease.legal')).toBe(1);
    expect(await editsIn('other/lease.legal')).toBe(0);
  });

  it('decides anew when it is written, made or deleted', async () => {
    const folder = folderWith({ 'proviso.json': hint });
    await using server = await ServerProcess.initialized(askingClient);
    const refreshes = settingsOf(server, () => null);
    expect(await severities(server, folder, 'draft.legal')).toEqual([4]);
    const uri = uriOf(folder, 'proviso.json');
    const tell = (): Promise<void> =>
      server.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri, type: changed }],
      });
    writeFileSync(join(folder, 'proviso.json'), off);
    await tell();
    expect(await severities(server, folder, 'draft.legal')).toEqual([]);
    rmSync(join(folder, 'proviso.json'));
    await tell();
    expect(await severities(server, folder, 'draft.legal')).toEqual([2]);
    expect(refreshes.count).toBe(2);
  });

  it('is read again when a document is opened where the client watches no files', async () => {
    const folder = folderWith({ 'proviso.json': hint });
    await using server = await ServerProcess.initialized();
    expect(await severities(server, folder, 'draft.legal')).toEqual([4]);
    writeFileSync(join(folder, 'proviso.json'), off);
    expect(await severities(server, folder, 'draft.legal')).toEqual([]);
  });

  it('has its problems shown at their places until they are mended', async () => {
    const folder = folderWith({
      'proviso.json': '{\n  "rulez": {},\n  "rules": {"duplicate-number": "off"}\n}',
    });
    await using server = await ServerProcess.initialized();
    const uri = uriOf(folder, 'proviso.json');
    expect(await severities(server, folder, 'draft.legal')).toEqual([]);
    const { diagnostics } = await server.publishedWhere((params) => params.uri === uri);
    expect(diagnostics).toEqual([
      {
        range: { start: { line: 1, character: 2 }, end: { line: 1, character: 9 } },
        severity: 2,
        source: 'proviso',
        message: 'There is no key "rulez"; did you mean "rules"?',
      },
    ]);
    writeFileSync(join(folder, 'proviso.json'), '{');
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri, type: changed }],
    });
    await server.publishedWhere((params) => params.diagnostics[0]?.severity === 1);
    expect(await severities(server, folder, 'draft.legal')).toEqual([2]);
    rmSync(join(folder, 'proviso.json'));
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri, type: changed }],
    });
    await server.publishedWhere((params) => params.uri === uri && params.diagnostics.length === 0);
  });

  it('has them shown only while it is closed to a client that finds them by the schema', async () => {
    const folder = folderWith({ 'proviso.json': '{"rulez": {}}' });
    await using server = new ServerProcess();
    await server.initialize(pullingClient, process.pid, { validatesConfiguration: true });
    const uri = uriOf(folder, 'proviso.json');
    const shown = (count: number) =>
      server.publishedWhere((params) => params.uri === uri && params.diagnostics.length === count);
    await severities(server, folder, 'draft.legal');
    await shown(1);
    await server.open(uri, '{"rulez": {}}');
    await shown(0);
    server.published.length = 0;
    await server.change(uri, 2, [{ text: '{"rulez": {}, "rules": {"duplicate-number": "off"}}' }]);
    await server.close(uri);
    await shown(1);
    // Neither the opening nor the change had shown anything.
    expect(server.published).toHaveLength(1);
  });

  it('is read again when a document is opened if it lies above the folders that the client watches', async () => {
    const folder = folderWith({ 'proviso.json': hint, 'deal/lease.legal': '' });
    await using server = await ServerProcess.initialized({
      ...askingClient,
      workspace: { ...askingClient.workspace, workspaceFolders: true },
    });
    const refreshes = settingsOf(server, () => null);
    server.connection.onRequest('workspace/workspaceFolders', () => [
      { uri: uriOf(folder, 'deal'), name: 'deal' },
    ]);
    expect(await severities(server, folder, 'deal/draft.legal')).toEqual([4]);
    await server.open(uriOf(folder, 'deal/letter.legal'), articles);
    await server.diagnostics(uriOf(folder, 'deal/letter.legal'));
    expect(refreshes.count).toBe(0);
    writeFileSync(join(folder, 'proviso.json'), off);
    await server.open(uriOf(folder, 'deal/note.legal'), articles);
    while (refreshes.count === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await server.diagnostics(uriOf(folder, 'deal/draft.legal'))).toEqual([]);
  });

  it('counts as it is on the screen', async () => {
    const folder = folderWith({ 'proviso.json': off });
    await using server = await ServerProcess.initialized(plainClient);
    const uri = uriOf(folder, 'proviso.json');
    const draft = uriOf(folder, 'draft.legal');
    await server.open(draft, articles);
    await server.publishedWhere((params) => params.uri === draft && params.diagnostics.length === 0);
    await server.open(uri, '{}');
    await server.publishedWhere((params) => params.uri === draft && params.diagnostics[0]?.severity === 2);
    await server.change(uri, 2, [{ text: hint }]);
    await server.publishedWhere((params) => params.uri === draft && params.diagnostics[0]?.severity === 4);
    server.published.length = 0;
    await server.close(uri);
    await server.publishedWhere((params) => params.uri === draft && params.diagnostics.length === 0);
  });

  it('may be a folder or unreadable without harm', async () => {
    const folder = folderWith({ 'deal/proviso.json/inside.txt': '', 'proviso.json': off });
    await using server = await ServerProcess.initialized();
    expect(await severities(server, folder, 'deal/draft.legal')).toEqual([]);
    await server.open('untitled:Untitled-1', articles);
    expect((await server.diagnostics('untitled:Untitled-1')).map(({ code }) => code)).toEqual([
      'duplicate-number',
    ]);
  });
});

describe('a proviso.json that builds on others', () => {
  it('applies with them and its overrides, and anew when one of them is written', async () => {
    const folder = folderWith({
      'house.json': hint,
      'deal/proviso.json':
        '{"extends": "../house.json", "overrides": [{"files": "*.bylaws", "rules": {"duplicate-number": "off"}}]}',
    });
    await using server = await ServerProcess.initialized(askingClient);
    settingsOf(server, () => null);
    expect(await severities(server, folder, 'deal/draft.legal')).toEqual([4]);
    expect(await severities(server, folder, 'deal/draft.bylaws')).toEqual([]);
    writeFileSync(join(folder, 'house.json'), '{"rules": {"duplicate-number": "error"}}');
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(folder, 'house.json'), type: changed }],
    });
    expect(await severities(server, folder, 'deal/draft.legal')).toEqual([1]);
  });

  it('has what is wrong in each of them shown in it', async () => {
    const folder = folderWith({
      'house.json': '{"rulez": {}, "extends": "gone.json"}',
      'proviso.json': '{"extends": "house.json"}',
    });
    await using server = await ServerProcess.initialized();
    expect(await severities(server, folder, 'draft.legal')).toEqual([2]);
    const uri = uriOf(folder, 'house.json');
    const { diagnostics } = await server.publishedWhere((params) => params.uri === uri);
    expect(diagnostics.map(({ severity, message }) => [severity, message])).toEqual([
      [2, 'There is no key "rulez"; did you mean "rules"?'],
      [1, 'There is no file "gone.json".'],
    ]);
  });
});

describe("the editor's settings", () => {
  it('are asked for by document, and give way to the project', async () => {
    const folder = folderWith({ 'deal/proviso.json': hint });
    await using server = await ServerProcess.initialized(askingClient);
    const asked: unknown[] = [];
    settingsOf(server, (item) => {
      // Other settings, as the size of what is read, are asked for besides.
      if (item.section === 'proviso.rules') asked.push(item);
      return { 'duplicate-number': 'error' };
    });
    expect(await severities(server, folder, 'draft.legal')).toEqual([1]);
    expect(await severities(server, folder, 'draft.legal')).toEqual([1]);
    expect(await severities(server, folder, 'deal/draft.legal')).toEqual([4]);
    expect(asked).toEqual([
      { scopeUri: uriOf(folder, 'draft.legal'), section: 'proviso.rules' },
      { scopeUri: uriOf(folder, 'deal/draft.legal'), section: 'proviso.rules' },
    ]);
  });

  it('are asked for again when they change', async () => {
    const folder = folderWith({});
    await using server = await ServerProcess.initialized(askingClient);
    let severity = 'error';
    const refreshes = settingsOf(server, () => ({ 'duplicate-number': severity }));
    expect(await severities(server, folder, 'draft.legal')).toEqual([1]);
    severity = 'off';
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await severities(server, folder, 'draft.legal')).toEqual([]);
    expect(refreshes.count).toBe(1);
  });

  it('count as they were sent where the client cannot be asked', async () => {
    const folder = folderWith({});
    await using server = await ServerProcess.initialized();
    const settings = { proviso: { rules: { 'duplicate-number': 'information', 'no-rule': 5 } } };
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    expect(await severities(server, folder, 'draft.legal')).toEqual([3]);
  });

  it('that are not answered for are as good as none', async () => {
    const folder = folderWith({ 'deal/proviso.json': hint });
    await using server = await ServerProcess.initialized(askingClient);
    settingsOf(server, () => {
      throw new Error('no settings today');
    });
    expect(await severities(server, folder, 'draft.legal')).toEqual([2]);
    expect(await severities(server, folder, 'deal/draft.legal')).toEqual([4]);
    expect(server.log.join('\n')).toContain('no settings today');
  });
});

it('a client is asked to tell of settings, of files on the disk and of files on the screen', async () => {
  await using server = new ServerProcess();
  const registered: string[] = [];
  server.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    registered.push(
      ...registrations.map(({ method, registerOptions }) => `${method} ${JSON.stringify(registerOptions)}`),
    );
  });
  await server.initialize(askingClient);
  while (registered.length < 5) await new Promise((resolve) => setTimeout(resolve, 10));
  const selector = '"documentSelector":[{"scheme":"file","pattern":"**/proviso.json"}]';
  expect(registered.sort()).toEqual([
    `textDocument/didChange {${selector},"syncKind":2}`,
    `textDocument/didClose {${selector}}`,
    `textDocument/didOpen {${selector}}`,
    'workspace/didChangeConfiguration {"section":"proviso"}',
    'workspace/didChangeWatchedFiles {"watchers":[{"globPattern":"**/*.json"},{"globPattern":"**/*.{legal,agreement,contract,articles,bylaws,txt,md}"}]}',
  ]);
});

describe('a quick fix for the project', () => {
  const creating: ClientCapabilities = {
    ...pullingClient,
    workspace: {
      workspaceFolders: true,
      workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
    },
  };
  const projectFixes = async (server: ServerProcess, folder: string, name: string) => {
    const uri = uriOf(folder, name);
    await server.open(uri, articles);
    const actions = await server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } },
      context: { diagnostics: [] },
    });
    return actions.filter(({ title }) => title.includes('project'));
  };

  it('makes a file in the nearest folder of the workspace, or edits the one that decides', async () => {
    const folder = folderWith({ 'b/deal/proviso.json': '{}' });
    await using server = await ServerProcess.initialized(creating);
    server.connection.onRequest('workspace/workspaceFolders', () =>
      ['', 'a', 'b'].map((name) => ({ uri: uriOf(folder, name).replace(/\/$/, ''), name })),
    );
    const [inA] = await projectFixes(server, folder, 'a/deeper/draft.legal');
    expect(inA?.edit?.documentChanges?.[0]).toEqual({ kind: 'create', uri: uriOf(folder, 'a/proviso.json') });
    const [inB] = await projectFixes(server, folder, 'b/deal/draft.legal');
    expect(inB?.edit?.documentChanges).toMatchObject([
      { textDocument: { uri: uriOf(folder, 'b/deal/proviso.json'), version: null } },
    ]);
  });

  it('says that a finding is no defect, and holds when the document is numbered anew', async () => {
    const folder = folderWith({ 'proviso.json': '{}' });
    await using server = await ServerProcess.initialized(creating);
    server.connection.onRequest('workspace/workspaceFolders', () => [
      { uri: uriOf(folder, ''), name: 'work' },
    ]);
    const uri = uriOf(folder, 'deal/draft.legal');
    await server.open(uri, articles);
    const actions = await server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } },
      context: { diagnostics: [] },
    });
    const action = actions.find(({ title }) => title === 'This duplicate-number is no defect (proviso.json)');
    const [change] = action?.edit?.documentChanges ?? [];
    const edits = change && 'edits' in change ? change.edits : [];
    const [edit] = edits;
    expect(edit && 'newText' in edit && edit.range.start).toEqual({ line: 0, character: 1 });
    const content = edit && 'newText' in edit ? edit.newText : '';
    writeFileSync(join(folder, 'proviso.json'), `{${content}}`);
    expect(content).toContain('"document": "deal/draft.legal"');
    expect(await severities(server, folder, 'deal/draft.legal')).toEqual([]);
    expect(await severities(server, folder, 'deal/other.legal')).toEqual([2]);
  });

  it('is not offered outside the workspace', async () => {
    const folder = folderWith({ 'proviso.json': '{}' });
    await using server = await ServerProcess.initialized(creating);
    server.connection.onRequest('workspace/workspaceFolders', () => null);
    expect(await projectFixes(server, folder, 'draft.legal')).toEqual([]);
    server.connection.onRequest('workspace/workspaceFolders', () => {
      throw new Error('no folders today');
    });
    expect(await projectFixes(server, folder, 'letter.legal')).toEqual([]);
    expect(server.log.join('\n')).toContain('no folders today');
  });
});

/** Answers the server's questions for settings, and counts how often it asks for a refresh. */
function settingsOf(server: ServerProcess, answer: (item: ConfigurationItem) => unknown): { count: number } {
  const refreshes = { count: 0 };
  server.connection.onRequest('workspace/configuration', ({ items }: { items: ConfigurationItem[] }) =>
    items.map(answer),
  );
  server.connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes.count += 1;
    return null;
  });
  return refreshes;
}

/** The severities of the duplicate numbers found in the articles, opened under this name. */
async function severities(
  server: ServerProcess,
  folder: string,
  name: string,
): Promise<Diagnostic['severity'][]> {
  const uri = uriOf(folder, name);
  await server.open(uri, articles);
  const found = await server.diagnostics(uri);
  return found.filter(({ code }) => code === 'duplicate-number').map(({ severity }) => severity);
}

function uriOf(folder: string, name: string): string {
  return pathToFileURL(join(folder, name)).href;
}

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-lsp-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
