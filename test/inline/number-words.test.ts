import { describe, expect, test } from 'vitest';
import { readFigure } from '../../server/src/core/inline/figures.ts';
import { ordinalSuffix, spellNumber, spellOrdinal } from '../../server/src/core/inline/number-vocabulary.ts';
import { readNumberPhrase } from '../../server/src/core/inline/number-words.ts';
import { readSpelledFigures } from '../../server/src/core/inline/spelled-figures.ts';

describe('a number in words', () => {
  test.each([
    ['seventy five thousand five hundred and twenty', 75_520, 'none'],
    ['ONE HUNDRED FIFTY MILLION DOLLARS', 150_000_000, 'currency'],
    ['Three Trillion Two Billion and One', 3_002_000_000_001, 'none'],
    ['10 million yen', 10_000_000, 'currency'],
    ['Rupees Five Lakhs', 500_000, 'currency'],
    ['a hundred', 100, 'none'],
    ['two thousand and three', 2003, 'none'],
    ['one-half', 0.5, 'fraction'],
    ['a quarter of one percent', 0.25, 'percent'],
    ['seventy-five hundredths of one percent', 0.75, 'percent'],
    ['two thirds', 2 / 3, 'fraction'],
    ['sixty-six and two-thirds percent', 66 + 2 / 3, 'percent'],
    ['one and one-half', 1.5, 'none'],
    ['five and 65/100 percent', 5.65, 'percent'],
    ['two point five percent', 2.5, 'percent'],
    ['Ten Thousand and no/100 Dollars', 10_000, 'currency'],
    ['five dollars and fifty cents', 5.5, 'currency'],
    ['two and one-half million dollars', 2_500_000, 'currency'],
    ['half a million', 500_000, 'none'],
    ['three quarters of one million', 750_000, 'none'],
    ['two hundred and one half', 200.5, 'none'],
    ['five hundred forty-two thousandths', 0.542, 'fraction'],
    ['fifty per cent.', 50, 'percent'],
    ['twenty-first', 21, 'ordinal'],
    ['thirtieth', 30, 'ordinal'],
    ['forty-five calendar days', 45, 'none'],
  ])('%s', (words, value, unit) => {
    const phrase = readNumberPhrase(words);
    expect(phrase?.value).toBeCloseTo(value, 9);
    expect(phrase?.unit).toBe(unit);
  });

  test.each([['ten and five'], ['two one'], ['hundred thousand boats'], ['and'], ['']])(
    'is none where it cannot be read in one way: “%s”',
    (words) => {
      expect(readNumberPhrase(words)).toBeNull();
    },
  );

  test('is read as it is written, for every size', () => {
    const values = [
      ...Array(1200).keys(),
      1e4 + 7,
      120_013,
      999_999,
      1e6 + 1,
      45_600_700,
      2e9 + 3,
      7e12 + 19,
    ];
    for (const value of values) {
      expect(readNumberPhrase(spellNumber(value))?.value).toBe(value);
      expect(readNumberPhrase(spellNumber(value).toUpperCase())?.value).toBe(value);
    }
    for (const value of values.filter((one) => one > 0 && one % 100 > 0))
      expect(readNumberPhrase(spellOrdinal(value))?.value).toBe(value);
    expect(
      [1, 2, 3, 4, 11, 12, 13, 21, 112].map((value) => `${value}${ordinalSuffix(value)}`).join(' '),
    ).toBe('1st 2nd 3rd 4th 11th 12th 13th 21st 112th');
  });
});

describe('a figure', () => {
  test.each([
    ['$1,500,000.00', [1_500_000], 'currency'],
    ['US$ 2.5 million', [2_500_000], 'currency'],
    ['66-2/3%', [66 + 2 / 3], 'percent'],
    ['1½', [1.5], 'none'],
    ['.75%', [0.75], 'percent'],
    ['21st', [21], 'ordinal'],
    ['1.000', [1, 1000], 'none'],
    ['1.000.000,50', [1_000_000.5], 'none'],
    ['5 per cent', [5], 'percent'],
    ['50,000 USD', [50_000], 'currency'],
    ['GBP 3m', [3_000_000], 'currency'],
    ['£1.1m', [1_100_000], 'currency'],
    ['$500k', [500_000], 'currency'],
    ['€2 bn', [2_000_000_000], 'currency'],
    ['$5MM', [5_000_000], 'currency'],
    ['$5M', [5_000_000, 5_000], 'currency'],
  ])('%s', (printed, values, unit) => {
    const figure = readFigure(printed, 0);
    expect(figure?.values.map((value) => Number(value.toFixed(6)))).toEqual(
      values.map((value) => Number(value.toFixed(6))),
    );
    expect(figure?.unit).toBe(unit);
    expect(figure?.after).toBe(printed.length);
  });
});

describe('a number given twice', () => {
  const pairs = (text: string): string[] =>
    readSpelledFigures(text).map((pair) => text.slice(pair.start, pair.end));

  test.each([
    ['for a term of three (3) years', 'three (3)'],
    ['the first two (2) years', 'two (2)'],
    ['Buyer and one hundred and fifty (150) others', 'one hundred and fifty (150)'],
    ['within sixty days (60) of it', 'sixty days (60)'],
    ['of One Million U.S. Dollars (U.S.$1,000,000)', 'One Million U.S. Dollars (U.S.$1,000,000)'],
    ['on the fifth (5 th ) day', 'fifth (5 th )'],
    ['a fee of 5% (five percent) a year', '5% (five percent)'],
    ['within 30 days (thirty) of it', '30 days (thirty)'],
    ['more than fifty percent (>50%) of', 'fifty percent (>50%)'],
    ['three million pounds (GBP 3m) of', 'three million pounds (GBP 3m)'],
    ['pays GBP 3m (three million pounds) of', '3m (three million pounds)'],
  ])('is found in “%s”', (text, pair) => {
    expect(pairs(text)).toEqual([pair]);
  });

  test('is read over the bracket before the word that scales it', () => {
    const [few, all] = readSpelledFigures('the sum of ten (10) million dollars (US$11,000,000) in cash');
    expect([few?.words.value, all?.words.value, all?.figure.values]).toEqual([10, 10_000_000, [11_000_000]]);
    // The quick fix would lose what stands in the bracket.
    expect(all?.words.plain).toBe(false);
    expect(pairs('two (2) shares a million (1,000,000)')).toEqual(['two (2)', 'a million (1,000,000)']);
  });

  test.each([
    ['a length of three (3m)'],
    ['one year (12 months)'],
    ['Section 4 (two of them)'],
    ['the Parties (2)'],
    ['three (the “Three”)'],
    ['zero point five percent or cero Point five percent (0.5%)'],
    ['two (2 or 3)'],
  ])('is not found in “%s”', (text) => {
    expect(pairs(text)).toEqual([]);
  });
});
