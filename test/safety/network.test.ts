import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cleanDocument, folderWith } from '../cli/world.ts';
import { bundle, ServerProcess } from '../protocol/serverProcess.ts';
import { networkExit, withoutNetwork } from './guard.ts';
import { hostileDocument } from './hostileDocument.ts';

function run(args: readonly string[], cwd = process.cwd()): { status: number | null; stderr: string } {
  return spawnSync(process.execPath, [...withoutNetwork, ...args], { encoding: 'utf8', cwd });
}

describe('the guard', () => {
  it.each([
    "fetch('http://127.0.0.1:9')",
    "require('http').get('http://127.0.0.1:9')",
    "require('https').request('https://127.0.0.1:9')",
    "require('http2').connect('http://127.0.0.1:9')",
    "require('net').connect(9)",
    "new (require('net').Socket)().connect(9)",
    "require('net').createServer().listen(0)",
    "require('tls').connect(9)",
    "require('dns').lookup('localhost', () => {})",
    "require('dns').promises.lookup('localhost')",
    "require('dgram').createSocket('udp4')",
    "require('child_process').spawn('true')",
    "new (require('worker_threads').Worker)(`fetch('http://127.0.0.1:9')`, { eval: true })",
    "import('node:http').then(({ get }) => get('http://127.0.0.1:9'))",
  ])('ends a program that runs %s', (program) => {
    const { status, stderr } = run(['-e', program]);
    expect(stderr).toContain('NETWORK:');
    expect(status).toBe(program.includes('Worker') ? null : networkExit);
  });

  it('lets others be', () => {
    expect(run(['-e', 'console.log(1)']).status).toBe(0);
  });
});

describe('no socket is opened', () => {
  const files = {
    'clean.legal': cleanDocument,
    'hostile.legal': `---\nimports: ["http://example.invalid/a.legal", "//example.invalid/b.legal"]\n---\n${hostileDocument}`,
    'proviso.json': JSON.stringify({
      $schema: 'http://example.invalid/schema.json',
      extends: 'http://example.invalid/proviso.json',
      documents: { 'Credit Agreement': 'http://example.invalid/credit.legal' },
    }),
  };

  it.each([
    ['check', '--workers', '1'],
    ['check', '--workers', '2', '--format', 'sarif'],
    ['check', '--format', 'github', '--no-config'],
    ['inspect', '--json'],
    ['terms'],
    ['explain'],
    ['fix', '--dry-run'],
    ['format', '--dry-run'],
    ['rules', 'broken-reference'],
    ['--help'],
  ])('by proviso %s %s %s', (command, ...options) => {
    const args = /^(?:rules|--help)$/.test(command) ? [] : ['clean.legal', 'hostile.legal'];
    const { status, stderr } = run([bundle('cli.cjs'), command, ...options, ...args], folderWith(files));
    expect(stderr).not.toContain('NETWORK:');
    expect(status).toBeLessThanOrEqual(2);
  });

  it('by the server, whatever documents and settings name', async () => {
    const folder = folderWith(files);
    await using server = await ServerProcess.initialized();
    for (const [name, text] of Object.entries(files)) {
      const uri = pathToFileURL(join(folder, name)).href;
      await server.open(uri, text);
      const textDocument = { uri };
      for (const [line, words] of text.split('\n').entries()) {
        const position = { line, character: words.length >> 1 };
        await server.connection.sendRequest('textDocument/definition', { textDocument, position });
        await server.connection.sendRequest('textDocument/hover', { textDocument, position });
      }
      await server.diagnostics(uri);
      await server.connection.sendRequest('textDocument/documentLink', { textDocument });
    }
    await server.connection.sendRequest('shutdown');
    await server.connection.sendNotification('exit');
    expect(await server.exited).toBe(0);
    expect(server.log.join('\n')).not.toContain('NETWORK:');
  }, 60_000);
});
