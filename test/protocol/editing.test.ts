import { describe, expect, it } from 'vitest';
import type { DocumentLink, TextEdit } from 'vscode-languageserver';
import { pullingClient, ServerProcess } from './serverProcess.ts';

const uri = 'file:///lease.legal';
const textDocument = { uri };
const options = { tabSize: 4, insertSpaces: true };

describe('a line that ends', () => {
  const enter = async (text: string, line: number, ch = '\n') => {
    await using server = await ServerProcess.initialized();
    await server.open(uri, text);
    const params = { textDocument, position: { line, character: 0 }, ch, options };
    const edits: TextEdit[] | null = await server.connection.sendRequest(
      'textDocument/onTypeFormatting',
      params,
    );
    return edits;
  };

  it('is followed by the next item of its list', async () => {
    const place = { line: 2, character: 0 };
    expect(await enter('The tenant pays:\n(a) rent;\n', 2)).toEqual([
      { range: { start: place, end: place }, newText: '(b) ' },
    ]);
  });

  it('takes an empty item away', async () => {
    expect(await enter('The tenant pays:\n(a) rent;\n(b) \n', 3)).toEqual([
      { range: { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } }, newText: '' },
    ]);
  });

  it('is left alone in prose, and so is every other key', async () => {
    expect(await enter('The tenant pays.\n', 1)).toEqual([]);
    expect(await enter('The tenant pays:\n(a) rent;\n', 2, ';')).toBeNull();
  });
});

describe('a mention of an attachment', () => {
  const text = '1. Rent. The rent is that of Exhibit A.\n\nEXHIBIT A\n\nRENT\n\nOne pound.\n';
  const links = async (capabilities = pullingClient) => {
    await using server = await ServerProcess.initialized(capabilities);
    await server.open(uri, text);
    const answer: DocumentLink[] | null = await server.connection.sendRequest('textDocument/documentLink', {
      textDocument,
    });
    return answer;
  };
  const range = { start: { line: 0, character: 29 }, end: { line: 0, character: 38 } };

  it('leads to its heading', async () => {
    expect(await links()).toEqual([{ range, target: `${uri}#L3,1` }]);
  });

  it('says where it leads to a client that shows that', async () => {
    const documentLink = { tooltipSupport: true };
    const answer = await links({
      ...pullingClient,
      textDocument: { ...pullingClient.textDocument, documentLink },
    });
    expect(answer).toEqual([{ range, target: `${uri}#L3,1`, tooltip: 'Go to EXHIBIT A RENT' }]);
  });
});
