import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asciiRoman,
  formatAlpha,
  formatNumeral,
  formatRoman,
  type Numeral,
  parseAlpha,
  parseNumberWord,
  parseRoman,
} from '../../server/src/core/model/numerals.ts';

describe('a roman numeral', () => {
  test('is read as it is written, in capitals and in small letters', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3999 }), (value) => {
        expect(parseRoman(formatRoman(value))).toBe(value);
        expect(parseRoman(formatRoman(value).toLowerCase())).toBe(value);
      }),
    );
  });

  test.each([
    ['I', 1],
    ['iv', 4],
    ['XIV', 14],
    ['xl', 40],
    ['XCIX', 99],
    ['MCMXCII', 1992],
  ])('%s is %i', (text, value) => {
    expect(parseRoman(text)).toBe(value);
  });

  test.each(['', 'IIII', 'VX', 'IC', 'XM', 'iix', 'A', 'I V', '4', 'MMMMMMMMMMMMMMMMMMMM'])(
    '%j is none',
    (text) => {
      expect(parseRoman(text)).toBeNull();
    },
  );

  test('that has a sign of its own is read as letters', () => {
    expect([asciiRoman('Ⅻ'), asciiRoman('ⅳ'), asciiRoman('IV'), asciiRoman('ﬁ')]).toEqual([
      'XII',
      'iv',
      'IV',
      'ﬁ',
    ]);
  });
});

describe('a letter', () => {
  test('is read as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 * 26 }), (value) => {
        expect(parseAlpha(formatAlpha(value))).toBe(value);
        expect(parseAlpha(formatAlpha(value).toUpperCase())).toBe(value);
      }),
    );
  });

  test.each([
    ['a', 1],
    ['Z', 26],
    ['aa', 27],
    ['bb', 28],
    ['zz', 52],
    ['aaa', 53],
  ])('%s is %i, as legal drafters count', (text, value) => {
    expect(parseAlpha(text)).toBe(value);
  });

  test.each(['', 'ab', 'abc', '1', 'a1', 'é', 'aaaaa'])('%j is none', (text) => {
    expect(parseAlpha(text)).toBeNull();
  });
});

describe('a number word', () => {
  test.each([
    ['one', 1],
    ['ONE', 1],
    ['Twelve', 12],
    ['First', 1],
    ['TWENTIETH', 20],
    ['Twenty-Third', 23],
    ['ninety-nine', 99],
  ])('%s is %i', (text, value) => {
    expect(parseNumberWord(text)).toBe(value);
  });

  test.each(['', 'zero', 'onefold', 'twenty-eleven', 'one-twenty', 'hundred'])('%j is none', (text) => {
    expect(parseNumberWord(text)).toBeNull();
  });
});

describe('a value', () => {
  test.each<[Numeral, string]>([
    ['arabic', '12'],
    ['roman-upper', 'XII'],
    ['roman-lower', 'xii'],
    ['alpha-upper', 'L'],
    ['alpha-lower', 'l'],
    ['word', 'Twelve'],
  ])('is written in the form %s as %s', (numeral, text) => {
    expect(formatNumeral(12, numeral)).toBe(text);
  });

  test('for which there is no word is written in figures', () => {
    expect(formatNumeral(99, 'word')).toBe('Ninety-nine');
    expect(formatNumeral(100, 'word')).toBe('100');
  });
});
