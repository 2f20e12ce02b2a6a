import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { applyPatch } from 'diff';
import { describe, expect, test } from 'vitest';
import { decodeText, encodeText } from '../../server/src/cli/encoding.ts';
import { fix } from '../../server/src/cli/fix.ts';
import { FileChanged, replaceFile } from '../../server/src/cli/replaceFile.ts';
import { cleanDocument, faultyDocument, folderWith, recordIo } from './world.ts';

const comment = '<!-- proviso-ignore numbering-gap -->\n';
/** A document in which one thing is certain: its comment silences nothing. */
const fixable = cleanDocument.replace('Article 2.', `${comment}Article 2.`);
const quoted = (text: string): string => text.replace('shoes', '“shoes” — for 5 €');

function utf16be(text: string): Uint8Array {
  return Buffer.from(text, 'utf16le').swap16();
}

function windows1252(text: string): Uint8Array {
  return encodeText(text, { encoding: 'windows-1252', marked: false });
}

async function run(
  folder: string,
  given: { paths?: string[]; dryRun?: boolean; encoding?: string } = {},
  stdin = '',
) {
  const io = recordIo(folder, stdin);
  const { paths = ['.'], dryRun = false, encoding = null } = given;
  const exitCode = await fix({ paths, dryRun, encoding }, io);
  return { exitCode, stdout: io.stdout, stderr: io.stderr };
}

describe('fix', () => {
  test('prints what it changes as a diff, and writes it', async () => {
    const folder = folderWith({ 'deal/a.legal': fixable, 'b.legal': cleanDocument });
    const { exitCode, stdout, stderr } = await run(folder);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toBe(
      [
        '--- a/deal/a.legal',
        '+++ b/deal/a.legal',
        '@@ -2,9 +2,8 @@',
        ' ',
        ' The Company is called Sole.',
        ' ',
        '-<!-- proviso-ignore numbering-gap -->',
        ' Article 2. (Purpose)',
        ' ',
        ' The Company makes shoes.',
        ' ',
        '2 documents checked: 1 fix in 1 document',
        '',
      ]
        .join('\n')
        .replace('@@ -2,9 +2,8 @@', '@@ -2,7 +2,6 @@')
        .replace(' \n2 documents', '2 documents'),
    );
    expect(readFileSync(join(folder, 'deal/a.legal'), 'utf8')).toBe(cleanDocument);
    expect(readFileSync(join(folder, 'b.legal'), 'utf8')).toBe(cleanDocument);
    expect(await run(folder)).toEqual({
      exitCode: 0,
      stdout: '2 documents checked: nothing to fix\n',
      stderr: '',
    });
  });

  test('does nothing where nothing is certain, whatever is found', async () => {
    const folder = folderWith({ 'a.legal': faultyDocument });
    expect((await run(folder)).stdout).toBe('1 document checked: nothing to fix\n');
    expect(readFileSync(join(folder, 'a.legal'), 'utf8')).toBe(faultyDocument);
  });

  test('writes nothing in a dry run, and ends with 1 where it would', async () => {
    const folder = folderWith({ 'a.legal': fixable, 'b.legal': cleanDocument });
    const { exitCode, stdout } = await run(folder, { dryRun: true });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('2 documents checked: 1 fix in 1 document, none written\n');
    expect(readFileSync(join(folder, 'a.legal'), 'utf8')).toBe(fixable);
    expect((await run(folder, { paths: ['b.legal'], dryRun: true })).exitCode).toBe(0);
  });

  test('prints a diff that makes the new text of the old one', async () => {
    for (const text of [
      fixable,
      fixable.replaceAll('\n', '\r\n'),
      fixable.trimEnd(),
      fixable.replace('Article 3.', '\fArticle 3.'),
    ]) {
      const folder = folderWith({ 'a.legal': text });
      const { stdout } = await run(folder, { dryRun: true });
      const patch = stdout.slice(0, stdout.lastIndexOf('1 document checked'));
      expect(applyPatch(text, patch)).toBe(text.replace(/<!--.*?-->\r?\n/, ''));
    }
  });

  test('shows what a terminal might obey by a dot', async () => {
    const folder = folderWith({ 'a.legal': fixable.replace('Sole', '\x1B[31mSole') });
    expect((await run(folder, { dryRun: true })).stdout).not.toContain('\x1B');
  });

  test.each<[string, Uint8Array, Uint8Array]>([
    ['UTF-8', Buffer.from(quoted(fixable)), Buffer.from(quoted(cleanDocument))],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${fixable}`), Buffer.from(`\uFEFF${cleanDocument}`)],
    [
      'UTF-16 LE with its mark',
      Buffer.from(`\uFEFF${fixable}`, 'utf16le'),
      Buffer.from(`\uFEFF${cleanDocument}`, 'utf16le'),
    ],
    ['UTF-16 LE', Buffer.from(fixable, 'utf16le'), Buffer.from(cleanDocument, 'utf16le')],
    ['UTF-16 BE with its mark', utf16be(`\uFEFF${fixable}`), utf16be(`\uFEFF${cleanDocument}`)],
    ['UTF-16 BE', utf16be(fixable), utf16be(cleanDocument)],
    ['Windows-1252', windows1252(quoted(fixable)), windows1252(quoted(cleanDocument))],
    [
      'CRLF',
      Buffer.from(fixable.replaceAll('\n', '\r\n')),
      Buffer.from(cleanDocument.replaceAll('\n', '\r\n')),
    ],
    ['CR', Buffer.from(fixable.replaceAll('\n', '\r')), Buffer.from(cleanDocument.replaceAll('\n', '\r'))],
    ['no last line end', Buffer.from(fixable.trimEnd()), Buffer.from(cleanDocument.trimEnd())],
  ])('keeps %s', async (_, before, after) => {
    const folder = folderWith({ 'a.legal': before });
    expect((await run(folder)).exitCode).toBe(0);
    expect(readFileSync(join(folder, 'a.legal')).equals(after)).toBe(true);
  });

  test('leaves a file alone that is not what it was read as, and one that it cannot write', async () => {
    const broken = Buffer.concat([Buffer.from(fixable), Buffer.from([0xff, 0x0a])]);
    const files = { 'broken.legal': broken, 'kanji.legal': Buffer.from(fixable), 'c.legal': fixable };
    const folder = folderWith(files);
    const utf8 = await run(folder, { paths: ['broken.legal', 'c.legal'], encoding: 'utf-8' });
    expect(utf8.exitCode).toBe(2);
    expect(utf8.stderr).toContain('broken.legal: left as it is: not all of it is valid UTF-8');
    const kanji = await run(folder, { paths: ['kanji.legal'], encoding: 'shift_jis' });
    expect(kanji).toMatchObject({
      exitCode: 2,
      stderr: 'proviso: kanji.legal: left as it is: Proviso reads SHIFT_JIS but does not write it\n',
    });
    expect(readFileSync(join(folder, 'broken.legal')).equals(broken)).toBe(true);
    expect(readFileSync(join(folder, 'kanji.legal'), 'utf8')).toBe(fixable);
    expect(readFileSync(join(folder, 'c.legal'), 'utf8')).toBe(cleanDocument);
  });

  test('shows for standard input, and does not write it', async () => {
    const dry = await run('/', { paths: ['-'], dryRun: true }, fixable);
    expect(dry.exitCode).toBe(1);
    expect(dry.stdout).toContain('-<!-- proviso-ignore numbering-gap -->');
    expect(await run('/', { paths: ['-'] }, fixable)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('standard input cannot be written to'),
    });
  });

  test('goes by the settings: what is silenced or off is left', async () => {
    const folder = folderWith({
      'proviso.json': '{"rules": {"unused-suppression": "off"}}',
      'a.legal': fixable,
    });
    expect((await run(folder)).stdout).toBe('1 document checked: nothing to fix\n');
  });
});

describe('a file is put in the place of another', () => {
  const before = Buffer.from('before');
  const after = Buffer.from('after');

  test('with its mode, and leaves nothing else behind', async () => {
    const folder = folderWith({ 'a.legal': before });
    const path = join(folder, 'a.legal');
    chmodSync(path, 0o646);
    await replaceFile(path, before, after);
    expect(readFileSync(path, 'utf8')).toBe('after');
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o7777).toBe(0o646);
    expect(readdirSync(folder)).toEqual(['a.legal']);
  });

  test.skipIf(process.platform === 'win32')('where a link leads, and the link stays', async () => {
    const folder = folderWith({ 'deal/a.legal': before });
    symlinkSync(join(folder, 'deal/a.legal'), join(folder, 'link.legal'));
    await replaceFile(join(folder, 'link.legal'), before, after);
    expect(lstatSync(join(folder, 'link.legal')).isSymbolicLink()).toBe(true);
    expect(readFileSync(realpathSync(join(folder, 'link.legal')), 'utf8')).toBe('after');
  });

  test('not where it changed meanwhile', async () => {
    const folder = folderWith({ 'a.legal': 'newer' });
    await expect(replaceFile(join(folder, 'a.legal'), before, after)).rejects.toThrow(FileChanged);
    expect(readdirSync(folder)).toEqual(['a.legal']);
    expect(readFileSync(join(folder, 'a.legal'), 'utf8')).toBe('newer');
  });

  test('in one step: whoever reads meanwhile finds the one or the other', async () => {
    const old = Buffer.alloc(3_000_000, 'a');
    const fresh = Buffer.alloc(3_000_000, 'b');
    const folder = folderWith({ 'a.legal': old });
    const path = join(folder, 'a.legal');
    let done = false;
    const replacing = replaceFile(path, old, fresh).then(() => {
      done = true;
    });
    let reads = 0;
    while (!done) {
      const found = readFileSync(path);
      expect(found.length === 3_000_000 && found[0] === found[2_999_999]).toBe(true);
      reads += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await replacing;
    expect(reads).toBeGreaterThan(0);
  });
});

describe('an encoding', () => {
  test('is written as it was read, byte for byte', () => {
    const all = Uint8Array.from({ length: 255 }, (_, index) => index + 1);
    const texts = ['', 'a', 'Zoë “quoted” €5 …', '\r\n\r\n'];
    for (const bytes of [all, ...texts.map((text) => windows1252(text))])
      expect(
        Buffer.from(
          encodeText(decodeText(bytes, 'windows-1252').text, { encoding: 'windows-1252', marked: false }),
        ).equals(bytes),
      ).toBe(true);
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'])
      for (const marked of [true, false])
        for (const text of [...texts, '契約書 \u{1F600}']) {
          const bytes = encodeText(text, { encoding, marked });
          expect(decodeText(bytes, encoding)).toEqual({ text, encoding, marked, note: null });
        }
  });

  test.each(['契', '\u{1F600}', '\x80'])('of Windows-1252 has no place for %j', (character) => {
    expect(() => windows1252(`a${character}`)).toThrow('has no place in Windows-1252');
  });
});

test('the program hands paths and options to fix', async () => {
  const folder = folderWith({ 'a.legal': fixable });
  const { runProgram } = await import('../../server/src/cli/program.ts');
  const io = recordIo(folder);
  const noServer = () => Promise.reject(new Error('no server'));
  for (const argv of [
    ['--dry-run', 'a.legal'],
    ['a.legal', '--dry-run'],
    ['--dry-run=true', 'a.legal'],
    ['--dry-run', '--dry-run', 'a.legal'],
    ['--dryRun', '--', 'a.legal'],
  ]) {
    expect(await runProgram(['fix', ...argv], io, noServer)).toBe(1);
    expect(readFileSync(join(folder, 'a.legal'), 'utf8')).toBe(fixable);
  }
  expect(await runProgram(['fix', 'a.legal', '--rule', 'unused-suppression=off'], io, noServer)).toBe(0);
  expect(readFileSync(join(folder, 'a.legal'), 'utf8')).toBe(fixable);
  expect(await runProgram(['fix', 'a.legal'], io, noServer)).toBe(0);
  expect(readFileSync(join(folder, 'a.legal'), 'utf8')).toBe(cleanDocument);
  expect(await runProgram(['fix'], io, noServer)).toBe(2);
});
