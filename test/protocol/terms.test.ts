import { describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  Hover,
  LinkedEditingRanges,
  Location,
  LocationLink,
  SymbolInformation,
  TypeHierarchyItem,
} from 'vscode-languageserver';
import { pullingClient, ServerProcess } from './serverProcess.ts';

const uri = 'file:///a (draft) of tea.agreement';
const textDocument = { uri };
const lines = [
  'SUPPLY AGREEMENT',
  '',
  '1. Terms. [*Note*] A _lot_ is sold. "Lot" means 1 * 2 chests of <b>Tea</b>.',
  '',
  '"Tea" has the meaning set forth in Section 2.',
  '',
  '2. Goods. Leaves of the shrub ("Tea") are sold by the Lot.',
];
const text = lines.join('\n');

function at(line: number, words: string) {
  return { textDocument, position: { line, character: (lines[line] ?? '').indexOf(words) + 1 } };
}

function client(more: object): ClientCapabilities {
  return { ...pullingClient, textDocument: { ...pullingClient.textDocument, ...more } };
}

async function opened(capabilities: ClientCapabilities): Promise<ServerProcess> {
  const server = await ServerProcess.initialized(capabilities);
  await server.open(uri, text);
  return server;
}

describe('hovering over a term', () => {
  it('tells its meaning in Markdown, in which the words of the document are read and not obeyed', async () => {
    await using server = await opened(client({ hover: { contentFormat: ['markdown'] } }));
    const hover: Hover = await server.connection.sendRequest('textDocument/hover', at(6, 'Lot'));
    expect(hover.range).toEqual({ start: { line: 6, character: 54 }, end: { line: 6, character: 57 } });
    expect(hover.contents).toMatchInlineSnapshot(`
      {
        "kind": "markdown",
        "value": "**Lot**

      1 \\* 2 chests of \\<b\\>[Tea](file:///a%20%28draft%29%20of%20tea.agreement#L7,11)\\</b\\>.

      Defined in [Section 1 (line 3)](file:///a%20%28draft%29%20of%20tea.agreement#L3,38).  
      Holds in the whole document. Used once.",
      }
    `);
  });

  it('tells it as it is to a client that knows no Markdown', async () => {
    await using server = await opened(client({}));
    const hover: Hover = await server.connection.sendRequest('textDocument/hover', at(6, 'Lot'));
    expect(hover.contents).toMatchInlineSnapshot(`
      {
        "kind": "plaintext",
        "value": "Lot

      1 * 2 chests of <b>Tea</b>.

      Defined in Section 1 (line 3).
      Holds in the whole document. Used once.",
      }
    `);
  });
});

describe('going from a term', () => {
  it('leads past a pointer to the meaning, and to the pointer as its declaration', async () => {
    const capabilities = client({ definition: { linkSupport: true }, declaration: { linkSupport: true } });
    await using server = await opened(capabilities);
    const ask = (method: string): Promise<LocationLink[]> =>
      server.connection.sendRequest(`textDocument/${method}`, at(2, 'Tea</b>'));
    const [definition] = await ask('definition');
    expect(definition?.targetSelectionRange.start).toEqual({ line: 6, character: 10 });
    const [declaration] = await ask('declaration');
    expect(declaration?.targetSelectionRange.start).toEqual({ line: 4, character: 1 });
  });

  it('gives a client without links the mere places', async () => {
    await using server = await opened(client({}));
    const found: Location[] = await server.connection.sendRequest(
      'textDocument/declaration',
      at(2, 'Tea</b>'),
    );
    expect(found).toEqual([
      { uri, range: { start: { line: 4, character: 1 }, end: { line: 4, character: 4 } } },
    ]);
  });

  it('lists its uses, with the definitions where they are wanted', async () => {
    await using server = await opened(client({}));
    const ask = async (includeDeclaration: boolean): Promise<number[]> => {
      const params = { ...at(4, 'Tea'), context: { includeDeclaration } };
      const found: Location[] = await server.connection.sendRequest('textDocument/references', params);
      return found.map(({ range }) => range.start.line);
    };
    expect(await ask(false)).toEqual([2]);
    expect(await ask(true)).toEqual([4, 6, 2]);
  });
});

it('a begun term is completed, and its meaning is told once it is looked at', async () => {
  const documentationFormat = ['plaintext' as const];
  await using server = await opened(client({ completion: { completionItem: { documentationFormat } } }));
  const position = { line: 6, character: (lines[6] ?? '').indexOf('Lot') + 1 };
  const params = { textDocument: { uri, version: 2 }, contentChanges: [{ text: `${text}\n\nThe L` }] };
  await server.connection.sendNotification('textDocument/didChange', params);
  const end = { line: 8, character: 5 };
  const list: CompletionList = await server.connection.sendRequest('textDocument/completion', {
    textDocument,
    position: end,
  });
  const start = { line: 8, character: 4 };
  expect(list.items).toMatchObject([
    { label: 'Lot', kind: 21, textEdit: { range: { start, end }, newText: 'Lot' } },
  ]);
  const [item] = list.items;
  const resolved: CompletionItem = await server.connection.sendRequest('completionItem/resolve', item);
  expect(resolved.documentation).toMatchObject({
    value: expect.stringContaining('1 * 2 chests of <b>Tea</b>.'),
  });
  expect(
    await server.connection.sendRequest('textDocument/completion', { textDocument, position }),
  ).toBeNull();
});

it('the type hierarchy leads to the terms that a term is built from and to those built on it', async () => {
  await using server = await opened(client({}));
  const ask = (method: string, params: object): Promise<TypeHierarchyItem[] | null> =>
    server.connection.sendRequest(method, params);
  const [lot] = (await ask('textDocument/prepareTypeHierarchy', at(6, 'Lot'))) ?? [];
  expect(lot).toMatchObject({ name: 'Lot', detail: '1 * 2 chests of <b>Tea</b>.', kind: 14, uri });
  const [tea] = (await ask('typeHierarchy/supertypes', { item: lot })) ?? [];
  expect(tea).toMatchObject({ name: 'Tea', selectionRange: { start: { line: 6 } } });
  expect(await ask('typeHierarchy/subtypes', { item: tea })).toEqual([lot]);
  expect(await ask('typeHierarchy/supertypes', { item: tea })).toEqual([]);
  expect(await ask('textDocument/prepareTypeHierarchy', at(2, 'sold'))).toBeNull();
  expect(
    await ask('typeHierarchy/supertypes', { item: { ...tea, data: { uri, term: 'Ink', nth: 0 } } }),
  ).toBeNull();
});

it('terms are among the symbols of the workspace', async () => {
  await using server = await opened(client({}));
  const symbols: SymbolInformation[] = await server.connection.sendRequest('workspace/symbol', {
    query: 'lot',
  });
  expect(symbols).toMatchObject([
    {
      name: 'Lot',
      kind: 14,
      containerName: 'SUPPLY AGREEMENT',
      location: { uri, range: { start: { line: 2, character: 37 } } },
    },
  ]);
});

it('a term is edited together with its repetitions in its definition', async () => {
  await using server = await opened(client({}));
  const definition = '"Lot" means a chest; no other Lot is meant.';
  const change = { textDocument: { uri, version: 2 }, contentChanges: [{ text: definition }] };
  await server.connection.sendNotification('textDocument/didChange', change);
  const params = { textDocument, position: { line: 0, character: 2 } };
  const linked: LinkedEditingRanges = await server.connection.sendRequest(
    'textDocument/linkedEditingRange',
    params,
  );
  expect(linked.ranges.map(({ start, end }) => [start.character, end.character])).toEqual([
    [1, 4],
    [30, 33],
  ]);
  const pattern = new RegExp(`^${linked.wordPattern}$`);
  expect(['Chest of Tea', 'Lot "'].map((words) => pattern.test(words))).toEqual([true, false]);
});
