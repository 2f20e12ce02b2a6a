import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { amountMismatch } from '../../server/src/core/rules/amount-mismatch.ts';
import { runRules } from '../../server/src/core/rules/run.ts';

const messages = (text: string): string[] =>
  runRules(analyze(text), { rules: [amountMismatch] }).map(({ message }) => message);

describe('a total in a sentence', () => {
  test.each([
    ['He buys 10,095 shares at JPY951,300 per share for a total of JPY9,603,373,500.', 0],
    ['He buys 10,095 shares at JPY951,300 per share for a total of JPY9,603,373,000.', 1],
    ['He buys 300 common shares for $4.50 per share, an aggregate price of $1,530.', 1],
    ['The total of $1,350 is paid for 300 bags at $4.50 per bag.', 0],
    ['The total of $1,530 is paid for 300 bags at $4.50 per bag.', 1],
    ['He buys 3 shares at $0.33 per share for a total of $1.00.', 0],
    ['He buys 300 shares and 20 bags at $4.50 per bag for a total of $90.', 0],
    ['He buys 300 shares at $4.50 per share, or 200 shares, for a total of $1,000.', 0],
    ['He buys 300 shares at $4.50 per share. The total of all fees is $1,000.', 0],
    ['He buys 300 shares at $4.50 per share and pays a fee of $1,000.', 0],
  ])('%s', (sentence, count) => {
    expect(messages(`Section 1. Sale. ${sentence}\n`)).toHaveLength(count);
  });
});

describe('a total in a table', () => {
  const table = (rows: ReadonlyArray<readonly [string, string]>): string =>
    `Section 1. Price.\n\n| Part | Price |\n|------|-------|\n${rows.map(([label, value]) => `| ${label} | ${value} |\n`).join('')}\n`;

  test.each([
    [
      [
        ['Oak', '$100'],
        ['Elm', '$250'],
        ['Total', '$350'],
      ],
      0,
    ],
    [
      [
        ['Oak', '$100'],
        ['Elm', '$250'],
        ['Total', '$530'],
      ],
      1,
    ],
    [
      [
        ['Oak', '60%'],
        ['Elm', '30%'],
        ['Total', '100%'],
      ],
      1,
    ],
    [
      [
        ['Oak', '33.3%'],
        ['Elm', '33.3%'],
        ['Fir', '33.3%'],
        ['Total', '100%'],
      ],
      0,
    ],
    [
      [
        ['Oak', '$100'],
        ['Total', '$350'],
      ],
      0,
    ],
    [
      [
        ['Oak', '$100'],
        ['Elm', '20%'],
        ['Total', '$350'],
      ],
      0,
    ],
    [
      [
        ['Oak', '$100 | $20'],
        ['Elm', '$250 | $30'],
        ['Total', '$350'],
      ],
      0,
    ],
    [
      [
        ['Oak', '$100'],
        ['Elm', '$200'],
        ['Total', '$300'],
        ['Fir', '$5'],
        ['Ash', '$6'],
        ['Grand Total', '$311'],
      ],
      0,
    ],
  ] as const)('%j', (rows, count) => {
    expect(messages(table(rows))).toHaveLength(count);
  });
});

describe('a total in a label table', () => {
  const table = (...rows: readonly string[]): string =>
    `Section 1. The shares are issued as follows:\n\n${rows.map((row) => `      o    ${row};\n\n`).join('')}`;
  const count = 'Number of new shares:          200 new shares';
  const price = 'Issue price:                   JPY1,500 per share';

  test.each([
    ['Total issue price:             JPY300,000', 0],
    ['Total issue price:             JPY310,000', 1],
    ['Aggregate amount:              JPY310,000', 1],
    ['Total fees:                    JPY310,000', 0],
    ['Total issue price:             JPY310,000 at least', 0],
  ])('%s', (total, found) => {
    expect(messages(table(count, price, total))).toHaveLength(found);
    expect(messages(table(price, total))).toEqual([]);
    expect(messages(table(count, count, price, total))).toEqual([]);
  });

  test('names the figures', () => {
    expect(messages(table(count, price, 'Total issue price:             JPY310,000'))).toEqual([
      '200 shares at 1,500 each come to 300,000, not 310,000.',
    ]);
  });
});
