import { fork } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  type DocumentSymbol,
  IPCMessageReader,
  IPCMessageWriter,
  type Message,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { articles, bundle, pullingClient } from './serverProcess.ts';

const uri = 'untitled:articles';

describe('the same server', () => {
  it('answers over the channel of a forked process and ends with it', async () => {
    const child = fork(bundle('server.node.cjs'), ['--node-ipc'], { silent: true });
    const exited = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.listen();
    expect(await firstTalk(connection)).toBeGreaterThan(0);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await exited).toBe(0);
  });

  it('ends when that channel closes', async () => {
    const child = fork(bundle('server.node.cjs'), ['--node-ipc'], { silent: true });
    const exited = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.listen();
    await firstTalk(connection);
    child.disconnect();
    expect(await exited).toBe(1);
  });

  it('answers in a web worker, in the language of the editor, and closes it at the end', async () => {
    const worker = new Worker(browserLikeWorker, { eval: true, workerData: bundle('server.web.js') });
    const exited = new Promise((resolve) => worker.once('exit', (code) => resolve(code)));
    const connection = createProtocolConnection(
      { ...silentEvents, listen: (callback) => listen(worker, callback), dispose: () => {} },
      {
        ...silentEvents,
        write: async (message) => worker.postMessage(message),
        end: () => {},
        dispose: () => {},
      },
    );
    connection.listen();
    expect(await firstTalk(connection, 'ja')).toBeGreaterThan(0);
    const position = { line: 0, character: 0 };
    const refused = connection.sendRequest('textDocument/prepareRename', { textDocument: { uri }, position });
    await expect(refused).rejects.toThrow('ここに定義語はありません。');
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await exited).toBe(0);
  });

  it('says which transports there are when started without one', async () => {
    const child = fork(bundle('server.node.cjs'), [], { silent: true });
    let complaint = '';
    child.stderr?.on('data', (data) => {
      complaint += String(data);
    });
    const code = await new Promise((resolve) => child.once('close', (exitCode) => resolve(exitCode)));
    expect(code).toBe(1);
    expect(complaint).toContain('--stdio');
  });
});

async function firstTalk(connection: ProtocolConnection, locale = 'en'): Promise<number> {
  const params = { processId: null, rootUri: null, capabilities: pullingClient, locale };
  await connection.sendRequest('initialize', params);
  await connection.sendNotification('initialized', {});
  const textDocument = { uri, languageId: 'legal', version: 1, text: articles };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  const symbols: DocumentSymbol[] = await connection.sendRequest('textDocument/documentSymbol', {
    textDocument: { uri },
  });
  return symbols.length;
}

/** Gives a thread of Node the few globals of a browser's worker that a transport needs, and takes Node's away. */
const browserLikeWorker = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { readFileSync } = require('node:fs');
  const { runInThisContext } = require('node:vm');
  const source = readFileSync(workerData, 'utf8');
  globalThis.self = globalThis;
  globalThis.addEventListener = () => {};
  globalThis.postMessage = (message) => parentPort.postMessage(message);
  globalThis.close = () => parentPort.close();
  parentPort.on('message', (data) => globalThis.onmessage({ data }));
  for (const name of ['setImmediate', 'clearImmediate', 'process', 'Buffer', 'require', 'global']) {
    Object.defineProperty(globalThis, name, { value: undefined });
  }
  runInThisContext(source);
`;

const silentEvents = {
  onError: () => ({ dispose: () => {} }),
  onClose: () => ({ dispose: () => {} }),
  onPartialMessage: () => ({ dispose: () => {} }),
};

function listen(worker: Worker, callback: (message: Message) => void): { dispose(): void } {
  worker.on('message', callback);
  return { dispose: () => worker.off('message', callback) };
}
