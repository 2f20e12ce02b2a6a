import { expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { explainDecisions, explainLine } from '../../server/src/core/features/provisions/explain.ts';

const text = [
  'Article 1. (Rent)',
  'The rent is due under',
  'Article 9. of the Code on demand.',
  '',
  '(a) one alone',
  '<!-- note -->',
  'Article 2. (Term)',
  'The term is a year.',
].join('\n');
const analysis = analyze(text);

test('a heading is explained by what it was taken for, its score and the evidence', () => {
  const { isHeading, verdict, score, evidence } = explainLine(analysis, 0);
  expect(isHeading).toBe(true);
  expect(verdict).toMatch(/^Taken for the heading of Article 1, \d+ % sure\.$/);
  expect(score?.reached).toBeGreaterThanOrEqual(score?.needed ?? Number.POSITIVE_INFINITY);
  expect(evidence).toContain('named');
});

test('a number at the start of a wrapped line is explained by what speaks against it', () => {
  const { isHeading, verdict, score, evidence } = explainLine(analysis, 2);
  expect(isHeading).toBe(false);
  expect(verdict).toBe('“Article 9.” is not taken for a heading: the line is text.');
  expect(score?.reached).toBeLessThan(score?.needed ?? 0);
  expect(evidence).toContain('the line before leads to a citation');
});

test('lines about which nothing was to decide say what they are', () => {
  expect(explainLine(analysis, 1)).toMatchObject({ isHeading: false, score: null, evidence: [] });
  expect(explainLine(analysis, 1).verdict).toContain('it is text');
  expect(explainLine(analysis, 3).verdict).toBe('The line is blank.');
  expect(explainLine(analysis, 5).verdict).toContain('a comment');
});

test('a line with an item inside its sentence is told from one without', () => {
  const sentence = analyze(
    'Article 1. (Costs)\nThe tenant pays (a) the rent for the rooms, and\n(b) the tax on the garden (c) and the fee.\nNo more.\n',
  );
  expect(explainLine(sentence, 1).verdict).toBe('“(a)” is an item inside a sentence: the line is text.');
  expect(explainLine(sentence, 3).verdict).toContain('Nothing in the line');
});

test('all decisions of a document are told in order', () => {
  expect(explainDecisions(analysis).map(({ line, isHeading }) => `${line} ${isHeading}`)).toEqual(
    analysis.decisions.map(({ line, accepted }) => `${line} ${accepted}`),
  );
  expect(explainDecisions(analysis).map(({ line }) => line)).toEqual([0, 2, 4, 6]);
});
