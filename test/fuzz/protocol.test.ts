import { expect, test } from 'vitest';
import { readSamples } from '../core/documents.ts';
import { EditGenerator } from '../core/edits.ts';
import { ServerProcess } from '../protocol/serverProcess.ts';
import { runSession } from './session.ts';

const texts = readSamples().map(({ text }) => text.slice(0, 3_000));

test.each([1, 2, 3, 4, 5, 6])(
  'a client that has lost its mind gets errors, and the server goes on: session %i',
  async (seed) => {
    const { counts, faults } = await runSession(new EditGenerator(seed), texts, 250);
    expect(faults).toEqual([]);
    expect(counts.requests).toBeGreaterThan(80);
    expect(counts.results + counts.errors).toBe(counts.requests);
  },
  120_000,
);

test.each([
  ['textDocument/hover', { textDocument: { uri: 'file:///a.legal' } }, 'params.position is no object'],
  ['textDocument/rename', { position: { line: 0, character: 0 } }, 'params.textDocument is no object'],
  ['textDocument/definition', ['file:///a.legal', { line: 0, character: 0 }], 'params is no object'],
  [
    'textDocument/selectionRange',
    { textDocument: { uri: 'x' }, positions: [{ line: '1' }] },
    'params.positions[0].line is no number',
  ],
  ['workspace/symbol', {}, 'params.query is no string'],
])('%s is refused where its parameters are not those of the protocol', async (method, params, why) => {
  await using server = await ServerProcess.initialized();
  await expect(
    server.connection.sendRequest(method, ...(Array.isArray(params) ? params : [params])),
  ).rejects.toMatchObject({
    code: -32602,
    message: `${method}: ${why}.`,
  });
  expect(server.log).toEqual([]);
});

test('a document that is opened without a text is not opened, and said to be left out', async () => {
  await using server = await ServerProcess.initialized();
  const textDocument = { uri: 'file:///a.legal', languageId: 'legal', version: 1 };
  await server.connection.sendNotification('textDocument/didOpen', { textDocument });
  expect(await server.symbols(textDocument.uri)).toBeNull();
  expect(server.log).toEqual(['textDocument/didOpen is left out: params.textDocument.text is no string.']);
});
