import { expect, it } from 'vitest';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  SymbolInformation,
} from 'vscode-languageserver';
import { ServerProcess } from './serverProcess.ts';

const uri = 'file:///articles.legal';
const text = `Article 1. (Name)
The name is Quay.

Article 2. (Seat)
Article 1 stands.
`;

async function prepared(): Promise<{ server: ServerProcess; item: CallHierarchyItem }> {
  const server = await ServerProcess.initialized();
  await server.open(uri, text);
  const params = { textDocument: { uri }, position: { line: 4, character: 3 } };
  const items: CallHierarchyItem[] | null = await server.connection.sendRequest(
    'textDocument/prepareCallHierarchy',
    params,
  );
  const [item] = items ?? [];
  if (!item) throw new Error('Nothing was prepared.');
  return { server, item };
}

const citation = { start: { line: 4, character: 0 }, end: { line: 4, character: 9 } };

it('the provisions that cite one are told, and those that it cites', async () => {
  const { server, item } = await prepared();
  await using _ = server;
  expect(item).toMatchObject({ name: 'Article 1', detail: 'Name', uri });
  expect(item.selectionRange.start).toEqual({ line: 0, character: 0 });
  const incoming: CallHierarchyIncomingCall[] = await server.connection.sendRequest(
    'callHierarchy/incomingCalls',
    { item },
  );
  expect(incoming).toMatchObject([{ from: { name: 'Article 2', detail: 'Seat' }, fromRanges: [citation] }]);
  const outgoing: CallHierarchyOutgoingCall[] = await server.connection.sendRequest(
    'callHierarchy/outgoingCalls',
    { item: incoming[0]?.from },
  );
  expect(outgoing).toMatchObject([{ to: { name: 'Article 1' }, fromRanges: [citation] }]);
});

it('a provision is known again after an edit that moved and renumbered it', async () => {
  const { server, item } = await prepared();
  await using _ = server;
  await server.change(uri, 2, [{ text: `PREFACE\n\n${text.replaceAll('Article 1', 'Article 7')}` }]);
  const incoming = await server.connection.sendRequest('callHierarchy/incomingCalls', { item });
  expect(incoming).toMatchObject([{ fromRanges: [{ start: { line: 6 } }] }]);
});

it('what was never prepared has no answer, and nothing at all is refused', async () => {
  const { server, item } = await prepared();
  await using _ = server;
  for (const data of [undefined, 'x', { uri }, { uri, id: 'none' }, { uri: 'file:///other', id: '1' }]) {
    const params = { item: { ...item, data } };
    expect(await server.connection.sendRequest('callHierarchy/incomingCalls', params)).toBeNull();
    expect(await server.connection.sendRequest('callHierarchy/outgoingCalls', params)).toBeNull();
  }
  await expect(server.connection.sendRequest('callHierarchy/outgoingCalls', {})).rejects.toMatchObject({
    code: -32602,
  });
});

it('the provisions of all open documents are found by name', async () => {
  const { server } = await prepared();
  await using _ = server;
  await server.open(
    'file:///other.legal',
    'BYLAWS\n\nArticle 1. (Flag)\nThe flag is blue.\n\nArticle 2. (End)\nEnd.\n',
  );
  const find = (query: string): Promise<SymbolInformation[]> =>
    server.connection.sendRequest('workspace/symbol', { query });
  expect(await find('article 1')).toMatchObject([
    { name: 'Article 1 Name', location: { uri } },
    { name: 'Article 1 Flag', location: { uri: 'file:///other.legal' }, containerName: 'BYLAWS' },
  ]);
  expect(await find('zzz')).toEqual([]);
});
