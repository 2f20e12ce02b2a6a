import { describe, expect, test } from 'vitest';
import { check } from '../../server/src/cli/check.ts';
import { cleanDocument, defaults, faultyDocument, folderWith, recordIo } from './world.ts';

describe('check', () => {
  test('of a clean document prints the summary and ends with 0', async () => {
    const io = recordIo(folderWith({ 'a.legal': cleanDocument }));
    expect(await check({ ...defaults, paths: ['a.legal'] }, io)).toBe(0);
    expect(io.stdout).toBe('1 document checked: no findings\n');
    expect(io.stderr).toBe('');
  });

  test('prints each finding with its place, source line and carets, and ends with 1', async () => {
    const io = recordIo(folderWith({ 'deal/a.legal': faultyDocument, 'deal/b.legal': cleanDocument }));
    expect(await check({ ...defaults, paths: ['deal'] }, io)).toBe(1);
    const [place, source, carets, summary] = io.stdout.split('\n');
    expect(place).toMatch(/^deal\/a\.legal:9:1 warning duplicate-number \S.*2/);
    expect(source).toBe('    Article 2. (Seat)');
    expect(carets).toMatch(/^ {4}\^+$/);
    expect(summary).toBe('2 documents checked: 1 warning in 1 document');
  });

  test.each([
    ['error', 0],
    ['warning', 1],
    ['information', 1],
    ['hint', 1],
    ['never', 0],
  ])('with --fail-on %s ends with %i on a warning', async (failOn, exitCode) => {
    const io = recordIo(folderWith({ 'a.legal': faultyDocument }));
    expect(await check({ ...defaults, paths: ['a.legal'], failOn }, io)).toBe(exitCode);
    expect(io.stdout).toContain('1 warning');
  });

  test('reads standard input', async () => {
    const io = recordIo('/', faultyDocument);
    expect(await check({ ...defaults, paths: ['-'] }, io)).toBe(1);
    expect(io.stdout).toMatch(/^<stdin>:9:1 warning duplicate-number /);
  });

  test('does the others where one cannot be read, and ends with 2', async () => {
    const io = recordIo(
      folderWith({ 'a.legal': faultyDocument, 'photo.legal': Buffer.from([0x89, 0x50, 0, 0, 0, 1]) }),
    );
    expect(await check({ ...defaults, paths: ['gone.legal', 'photo.legal', 'a.legal'] }, io)).toBe(2);
    expect(io.stderr).toBe(
      'proviso: gone.legal: no such file or folder\n' +
        'proviso: photo.legal: this is a binary file: it has NUL characters, which text has not\n',
    );
    expect(io.stdout).toMatch(/^a\.legal:9:1 warning /);
    expect(io.stdout).toContain('1 document checked: 1 warning in 1 document; 2 could not be read\n');
  });

  test('tells where a file was read as Windows-1252, and counts columns in the decoded text', async () => {
    const bytes = Buffer.from(faultyDocument.replaceAll('The Company', '\x93Company\x94 \xE9'), 'latin1');
    const io = recordIo(folderWith({ 'a.legal': bytes }));
    expect(await check({ ...defaults, paths: ['a.legal'] }, io)).toBe(1);
    expect(io.stderr).toMatch(/^proviso: a\.legal: note: .*Windows-1252/);
    expect(io.stdout).toContain('a.legal:9:1 warning');
  });

  test('reads all files in the encoding it is told', async () => {
    const io = recordIo(folderWith({ 'a.legal': Buffer.from(faultyDocument, 'utf16le') }));
    expect(await check({ ...defaults, paths: ['a.legal'], encoding: 'utf-16le' }, io)).toBe(1);
    expect(io.stdout).toContain('    Article 2. (Seat)\n');
  });

  test('paints what is wrong where the terminal takes colours', async () => {
    const io = recordIo('/', faultyDocument);
    await check({ ...defaults, paths: ['-'] }, { ...io, color: true });
    expect(io.stdout).toContain('\x1B[33mwarning\x1B[39m');
  });
});

describe('bad usage', () => {
  test.each([
    ['no path', {}, 'proviso: name at least one file, folder or pattern, or - for standard input\n'],
    [
      'an unknown level',
      { paths: ['-'], failOn: 'fatal' },
      'proviso: --fail-on takes error, warning, information, hint, never, not "fatal"\n',
    ],
    [
      'an odd number of threads',
      { paths: ['-'], workers: 'two' },
      'proviso: --workers takes a number or auto, not "two"\n',
    ],
    [
      'an ending that is a pattern',
      { paths: ['-'], extensions: ['.{a,b}'] },
      'proviso: --ext takes endings such as .txt,.md, not ".{a,b}"\n',
    ],
    ['an unknown encoding', { paths: ['-'], encoding: 'klingon' }, /^proviso: unknown encoding "klingon"; /],
  ])('%s ends with 2 and reads nothing', async (_, given, message) => {
    const io = recordIo('/', faultyDocument);
    expect(await check({ ...defaults, ...given }, io)).toBe(2);
    expect(io.stdout).toBe('');
    expect(io.stderr).toMatch(message);
  });
});
