import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tokenizer } from 'acorn';
import { transformSync } from 'esbuild';
import { analyse } from 'scslre';
import { describe, expect, test } from 'vitest';
import { parseFixture } from '../fixture.ts';
import { readCorpus, readSamples, readSeeds } from './documents.ts';

const sources = fileURLToPath(new URL('../../', import.meta.url));
const paths = ['server/src', 'client/src'].flatMap((folder) =>
  readdirSync(join(sources, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
);

interface Pattern {
  readonly path: string;
  readonly source: string;
  readonly flags: string;
}

/** The patterns written between slashes. */
function literalsOf(path: string): Pattern[] {
  const { code } = transformSync(readFileSync(join(sources, path), 'utf8'), { loader: 'ts', format: 'esm' });
  const found: Pattern[] = [];
  for (const token of tokenizer(code, { ecmaVersion: 'latest', sourceType: 'module' })) {
    if (token.type.label !== 'regexp') continue;
    const { pattern, flags } = (token as unknown as { value: { pattern: string; flags: string } }).value;
    found.push({ path, source: pattern, flags });
  }
  return found;
}

/**
 * The patterns of the grammar for the first paint. Its engine has groups that are never given up, and flags inside of a
 * pattern: read without them a pattern can only become slower.
 */
function grammarPatterns(): Pattern[] {
  const path = 'syntaxes/legal.tmLanguage.json';
  const found: Pattern[] = [];
  JSON.parse(readFileSync(join(sources, path), 'utf8'), (key, value) => {
    if (!/^(?:match|begin|end|while)$/.test(key) || typeof value !== 'string') return value;
    const source = value.replaceAll(/\(\?(?:i:|>)/g, '(?:');
    found.push({ path, source, flags: value.includes('(?i:') ? 'i' : '' });
    return value;
  });
  return found;
}

/** The examples of the manual: each rule has one in which it finds something. */
function readExamples(): string[] {
  const pages = fileURLToPath(new URL('../../docs/rules/', import.meta.url));
  return readdirSync(pages)
    .flatMap((page) => [...readFileSync(join(pages, page), 'utf8').matchAll(/^```legal\n([^`]*)^```$/gm)])
    .flatMap((example) => parseFixture(example[1] ?? ''))
    .map(({ text }) => text);
}

/** The patterns that are put together while modules are loaded and documents are read, each with its file. */
async function constructedPatterns(): Promise<Pattern[]> {
  const patterns = new Map<string, Pattern>();
  const genuine = globalThis.RegExp;
  globalThis.RegExp = new Proxy(genuine, {
    construct(target, [source, flags]: [string, string | undefined]) {
      const caller =
        new Error().stack?.split('\n').find((line) => /(?:server|client)\/src\//.test(line)) ?? '';
      const path = caller.replace(/^.*?((?:server|client)\/src\/)/, '$1').replace(/\.ts.*$/, '.ts');
      if (path !== '')
        patterns.set(`${source}/${flags}`, { path, source: String(source), flags: flags ?? '' });
      return new target(source, flags);
    },
  });
  try {
    const { analyze } = await import('../../server/src/core/analysis.ts');
    const { runRules } = await import('../../server/src/core/rules/run.ts');
    const documents = [...readSamples(), ...readSeeds(), ...readCorpus(12, 60_000)].map(({ text }) => text);
    const { referencesOf } = await import('../../server/src/core/resolve/references.ts');
    await import('../../server/src/core/edits/plan-change.ts');
    for (const text of [...documents, ...readExamples()]) {
      const analysis = analyze(text);
      runRules(analysis);
      referencesOf(analysis);
    }
  } finally {
    globalThis.RegExp = genuine;
  }
  return [...patterns.values()];
}

const literals = paths.flatMap(literalsOf);

function complaints({ path, source, flags }: Pattern): string[] {
  // A sticky pattern is tried at one place only, so moving along the text costs nothing.
  const { reports } = analyse({ source, flags }, { reportTypes: { Move: !flags.includes('y') } });
  const exponential = reports.some((report) => report.exponential);
  if (reports.length === 0) return [];
  const kinds = [...new Set(reports.map((report) => report.type))].join(', ');
  return [`${path}: ${exponential ? 'EXPONENTIAL' : 'polynomial'} (${kinds}) /${source}/${flags}`];
}

describe('every regular expression of the server and of the client', () => {
  test('is found', () => {
    expect(literals.length).toBeGreaterThan(100);
    expect(literals.every(({ source }) => source.length > 0)).toBe(true);
  });

  test('is known to the checker: what is slow is reported', () => {
    expect(complaints({ path: 'x.ts', source: '^(a+)+$', flags: '' })[0]).toContain('EXPONENTIAL');
    expect(complaints({ path: 'x.ts', source: '\\s+$', flags: '' })[0]).toContain('polynomial');
    expect(complaints({ path: 'x.ts', source: '\\s+$', flags: 'y' })).toEqual([]);
  });

  test('ends: none takes exponential time', () => {
    const all = literals.flatMap(complaints);
    expect(all.filter((complaint) => complaint.includes('EXPONENTIAL'))).toEqual([]);
  });

  test('runs in linear time', () => {
    expect(literals.flatMap(complaints)).toEqual([]);
  });

  test('runs in linear time in the grammar too', () => {
    const patterns = grammarPatterns();
    expect(patterns.length).toBeGreaterThan(10);
    expect(patterns.flatMap(complaints)).toEqual([]);
  });

  test('runs in linear time where it is put together from parts', async () => {
    const patterns = await constructedPatterns();
    const building = paths.filter((path) => /\bRegExp\(/.test(readFileSync(join(sources, path), 'utf8')));
    expect([...new Set(patterns.map(({ path }) => path))].sort()).toEqual(building.sort());
    expect(patterns.flatMap(complaints)).toEqual([]);
  }, 60_000);
});
