import { describe, expect, it } from 'vitest';
import { pullingClient, ServerProcess } from './serverProcess.ts';

const uri = 'file:///lease.legal';
const rent = 'Article 1. (Rent)\nThe rent is paid in May.\n\n';
const heat = 'Article 2. (Heat)\nThe heat is paid with what the preceding Article says.\n\n';
const term = 'Article 3. (Term)\nThe term ends under Article 2.\n';
const water = 'Article 2. (Water)\nThe water is free for the first summer.\n\n';

const shifted = async (server: ServerProcess): Promise<string[]> => {
  const report: { items: { code: string; message: string }[] } = await server.connection.sendRequest(
    'textDocument/diagnostic',
    { textDocument: { uri } },
  );
  return report.items.filter(({ code }) => code === 'shifted-reference').map(({ message }) => message);
};

const tell = (server: ServerProcess, method: string, params: object): Promise<void> =>
  server.connection.sendNotification(method, { textDocument: { uri }, ...params });

const change = (server: ServerProcess, text: string, version: number): Promise<void> =>
  server.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ text }],
  });

describe('what a document said before', () => {
  it('shows which relative citations mean something else since it was saved', async () => {
    await using server = await ServerProcess.initialized(pullingClient);
    await server.open(uri, rent + heat + term);
    expect(await shifted(server)).toEqual([]);
    await change(server, rent + water + heat.replace('2', '3') + term.replace('3', '4'), 2);
    expect(await shifted(server)).toEqual([
      'When this document was opened, or last saved by hand, this citation meant Article 1 (Rent); it now means Article 2 (Water).',
    ]);
    // An editor that saves by itself, some time after the last key or as somebody looks elsewhere.
    for (const reason of [2, 3]) {
      await tell(server, 'textDocument/willSave', { reason });
      await tell(server, 'textDocument/didSave', {});
      expect(await shifted(server)).toHaveLength(1);
    }
    await tell(server, 'textDocument/willSave', { reason: 1 });
    await tell(server, 'textDocument/didSave', {});
    expect(await shifted(server)).toEqual([]);
  });

  it('counts from the last save also for an editor that does not tell who saves', async () => {
    await using server = await ServerProcess.initialized(pullingClient);
    await server.open(uri, rent + heat + term);
    await change(server, rent + water + heat.replace('2', '3') + term.replace('3', '4'), 2);
    expect(await shifted(server)).toHaveLength(1);
    await tell(server, 'textDocument/didSave', {});
    expect(await shifted(server)).toEqual([]);
  });

  it('shows which numbers mean something else since the last commit that the client tells of', async () => {
    await using server = await ServerProcess.initialized(pullingClient);
    await server.open(uri, rent + water + heat.replace('2', '3') + term.replace('3', '4'));
    expect(await shifted(server)).toEqual([]);
    await tell(server, 'proviso/committedText', { text: rent + heat + term });
    expect(await shifted(server)).toEqual([
      'In the last commit, this citation meant Article 1 (Rent); it now means Article 2 (Water).',
      'In the last commit, this citation meant Article 2 (Heat), which is Article 3 now; it now means Article 2 (Water).',
    ]);
    await tell(server, 'proviso/committedText', { text: null });
    expect(await shifted(server)).toEqual([]);
  });
});
