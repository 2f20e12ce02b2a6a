import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StretchMemo } from '../../server/src/core/text/memo.ts';
import { TextSnapshot } from '../../server/src/core/text/snapshot.ts';

describe('what is remembered of stretches of a text', () => {
  test('is what each says, whatever became of the text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });
    const place = fc.tuple(fc.nat(12), fc.nat(12));
    const step = fc.record({ text, places: fc.array(place, { maxLength: 4 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        const memo = new StretchMemo((stretch) => stretch);
        let snapshot: TextSnapshot | null = null;
        for (const { text: words, places } of steps) {
          const current: TextSnapshot = new TextSnapshot(words, snapshot);
          snapshot = current;
          for (const [one, other] of places) {
            const [start, end] = [
              Math.min(one, other, words.length),
              Math.min(Math.max(one, other), words.length),
            ];
            expect(memo.of(current, start, end)).toBe(words.slice(start, end));
          }
        }
      }),
      { seed: 20_040_624, numRuns: 2000 },
    );
  });

  test('is not asked again where an edit left it as it was', () => {
    const asked: string[] = [];
    const memo = new StretchMemo((stretch) => asked.push(stretch));
    const before = new TextSnapshot('first second third');
    for (const [start, end] of [
      [0, 5],
      [6, 12],
      [13, 18],
    ] as const)
      memo.of(before, start, end);
    const after = new TextSnapshot('first 2nd third', before);
    for (const [start, end] of [
      [0, 5],
      [6, 9],
      [10, 15],
    ] as const)
      memo.of(after, start, end);
    expect(asked).toEqual(['first', 'second', 'third', '2nd']);
  });
});
