import { describe, expect, test } from 'vitest';
import { readAuthorisedShares } from '../../server/src/core/inline/authorised-shares.ts';
import { simplifyMeaning } from '../../server/src/core/model/summary.ts';
import { differingFigures } from '../../server/src/core/workspace/differing-figures.ts';

const differ = (here: string, there: string) =>
  differingFigures(simplifyMeaning(here), simplifyMeaning(there));

describe('meanings that differ in their figures alone', () => {
  test.each([
    ['a period of 30 days after the notice', 'a period of 45 days after the notice', ['30'], ['45']],
    ['a rate of 2.5 percent for each day', 'a rate of 3.5 percent for each day', ['2.5'], ['3.5']],
    ['five percent of the price of the boat', 'ten percent of the price of the boat', ['five'], ['ten']],
    [
      'the sum of $1,000 under this Lease at all times',
      'the sum of $2,000 under this Pledge at all times',
      ['1000'],
      ['2000'],
    ],
    ['$1,250,000', '$1,500,000', ['1250000'], ['1500000']],
    ['an amount equal to US$ 25,000', 'an amount equal to US$ 35,000', ['25000'], ['35000']],
  ])('%s', (here, there, own, other) => {
    expect(differ(here, there)).toEqual({ here: own, there: other });
  });

  test.each([
    ['the same', 'a period of 30 days after the notice', 'a period of 30 days after the notice'],
    ['other words', 'a period of 30 days after the notice', 'a period of 45 days before the notice'],
    ['sections', 'the sum that is owed under Section 4.2(a)', 'the sum that is owed under Section 7.1(b)'],
    ['dates', 'the deed of the parties dated March 3, 2024', 'the deed of the parties dated March 9, 2025'],
    ['years', 'the bank that signed the deed of 1999', 'the bank that signed the deed of 19__'],
    ['too few words', '30 days', '45 days'],
    ['small numbers alone', '3', '4'],
    ['years alone', '2024', '2025'],
    [
      'another length',
      'a period of 30 days after the notice',
      'a period of 45 days after the notice is given',
    ],
  ])('are not those with %s', (_what, here, there) => {
    expect(differ(here, there)).toBeNull();
  });
});

describe('authorised shares', () => {
  test.each([
    [
      'The total number of shares authorized to be issued by the Company shall be ninety (90) shares.',
      90,
      '',
      '',
    ],
    ['Linnet K.K. is authorized to issue 75,000 shares of common stock.', 75000, '', 'linnet k.k.'],
    ['The Corporation shall have authority to issue 1,000 shares of Preferred Stock.', 1000, 'preferred', ''],
    ['The Company is authorised to issue 500 shares of Class B stock.', 500, 'class b', ''],
  ])('%s', (text, count, kind, issuer) => {
    expect(readAuthorisedShares(text)).toMatchObject([{ count, kind, issuer }]);
    for (const { start, end, count: value } of readAuthorisedShares(text))
      expect(text.slice(start, end).replaceAll(',', '')).toBe(String(value));
  });

  test.each([
    'The Company is authorized to issue notes of $1,000 each. There are 500 shares.',
    'The Board is authorized to sign. The Company has 90 shares.',
    'No shares are authorized.',
  ])('none: %s', (text) => {
    expect(readAuthorisedShares(text)).toEqual([]);
  });
});
