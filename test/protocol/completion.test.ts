import { expect, it } from 'vitest';
import type { ClientCapabilities, CompletionItem, CompletionList } from 'vscode-languageserver';
import { pullingClient, ServerProcess } from './serverProcess.ts';

const uri = 'file:///lease.agreement';
const textDocument = { uri };
const lines = [
  'LEASE AGREEMENT',
  '',
  '1. Rent. The *rent* is due:',
  '',
  '  (a) in March;',
  '',
  '2. Delay. Delay is governed by Section ',
];
const text = lines.join('\n');
const atEnd = { line: 6, character: (lines[6] ?? '').length };

function client(completionItem: object): ClientCapabilities {
  return {
    ...pullingClient,
    textDocument: { ...pullingClient.textDocument, completion: { completionItem } },
  };
}

async function complete(
  server: ServerProcess,
  position: { line: number; character: number },
): Promise<CompletionList | null> {
  await server.open(uri, text);
  return await server.connection.sendRequest('textDocument/completion', { textDocument, position });
}

it('numbers are offered with their captions, and their text is told once it is looked at', async () => {
  const labelDetailsSupport = true;
  await using server = await ServerProcess.initialized(
    client({ labelDetailsSupport, documentationFormat: ['markdown'] }),
  );
  const list = await complete(server, atEnd);
  expect(list?.isIncomplete).toBe(false);
  expect(list?.items).toMatchObject([
    {
      label: '1',
      labelDetails: { detail: ' Rent' },
      kind: 18,
      sortText: '0000',
      textEdit: { range: { start: atEnd, end: atEnd }, newText: '1' },
    },
    { label: '2' },
  ]);
  const [item] = list?.items ?? [];
  expect(item?.documentation).toBeUndefined();
  const resolved: CompletionItem = await server.connection.sendRequest('completionItem/resolve', item);
  expect(resolved.documentation).toEqual({
    kind: 'markdown',
    value: '**Section 1** — Rent\n\nThe \\*rent\\* is due:\n\n&emsp;(a) in March;',
  });
});

it('a client that knows less has the caption as a detail and the text as it is', async () => {
  await using server = await ServerProcess.initialized(client({}));
  const [item] = (await complete(server, atEnd))?.items ?? [];
  expect(item).toMatchObject({ label: '1', detail: 'Rent' });
  const resolved: CompletionItem = await server.connection.sendRequest('completionItem/resolve', item);
  expect(resolved.documentation).toEqual({
    kind: 'plaintext',
    value: 'Section 1 — Rent\n\nThe *rent* is due:\n  (a) in March;',
  });
});

it('nothing is offered in prose, and what the server never offered stays as it is', async () => {
  await using server = await ServerProcess.initialized();
  expect(await complete(server, { line: 6, character: 10 })).toBeNull();
  const stranger = { label: 'stranger', data: { uri, id: 'none' } };
  expect(await server.connection.sendRequest('completionItem/resolve', stranger)).toEqual(stranger);
});
