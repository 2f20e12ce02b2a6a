import { describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import { articles, plainClient, pullingClient, ServerProcess } from './serverProcess.ts';

const uri = 'file:///articles.legal';
const lines = articles.split('\n');
const secondThird = lines.indexOf('Article 3. (Fees)');
const corrected = {
  range: { start: { line: secondThird, character: 0 }, end: { line: secondThird + 1, character: 0 } },
  text: '',
};
const typo = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'THE ' };

describe('pulled diagnostics', () => {
  it('name the rule and the other place', async () => {
    await using server = await ServerProcess.initialized();
    await server.open(uri, articles);
    const diagnostics = await server.diagnostics(uri);
    const duplicate = diagnostics.find((diagnostic) => diagnostic.code === 'duplicate-number');
    expect(duplicate?.source).toBe('proviso');
    expect(duplicate?.range.start.line).toBe(secondThird);
    expect(duplicate?.relatedInformation?.[0]?.location.uri).toBe(uri);
    expect(duplicate?.relatedInformation?.[0]?.location.range.start.line).toBe(
      lines.indexOf('Article 3. (Members)'),
    );
  });

  it('lead to the page of the rule, as the client opens it', async () => {
    const client = { textDocument: { diagnostic: {}, publishDiagnostics: { codeDescriptionSupport: true } } };
    await using server = new ServerProcess();
    await server.initialize(client, process.pid, { rulePage: 'command:show?{rule}' });
    await server.open(uri, articles);
    const diagnostics = await server.diagnostics(uri);
    expect(diagnostics.length).toBeGreaterThan(0);
    for (const { code, codeDescription } of diagnostics)
      expect(codeDescription?.href).toBe(`command:show?${code}`);
  });

  it('lead nowhere in a client that cannot follow, nor, without a repository, in one that says not how', async () => {
    const following = {
      textDocument: { diagnostic: {}, publishDiagnostics: { codeDescriptionSupport: true } },
    };
    for (const [client, options] of [
      [{ textDocument: { diagnostic: {} } }, { rulePage: 'command:show?{rule}' }],
      [following, {}],
    ] as const) {
      await using server = new ServerProcess();
      await server.initialize(client, process.pid, options);
      await server.open(uri, articles);
      const diagnostics = await server.diagnostics(uri);
      expect(diagnostics.map((diagnostic) => 'codeDescription' in diagnostic)).toContain(false);
      expect(diagnostics.map((diagnostic) => 'codeDescription' in diagnostic)).not.toContain(true);
    }
  });

  it('leave out the other place where the client cannot show it', async () => {
    await using server = await ServerProcess.initialized({ textDocument: { diagnostic: {} } });
    await server.open(uri, articles);
    for (const diagnostic of await server.diagnostics(uri))
      expect(diagnostic.relatedInformation).toBeUndefined();
  });

  it('are unchanged until what was found changes', async () => {
    await using server = await ServerProcess.initialized();
    await server.open(uri, articles);
    const first = await server.pull(uri);
    expect(first).toMatchObject({ kind: 'full', resultId: expect.any(String) });
    expect(await server.pull(uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await server.change(uri, 2, [typo]);
    expect(await server.pull(uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await server.change(uri, 3, [corrected]);
    const second = await server.pull(uri, first.resultId);
    expect(second).toMatchObject({ kind: 'full' });
    expect(second.resultId).not.toBe(first.resultId);
    expect(await server.pull(uri, 'of another server')).toMatchObject({
      kind: 'full',
      resultId: second.resultId,
    });
  });

  it('are not pushed as well', async () => {
    await using server = await ServerProcess.initialized();
    await server.open(uri, articles);
    await server.diagnostics(uri);
    await server.close(uri);
    await server.connection.sendRequest('shutdown');
    expect(server.published).toEqual([]);
  });
});

describe('pushed diagnostics', () => {
  it('follow the opening, the changes and the closing of a document', async () => {
    await using server = await ServerProcess.initialized(plainClient);
    await server.open(uri, articles);
    const opened = await server.publishedWhere(({ version }) => version === 1);
    expect(opened.diagnostics.map(({ code }) => code)).toContain('duplicate-number');
    await server.change(uri, 2, [corrected]);
    const changed = await server.publishedWhere(({ version }) => version === 2);
    expect(changed.diagnostics.map(({ code }) => code)).not.toContain('duplicate-number');
    await server.close(uri);
    const closed = await server.publishedWhere(({ version }) => version === undefined);
    expect(closed).toEqual({ uri, diagnostics: [] });
  });

  it('are published once for a burst of changes, for the last of them', async () => {
    await using server = await ServerProcess.initialized(plainClient);
    await server.open(uri, articles);
    await server.publishedWhere(({ version }) => version === 1);
    for (let version = 2; version <= 20; version += 1) await server.change(uri, version, [typo]);
    await server.publishedWhere(({ version }) => version === 20);
    expect(server.published.map(({ version }) => version)).toEqual([1, 20]);
  });

  it('of a document closed at once are not published', async () => {
    await using server = await ServerProcess.initialized(plainClient);
    await server.open(uri, articles);
    await server.publishedWhere(({ version }) => version === 1);
    await server.change(uri, 2, [typo]);
    await server.close(uri);
    await server.open('file:///other.legal', articles);
    await server.publishedWhere((params) => params.uri === 'file:///other.legal');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(server.published.filter((params) => params.uri === uri)).toEqual([
      expect.objectContaining({ version: 1 }),
      { uri, diagnostics: [] },
    ]);
  });
});

describe('quick fixes', () => {
  const ask = (server: ServerProcess, only?: string[]): Promise<CodeAction[] | null> =>
    server.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } },
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });

  it('are answered where they are asked for', async () => {
    await using server = await ServerProcess.initialized();
    await server.open(uri, articles);
    expect(await ask(server)).toBeInstanceOf(Array);
    expect(await ask(server, ['refactor', 'quickfix'])).toBeInstanceOf(Array);
    expect(await ask(server, [''])).toBeInstanceOf(Array);
    expect(await ask(server, ['refactor'])).toEqual([]);
  });

  it('are not offered to a client that cannot show them', async () => {
    const { codeAction: _, ...textDocument } = pullingClient.textDocument ?? {};
    await using server = await ServerProcess.initialized({ textDocument });
    await server.open(uri, articles);
    expect(await ask(server)).toBeNull();
  });
});
