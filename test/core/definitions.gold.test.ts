import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { definitionsOf } from '../../server/src/core/resolve/definitions.ts';
import { hasSharedFolder, noteMissingDocuments, readShared, sharedFolder } from './documents.ts';

noteMissingDocuments('the definitions are not compared with those of a careful reader.');

interface GoldDefinition {
  readonly term: string;
  readonly line: number;
  readonly optional?: boolean;
}

interface Tally {
  right: number;
  missed: string[];
  extra: string[];
}

const folder = fileURLToPath(new URL('../gold/definitions/', import.meta.url));
const names = hasSharedFolder ? readdirSync(folder).sort() : [];
/** Documents whose misses nobody has looked at. */
const heldOut = /cuad-mplx|cuad-cardax|cx-licence-745597|cx-plan-935724|cx-employment-1053650/;

function compare(path: string, gold: readonly GoldDefinition[]): Tally {
  const analysis = analyze(readShared(path).text);
  const found = definitionsOf(analysis).map(({ term, range }) => ({
    term: normalise(term),
    line: analysis.snapshot.lineAt(range.start) + 1,
  }));
  const tally: Tally = { right: 0, missed: [], extra: [] };
  let left = gold.map((entry) => ({ ...entry, term: normalise(entry.term) }));
  for (const slack of [0, 1]) {
    left = left.filter((entry) => {
      const at = found.findIndex(
        ({ term, line }) => term === entry.term && Math.abs(line - entry.line) <= slack,
      );
      if (at < 0) return true;
      found.splice(at, 1);
      if (!entry.optional) tally.right += 1;
      return false;
    });
  }
  tally.missed = left.filter(({ optional }) => !optional).map(({ term, line }) => `${term} (line ${line})`);
  tally.extra = found.map(({ term, line }) => `${term} (line ${line})`);
  return tally;
}

function normalise(term: string): string {
  return term
    .replace(/[\s"“”*_]+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/[.,; ]+$/, '');
}

function f1({ right, missed, extra }: Tally): number {
  const wanted = right + missed.length;
  const found = right + extra.length;
  return wanted + found === 0 ? 1 : (2 * right) / (wanted + found);
}

const tallies = names.map((name) => {
  const { document, definitions } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return { name, tally: compare(`corpus/${document}`, definitions) };
});

describe.runIf(hasSharedFolder)('the definitions that careful readers found', () => {
  test.each(tallies)('are nearly those of $name', ({ tally }) => {
    expect(f1(tally) >= 0.95 ? 'enough' : tally).toBe('enough');
  });

  test.each([
    { half: 'looked at', isHeldOut: false, atLeast: 0.99 },
    { half: 'held out', isHeldOut: true, atLeast: 0.97 },
  ])('are found in the documents that were $half', ({ isHeldOut, atLeast }) => {
    const total: Tally = { right: 0, missed: [], extra: [] };
    for (const { name, tally } of tallies) {
      if (heldOut.test(name) !== isHeldOut) continue;
      total.right += tally.right;
      total.missed.push(...tally.missed);
      total.extra.push(...tally.extra);
    }
    expect(total.right).toBeGreaterThan(100);
    expect(f1(total)).toBeGreaterThanOrEqual(atLeast);
  });
});

describe.each(hasSharedFolder ? ['articles-of-incorporation', 'schedule-13d'] : [])('%s', (name) => {
  test('has the definitions that a careful reader finds, and no other', () => {
    const gold = JSON.parse(readFileSync(join(sharedFolder, 'gold', `${name}.definitions.json`), 'utf8'));
    const { missed, extra } = compare(`seeds/${name}.txt`, gold);
    expect({ missed, extra }).toEqual({ missed: [], extra: [] });
  });
});
