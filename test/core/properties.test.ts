import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AnalysisHost, analyze, analyzeChanged } from '../../server/src/core/analysis.ts';
import { noteMissingDocuments, readCorpus, readSamples, readSeeds } from './documents.ts';
import { EditGenerator } from './edits.ts';
import { firstDifference, overlaps, plainData, violations } from './plain.ts';

noteMissingDocuments('the properties of the core are tried on samples/ only.');

const documents = [...readSamples(), ...readSeeds(), ...readCorpus(40, 60_000)];

/** How many edits are tried; PROVISO_EDITS=20000 for a long run, PROVISO_SEED for other edits. */
const editCount = Number(process.env.PROVISO_EDITS ?? 300);
const firstSeed = Number(process.env.PROVISO_SEED ?? 20_040_624);

/** After so many edits a document begins afresh: heaps of edits on one text leave nothing to read. */
const editsInARow = 7;

describe.each(documents)('$path', ({ path, text }) => {
  test('is read with every range in its place', () => {
    expect(violations(analyze(text))).toEqual([]);
  });

  test('is cut into provisions that end where the next one begins', () => {
    expect(overlaps(analyze(text))).toEqual([]);
  });

  test('is read in the same way each time', () => {
    expect(firstDifference(analyze(text), analyze(text, 'file:///another'))).toBeNull();
  });

  test('is the same after edits as from scratch', () => {
    const share = Math.ceil(editCount / documents.length);
    const number = documents.findIndex((document) => document.path === path);
    for (let edit = 0; edit < share; edit += editsInARow) {
      tryEdits(text, Math.min(editsInARow, share - edit), firstSeed + number * 1_000_003 + edit);
    }
  }, 3_600_000);
});

function tryEdits(text: string, count: number, seed: number): void {
  const random = new EditGenerator(seed);
  const host = new AnalysisHost();
  let edited = random.below(3) === 0 ? text.replace(/\r\n|\r|\n/g, '\r\n') : text;
  const original = host.open({ uri: 'edited', text: edited });
  for (let step = 1; step <= count; step += 1) {
    const before = edited;
    edited = random.edit(edited);
    const updated = host.update('edited', edited);
    const context = `edit ${step} of seed ${seed}, ${describeChange(before, edited)}`;
    const afresh = analyze(edited);
    expect(firstDifference(updated, afresh), context).toBeNull();
    expect(
      firstDifference(analyzeChanged(original, edited), afresh),
      `made of the first: ${context}`,
    ).toBeNull();
    expect(violations(updated), context).toEqual([]);
  }
}

function describeChange(before: string, after: string): string {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const near = (text: string) => JSON.stringify(text.slice(Math.max(0, same - 30), same + 50));
  return `at ${same}: ${near(before)} became ${near(after)}`;
}

describe('small documents of every make', () => {
  const piece = fc.constantFrom(
    'Article 1. (Name)',
    'Article 2.',
    'Section 1.1 Rent.',
    'Sections 1.1(a), (b)',
    'and 2 of Article 2 hereof, the preceding Article,',
    'this Exhibit A and (i) above',
    '1. The rent is low.',
    '2. The heat is free.',
    '(a) a bowl;',
    '(i) a cup; (ii) a dish',
    '    (A) an egg',
    'EXHIBIT A',
    'WHEREAS, all is well;',
    'By: ________',
    '<PAGE>',
    '- 3 -',
    '-----',
    '1 A note.',
    '<!--',
    '-->',
    '“3. Quoted',
    'to read as follows:',
    'Supplementary Provisions',
    'CONTENTS',
    '## 4. Dues',
    '- Label:  value',
    'x',
    '',
  );
  const small = fc.array(fc.tuple(piece, fc.constantFrom('\n', '\n\n', ' ', '\r\n', '\r')), {
    maxLength: 14,
  });
  const join = (pieces: ReadonlyArray<readonly [string, string]>) =>
    pieces.map(([text, end]) => text + end).join('');

  test('are read with every range in its place', () => {
    fc.assert(
      fc.property(small, (pieces) => {
        expect(violations(analyze(join(pieces)))).toEqual([]);
      }),
      { seed: firstSeed, numRuns: 400 },
    );
  });

  test('become each other by an edit', () => {
    fc.assert(
      fc.property(small, small, (before, after) => {
        const host = new AnalysisHost();
        host.open({ uri: 'edited', text: join(before) });
        const updated = host.update('edited', join(after));
        expect(firstDifference(updated, analyze(join(after)))).toBeNull();
        expect(firstDifference(analyzeChanged(analyze(join(before)), join(after)), updated)).toBeNull();
      }),
      { seed: firstSeed, numRuns: 300 },
    );
  });
});

test('two analyses that differ are told apart', () => {
  const one = analyze('Article 1. (Rent)\n\nThe rent is low.\n');
  const other = analyze('Article 1. (Dues)\n\nThe rent is low.\n');
  expect(firstDifference(one, other)).toMatch(/Rent.* instead of .*Dues/s);
  expect(JSON.stringify(plainData(one))).not.toBe(JSON.stringify(plainData(other)));
});
