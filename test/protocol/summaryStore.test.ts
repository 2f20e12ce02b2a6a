import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { summarize } from '../../server/src/core/workspace/summarize.ts';
import { NodeSummaryStore } from '../../server/src/lsp/files/nodeSummaryStore.ts';
import { eventually, Folder, folderClient, serverOn } from './folders.ts';

const lease = 'HARBOUR LEASE\n\nSection 1. Rent. The rent is $5.\n';
const sale = 'SALE AGREEMENT\n\nSection 1. Price. The “Price” means $7.\n';

function summariesOf(...texts: string[]) {
  return texts.map((text) => [text, summarize(analyze(text, 'file:///a.legal'))] as const);
}

async function stored(cache: Folder, build = 'one'): Promise<NodeSummaryStore> {
  const store = new NodeSummaryStore(cache.path, ['file:///deal/'], build);
  await store.load();
  return store;
}

async function saved(...texts: string[]): Promise<{ cache: Folder; file: string }> {
  const cache = new Folder({});
  const store = await stored(cache);
  await store.save(summariesOf(...texts).map(([text, summary]) => [store.keyOf(text), summary]));
  const [name = ''] = readdirSync(cache.path);
  return { cache, file: join(cache.path, name) };
}

describe('summaries on the disk', () => {
  it('are found by the texts they were made of', async () => {
    const { cache } = await saved(lease, sale);
    const store = await stored(cache);
    for (const [text, { uri: _, ...summary }] of summariesOf(lease, sale))
      expect(store.take(store.keyOf(text))).toEqual(summary);
    expect(store.take(store.keyOf(`${lease} `))).toBeNull();
    expect(store.isOutdated(new Set([store.keyOf(lease), store.keyOf(sale)]))).toBe(false);
    expect(store.isOutdated(new Set([store.keyOf(lease)]))).toBe(true);
  });

  it('are dropped where another build wrote them', async () => {
    const { cache } = await saved(lease);
    const store = await stored(cache, 'two');
    expect(store.take(store.keyOf(lease))).toBeNull();
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -20)],
    ['changed', (text: string) => text.replace('Price', 'Prize')],
    ['empty', () => ''],
    ['no text', () => '\u0000\ufffd'.repeat(500)],
    ['doubled', (text: string) => text + text],
  ])('are dropped where they are %s, the others not', async (_damage, spoil) => {
    const { cache, file } = await saved(sale);
    writeFileSync(file, spoil(readFileSync(file, 'utf8')));
    const store = await stored(cache);
    const { uri: _, ...summary } = summarize(analyze(sale));
    expect([null, summary]).toContainEqual(store.take(store.keyOf(sale)));
  });

  it('leave nothing half written behind', async () => {
    const { cache, file } = await saved(lease);
    const before = readFileSync(file, 'utf8');
    const store = await stored(cache);
    await expect(
      store.save(
        (function* () {
          yield [store.keyOf(sale), summarize(analyze(sale))] as const;
          throw new Error('no room on the disk');
        })(),
      ),
    ).rejects.toThrow('no room');
    expect(readdirSync(cache.path)).toHaveLength(1);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});

describe('a server that is started again', () => {
  it('knows what it learned of files that are as they were, and learns of the others', async () => {
    const cache = new Folder({});
    const folder = new Folder({ 'lease.legal': lease, 'sale.legal': sale });
    const names = async (): Promise<string[]> => {
      await using server = await serverOn([folder], folderClient, { cacheFolder: cache.path });
      const ask = (): Promise<{ name: string }[]> =>
        server.connection.sendRequest('workspace/symbol', { query: '' });
      const symbols = await eventually(ask, (found) => found.length === 3);
      await eventually(
        async () => readdirSync(cache.path),
        (files) => files.some((name) => name.endsWith('.summaries')),
      );
      return symbols.map(({ name }) => name);
    };
    const first = await names();
    expect(first).toEqual(['Section 1 Rent', 'Section 1 Price', 'Price']);
    expect(await names()).toEqual(first);
    folder.write('lease.legal', lease.replace('Rent', 'Fee'));
    expect(await names()).toEqual(['Section 1 Fee', 'Section 1 Price', 'Price']);
  });
});
