import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../../server/src/cli/program.ts';
import { cleanDocument, folderWith, recordIo } from './world.ts';

const untidy = cleanDocument.replace(
  'The Company makes shoes.',
  'The Company makes  shoes and boots for all.',
);

async function run(folder: string, ...argv: string[]) {
  const io = recordIo(folder);
  const exitCode = await runProgram(['format', ...argv], io, async () => {});
  return { exitCode, stdout: io.stdout, stderr: io.stderr };
}

describe('format', () => {
  test('shows what would change as a diff, and writes nothing', async () => {
    const folder = folderWith({ 'a.legal': untidy, 'b.legal': cleanDocument });
    const { exitCode, stdout } = await run(folder, '.');
    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      '-The Company makes  shoes and boots for all.\n+The Company makes shoes and boots for all.',
    );
    expect(stdout).toMatch(/^2 documents read: 1 document laid out anew, none written$/m);
    expect(readFileSync(join(folder, 'a.legal'), 'utf8')).toBe(untidy);
  });

  test('writes what it shows where it is told to, in the encoding and with the line ends of the file', async () => {
    const windows = `\uFEFF${untidy.replaceAll('\n', '\r\n')}`;
    const folder = folderWith({ 'a.legal': windows });
    expect((await run(folder, '--write', 'a.legal')).exitCode).toBe(0);
    expect(readFileSync(join(folder, 'a.legal'), 'utf8')).toBe(
      windows.replace('makes  shoes', 'makes shoes'),
    );
    expect((await run(folder, '--write', 'a.legal')).stdout).toBe(
      '1 document read: nothing to lay out anew\n',
    );
  });

  test('names the files that would change where it is asked for that, and ends with 1', async () => {
    const folder = folderWith({ 'a.legal': untidy, 'b.legal': cleanDocument });
    const { exitCode, stdout } = await run(folder, '--check', '.');
    expect({ exitCode, first: stdout.split('\n')[0] }).toEqual({ exitCode: 1, first: 'a.legal' });
    expect((await run(folder, '--check', 'b.legal')).exitCode).toBe(0);
  });

  test('lays out as it is told to', async () => {
    const folder = folderWith({ 'a.legal': untidy });
    const { stdout } = await run(folder, '--column', '40', 'a.legal');
    expect(stdout).toContain('+The Company makes shoes and boots\n+for all.');
    expect((await run(folder, '--spaces', 'keep', 'a.legal')).stdout).toContain('nothing to lay out anew');
  });

  test('lays out as the project wants it, unless it is told otherwise', async () => {
    const folder = folderWith({
      'a.legal': untidy,
      'proviso.json': '{ "format": { "wrap": "column", "column": 40 } }',
    });
    expect((await run(folder, 'a.legal')).stdout).toContain('+The Company makes shoes and boots\n+for all.');
    expect((await run(folder, '--column', '60', 'a.legal')).stdout).not.toContain('+for all.');
    expect((await run(folder, '--no-config', 'a.legal')).stdout).not.toContain('+for all.');
  });

  test('refuses what it does not know', async () => {
    const folder = folderWith({ 'a.legal': untidy });
    expect(await run(folder, '--wrap', 'here', 'a.legal')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'proviso: --wrap takes keep, column, paragraph, and not "here"\n',
    });
    expect((await run(folder, '--column', '7', 'a.legal')).stderr).toContain('a number from 40 to 200');
    expect((await run(folder)).exitCode).toBe(2);
  });
});
