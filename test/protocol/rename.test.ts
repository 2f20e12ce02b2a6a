import { describe, expect, it } from 'vitest';
import type { AnnotatedTextEdit, ClientCapabilities, WorkspaceEdit } from 'vscode-languageserver';
import { pullingClient, ServerProcess } from './serverProcess.ts';

const uri = 'file:///supply.agreement';
const textDocument = { uri };
const lines = [
  'SUPPLY AGREEMENT',
  '',
  '1. Terms. "Lot" means two chests of tea. "Seller" has the meaning given in the Frame Contract.',
  '',
  '2. LOTS',
  '',
  'A Lot is sold on Monday; the Lots Ledger names each Lot.',
];
const text = lines.join('\n');

function at(line: number, words: string) {
  return { textDocument, position: { line, character: (lines[line] ?? '').indexOf(words) + 1 } };
}

const annotating: ClientCapabilities = {
  ...pullingClient,
  textDocument: { ...pullingClient.textDocument, rename: { prepareSupport: true } },
  workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
};

async function opened(capabilities: ClientCapabilities): Promise<ServerProcess> {
  const server = await ServerProcess.initialized(capabilities);
  await server.open(uri, text);
  return server;
}

describe('renaming a term', () => {
  it('begins with the name as it is defined, at the words under the cursor', async () => {
    await using server = await opened(annotating);
    const answer = await server.connection.sendRequest('textDocument/prepareRename', at(6, 'Lots'));
    expect(answer).toEqual({
      range: { start: { line: 6, character: 29 }, end: { line: 6, character: 33 } },
      placeholder: 'Lot',
    });
  });

  it('groups the edits by their reasons, and asks where it is not sure', async () => {
    await using server = await opened(annotating);
    const edit: WorkspaceEdit = await server.connection.sendRequest('textDocument/rename', {
      ...at(6, 'Lot is'),
      newName: 'Assortment',
    });
    const [change] = edit.documentChanges ?? [];
    if (!change || !('edits' in change)) throw new Error('There is no edit of a text.');
    expect(change.textDocument).toEqual({ uri, version: 1 });
    const shown = change.edits.map((one) => {
      const { range, newText, annotationId = '' } = one as AnnotatedTextEdit;
      const { label, needsConfirmation, description } = edit.changeAnnotations?.[annotationId] ?? {};
      const sign = needsConfirmation ? `? ${description}` : '';
      return `${range.start.line}:${range.start.character} ${newText} | ${label} ${sign}`.trim();
    });
    expect(shown).toMatchInlineSnapshot(`
      [
        "2:11 Assortment | Definitions",
        "4:3 ASSORTMENTS | Uses of the term ? In a heading “Lot” may be an ordinary word.",
        "6:0 An | “a” and “an” before the term",
        "6:2 Assortment | Uses of the term",
        "6:29 Assortments | Uses of the term ? It may be part of the name “Lots Ledger”.",
        "6:52 Assortment | Uses of the term",
      ]
    `);
  });

  it('makes only what is sure for a client that cannot ask', async () => {
    await using server = await opened(pullingClient);
    const edit: WorkspaceEdit = await server.connection.sendRequest('textDocument/rename', {
      ...at(6, 'Lot is'),
      newName: 'Assortment',
    });
    expect(JSON.stringify(edit).match(/newText/g)).toHaveLength(4);
    expect(edit.changeAnnotations).toBeUndefined();
  });

  it('is refused with the reason', async () => {
    await using server = await opened(annotating);
    const ask = (method: string, params: object): Promise<unknown> =>
      server.connection.sendRequest(method, params).catch(({ message }) => message);
    expect(await ask('textDocument/prepareRename', at(2, 'Seller'))).toBe(
      '“Seller” has its name from another document (the Frame Contract).',
    );
    expect(await ask('textDocument/prepareRename', at(6, 'sold'))).toBe('No defined term stands here.');
    expect(await ask('textDocument/rename', { ...at(6, 'Lot is'), newName: 'Seller' })).toBe(
      '“Seller” is already defined, in Section 1.',
    );
  });
});
