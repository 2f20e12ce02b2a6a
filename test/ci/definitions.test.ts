import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { runProgram } from '../../server/src/cli/program.ts';
import { documentExtensions } from '../../server/src/core/workspace/legal-files.ts';
import { cleanDocument, faultyDocument, folderWith, recordIo } from '../cli/world.ts';
import { readFences } from '../pages/fences.ts';

const { load } = createRequire(import.meta.url)('js-yaml') as { load(text: string): unknown };
const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const page = read('docs/ci.md');

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly env?: Record<string, string>;
}

const action = load(read('action.yml')) as {
  inputs: Record<string, { description: string; default: string }>;
  runs: { using: string; steps: Step[] };
};
const hooks = load(read('.pre-commit-hooks.yaml')) as Record<string, string>[];

describe('the page on CI', () => {
  const commands = readFences(page)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.trim().split('\n'));

  test.each(commands)('has a command that runs: %s', async (command) => {
    const io = recordIo(root);
    const words = command.replace(/^npx proviso /, '').match(/"[^"]*"|\S+/g) ?? [];
    const argv = words.map((word) => word.replace(/^"|"$/g, ''));
    const exitCode = await runProgram(argv, io, () => Promise.reject(new Error('no server')));
    expect(io.stderr).toBe('');
    expect([0, 1]).toContain(exitCode);
    expect(io.stdout).not.toBe('');
  });

  test('has definitions that are YAML, with inputs and hooks that there are', () => {
    const examples = readFences(page)
      .filter(({ language }) => language === 'yaml')
      .map(({ text }) => load(text));
    expect(examples).toHaveLength(3);
    const ids = JSON.stringify(examples[0]).match(/"id":"([^"]+)"/g) ?? [];
    expect(ids.map((id) => id.slice(6, -1)).sort()).toEqual(hooks.map(({ id }) => id).sort());
    const [given] = /"with":(\{[^}]*"sarif-file"[^}]*\})/.exec(JSON.stringify(examples[1]))?.slice(1) ?? [];
    const inputs = Object.keys(JSON.parse(given ?? '{}'));
    expect(inputs.length).toBeGreaterThan(2);
    for (const input of inputs) expect(action.inputs).toHaveProperty([input]);
    for (const input of Object.keys(action.inputs)) expect(page).toContain(`\`${input}\``);
  });

  test('names the options of check', async () => {
    const io = recordIo(root);
    await runProgram(['check', '--help'], io, () => Promise.reject(new Error('no server')));
    const named = [...page.matchAll(/^\| `(--[\w-]+)`/gm)].map(([, option]) => option);
    expect(named.length).toBeGreaterThan(4);
    for (const option of named) expect(io.stdout).toContain(option);
  });
});

describe('the hooks of pre-commit', () => {
  test('run commands of the program on the documents that it knows', () => {
    for (const { entry = '', language, files = '' } of hooks) {
      expect(language).toBe('node');
      expect(entry.split(' ')[0]).toBe(Object.keys(manifest.bin)[0]);
      for (const extension of documentExtensions) expect(`deal/lease${extension}`).toMatch(new RegExp(files));
      for (const other of ['a.txt', 'a.md', 'a.legal.bak', 'legal'])
        expect(other).not.toMatch(new RegExp(files));
    }
  });

  test('find what they install built, and in the package', () => {
    expect(manifest.scripts.prepare).toBe('node scripts/prepare.mjs');
    expect(read('.npmignore').split('\n')).toContain(`!${manifest.bin.proviso.slice(2)}`);
  });
});

describe.skipIf(process.platform === 'win32')('the action', () => {
  const step = action.runs.steps.find(({ run }) => run?.includes('PROVISO_CLI'));

  /** Runs the step as a runner does: the inputs in its environment, in the folder of the documents. */
  function run(folder: string, inputs: Record<string, string> = {}) {
    const env: Record<string, string> = {};
    for (const [name, value] of Object.entries(step?.env ?? {})) {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1];
      env[name] = input === undefined ? '' : (inputs[input] ?? action.inputs[input]?.default ?? '');
    }
    env.PROVISO_CLI = join(root, 'dist', 'cli.cjs');
    const script = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? 'exit 9'];
    const { status, stdout, stderr } = spawnSync('bash', script, {
      cwd: folder,
      env: { PATH: process.env.PATH, ...env },
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  test('puts no input into a command: all go by the environment', () => {
    for (const { run: script = '' } of action.runs.steps) expect(script).not.toContain('${{');
  });

  test('shows the findings in the lines of a pull request, and fails for them', () => {
    const folder = folderWith({ 'a.legal': faultyDocument, 'b c.txt': faultyDocument });
    const { status, stdout, stderr } = run(folder, { paths: 'a.legal\nb c.txt\n' });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout.split('\n').map((line) => line.slice(0, 26))).toEqual([
      '::warning file=a.legal,lin',
      '::warning file=b c.txt,lin',
      '',
    ]);
  });

  test('goes by its inputs', () => {
    const folder = folderWith({
      'a.legal': faultyDocument,
      'house.json': '{"rules": {"duplicate-number": "error"}}',
    });
    expect(run(folder, { 'fail-on': 'error' }).status).toBe(0);
    expect(run(folder, { 'fail-on': 'error', config: 'house.json' }).status).toBe(1);
    expect(run(folder, { rules: 'duplicate-number=off\n' }).stdout).toBe('');
    expect(run(folder, { 'max-findings': '0' }).stdout).toContain('1 more findings.');
    expect(run(folder, { format: 'text' }).stdout).toContain('1 document checked');
    expect(run(folder, { paths: '$(touch x); `touch x`' }).status).toBe(2);
    const clean = folderWith({ 'a.legal': cleanDocument });
    expect(run(clean)).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('writes SARIF beside, whatever is found', () => {
    const folder = folderWith({ 'a.legal': faultyDocument });
    expect(run(folder, { 'sarif-file': 'out.sarif', 'max-findings': '0' }).status).toBe(1);
    const { runs } = JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8'));
    expect(runs[0].results).toHaveLength(1);
  });
});
