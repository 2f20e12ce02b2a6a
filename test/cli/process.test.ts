import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { withoutNetwork } from '../safety/guard.ts';
import { cleanDocument, faultyDocument, folderWith } from './world.ts';

const program = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));

beforeAll(() => {
  expect(existsSync(program), 'dist/cli.cjs is missing: npm run build').toBe(true);
});

function run(cwd: string, argv: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...withoutNetwork, program, ...argv], {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, FORCE_COLOR: '' },
  });
  return { status, stdout, stderr };
}

describe('the bundled command line', () => {
  test('exits with 0, 1 and 2', () => {
    const folder = folderWith({ 'clean.legal': cleanDocument, 'faulty.legal': faultyDocument });
    expect(run(folder, ['check', 'clean.legal'])).toEqual({
      status: 0,
      stdout: '1 document checked: no findings\n',
      stderr: '',
    });
    expect(run(folder, ['check', '.'])).toMatchObject({ status: 1, stderr: '' });
    expect(run(folder, ['check', 'gone.legal', '*.legal'])).toMatchObject({
      status: 2,
      stdout: expect.stringContaining('faulty.legal:9:1 warning'),
      stderr: 'proviso: gone.legal: no such file or folder\n',
    });
    expect(run(folder, ['--version'])).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });

  test('reads standard input', () => {
    expect(run('/', ['check', '-'], faultyDocument)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('<stdin>:9:1 warning'),
    });
  });

  test('writes all of a large answer before it ends', { timeout: 60_000 }, () => {
    const articles = Array.from(
      { length: 20_000 },
      (_, index) => `Article ${index + 1}. (Name)\n\nText.\n\n`,
    );
    const { status, stdout } = run(folderWith({ 'a.legal': articles.join('') }), [
      'inspect',
      '--json',
      'a.legal',
    ]);
    expect(status).toBe(0);
    expect(stdout.length).toBeGreaterThan(1_000_000);
    expect(JSON.parse(stdout).files).toHaveLength(1);
  });

  test('says nothing when its reader goes away, and still exits with its code', async () => {
    const folder = folderWith(
      Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${index}.legal`, faultyDocument])),
    );
    const child = spawn(process.execPath, [...withoutNetwork, program, 'check', '.'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdout.destroy();
    const exitCode = await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
    expect(exitCode).toBe(1);
  });

  test('starts the language server', async () => {
    const child = spawn(process.execPath, [...withoutNetwork, program, 'lsp', '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill());
    const send = (message: object) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    send({
      id: 1,
      method: 'initialize',
      params: { processId: process.pid, rootUri: null, capabilities: {} },
    });
    let answer = '';
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk) => {
        answer += chunk;
        if (answer.includes('"capabilities"')) resolve();
      });
    });
    expect(answer).toMatch(/^Content-Length: \d+\r\n/);
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  });
});
