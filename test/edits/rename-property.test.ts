import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { definitionsOf } from '../../server/src/core/resolve/definitions.ts';
import { noteMissingDocuments, readCorpus, readSamples, readSeeds } from '../core/documents.ts';
import { type RoundTrip, roundTrip } from './rename-property.ts';

/** `PROVISO_RENAMINGS=300` renames so many terms, of all documents; without it a few of the shorter ones. */
const asked = Number(process.env.PROVISO_RENAMINGS ?? 0);
const wanted = asked || 25;
const seed = Number(process.env.PROVISO_SEED ?? 20261123);

describe('renaming random terms to fresh names and back', () => {
  noteMissingDocuments('terms of the samples alone are renamed');

  test(
    'gives the same bytes, forgets no use and changes nothing else',
    () => {
      const trips = takeTrips();
      const made = trips.filter(({ refusal }) => refusal === null);
      if (asked > 0) process.stdout.write(summaryOf(trips));
      expect(
        made.flatMap(({ path, term, faults }) => faults.map((fault) => `${path}, ${term}: ${fault}`)),
      ).toEqual([]);
      expect(made.length).toBeGreaterThan(trips.length / 2);
    },
    60_000 + asked * 3_000,
  );
});

function takeTrips(): RoundTrip[] {
  const sources = [
    ...readSamples(),
    ...readSeeds(),
    ...(asked > 0 ? readCorpus(Number.POSITIVE_INFINITY, 10_000_000) : readCorpus(12, 120_000)),
  ];
  const candidates = sources.flatMap((document) => {
    const analysis = analyze(document.text);
    return definitionsOf(analysis).map((definition) => ({ document, analysis, definition }));
  });
  const random = randomNumbers(seed);
  const trips: RoundTrip[] = [];
  for (let made = 0; made < Math.min(wanted, candidates.length / 2); ) {
    const [chosen] = candidates.splice(Math.floor(random() * candidates.length), 1);
    if (!chosen) break;
    const trip = roundTrip(chosen.document, chosen.analysis, chosen.definition);
    trips.push(trip);
    if (trip.refusal === null) made += 1;
  }
  return trips;
}

function summaryOf(trips: readonly RoundTrip[]): string {
  const counts = new Map<string, number>();
  const count = (what: string, by = 1): void => void counts.set(what, (counts.get(what) ?? 0) + by);
  for (const { refusal, back, faults, scanned } of trips) {
    count(refusal === null ? 'terms renamed' : 'terms refused');
    if (refusal !== null) count(`refused: ${refusal.replace(/“[^”]*”|\([^)]*\)|\d+/g, '…')}`);
    else count(`way back: ${back}`);
    if (faults.length > 0) count('terms with faults');
    for (const [reason, places] of scanned) count(`places: ${reason}`, places);
  }
  return `${[...counts]
    .map(([what, number]) => `${String(number).padStart(6)}  ${what}`)
    .sort()
    .join('\n')}\n`;
}

/** Numbers from 0 up to 1 that are the same for the same seed. */
function randomNumbers(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
