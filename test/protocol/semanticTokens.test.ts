import { describe, expect, it } from 'vitest';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { contributes } from '../../package.json';
import { semanticTokenTypes } from '../../server/src/core/features/semantic-tokens.ts';
import { serverCapabilities } from '../../server/src/lsp/capabilities.ts';
import { articles, plainClient, ServerProcess } from './serverProcess.ts';

const uri = 'file:///articles.legal';
const textDocument = { uri };
/** Tokens as `line:column+length type`. */
function decode(data: readonly number[]): string[] {
  const tokens: string[] = [];
  let line = 0;
  let column = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, columns = 0, length, type = 0] = data.slice(at, at + 5);
    column = lines === 0 ? column + columns : columns;
    line += lines;
    tokens.push(`${line}:${column}+${length} ${semanticTokenTypes[type]}`);
  }
  return tokens;
}

describe('semantic tokens', () => {
  it('are sent in full, and for the lines on the screen', async () => {
    await using server = await ServerProcess.initialized();
    await server.open(uri, articles);
    const full: SemanticTokens = await server.connection.sendRequest('textDocument/semanticTokens/full', {
      textDocument,
    });
    const tokens = decode(full.data);
    expect(tokens).toContain('2:0+9 designation');
    expect(tokens).toContain('5:11+6 caption');
    const range = { start: { line: 5, character: 0 }, end: { line: 6, character: 0 } };
    const part: SemanticTokens = await server.connection.sendRequest('textDocument/semanticTokens/range', {
      textDocument,
      range,
    });
    expect(decode(part.data)).toEqual(tokens.filter((token) => token.startsWith('5:')));
  });

  it('are told by what changed, which makes the same tokens', async () => {
    await using server = await ServerProcess.initialized();
    await server.open(uri, articles);
    let sent: SemanticTokens = await server.connection.sendRequest('textDocument/semanticTokens/full', {
      textDocument,
    });
    const edits = [
      ['(1)', '(1) foo (2) bar\n(1)'],
      ['Article 2. (Purposes)', ''],
      ['\n\n', '\n'],
    ] as const;
    let text = articles;
    for (const [version, [from, to]] of edits.entries()) {
      text = text.replace(from, to);
      await server.change(uri, version + 2, [{ text }]);
      const delta: SemanticTokensDelta = await server.connection.sendRequest(
        'textDocument/semanticTokens/full/delta',
        { textDocument, previousResultId: sent.resultId },
      );
      const data = [...sent.data];
      expect(delta.edits.length).toBeLessThanOrEqual(1);
      for (const { start, deleteCount, data: added = [] } of delta.edits)
        data.splice(start, deleteCount, ...added);
      const full: SemanticTokens = await server.connection.sendRequest('textDocument/semanticTokens/full', {
        textDocument,
      });
      expect(decode(data)).toEqual(decode(full.data));
      sent = full;
    }
  });

  it('that did not change are told by an empty list, and to an unknown id in full', async () => {
    await using server = await ServerProcess.initialized();
    await server.open(uri, articles);
    const ask = (previousResultId: string) =>
      server.connection.sendRequest<SemanticTokens & SemanticTokensDelta>(
        'textDocument/semanticTokens/full/delta',
        { textDocument, previousResultId },
      );
    const first = await ask('from another server');
    expect(first.data.length).toBeGreaterThan(0);
    expect((await ask(first.resultId ?? '')).edits).toEqual([]);
  });
});

it('are not declared to a client that does not know them', () => {
  expect(serverCapabilities(plainClient)).not.toHaveProperty('semanticTokensProvider');
});

it('each type has a name and a colour in the editor', () => {
  const declared = contributes.semanticTokenTypes.map(({ id }) => id);
  const standard = ['comment'];
  expect([...declared, ...standard].sort()).toEqual([...semanticTokenTypes].sort());
  const [{ language, scopes }] = contributes.semanticTokenScopes as [
    (typeof contributes.semanticTokenScopes)[number],
  ];
  expect(language).toBe('legal');
  expect(Object.keys(scopes).sort()).toEqual([...semanticTokenTypes].sort());
});
