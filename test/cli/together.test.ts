import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { check } from '../../server/src/cli/check.ts';
import { defaults, folderWith, recordIo } from './world.ts';

const program = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));

const articles = `ARTICLES OF ASSOCIATION

Article 1. (Shares) The total number of shares authorized to be issued by the Company shall be ninety thousand (90,000) shares.
`;

const subscription = `SUBSCRIPTION AGREEMENT

Section 1. Shares. The Company is authorized to issue 75,000 shares.
`;

const importing = (path: string): string => `---\nimports: ${path}\n---\n${subscription}`;

/** The findings of the rules about several documents, with the files and lines that they link. */
async function found(
  cwd: string,
  paths: readonly string[] = ['deal/subscription.legal'],
): Promise<readonly string[]> {
  const io = recordIo(cwd);
  await check({ ...defaults, paths, format: 'json' }, io);
  interface Found {
    rule: string;
    message: string;
    related: { path?: string; line: number }[];
  }
  const files: { findings: Found[] }[] = JSON.parse(io.stdout).files;
  return files
    .flatMap(({ findings }) => findings)
    .filter(({ rule }) => /^(?:conflicting|broken-import)/.test(rule))
    .map(({ message, related }) =>
      [message, ...related.map(({ path, line }) => `${path}:${line}`)].join(' '),
    );
}

const conflict =
  '75,000 shares are authorised here, and 90,000 in articles.legal. deal/signed/articles.legal:3';

describe('a document is checked against those that belong to it', () => {
  test('by its imports, whether they are checked too or not', async () => {
    const cwd = folderWith({
      'deal/signed/articles.legal': articles,
      'deal/subscription.legal': importing('signed/articles.legal'),
    });
    expect(await found(cwd)).toEqual([conflict]);
    expect(await found(cwd, ['deal'])).toEqual([conflict]);
  });

  test('by the titles that its project gives', async () => {
    const cwd = folderWith({
      'deal/signed/articles.legal': articles,
      'deal/subscription.legal': `${subscription}\nSection 2. Rights. Section 1 of the Articles of Association applies.\n`,
      'deal/proviso.json': '{ "documents": { "Articles of Association": "signed/articles.legal" } }',
    });
    expect(await found(cwd)).toEqual([conflict]);
  });

  test('and a path that leads to nothing is reported', async () => {
    const cwd = folderWith({ 'deal/subscription.legal': importing('signed/articles.legal') });
    expect(await found(cwd)).toEqual(['The imported document “signed/articles.legal” was not found.']);
  });

  test('but nothing is looked at outside of the folder', async () => {
    const outer = folderWith({
      'articles.legal': articles,
      'inner/deal/subscription.legal': importing('../../articles.legal'),
      'inner/linked/subscription.legal': importing('articles.legal'),
    });
    symlinkSync(join(outer, 'articles.legal'), join(outer, 'inner/linked/articles.legal'));
    expect(await found(join(outer, 'inner'), ['deal', 'linked'])).toEqual([]);
  });
});

test('the same bytes come however the documents are divided among threads and lists', {
  timeout: 120_000,
}, () => {
  const deals = Array.from({ length: 12 }, (_, at): [string, string][] => [
    [`${at}/articles.legal`, articles.replace('90,000', `${9 + (at % 3)},000`)],
    [`${at}/subscription.legal`, importing('articles.legal')],
    [`${at}/side.legal`, importing('../0/articles.legal')],
  ]).flat();
  const cwd = folderWith(Object.fromEntries(deals));
  const run = (args: readonly string[], input = ''): string =>
    spawnSync(process.execPath, [program, 'check', '--format', 'ndjson', '--fail-on', 'never', ...args], {
      cwd,
      input,
      encoding: 'utf8',
    }).stdout;
  const names = deals.map(([name]) => name);
  const alone = run([...names, '--workers', '1']);
  expect(alone.match(/"conflicting-figure"/g)).toHaveLength(24);
  expect(run([...names, '--workers', '4'])).toBe(alone);
  expect(run(['--files-from', '-', '--workers', '2'], names.join('\n'))).toBe(alone);
  expect(run(['11/side.legal'])).toBe(
    `${alone.split('\n').find((line) => line.includes('"11/side.legal"'))}\n`,
  );
});
