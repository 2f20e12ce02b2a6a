import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventually, Folder, serverOn } from './folders.ts';

const secret = 'SECRET AGREEMENT\n\nSection 1. Terms. "Quay" means the hidden quay.\n';

function pledge(path: string): string {
  return `---\nimports: ${path}\n---\nPLEDGE AGREEMENT\n\nSection 1. Pledge. The Quay is pledged.\n`;
}

describe('what lies outside of the folders is not looked at', () => {
  it.each([
    ['by a path', '../../secret.legal', 'lies outside of the open folders'],
    ['from the root', '/secret.legal', 'lies outside of the open folders'],
    ['through a link to a file', 'link.legal', 'was not found'],
    ['through a link to a folder', 'linked/secret.legal', 'was not found'],
    ['with codes for dots', '%2e%2e/%2e%2e/secret.legal', 'was not found'],
  ])('where an import leads there %s', async (_way, path, message) => {
    const outside = new Folder({ 'secret.legal': secret });
    const folder = new Folder({ 'deal/pledge.legal': pledge(path) });
    symlinkSync(join(outside.path, 'secret.legal'), join(folder.path, 'deal/link.legal'));
    symlinkSync(outside.path, join(folder.path, 'deal/linked'));
    await using server = await serverOn([folder]);
    const uri = folder.uri('deal/pledge.legal');
    await server.open(uri, pledge(path));
    const found = await eventually(
      () => server.diagnostics(uri),
      (all) => all.some(({ code }) => code === 'broken-import'),
    );
    expect(found.filter(({ code }) => code === 'broken-import')).toMatchObject([
      { range: { start: { line: 1, character: 9 } }, message: expect.stringContaining(message) },
    ]);
    const symbols = await server.connection.sendRequest('workspace/symbol', { query: 'quay' });
    expect(symbols).toEqual([]);
  });

  it.each([
    ['by a path', '../style.json'],
    ['through a link', './link.json'],
  ])('where a file of settings builds on it %s', async (_way, path) => {
    const root = new Folder({ 'style.json': '{"rules": {"duplicate-number": "off"}}' });
    const folder = new Folder({ 'proviso.json': `{"extends": "${path}"}` });
    symlinkSync(join(root.path, 'style.json'), join(folder.path, 'link.json'));
    await using server = await serverOn([folder]);
    const uri = folder.uri('lease.legal');
    await server.open(uri, 'Article 1. (A)\nText.\n\nArticle 2. (B)\nText.\n\nArticle 2. (C)\nText.\n');
    expect((await server.diagnostics(uri)).map(({ code }) => code)).toContain('duplicate-number');
    const { diagnostics } = await server.publishedWhere((one) => one.uri === folder.uri('proviso.json'));
    expect(diagnostics[0]?.message).toBe(`"${path}" is in no folder of the workspace and is not read.`);
  });
});
