import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DocumentFacts } from '../../server/src/core/syntax/facts.ts';
import { readLine } from '../../server/src/core/syntax/lines.ts';

function factsOf(lines: readonly string[]): DocumentFacts {
  const facts = new DocumentFacts();
  for (const line of lines) facts.add(readLine(line));
  return facts;
}

describe('what is true of a document', () => {
  test('is how it numbers, the most frequent way first', () => {
    const lines = [
      'Article 1. Name',
      'Article 2. Seat',
      '(1) lanterns',
      '(2) candles',
      '(3) paper',
      '3.1 Rent',
    ];
    expect(factsOf(lines).scheme).toEqual([
      { series: '(#) arabic', count: 3 },
      { series: 'article arabic', count: 2 },
      { series: '#.# 2', count: 1 },
    ]);
  });

  test('is the width at which it wraps', () => {
    const wrapped = Array.from({ length: 20 }, (_, index) =>
      'x'.repeat(index === 7 ? 90 : 60 + (index % 12)),
    );
    expect(factsOf(wrapped).wrapWidth).toBe(71);
  });

  test('is that it does not wrap, where paragraphs stand on one line each or are too few to tell', () => {
    expect(factsOf(Array.from({ length: 20 }, () => 'x'.repeat(300))).wrapWidth).toBeNull();
    expect(factsOf(['x', 'y']).wrapWidth).toBeNull();
  });
});

describe('facts', () => {
  const line = fc.constantFrom(
    'Article 1. Name',
    '(a) lanterns',
    '3.1 Rent',
    'The rent is low.',
    '',
    '-----',
    '2. x',
  );

  test('do not depend on the order of edits', () => {
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (kept, gone) => {
        const edited = factsOf([...gone, ...kept]);
        for (const text of gone) edited.remove(readLine(text));
        const fresh = factsOf([...kept].reverse());
        expect(edited.scheme).toEqual(fresh.scheme);
        expect(edited.wrapWidth).toBe(fresh.wrapWidth);
      }),
    );
  });

  test('that were published stay as they were', () => {
    const facts = factsOf(['Article 1. Name']);
    const published = facts.snapshot();
    facts.add(readLine('Article 2. Seat'));
    expect(published.seriesCount('article arabic')).toBe(1);
    expect(facts.seriesCount('article arabic')).toBe(2);
  });
});
