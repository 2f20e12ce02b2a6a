import { describe, expect, it } from 'vitest';
import type { SymbolInformation } from 'vscode-languageserver/node';
import { eventually, Folder, serverOn, tell } from './folders.ts';
import type { ServerProcess } from './serverProcess.ts';

const lease = `HARBOUR LEASE

Section 1. Berth. The Owner lets the berth (the "Berth") to the Tenant.

Section 2. Rent. The rent is $5.
`;

describe('symbols of a folder', () => {
  it('are those of all legal documents in it, open or not', async () => {
    const folder = new Folder({
      'lease.legal': lease,
      'deep/er/sale (1).agreement': lease.replace('HARBOUR LEASE', 'SALE AGREEMENT').replace('Rent', 'Price'),
      'notes.txt': 'Buy bread.\n',
      'node_modules/lib/lease.legal': lease,
      '.hidden/lease.legal': lease,
    });
    await using server = await serverOn([folder]);
    const found = await eventually(
      () => symbols(server, folder, ''),
      (all) => all.length === 6,
    );
    expect(found).toEqual([
      'deep/er/sale (1).agreement:3 Section 1 Berth | SALE AGREEMENT',
      'deep/er/sale (1).agreement:5 Section 2 Price | SALE AGREEMENT',
      'deep/er/sale (1).agreement:3 Berth | SALE AGREEMENT',
      'lease.legal:3 Section 1 Berth | HARBOUR LEASE',
      'lease.legal:5 Section 2 Rent | HARBOUR LEASE',
      'lease.legal:3 Berth | HARBOUR LEASE',
    ]);
    expect(await symbols(server, folder, 'rent')).toEqual(['lease.legal:5 Section 2 Rent | HARBOUR LEASE']);
    await server.open(folder.uri('lease.legal'), lease.replace('Rent', 'Fee'));
    expect(await symbols(server, folder, 'rent')).toEqual([]);
    expect(await symbols(server, folder, 'fee')).toHaveLength(1);
    await server.close(folder.uri('lease.legal'));
    await eventually(
      () => symbols(server, folder, 'rent'),
      (all) => all.length === 1,
    );
    expect(server.log).toEqual([]);
  });

  it('follow the files as they are made, changed and deleted', async () => {
    const folder = new Folder({ 'lease.legal': lease });
    await using server = await serverOn([folder]);
    await eventually(
      () => symbols(server, folder, 'rent'),
      (all) => all.length === 1,
    );
    folder.write('sale.legal', lease.replace('Rent', 'Price'));
    folder.write('lease.legal', lease.replace('Rent', 'Fee'));
    await tell(server, [
      { uri: folder.uri('sale.legal'), type: 1 },
      { uri: folder.uri('lease.legal'), type: 2 },
    ]);
    await eventually(
      async () => [await symbols(server, folder, 'price'), await symbols(server, folder, 'fee')],
      ([price, fee]) => price?.length === 1 && fee?.length === 1,
    );
    expect(await symbols(server, folder, 'rent')).toEqual([]);
    folder.remove('sale.legal');
    await tell(server, [{ uri: folder.uri('sale.legal'), type: 3 }]);
    await eventually(
      () => symbols(server, folder, 'price'),
      (all) => all.length === 0,
    );
  });

  it('are those of several folders, and of files that a project names', async () => {
    const one = new Folder({ 'lease.legal': lease });
    const two = new Folder({
      'proviso.json': '{"documents": {"Harbour Lease": "scan.text"}}',
      'scan.text': lease,
      'contract.txt': `${lease}\nNOW, THEREFORE, the parties hereto agree that this Agreement shall be governed by law.\n`,
    });
    await using server = await serverOn([one, two]);
    await eventually(
      () => symbols(server, one, 'rent'),
      (all) => all.length === 3,
    );
  });
});

async function symbols(server: ServerProcess, folder: Folder, query: string): Promise<string[]> {
  const found: SymbolInformation[] = await server.connection.sendRequest('workspace/symbol', { query });
  return found.map(
    ({ name, containerName, location: { uri, range } }) =>
      `${folder.nameOf(uri)}:${range.start.line + 1} ${name} | ${containerName}`,
  );
}
