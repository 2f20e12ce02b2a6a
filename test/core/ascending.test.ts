import { expect, test } from 'vitest';
import { countLeading, firstAtLeast, lastAtMost } from '../../server/src/core/text/ascending.ts';

test('a search in ascending numbers finds what going through them finds', () => {
  for (const numbers of [[], [4], [4, 4], [1, 4, 4, 9], [0, 2, 3, 5, 8, 8, 8, 13]])
    for (let asked = -1; asked < 15; asked += 1) {
      const first = numbers.findIndex((number) => number >= asked);
      expect(firstAtLeast(numbers, asked)).toBe(first < 0 ? numbers.length : first);
      expect(firstAtLeast(Uint32Array.from(numbers), asked)).toBe(first < 0 ? numbers.length : first);
      expect(lastAtMost(numbers, asked)).toBe(numbers.findLastIndex((number) => number <= asked));
      expect(countLeading(numbers, (number) => number < asked)).toBe(first < 0 ? numbers.length : first);
    }
});

test('the things in front are counted by what they have, or by where they stand', () => {
  const words = ['a', 'b', 'ccc'];
  expect(countLeading(words, (word) => word.length === 1)).toBe(2);
  expect(countLeading(words, (_word, index) => index < 1)).toBe(1);
});
