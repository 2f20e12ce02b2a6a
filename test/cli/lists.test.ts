import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../server/src/cli/check.ts';
import { type ListArguments, ListError, listedInputs } from '../../server/src/cli/lists.ts';
import { defaults, faultyDocument, folderWith, recordIo } from './world.ts';

async function listed(list: ListArguments, chunks: readonly (string | Uint8Array)[], cwd = '/work') {
  const io = {
    ...recordIo(cwd),
    async *stdin() {
      for (const chunk of chunks) yield Buffer.from(chunk);
    },
  };
  const paths: string[] = [];
  for await (const { path, file } of listedInputs(list, io)) {
    expect(file).toBe(join(cwd, path));
    paths.push(path);
  }
  return paths;
}

const fromStdin = { from: '-', byNul: false };

describe('a list of files', () => {
  test('has a name in each line, whatever pieces it comes in', async () => {
    expect(await listed(fromStdin, ['a.legal\nb ', 'c.txt\r', '\n\nDraft [2]', '.doc'])).toEqual([
      'a.legal',
      'b c.txt',
      'Draft [2].doc',
    ]);
    const [euro] = [Buffer.from('€.legal\n')];
    expect(await listed(fromStdin, [euro.subarray(0, 2), euro.subarray(2)])).toEqual(['€.legal']);
    expect(await listed(fromStdin, [])).toEqual([]);
  });

  test('may separate them by NUL, so that a name may hold a line end', async () => {
    expect(await listed({ from: '-', byNul: true }, ['a\nb.legal\0', 'c.legal'])).toEqual([
      'a\nb.legal',
      'c.legal',
    ]);
  });

  test('is not read on and on where it is none', async () => {
    await expect(
      listed({ from: '-', byNul: true }, ['x'.repeat(60_000), 'x'.repeat(60_000)]),
    ).rejects.toThrow(ListError);
  });

  test('may be a file', async () => {
    const folder = folderWith({ list: 'b.legal\na.legal\n' });
    expect(await listed({ from: 'list', byNul: false }, [], folder)).toEqual(['b.legal', 'a.legal']);
  });
});

describe('check', () => {
  test('reads the paths, then what the list names, in its order and as often', async () => {
    const io = recordIo(
      folderWith({ 'a.legal': faultyDocument, 'b.txt': faultyDocument }),
      'b.txt\na.legal\n',
    );
    const exitCode = await check({ ...defaults, paths: ['a.legal'], list: fromStdin, format: 'ndjson' }, io);
    expect(exitCode).toBe(1);
    const paths = io.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).path);
    expect(paths).toEqual(['a.legal', 'b.txt', 'a.legal']);
  });

  test('does what is there and ends with 2 where a name or the list leads nowhere', async () => {
    const io = recordIo(folderWith({ 'a.legal': faultyDocument }), 'gone.legal\na.legal\n');
    expect(await check({ ...defaults, list: fromStdin }, io)).toBe(2);
    expect(io.stderr).toBe('proviso: gone.legal: no such file\n');
    expect(io.stdout).toContain('1 document checked: 1 warning in 1 document; 1 could not be read\n');
    const without = recordIo(folderWith({ 'a.legal': faultyDocument }));
    const list = { from: 'list', byNul: false };
    expect(await check({ ...defaults, paths: ['a.legal'], list }, without)).toBe(2);
    expect(without.stderr).toBe('proviso: list: no such file\n');
    expect(without.stdout).toContain('1 document checked');
  });

  test('does not take standard input for two things', async () => {
    const io = recordIo('/', 'a.legal\n');
    expect(await check({ ...defaults, paths: ['-'], list: fromStdin }, io)).toBe(2);
    expect(io.stderr).toBe('proviso: standard input is a document or a list of files, not both\n');
  });
});
