import { describe, expect, it } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver/node';
import { conflicting } from '../badInput.ts';
import { cleanDocument } from '../cli/world.ts';
import { plainClient, ServerProcess } from './serverProcess.ts';

const uri = 'file:///bad.legal';
const textDocument = { uri };
const everywhere = { start: { line: 0, character: 0 }, end: { line: 2 ** 31, character: 0 } };
const place = { position: everywhere.start };

/** All that can be asked of a document, each with what it takes beside the document. */
const questions: readonly (readonly [string, object])[] = [
  ['textDocument/documentSymbol', {}],
  ['textDocument/foldingRange', {}],
  ['textDocument/selectionRange', { positions: [everywhere.start, everywhere.end] }],
  ['textDocument/diagnostic', {}],
  ['textDocument/codeAction', { range: everywhere, context: { diagnostics: [] } }],
  ['textDocument/semanticTokens/full', {}],
  ['textDocument/semanticTokens/full/delta', { previousResultId: 'none' }],
  ['textDocument/semanticTokens/range', { range: everywhere }],
  ['textDocument/onTypeFormatting', { ...place, ch: '\n', options: { tabSize: 4, insertSpaces: true } }],
  ['textDocument/documentLink', {}],
  ['textDocument/definition', place],
  ['textDocument/references', { ...place, context: { includeDeclaration: true } }],
  ['textDocument/documentHighlight', place],
  ['textDocument/hover', place],
  ['textDocument/completion', place],
  ['textDocument/prepareCallHierarchy', place],
  ['textDocument/inlayHint', { range: everywhere }],
  ['textDocument/codeLens', {}],
  ['proviso/findProvisions', { ...place, query: 'Article 2' }],
  ['proviso/citation', place],
  ['proviso/scheme', {}],
  ['proviso/explain', place],
  ['proviso/brokenCitation', { ...place, direction: 'next' }],
];

const headings = ['Article 1 Name', 'Article 2 Purpose', 'Article 3 Seat'];

describe('the server is given', () => {
  it.each([
    ['nothing', '', []],
    ['a byte order mark', `\uFEFF${cleanDocument}`, headings],
    ['NULs', cleanDocument.replaceAll('.', '.\0'), null],
    [
      'bytes that are no text',
      Buffer.alloc(20_000, '\x89PNG\x1a\0\xff\r', 'latin1').toString('latin1'),
      null,
    ],
    ['UTF-16 that was read as Latin-1', Buffer.from(cleanDocument, 'utf16le').toString('latin1'), null],
    ['halves of characters', `\ude00\n${cleanDocument.replaceAll('shoes', 'sho\ud83des')}\ud83d`, headings],
    ['CRLF', cleanDocument.replaceAll('\n', '\r\n'), headings],
    ['line ends of all kinds', cleanDocument.replaceAll('.\n\nA', '.\r\n\rA'), headings],
    ['a merge that was left unfinished', conflicting, headings],
  ])('%s, and answers everything', async (_, text, expected) => {
    await using server = await ServerProcess.initialized();
    await server.open(uri, text);
    for (const [method, params] of questions)
      await server.connection.sendRequest(method, { textDocument, ...params });
    if (expected) expect(namesOf((await server.symbols(uri)) ?? [])).toEqual(expected);
    expect(server.log).toEqual([]);
  });

  it('a merge that was left unfinished, and says that alone', async () => {
    await using server = await ServerProcess.initialized();
    await server.open(uri, conflicting.replace('Article 3', 'Article 5'));
    const [conflict, ...others] = await server.diagnostics(uri);
    expect(conflict).toMatchObject({ code: 'merge-conflict', severity: 1, range: { start: { line: 6 } } });
    expect(others).toEqual([]);
  });
});

describe('a document that is too long', () => {
  const shown = ['textDocument/diagnostic', 'textDocument/documentSymbol'];
  const long = cleanDocument.repeat(Math.ceil(50_000_000 / cleanDocument.length));
  const reason = `This document has ${long.length.toLocaleString('en-US')} characters; Proviso reads up to 20,000,000. Only its headings are shown.`;

  it('is outlined only, says so, and is read once it is shorter', async () => {
    await using server = await ServerProcess.initialized();
    await server.open(uri, cleanDocument);
    expect(await server.symbols(uri)).not.toBeNull();
    await server.change(uri, 2, [{ text: long }]);
    for (const [method, params] of questions) {
      const answer = await server.connection.sendRequest(method, { textDocument, ...params });
      if (!shown.includes(method)) expect(answer, method).toBeNull();
    }
    expect((await server.symbols(uri))?.slice(0, 3).map(({ name }) => name)).toEqual([
      'Article 1. (Name)',
      'Article 2. (Purpose)',
      'Article 3. (Seat)',
    ]);
    expect(await server.diagnostics(uri)).toEqual([
      {
        range: { start: everywhere.start, end: everywhere.start },
        severity: 3,
        source: 'proviso',
        message: reason,
      },
    ]);
    await server.change(uri, 3, [{ text: cleanDocument }]);
    expect(await server.diagnostics(uri)).toEqual([]);
    expect(namesOf((await server.symbols(uri)) ?? [])).toEqual(headings);
    expect(server.log).toEqual([]);
  }, 20_000);

  it('is what the setting says', async () => {
    await using server = await ServerProcess.initialized();
    const text = cleanDocument.repeat(20);
    await server.open(uri, text);
    const settings = { proviso: { maxFileSize: 0.001 } };
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    const [refusal] = await server.diagnostics(uri);
    expect(refusal?.message).toContain('Proviso reads up to 1,000. Only its headings are shown.');
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect((await server.diagnostics(uri)).map(({ message }) => message)).not.toContain(refusal?.message);
  });

  it('has that published where it is not asked for', async () => {
    await using server = await ServerProcess.initialized(plainClient);
    await server.open(uri, '\n'.repeat(500_000));
    const { diagnostics } = await server.publishedWhere(({ version }) => version === 1);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'This document has 500,001 lines; Proviso reads up to 400,000. Only its headings are shown.',
    ]);
  });
});

function namesOf(symbols: readonly DocumentSymbol[]): string[] {
  return symbols.flatMap(({ name, children }) => [
    ...(name.startsWith('Article') ? [name] : []),
    ...namesOf(children ?? []),
  ]);
}
