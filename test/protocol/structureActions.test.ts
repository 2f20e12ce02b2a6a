import { describe, expect, it } from 'vitest';
import type { ClientCapabilities, CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import { analyze } from '../../server/src/core/analysis.ts';
import { pullingClient, ServerProcess } from './serverProcess.ts';

const uri = 'file:///lease.legal';
const lines = [
  'Article 1. (House)',
  'The house is let under Articles 2 and 3.',
  '',
  'Article 2. (Heat)',
  'Heat is free. Article 9 applies.',
  '',
  'Article 2. (Rent)',
  'The rent is due under Article 3.',
  '',
  'Article 3. (Term)',
  'The term ends in May.',
];

const resolving: ClientCapabilities = {
  ...pullingClient,
  textDocument: {
    ...pullingClient.textDocument,
    rename: { prepareSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
  workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
};

const withoutResolving: ClientCapabilities = {
  ...resolving,
  textDocument: {
    ...resolving.textDocument,
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};

async function opened(capabilities: ClientCapabilities, text: string): Promise<ServerProcess> {
  const server = await ServerProcess.initialized(capabilities);
  await server.open(uri, text);
  return server;
}

async function offered(server: ServerProcess, line: number): Promise<CodeAction[]> {
  const position = { line, character: 3 };
  const all: CodeAction[] = await server.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
  return all.filter(({ data }) => data !== undefined);
}

/** The document with the edits made, and what the preview says of those that are not plain. */
function applied(text: string, edit: WorkspaceEdit | undefined): { text: string; open: string[] } {
  const [change] = edit?.documentChanges ?? [];
  if (!change || !('edits' in change)) throw new Error('There is no edit of a text.');
  const { snapshot } = analyze(text);
  let changed = text;
  const open: string[] = [];
  for (const one of change.edits.toReversed()) {
    if (!('newText' in one) || !('annotationId' in one)) continue;
    const { start, end } = one.range;
    const from = snapshot.offsetAt(start.line, start.character);
    changed =
      changed.slice(0, from) + one.newText + changed.slice(snapshot.offsetAt(end.line, end.character));
    const annotation = edit?.changeAnnotations?.[one.annotationId];
    if (annotation?.description)
      open.unshift(`${start.line}: ${annotation.label}: ${annotation.description}`);
  }
  return { text: changed, open };
}

describe('what can be done about a provision', () => {
  it('is to give a heading that was typed its number, and to move on what stood there', async () => {
    const text = lines.join('\n');
    await using server = await opened(resolving, text);
    const [insert] = await offered(server, 3);
    expect(insert?.title).toBe('Insert as Article 2 and renumber what follows');
    expect(insert?.edit).toBeUndefined();
    const resolved: CodeAction = await server.connection.sendRequest('codeAction/resolve', insert);
    const result = applied(text, resolved.edit);
    expect(result.text.split('\n').filter((line) => /\d/.test(line))).toEqual([
      'Article 1. (House)',
      'The house is let under Articles 3 and 4.',
      'Article 2. (Heat)',
      'Heat is free. Article 9 applies.',
      'Article 3. (Rent)',
      'The rent is due under Article 4.',
      'Article 4. (Term)',
    ]);
    expect(result.open).toEqual([
      '4: Needs your decision: This stands in the new provision: see that it says the new number.',
    ]);
  });

  it('is to move, delete or follow it, and to renumber, as far as that can be', async () => {
    const text = lines.toSpliced(3, 3).join('\n');
    await using server = await opened(resolving, text);
    const actions = await offered(server, 3);
    expect(actions.map(({ title, kind }) => `${kind}: ${title}`)).toMatchInlineSnapshot(`
      [
        "refactor.move.up: Move Article 2 up",
        "refactor.move.down: Move Article 2 down",
        "refactor.rewrite.insert: Insert a provision after Article 2",
        "refactor.rewrite.branch: Insert a provision after Article 2 without renumbering",
        "refactor.rewrite.delete: Delete Article 2 and renumber what follows",
      ]
    `);
    const remove = actions.find(({ title }) => title.startsWith('Delete'));
    const resolved: CodeAction = await server.connection.sendRequest('codeAction/resolve', remove);
    const result = applied(text, resolved.edit);
    expect(result.text).toContain('under Articles [•] and 2.');
    expect(result.open).toMatchInlineSnapshot(`
      [
        "1: Needs your decision: It cites Article 2, which is deleted: say what it is to mean.",
        "1: Needs your decision: It cites Article 2, which is deleted: say what it is to mean.",
      ]
    `);
  });

  it('is offered only to clients that ask for the edits of what was chosen', async () => {
    await using server = await opened(withoutResolving, lines.join('\n'));
    const position = { line: 3, character: 3 };
    const answer = await server.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    expect(JSON.stringify(answer)).not.toContain('renumber what follows');
  });

  it('is to give it another number, which must fit in its place', async () => {
    const text = lines.toSpliced(3, 3).join('\n');
    await using server = await opened(resolving, text);
    const place = { textDocument: { uri }, position: { line: 6, character: 9 } };
    expect(await server.connection.sendRequest('textDocument/prepareRename', place)).toEqual({
      range: { start: { line: 6, character: 8 }, end: { line: 6, character: 9 } },
      placeholder: '3',
    });
    const edit: WorkspaceEdit = await server.connection.sendRequest('textDocument/rename', {
      ...place,
      newName: '5',
    });
    expect(applied(text, edit).text).toContain('under Articles 2 and 5.');
    const taken = server.connection.sendRequest('textDocument/rename', { ...place, newName: '2' });
    await expect(taken).rejects.toThrow(/would not fit in its place/);
  });
});
