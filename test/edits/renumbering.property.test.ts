import { describe, expect, test } from 'vitest';
import { type Analysis, analyze } from '../../server/src/core/analysis.ts';
import { planChange } from '../../server/src/core/edits/plan-change.ts';
import { noteMissingDocuments, readCorpus, readSamples, readSeeds } from '../core/documents.ts';
import { faultsOf } from './check-operation.ts';
import { operationNames, randomOperation } from './operations.ts';

noteMissingDocuments('commands that renumber are tried on samples/ only.');

/** How many commands are tried; PROVISO_OPERATIONS=2000 for a long run, PROVISO_SEED for others. */
const count = Number(process.env.PROVISO_OPERATIONS ?? 120);
const firstSeed = Number(process.env.PROVISO_SEED ?? 20_261_123);
const longRun = process.env.PROVISO_OPERATIONS !== undefined;

const documents = [
  ...readSamples(),
  ...readSeeds(),
  ...readCorpus(longRun ? 400 : 12, longRun ? 400_000 : 60_000),
];

describe('commands that insert, move, delete and renumber provisions', () => {
  const tally = new Map<string, number>();
  const note = (what: string): void => void tally.set(what, (tally.get(what) ?? 0) + 1);

  test.each(documents.map((document, index) => ({ ...document, index })))(
    'leave $path right',
    ({ text, path, index }) => {
      const analysis = analyze(text);
      const share = Math.max(1, Math.round(count / documents.length));
      for (let number = 0; number < share; number += 1)
        tryOne(analysis, path, firstSeed + index * 10_007 + number, note);
    },
    3_600_000,
  );

  test('are carried out at least as often as refused', () => {
    const sum = (kind: string): number =>
      operationNames.reduce((total, name) => total + (tally.get(`${name}: ${kind}`) ?? 0), 0);
    if (longRun) process.stdout.write(`${JSON.stringify(Object.fromEntries([...tally].sort()), null, 1)}\n`);
    expect(sum('planned') + sum('planned, with decisions')).toBeGreaterThan(sum('refused') / 2);
  });
});

function tryOne(analysis: Analysis, path: string, seed: number, note: (what: string) => void): void {
  const operation = randomOperation(analysis, randomNumbers(seed));
  if (!operation) return;
  const { name, change, about } = operation;
  if ('refusal' in change) {
    note(`${name}: refused`);
    return;
  }
  const plan = planChange(analysis, change);
  if ('refusal' in plan) {
    note(`${name}: refused`);
    note(`refused after reading: ${name}`);
    return;
  }
  note(`${name}: planned${plan.decisions.length > 0 ? ', with decisions' : ''}`);
  const faults = faultsOf(analysis, change, plan);
  for (const fault of faults) note(fault.slice(0, 3));
  if (process.env.PROVISO_REPORT && faults.length > 0) {
    process.stdout.write(
      `${path} seed ${seed} ${name} ${JSON.stringify(about)}\n${faults
        .slice(0, 6)
        .map((fault) => `    ${fault}\n`)
        .join('')}`,
    );
    return;
  }
  expect(faults, `${name} of ${JSON.stringify(about)} in ${path}, seed ${seed}`).toEqual([]);
}

/** Numbers below a limit; the same for the same seed. */
function randomNumbers(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}
