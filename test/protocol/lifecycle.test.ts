import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { articles, ServerProcess } from './serverProcess.ts';

const uri = 'file:///articles.legal';
const document = { textDocument: { uri } };

describe('the life of a server', () => {
  it('begins with initialize and says who it is', async () => {
    await using server = new ServerProcess();
    const result = await server.initialize();
    expect(result.serverInfo?.name).toBe('proviso');
    expect(result.serverInfo?.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(result.capabilities.positionEncoding).toBe('utf-16');
    expect(result.capabilities.textDocumentSync).toEqual({
      openClose: true,
      change: 2,
      willSave: true,
      save: true,
    });
  });

  it('answers nothing before initialize', async () => {
    await using server = new ServerProcess();
    await expect(server.symbols(uri)).rejects.toMatchObject({ code: -32002 });
    await server.open(uri, articles);
    await server.initialize();
    expect(await server.symbols(uri)).toBeNull();
  });

  it('is initialized once', async () => {
    await using server = await ServerProcess.initialized();
    await expect(server.initialize()).rejects.toMatchObject({ code: -32600 });
  });

  it('answers nothing after shutdown and ends with 0 on exit', async () => {
    await using server = await ServerProcess.initialized();
    await server.open(uri, articles);
    await server.connection.sendRequest('shutdown');
    await expect(server.symbols(uri)).rejects.toMatchObject({ code: -32600 });
    await server.connection.sendNotification('exit');
    expect(await server.exited).toBe(0);
  });

  it('ends with 1 on an exit without shutdown', async () => {
    await using server = await ServerProcess.initialized();
    await server.connection.sendNotification('exit');
    expect(await server.exited).toBe(1);
  });

  it('ends when the pipe from its editor closes', async () => {
    await using server = await ServerProcess.initialized();
    server.child.stdin?.end();
    expect(await server.exited).toBe(1);
  });

  it('ends quietly when its editor reads no more', async () => {
    await using server = await ServerProcess.initialized({});
    server.child.stdout?.destroy();
    for (const name of ['one', 'two']) {
      const textDocument = {
        uri: `file:///${name}.legal`,
        languageId: 'legal',
        version: 1,
        text: 'Article 1. (Name)',
      };
      const message = JSON.stringify({
        jsonrpc: '2.0',
        method: 'textDocument/didOpen',
        params: { textDocument },
      });
      server.child.stdin?.write(`Content-Length: ${message.length}\r\n\r\n${message}`);
    }
    expect(await server.exited).toBe(1);
    expect(server.log).toEqual([]);
  });

  it('ends when the process of its editor is gone, though the pipe is still open', async () => {
    const gone = spawnSync(process.execPath, ['--version']).pid;
    await using server = new ServerProcess();
    await server.initialize({}, gone);
    expect(await server.exited).toBe(1);
  }, 15_000);

  it('survives what it cannot understand', async () => {
    await using server = await ServerProcess.initialized();
    await server.open(uri, articles);
    await expect(server.connection.sendRequest('textDocument/unheardOf', document)).rejects.toMatchObject({
      code: -32601,
    });
    await expect(server.connection.sendRequest('textDocument/documentSymbol', {})).rejects.toMatchObject({
      code: -32602,
    });
    await server.connection.sendNotification('textDocument/didOpen', {});
    await server.connection.sendNotification('textDocument/didChange', document);
    await server.connection.sendNotification('textDocument/unheardOf', {});
    server.child.stdin?.write('Content-Length: 9\r\n\r\n{"broken"');
    expect(await server.symbols(uri)).not.toHaveLength(0);
  });

  it('traces its requests when the setting says so', async () => {
    await using server = await ServerProcess.initialized();
    const traces: string[] = [];
    server.connection.onNotification('$/logTrace', ({ message }) => void traces.push(message));
    await server.open(uri, articles);
    await server.symbols(uri);
    const settings = { proviso: { trace: { server: 'messages' } } };
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    await server.pull(uri);
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await server.pull(uri);
    await server.connection.sendRequest('shutdown');
    const withoutTimes = traces.map((message) => message.replace(/[\d.]+ ms/, 'N ms'));
    expect(withoutTimes).toEqual(['textDocument/diagnostic took N ms', 'textDocument/diagnostic took N ms']);
  });
});
