import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { type CheckArguments, check } from '../../server/src/cli/check.ts';
import type { FindingContext, Format } from '../../server/src/cli/formats/format.ts';
import { junitFormat } from '../../server/src/cli/formats/junit.ts';
import { sarifFormat } from '../../server/src/cli/formats/sarif.ts';
import { analyze } from '../../server/src/core/analysis.ts';
import type { Finding } from '../../server/src/core/rules/rule.ts';
import { runRules } from '../../server/src/core/rules/run.ts';
import { readSamples } from '../core/documents.ts';
import { cleanDocument, defaults, faultyDocument, folderWith, recordIo } from './world.ts';

const files = { 'deal 1/a,b.legal': faultyDocument, 'deal 1/clean.legal': cleanDocument };

async function run(given: Partial<CheckArguments>, content: Record<string, string> = files, stdin = '') {
  const io = recordIo(folderWith(content), stdin);
  const exitCode = await check({ ...defaults, paths: ['.'], ...given }, io);
  return { exitCode, stdout: io.stdout, stderr: io.stderr, cwd: io.cwd };
}

/** What a format makes of a document with these findings. */
function reported(
  format: Format,
  place: Omit<FindingContext, 'identityOf'>,
  findings: readonly Finding[],
): string {
  const context = { ...place, identityOf: () => 'x' };
  const written = findings.map((finding) => ({ ...finding, written: format.finding(finding, context) }));
  return format.document({ path: place.path, findings: written, notShown: 0, failures: [] });
}

describe('--format json', () => {
  test('lists every document and its findings, with fixes and related places', async () => {
    const { stdout, exitCode } = await run({ format: 'json' });
    expect(exitCode).toBe(1);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      version: 1,
      unreadable: [],
      failures: [],
      summary: { documents: 2, error: 0, warning: 1, information: 0, hint: 0, notShown: 0 },
    });
    expect(report.files.map(({ path }: { path: string }) => path)).toEqual([
      'deal 1/a,b.legal',
      'deal 1/clean.legal',
    ]);
    expect(report.files[0].findings).toEqual([
      {
        rule: 'duplicate-number',
        severity: 'warning',
        line: 9,
        column: 1,
        endLine: 9,
        endColumn: 11,
        message: expect.stringContaining('Article 2'),
        identity: expect.stringMatching(/^[\da-f]{16}:1$/),
        related: [expect.objectContaining({ line: 5, column: 1 })],
        fixes: [],
      },
    ]);
  });

  test('is whole where nothing can be read', async () => {
    const { stdout, exitCode } = await run({ format: 'json', paths: ['gone.legal'] });
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      files: [],
      unreadable: [{ path: 'gone.legal', reason: 'no such file or folder' }],
    });
  });
});

describe('--format ndjson', () => {
  test('has a line for each document in its place, also for one that cannot be read, and no other', async () => {
    const { stdout, exitCode } = await run({ format: 'ndjson', paths: ['gone.legal', '.'] });
    expect(exitCode).toBe(2);
    expect(stdout.endsWith('}\n')).toBe(true);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const empty = { version: 1, error: null, findings: [], notShown: 0, failures: [] };
    expect(lines).toEqual([
      { ...empty, path: 'gone.legal', error: 'no such file or folder' },
      { ...empty, path: 'deal 1/a,b.legal', findings: [expect.objectContaining({ line: 9, column: 1 })] },
      { ...empty, path: 'deal 1/clean.legal' },
    ]);
  });

  test('says in each line how many findings are not shown', async () => {
    const { stdout } = await run({ format: 'ndjson', maxFindings: '0' });
    expect(JSON.parse(stdout.split('\n')[0] ?? '')).toMatchObject({ findings: [], notShown: 1 });
  });
});

describe('--format github', () => {
  test('writes a command for each finding, in which nothing can end it early', async () => {
    const { stdout } = await run({ format: 'github' });
    expect(stdout).toMatch(
      /^::warning file=deal 1\/a%2Cb\.legal,line=9,endLine=9,col=1,endColumn=11,title=Proviso%3A duplicate-number::.*Article 2.*\n$/,
    );
  });

  test('says what could not be read and how many are not shown', async () => {
    const { stdout } = await run({ format: 'github', paths: ['.', 'gone.legal'], maxFindings: '0' });
    expect(stdout).toBe(
      '::error title=Proviso::gone.legal: no such file or folder\n::notice title=Proviso::1 more findings.\n',
    );
  });
});

describe('--format junit', () => {
  test('has a suite for each document and a case for each finding', async () => {
    const { stdout } = await run({ format: 'junit', paths: ['.', 'gone.legal'] });
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('<?xml version="1.0" encoding="UTF-8"?>');
    expect(lines).toContain('  <testsuite name="deal 1/a,b.legal" tests="1" failures="1" errors="0">');
    expect(lines).toContain('    <testcase classname="deal 1/clean.legal" name="no findings"/>');
    expect(stdout).toContain('<error message="no such file or folder"/>');
    expect(stdout).toMatch(/name="duplicate-number \(9:1\)".*<failure message=".*" type="warning">/);
    expect(lines.at(-2)).toBe('</testsuites>');
  });

  test('fails the cases that make the check fail, and no others', async () => {
    const { stdout, exitCode } = await run({ format: 'junit', failOn: 'error' });
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain('<failure');
    expect(stdout).toMatch(/<system-out>.*duplicate-number|<system-out>deal 1\/a,b\.legal:9:1 warning /);
  });

  test('writes characters that XML has a meaning or no place for', () => {
    const text = 'a';
    const finding: Finding = {
      rule: 'x',
      severity: 'warning',
      range: { start: 0, end: 1 },
      message: 'a < b & "c"\u0001\uD800 \u{1F600}\n',
      related: [],
      fixes: [],
    };
    const document = { path: 'a<b>.legal', file: null, snapshot: analyze(text).snapshot };
    const written = reported(junitFormat({ failing: ['warning'] }), document, [finding]);
    expect(written).toContain('message="a &lt; b &amp; &quot;c&quot;\uFFFD\uFFFD \u{1F600}&#10;"');
    expect(written).toContain('name="a&lt;b&gt;.legal"');
  });
});

describe('--format sarif', () => {
  const schema = JSON.parse(
    readFileSync(new URL('sarif/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'),
  ) as Record<string, unknown>;
  const { $schema, id, ...draft } = schema;
  // The validator knows later drafts than the fourth, whose words for what this schema says are the same.
  const validator = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  validator.addFormat('uri', (text) => URL.canParse(text));
  validator.addFormat(
    'uri-reference',
    (text) => URL.canParse(text, 'https://example.com') && !/[ <>"]/.test(text),
  );
  validator.addFormat('date-time', (text) => !Number.isNaN(Date.parse(text)));
  const isValid = validator.compile(draft);

  function valid(stdout: string): Log {
    const log = JSON.parse(stdout);
    isValid(log);
    expect(isValid.errors ?? []).toEqual([]);
    return log;
  }

  test('is held to the published schema, which refuses what is wrong', () => {
    expect($schema).toBe('http://json-schema.org/draft-04/schema#');
    expect(id).toContain('sarif-2.1.0');
    expect(isValid({ version: '2.1.0', runs: [{}] })).toBe(false);
    const driver = { name: 'x' };
    const result = { message: { text: 'x' }, level: 'fatal' };
    expect(isValid({ version: '2.1.0', runs: [{ tool: { driver }, results: [result] }] })).toBe(false);
    expect(isValid({ version: '2.1.0', runs: [{ tool: { driver } }] })).toBe(true);
  });

  test('tells place, level, rule with its page, and a fingerprint of each finding', async () => {
    const { stdout, exitCode } = await run({ format: 'sarif' });
    expect(exitCode).toBe(1);
    const [first] = valid(stdout).runs;
    expect(first?.invocations).toEqual([{ executionSuccessful: true }]);
    expect(first?.tool.driver.rules).toMatchObject([
      {
        id: 'duplicate-number',
        defaultConfiguration: { level: 'warning', enabled: true },
        help: { markdown: expect.stringContaining('## How to fix') },
      },
    ]);
    expect(first?.tool.driver.rules?.[0]?.help?.markdown).not.toMatch(/\]\([\w-]+\.md\)/);
    expect(first?.results).toMatchObject([
      {
        ruleId: 'duplicate-number',
        ruleIndex: 0,
        level: 'warning',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'deal%201/a%2Cb.legal', uriBaseId: '%SRCROOT%' },
              region: { startLine: 9, startColumn: 1, endLine: 9, endColumn: 11 },
            },
          },
        ],
        relatedLocations: [{ id: 1 }],
        partialFingerprints: { 'provisoFinding/v1': expect.stringMatching(/^[\da-f]{16}:1$/) },
      },
    ]);
  });

  test('is valid for all samples, for what cannot be read, and for nothing', async () => {
    const samples = Object.fromEntries(
      readSamples().map(({ path, text }) => [path.replace(/^.*\//, ''), text]),
    );
    const all = valid((await run({ format: 'sarif', failOn: 'never', paths: ['*'] }, samples)).stdout);
    expect(all.runs[0]?.results?.length).toBeGreaterThan(2);
    const [gone] = valid((await run({ format: 'sarif', paths: ['gone.legal'] })).stdout).runs;
    expect(gone?.results).toEqual([]);
    expect(gone?.invocations?.[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ message: { text: 'gone.legal: no such file or folder' } }],
    });
    const [stdin] = valid((await run({ format: 'sarif', paths: ['-'] }, {}, faultyDocument)).stdout).runs;
    expect(stdin?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({
      uri: '%3Cstdin%3E',
    });
  });

  test('has the fixes, and files outside the folder by their whole address', () => {
    const analysis = analyze(faultyDocument);
    const [found] = runRules(analysis);
    if (!found) throw new Error('Nothing was found.');
    const fix = { title: 'Write 3', edits: [{ range: { start: 0, end: 1 }, newText: '3' }] };
    const context = { color: false, cwd: join('/', 'work'), failing: [], rulePage: () => null };
    const format = sarifFormat(context);
    const visit = { unreadable: [], failures: [], settings: 'read' as const };
    const findings = [
      { ...found, fixes: [fix] },
      { ...found, rule: 'made-up' },
    ];
    const file = join('/', 'else where', 'a.legal');
    const document = { path: file, file, snapshot: analysis.snapshot };
    const log = valid(
      [
        format.begin(),
        reported(format, document, findings),
        format.end({ visit, documents: 1, withFindings: 1, counts: new Map(), notShown: 0 }),
      ].join(''),
    );
    const [result] = log.runs[0]?.results ?? [];
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toMatch(
      /^file:.*\/else%20where\/a\.legal$/,
    );
    expect(result?.fixes?.[0]).toMatchObject({
      description: { text: 'Write 3' },
      artifactChanges: [{ replacements: [{ insertedContent: { text: '3' } }] }],
    });
    expect(log.runs[0]?.tool.driver.rules?.map(({ id: rule, help }) => [rule, help])).toEqual([
      ['duplicate-number', undefined],
      ['made-up', undefined],
    ]);
  });
});

describe('--max-findings', () => {
  const faulty = { 'a.legal': faultyDocument, 'b.legal': faultyDocument };

  test('shows so many and counts them all', async () => {
    const { stdout, exitCode } = await run({ maxFindings: '1' }, faulty);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^a\.legal:9:1 /);
    expect(stdout).not.toContain('b.legal');
    expect(stdout).toContain('2 documents checked: 2 warnings in 2 documents; 1 not shown\n');
    const report = JSON.parse((await run({ maxFindings: '0', format: 'json' }, faulty)).stdout);
    expect(report.summary).toMatchObject({ warning: 2, notShown: 2 });
  });

  test.each(['-1', 'all', '1.5', ''])('does not take %j', async (maxFindings) => {
    const { exitCode, stderr } = await run({ maxFindings });
    expect(exitCode).toBe(2);
    expect(stderr).toBe(`proviso: --max-findings takes a whole number, not "${maxFindings}"\n`);
  });
});

test('a format that there is not is bad usage', async () => {
  const { exitCode, stderr } = await run({ format: 'xml' });
  expect(exitCode).toBe(2);
  expect(stderr).toBe('proviso: --format takes text, json, ndjson, sarif, github, junit, not "xml"\n');
});
