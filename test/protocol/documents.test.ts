import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentSymbol, FoldingRange, SelectionRange } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Documents } from '../../server/src/lsp/documents/documents.ts';
import { articles, plainClient, ServerProcess } from './serverProcess.ts';

const uri = 'file:///articles.legal';

describe('an open document', () => {
  it('shows its outline', async () => {
    await using server = await ServerProcess.initialized();
    await server.open(uri, articles);
    const names = flatten((await server.symbols(uri)) ?? []).map((symbol) => symbol.name);
    expect(names.filter((name) => name.includes('Article'))).toHaveLength(5);
    expect(names.filter((name) => /chapter/i.test(name))).toHaveLength(2);
  });

  it('gives each symbol a range that holds its name and its children', async () => {
    await using server = await ServerProcess.initialized();
    await server.open(uri, articles);
    for (const symbol of flatten((await server.symbols(uri)) ?? [])) {
      for (const inner of [symbol.selectionRange, ...(symbol.children ?? []).map((child) => child.range)]) {
        expect(isInside(inner, symbol.range), symbol.name).toBe(true);
      }
    }
  });

  it('shows a flat outline to a client that cannot nest it', async () => {
    await using server = await ServerProcess.initialized(plainClient);
    await server.open(uri, articles);
    const symbols: { name: string; location: { uri: string }; containerName?: string }[] =
      await server.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
    const fees = symbols.find(
      (symbol) => symbol.name.includes('Fees') || symbol.name.startsWith('Article 4'),
    );
    expect(fees?.location.uri).toBe(uri);
    expect(fees?.containerName).toMatch(/chapter ii/i);
  });

  it('folds', async () => {
    await using server = await ServerProcess.initialized();
    await server.open(uri, articles);
    const areas: FoldingRange[] = await server.connection.sendRequest('textDocument/foldingRange', {
      textDocument: { uri },
    });
    const lines = articles.split('\n');
    expect(areas.map((area) => lines[area.startLine])).toContain('Article 2. (Purposes)');
    for (const area of areas) expect(area.endLine).toBeGreaterThan(area.startLine);
  });

  it('widens a selection from the inside outwards, one answer for each position', async () => {
    await using server = await ServerProcess.initialized();
    await server.open(uri, articles);
    const line = articles.split('\n').indexOf('(2) teaching sailing.');
    const answers = await select(server, [
      { line, character: 6 },
      { line: 0, character: 0 },
    ]);
    expect(answers).toHaveLength(2);
    let depth = 0;
    for (let range = answers[0]; range?.parent; range = range.parent) {
      expect(isInside(range.range, range.parent.range)).toBe(true);
      depth += 1;
    }
    expect(depth).toBeGreaterThan(2);
  });

  it('takes positions outside of it for the nearest ones inside', async () => {
    await using server = await ServerProcess.initialized();
    await server.open(uri, articles);
    const positions = [
      { line: -1, character: -1 },
      { line: 1e9, character: 1e9 },
      { line: 6, character: 1e9 },
      { line: 2.7, character: 1.5 },
      { line: null, character: null },
      { line: 2 ** 53, character: 2 ** 60 },
    ];
    const answers = await select(server, positions);
    expect(answers).toHaveLength(positions.length);
    expect(server.log).toEqual([]);
  });

  it('takes edits outside of it for edits at the nearest place inside', async () => {
    await using server = await ServerProcess.initialized();
    await server.open(uri, 'Article 1. (Name)\nText.\n');
    const start = { line: 99, character: 99 };
    await server.change(uri, 2, [{ range: { start, end: start }, text: '\nArticle 2. (Seat)\nText.\n' }]);
    await server.change(uri, 3, [
      { range: { start: { line: -3, character: -3 }, end: { line: 0, character: 0 } }, text: '\n' },
    ]);
    const names = flatten((await server.symbols(uri)) ?? []).map((symbol) => symbol.name);
    expect(names.filter((name) => name.startsWith('Article'))).toHaveLength(2);
  });

  it('is gone when closed, and changes to it are not applied', async () => {
    await using server = await ServerProcess.initialized();
    await server.open(uri, articles);
    await server.close(uri);
    expect(await server.symbols(uri)).toBeNull();
    expect(await server.diagnostics(uri)).toEqual([]);
    await server.change(uri, 2, [{ text: articles }]);
    expect(await server.symbols(uri)).toBeNull();
    expect(server.log.join()).toContain('not open');
    await server.open(uri, articles);
    expect(await server.symbols(uri)).not.toBeNull();
  });

  it('reads the same after any edits as when opened anew', async () => {
    await using server = await ServerProcess.initialized();
    let count = 0;
    const edits = fc.array(
      fc.record({ start: fc.nat(), length: fc.nat(60), text: fc.constantFrom(...snippets) }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    await fc.assert(
      fc.asyncProperty(edits, async (script) => {
        count += 1;
        const edited = `file:///edited-${count}.legal`;
        const reopened = `file:///reopened-${count}.legal`;
        let text = articles;
        await server.open(edited, text);
        for (const [index, edit] of script.entries()) {
          const start = edit.start % (text.length + 1);
          const end = Math.min(text.length, start + edit.length);
          const before = TextDocument.create(edited, 'legal', 0, text);
          const range = { start: before.positionAt(start), end: before.positionAt(end) };
          // A position between CR and LF does not exist; the text the client has is the one its positions say.
          text =
            text.slice(0, before.offsetAt(range.start)) + edit.text + text.slice(before.offsetAt(range.end));
          await server.change(edited, index + 2, [{ range, text: edit.text }]);
          if (index % 3 === 0) await server.symbols(edited);
        }
        await server.open(reopened, text);
        expect(await everything(server, edited)).toEqual(await everything(server, reopened));
        await server.close(edited);
        await server.close(reopened);
      }),
      { numRuns: 40, seed: 20261123 },
    );
  }, 30_000);
});

const snippets = [
  '',
  'x',
  '\n',
  '\r\n',
  '\r',
  '\nArticle 7. (New)\n',
  'Article 3.',
  '(3) a third item\n',
  '\u{1F4BC}',
  '“Member”',
  '\f\nPage 2\n',
  'CHAPTER III\n',
];

async function everything(server: ServerProcess, of: string): Promise<unknown> {
  const answers = [
    await server.symbols(of),
    await server.diagnostics(of),
    await server.connection.sendRequest('textDocument/foldingRange', { textDocument: { uri: of } }),
  ];
  return JSON.parse(JSON.stringify(answers).replaceAll(of, 'file:///same.legal'));
}

function select(server: ServerProcess, positions: readonly unknown[]): Promise<SelectionRange[]> {
  return server.connection.sendRequest('textDocument/selectionRange', { textDocument: { uri }, positions });
}

function flatten(symbols: readonly DocumentSymbol[]): DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flatten(symbol.children ?? [])]);
}

function isInside(inner: SelectionRange['range'], outer: SelectionRange['range']): boolean {
  const before = (a: { line: number; character: number }, b: { line: number; character: number }) =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);
  return before(outer.start, inner.start) && before(inner.end, outer.end);
}

describe('a document that is read step by step', () => {
  const text = 'Article 1. (Rent)\n\nThe rent is low.\n\n'.repeat(300);
  const open = (): Documents => {
    const documents = new Documents();
    documents.open({ textDocument: { uri: 'a', languageId: 'legal', version: 1, text } });
    return documents;
  };

  it('is read once for all who ask', () => {
    const documents = open();
    const [one, other] = [documents.read('a'), documents.read('a')];
    let steps = 0;
    for (; !one.next().done && !other.next().done; steps += 2);
    expect([...documents.read('a')]).toEqual([]);
    expect([...open().read('a')].length).toBeLessThanOrEqual(steps + 1);
  });

  it('is what the client has, though it changed meanwhile', () => {
    for (let stand = 0; stand < 8; stand += 1) {
      const documents = open();
      const reading = documents.read('a');
      for (let step = 0; step < stand; step += 1) reading.next();
      documents.change({
        textDocument: { uri: 'a', version: 2 },
        contentChanges: [{ text: `${text}Article 2.` }],
      });
      expect([...reading].length).toBeGreaterThan(0);
      expect(documents.analysis('a')).toMatchObject({ version: 2, snapshot: { text: `${text}Article 2.` } });
    }
  });
});
