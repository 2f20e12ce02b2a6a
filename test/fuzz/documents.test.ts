import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { noteMissingDocuments, readCorpus, readSamples, readSeeds } from '../core/documents.ts';
import { violations } from '../core/plain.ts';
import { everythingFound, misplaced } from './answers.ts';
import { runRound } from './round.ts';

noteMissingDocuments('only samples/ are spoiled.');

const documents = [...readSamples(), ...readSeeds(), ...readCorpus(20, 60_000)];
const texts = documents.map(({ text }) => text);
const mutations = 40;

describe('documents that are spoiled', () => {
  test.each(texts.map((text, seed) => ({ seed, text: text.slice(0, 2_500) })))(
    'are read as if from scratch, with all that is found inside the text: $seed',
    ({ seed, text }) => {
      const round = runRound(
        { seed, text: text.slice(0, 2_500), donors: texts, mutations, longest: 4_000 },
        { scratchEvery: 5, answersEvery: 4 },
      );
      expect(round.fault).toBeNull();
      expect(round.counts).toMatchObject({ mutations, comparedWithScratch: 8, askedForAnswers: 10 });
    },
    60_000,
  );

  test('are looked at: what lies outside is told', () => {
    const analysis = analyze('Article 1. (Rent)\n');
    expect(misplaced(analysis, everythingFound(analysis))).toEqual([]);
    expect(misplaced(analysis, [['a finding', { start: 12, end: 40 }]])).toEqual([
      'a finding lies at 12 to 40 of 18',
    ]);
    expect(misplaced(analysis, [['a finding', { start: 3, end: 2 }]])).toHaveLength(1);
  });
});

/** Made as small as they go. */
describe('what was found by spoiling documents', () => {
  test.each([
    ['a blank of another script ends a provision', '(a)\u3000'],
    ['a line separator ends a provision', '(b)\n(c)\u2028'],
    ['a bullet without words ends a provision', '(i)\n- '],
    ['decoration alone stands for a title', '_\n\n1.'],
    [
      'a heading mark without words stands before a second paragraph',
      'Article 1\n# Section 3\n# \nSection 2',
    ],
    ['the number of the next provision stands where a caption could', '(A)(I)\n(II)  (III)'],
  ])('%s', (_, text) => {
    expect(violations(analyze(text))).toEqual([]);
  });
});
