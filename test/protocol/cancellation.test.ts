import { describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { articles, ServerProcess } from './serverProcess.ts';

const uri = 'file:///long.legal';

describe('a cancelled request', () => {
  it.each(['documentSymbol', 'foldingRange', 'diagnostic'])(
    'textDocument/%s answers RequestCancelled',
    async (name) => {
      await using server = await ServerProcess.initialized();
      await server.open(uri, articles.repeat(200));
      const source = new CancellationTokenSource();
      const answer = server.connection.sendRequest(
        `textDocument/${name}`,
        { textDocument: { uri } },
        source.token,
      );
      source.cancel();
      await expect(answer).rejects.toMatchObject({ code: -32800 });
      expect(await server.symbols(uri)).not.toHaveLength(0);
    },
  );

  it('does not hold up or cancel the ones beside it', async () => {
    await using server = await ServerProcess.initialized();
    await server.open(uri, articles.repeat(50));
    const sources = Array.from({ length: 20 }, () => new CancellationTokenSource());
    const answers = sources.map(({ token }) =>
      server.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } }, token).then(
        () => 'answered',
        (error: { code: number }) => error.code,
      ),
    );
    for (const [index, source] of sources.entries()) if (index % 2 === 0) source.cancel();
    const outcomes = await Promise.all(answers);
    expect(outcomes.filter((_, index) => index % 2 === 1)).toEqual(Array(10).fill('answered'));
    // The first may be answered before its cancellation arrives; the ones behind it wait and are given up.
    expect(outcomes.filter((_, index) => index % 2 === 0 && index > 0)).toEqual(Array(9).fill(-32800));
    expect(['answered', -32800]).toContain(outcomes[0]);
  });
});
