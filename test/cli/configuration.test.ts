import { describe, expect, test } from 'vitest';
import { check } from '../../server/src/cli/check.ts';
import { runProgram } from '../../server/src/cli/program.ts';
import { defaults, faultyDocument, folderWith, recordIo } from './world.ts';

const off = '{ "rules": { "duplicate-number": "off" } }';
const error = '{ "rules": { "duplicate-number": "error" } }';

/** What a check of these files prints, without source lines and summary, and how it ends. */
async function checked(files: Record<string, string | Uint8Array>, ...argv: string[]) {
  const io = recordIo(folderWith(files));
  const exitCode = await runProgram(['check', ...argv], io, () => Promise.reject(new Error('no server')));
  const findings = io.stdout.match(/^\S+:\d+:\d+ \w+ [\w-]+/gm) ?? [];
  return { exitCode, findings, stdout: io.stdout, stderr: io.stderr };
}

describe('the nearest proviso.json', () => {
  test('decides for the documents below it', async () => {
    const files = {
      'proviso.json': off,
      'a.legal': faultyDocument,
      'deal/proviso.json': error,
      'deal/draft/b.legal': faultyDocument,
    };
    const { exitCode, findings, stderr } = await checked(files, '.');
    expect({ exitCode, findings, stderr }).toEqual({
      exitCode: 1,
      findings: ['deal/draft/b.legal:9:1 error duplicate-number'],
      stderr: '',
    });
  });

  test('decides for standard input too', async () => {
    const io = recordIo(folderWith({ 'proviso.json': off }), faultyDocument);
    expect(await check({ ...defaults, paths: ['-'] }, io)).toBe(0);
  });

  test('is reported at the place of what means nothing, once, and the rest applies', async () => {
    const files = {
      'proviso.json': `{\n  // for now\n  "rulez": 1,\n  "rules": { "duplicate-number": "off" }\n}`,
      'a.legal': faultyDocument,
      'deal/b.legal': faultyDocument,
    };
    expect(await checked(files, '.')).toMatchObject({
      exitCode: 0,
      findings: [],
      stderr: 'proviso: proviso.json:3:3: warning: There is no key "rulez"; did you mean "rules"?\n',
    });
  });

  test('that is not JSON is trouble, and what can be read of it applies', async () => {
    const files = { 'deal/proviso.json': off.slice(0, -1), 'deal/a.legal': faultyDocument };
    const { exitCode, findings, stdout, stderr } = await checked(files, 'deal');
    expect({ exitCode, findings }).toEqual({ exitCode: 2, findings: [] });
    expect(stderr).toMatch(
      /^proviso: deal\/proviso\.json:1:\d+: error: A closing brace is expected here\.\n$/,
    );
    expect(stdout).toBe('1 document checked: no findings\n');
  });

  test('that is no text is trouble, and the documents are still done', async () => {
    const files = { 'proviso.json': Buffer.from([0x89, 0x50, 0, 0, 0, 1]), 'a.legal': faultyDocument };
    const { exitCode, findings, stderr } = await checked(files, '.');
    expect({ exitCode, findings }).toEqual({
      exitCode: 2,
      findings: ['a.legal:9:1 warning duplicate-number'],
    });
    expect(stderr).toMatch(/^proviso: proviso\.json: this is a binary file/);
  });

  test('may be written in UTF-16, and a folder of its name is none', async () => {
    const utf16 = Buffer.from(`\uFEFF${off}`, 'utf16le');
    const files = {
      'proviso.json': utf16,
      'a/proviso.json/b.legal': faultyDocument,
      'a/c.legal': faultyDocument,
    };
    expect(await checked(files, '.')).toMatchObject({ exitCode: 0, findings: [], stderr: '' });
  });

  test('decides for inspect as well', async () => {
    const io = recordIo(folderWith({ 'proviso.json': error, 'a.legal': faultyDocument }));
    const findings = async (...argv: string[]) => {
      const before = io.stdout.length;
      await runProgram(['inspect', '--json', ...argv, 'a.legal'], io, async () => {});
      return JSON.parse(io.stdout.slice(before)).files[0].findings.map(
        ({ severity }: { severity: string }) => severity,
      );
    };
    expect(await findings()).toEqual(['error']);
    expect(await findings('--no-config')).toEqual(['warning']);
    expect(await findings('--rule', 'duplicate-number=off')).toEqual([]);
  });
});

describe('a proviso.json that builds on others', () => {
  test('applies with them, and its overrides to the documents that they name', async () => {
    const files = {
      'house style.json': error,
      'deal/proviso.json': `{"extends": "../house style.json", "overrides": [{"files": "drafts/", "rules": {"duplicate-number": "hint"}}]}`,
      'deal/a.legal': faultyDocument,
      'deal/drafts/b.legal': faultyDocument,
    };
    expect(await checked(files, '.')).toMatchObject({
      exitCode: 1,
      findings: ['deal/a.legal:9:1 error duplicate-number', 'deal/drafts/b.legal:9:1 hint duplicate-number'],
      stderr: '',
    });
  });

  test('is told of once for each file, and a missing one is trouble', async () => {
    const files = {
      'house.json': '{\n  "rulez": {},\n  "extends": "house.json"\n}',
      'one/proviso.json': '{"extends": ["../house.json", "gone.json"], "rules": {"duplicate-number": "off"}}',
      'two/proviso.json': '{"extends": "../house.json"}',
      'one/a.legal': faultyDocument,
      'two/b.legal': faultyDocument,
    };
    const { exitCode, findings, stderr } = await checked(files, '.');
    expect({ exitCode, findings }).toEqual({
      exitCode: 2,
      findings: ['two/b.legal:9:1 warning duplicate-number'],
    });
    expect(stderr.split('\n').sort()).toEqual([
      '',
      'proviso: house.json:2:3: warning: There is no key "rulez"; did you mean "rules"?',
      'proviso: house.json:3:14: warning: This file builds on itself: house.json, house.json.',
      'proviso: one/proviso.json:1:31: error: There is no file "gone.json".',
    ]);
  });

  test('may call a finding no defect, in the documents of its folder', async () => {
    const first = await checked({ 'deal/a.legal': faultyDocument }, '--format', 'json', '.');
    expect(first.exitCode).toBe(1);
    const entry = {
      document: 'deal/a.legal',
      rule: 'duplicate-number',
      provision: 'instrument:/article:seat',
      text: 'Seat',
    };
    const files = { 'proviso.json': JSON.stringify({ notDefects: [entry] }), 'b.legal': faultyDocument };
    expect(await checked({ ...files, 'deal/a.legal': faultyDocument }, '.')).toMatchObject({
      exitCode: 1,
      findings: ['b.legal:9:1 warning duplicate-number'],
    });
    const mended = faultyDocument.replace('Article 2. (Seat)', 'Article 3. (Seat)');
    expect(await checked({ ...files, 'deal/a.legal': mended }, 'deal')).toMatchObject({
      exitCode: 0,
      findings: ['deal/a.legal:9:1 hint unused-suppression'],
    });
  });
});

describe('the options', () => {
  const files = { 'proviso.json': off, 'strict.json': error, 'a.legal': faultyDocument };

  test('--config takes another file instead', async () => {
    const { exitCode, findings } = await checked(files, '--config', 'strict.json', 'a.legal');
    expect({ exitCode, findings }).toEqual({
      exitCode: 1,
      findings: ['a.legal:9:1 error duplicate-number'],
    });
    expect(await checked(files, 'a.legal', '--config=strict.json', '--fail-on', 'never')).toMatchObject({
      exitCode: 0,
      findings,
    });
  });

  test('--config with a file that cannot be read checks nothing', async () => {
    expect(await checked(files, '--config', 'gone.json', 'a.legal')).toEqual({
      exitCode: 2,
      findings: [],
      stdout: '',
      stderr: 'proviso: gone.json: no such file\n',
    });
  });

  test('--config without a file is bad usage', async () => {
    const { exitCode, stderr } = await checked(files, 'a.legal', '--config');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('`--config <file>` value is missing');
  });

  test('--no-config takes none, and leaves the path behind it alone', async () => {
    expect(await checked(files, '--no-config', 'a.legal')).toMatchObject({
      exitCode: 1,
      findings: ['a.legal:9:1 warning duplicate-number'],
    });
  });

  test('--rule goes before proviso.json, and the last of a rule counts', async () => {
    const rules = [
      '--rule',
      'duplicate-number=hint',
      '--rule=numbering-gap=off',
      '--rule',
      'duplicate-number=error',
    ];
    expect(await checked(files, ...rules.slice(0, 2), 'a.legal')).toMatchObject({
      exitCode: 0,
      findings: ['a.legal:9:1 hint duplicate-number'],
    });
    expect(await checked(files, ...rules, 'a.legal')).toMatchObject({
      exitCode: 1,
      findings: ['a.legal:9:1 error duplicate-number'],
    });
  });

  test('--rule gives way to a comment', async () => {
    const text = `<!-- proviso-ignore-file duplicate-number -->\n${faultyDocument}`;
    expect(await checked({ 'a.legal': text }, '--rule', 'duplicate-number=error', 'a.legal')).toMatchObject({
      exitCode: 0,
      findings: [],
    });
  });

  test.each([
    ['duplicate-numbr=off', 'There is no rule "duplicate-numbr"; did you mean "duplicate-number"?'],
    ['duplicate-number=loud', /^"duplicate-number" takes "error", .* not "loud"\.$/],
    ['duplicate-number', 'This takes a rule and a severity: numbering-gap=off.'],
    ['=', 'There is no rule "".'],
  ])('--rule %s is bad usage', async (rule, message) => {
    const { exitCode, stdout, stderr } = await checked(files, '--rule', rule, 'a.legal');
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    const start = `proviso: --rule ${rule}: `;
    expect(stderr.startsWith(start)).toBe(true);
    expect(stderr.slice(start.length, -1)).toMatch(message);
  });
});
