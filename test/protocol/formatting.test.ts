import { expect, it } from 'vitest';
import type { ClientCapabilities, TextEdit } from 'vscode-languageserver';
import { pullingClient, ServerProcess } from './serverProcess.ts';

const uri = 'file:///lease.legal';
const textDocument = { uri };
const options = { tabSize: 4, insertSpaces: true };
const text =
  'Article 1. (Rent)\n\nThe rent is  paid on the first day of each month.\n\nArticle 2. (Term)\n\nThe term is  two years from the date of signing.\n';

async function format(method: string, params: object, settings?: object): Promise<TextEdit[] | null> {
  const workspace: ClientCapabilities = { ...pullingClient, workspace: { configuration: true } };
  await using server = await ServerProcess.initialized(settings ? workspace : pullingClient);
  if (settings)
    server.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => settings),
    );
  await server.open(uri, text);
  return await server.connection.sendRequest(method, { textDocument, options, ...params });
}

const blank = (line: number) => ({
  range: { start: { line, character: 11 }, end: { line, character: 13 } },
  newText: ' ',
});

it('lays a document out by edits of its blanks alone', async () => {
  expect(await format('textDocument/formatting', {})).toEqual([blank(2), blank(6)]);
});

it('lays out what is selected, and no more', async () => {
  const range = { start: { line: 4, character: 0 }, end: { line: 6, character: 10 } };
  const edits = await format('textDocument/rangeFormatting', {
    range: { ...range, end: { line: 7, character: 0 } },
  });
  expect(edits).toEqual([blank(6)]);
});

it('does so by the settings', async () => {
  expect(await format('textDocument/formatting', {}, { format: { spaces: 'keep' } })).toEqual([]);
});
