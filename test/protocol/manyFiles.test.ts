import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import {
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { FileAccess, FoundFile } from '../../server/src/lsp/files/files.ts';
import type { SummaryStore } from '../../server/src/lsp/files/summaryStore.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import { folderClient } from './folders.ts';

const lease = 'HARBOUR LEASE\n\nSection 1. Rent. The rent is $5.\n';

test('who opens more files than are read is told so', async () => {
  const { client } = await serverWith({
    async *filesBelow() {
      for (let at = 0; at <= 100_000; at += 1) yield fileOf(at);
    },
    read: async () => null,
  });
  const told = await new Promise<string>((resolve) =>
    client.onNotification('window/showMessage', ({ message }) => resolve(message)),
  );
  expect(told).toBe(
    'Proviso reads the first 100,000 files of the open folders that may be legal documents, and no more. Open a folder with fewer to have all of them read.',
  );
});

test('looking through folders without an end can be stopped', async () => {
  let isLookedThrough = true;
  const { client } = await serverWith({
    async *filesBelow(_folder, isLeftOut) {
      while (!isLeftOut('deep/')) await pause(5);
      isLookedThrough = false;
      yield* [];
    },
  });
  const token = await new Promise((resolve) =>
    client.onNotification('$/progress', ({ token, value }) => {
      if (value.kind === 'begin') resolve(token);
    }),
  );
  expect(isLookedThrough).toBe(true);
  await client.sendNotification('window/workDoneProgress/cancel', { token });
  await expect.poll(() => isLookedThrough).toBe(false);
});

test('a file that may not be read takes none of the others with it', async () => {
  const { client } = await serverWith({
    async *filesBelow() {
      yield fileOf(0);
      yield fileOf(1);
    },
    read: async (uri) => {
      if (uri.endsWith('0.legal')) throw new Error('EACCES: permission denied');
      return lease;
    },
    summaryStore: async () => storeThat(async () => {}),
  });
  const names = async (): Promise<string[]> => {
    const found = await client.sendRequest<{ name: string; location: { uri: string } }[]>(
      'workspace/symbol',
      { query: '' },
    );
    return found.map(({ name, location }) => `${name} in ${location.uri}`);
  };
  await expect.poll(names).toEqual(['Section 1 Rent in file:///deal/1.legal']);
});

test('a server that is told to end waits for what it learned to be written', async () => {
  const { client, written, writing } = await writingServer();
  await writing;
  let isAnswered = false;
  const answered = client.sendRequest('shutdown').then(() => {
    isAnswered = true;
  });
  await pause(300);
  expect(isAnswered).toBe(false);
  written();
  await answered;
});

test('it waits no longer than editors wait for it', async () => {
  const { client, writing } = await writingServer();
  await writing;
  const begun = performance.now();
  await client.sendRequest('shutdown');
  expect(performance.now() - begun).toBeGreaterThan(1_000);
});

/** A server with one document, whose summary is written until `written` is called. */
async function writingServer(): Promise<{
  client: ProtocolConnection;
  writing: Promise<void>;
  written: () => void;
}> {
  let written = (): void => {};
  let begin = (): void => {};
  const writing = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const store = storeThat(() => {
    begin();
    return new Promise((resolve) => {
      written = resolve;
    });
  });
  const { client } = await serverWith({
    async *filesBelow() {
      yield fileOf(0);
    },
    read: async () => lease,
    summaryStore: async () => store,
  });
  return { client, writing, written: () => written() };
}

/** Keeps nothing of what it is given to save. */
function storeThat(save: SummaryStore['save']): SummaryStore {
  return {
    keyOf: (text) => text,
    load: async () => {},
    take: () => null,
    isOutdated: () => true,
    save,
    release: () => {},
  };
}

function fileOf(at: number): FoundFile {
  return { uri: `file:///deal/${at}.legal`, size: lease.length };
}

/** A server in this process that was opened on a folder, with these of the ways to read files. */
async function serverWith(files: Partial<FileAccess>): Promise<{ client: ProtocolConnection }> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  const nothing = (): never => {
    throw new Error('Nobody should ask for this.');
  };
  startServer(server, {
    files: {
      read: nothing,
      liesWithin: nothing,
      filesBelow: nothing,
      summaryStore: nothing,
      startSummarizing: nothing,
      ...files,
    },
  });
  const client = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  onTestFinished(() => {
    client.dispose();
    server.dispose();
  });
  client.onRequest('workspace/workspaceFolders', () => [{ uri: 'file:///deal', name: 'deal' }]);
  client.onRequest('workspace/diagnostic/refresh', () => null);
  client.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
  client.onRequest('client/registerCapability', () => null);
  client.onRequest('window/workDoneProgress/create', () => null);
  client.listen();
  const capabilities = { ...folderClient, window: { workDoneProgress: true } };
  const initializationOptions = { cacheFolder: '/cache' };
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
    initializationOptions,
  });
  await client.sendNotification('initialized', {});
  return { client };
}
