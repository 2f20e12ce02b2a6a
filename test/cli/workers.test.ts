import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { formats } from '../../server/src/cli/formats/formats.ts';
import { readWorkers, threadsFor, worthKnowing } from '../../server/src/cli/threads.ts';
import { cleanDocument, faultyDocument, folderWith } from './world.ts';

const program = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));

beforeAll(() => {
  expect(existsSync(program), 'dist/cli.cjs is missing: npm run build').toBe(true);
});

function run(cwd: string, argv: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'check', ...argv], {
    cwd,
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** Long ones beside short ones, so that threads do not end in the order in which they began. */
function manyFiles(): Record<string, string | Uint8Array> {
  const documents = Array.from({ length: 24 }, (_, index): [string, string] => [
    `${index % 3}/${index}.legal`,
    index % 4 === 0 ? faultyDocument + `\nThe the Company pays.\n`.repeat(40) : faultyDocument,
  ]);
  return {
    ...Object.fromEntries(documents),
    'proviso.json': '{ "rulez": 1 }',
    '1/proviso.json': '{ "extends": "../proviso.json", "rules": { "repeated-word": "error" }, "oops": [] }',
    '2/clean.legal': cleanDocument,
    '2/photo.legal': Buffer.from([0x89, 0x50, 0, 0, 0, 1]),
    '2/latin.legal': Buffer.from(faultyDocument.replace('Company', '\x93Company\x94'), 'latin1'),
  };
}

describe('threads', () => {
  test('change no byte of what is written, in any format', { timeout: 120_000 }, () => {
    const folder = folderWith(manyFiles());
    for (const format of Object.keys(formats)) {
      const argv = ['--format', format, '--max-findings', '200', 'gone.legal', '2', '-', '1', '0'];
      const alone = run(folder, [...argv, '--workers', '1'], faultyDocument);
      expect(alone.status).toBe(2);
      expect(alone.stdout).toContain('20.legal');
      expect(alone.stderr).toMatch(/photo\.legal: this is a binary file/);
      expect(alone.stderr.match(/rulez/g)).toHaveLength(1);
      expect(run(folder, [...argv, '--workers', '3'], faultyDocument)).toEqual(alone);
    }
  });

  test.each([
    ['1', 1],
    ['64', 64],
    ['0', 'auto'],
    ['auto', 'auto'],
    ['-1', null],
    ['many', null],
    ['1.5', null],
  ])('--workers %s is %s', (given, read) => {
    expect(readWorkers(given)).toBe(read);
  });

  test('are not started for a few small documents, nor for one', () => {
    expect(threadsFor('auto', { files: 50, bytes: 200_000 })).toBe(1);
    expect(threadsFor('auto', { files: 1, bytes: 9_000_000 })).toBe(1);
    expect(threadsFor(4, { files: 1, bytes: 9_000_000 })).toBe(1);
    expect(threadsFor(4, { files: 2, bytes: 10 })).toBe(4);
  });

  test('are as many as the machine runs at once where the work is worth it', () => {
    const many = { files: 1_000, bytes: 20_000 };
    const large = { files: 3, bytes: 9_000_000 };
    expect(threadsFor('auto', many)).toBe(threadsFor('auto', large));
    expect([worthKnowing('auto', many), worthKnowing('auto', large)]).toEqual([false, false]);
    expect(worthKnowing('auto', { files: 999, bytes: 20_000 })).toBe(true);
  });
});
