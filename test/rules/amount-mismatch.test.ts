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
    ['The purchase price for 300 shares at $4.50 per share is $1,530.', 1],
    ['The purchase price for 300 shares at $4.50 per share is $1,350.', 0],
    ['The fee for 300 shares at $4.50 per share is $20.', 0],
    ['He buys 300 bags for $4.50 each, for a total price of $1,530.', 1],
    ['He buys 300 bags for $4.50 each, for a total price of $1,350.', 0],
    ['He buys 300 bags and 20 jugs for $4.50 each, for a total price of $1,530.', 0],
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

  test.each([
    [
      ['Deposit', '$100'],
      ['Monthly rent', '$20'],
      ['Total', '$340'],
    ],
    [
      ['Deposit', '$100'],
      ['Rent', '$20'],
      ['Total liability', '$9,000'],
    ],
    [
      ['Wood', '2004'],
      ['Oak', '$100'],
      ['Elm', '$20'],
      ['Total', '$120'],
    ],
  ] as const)('is none where a row may be no part of it: %j', (...rows) => {
    expect(messages(table(rows))).toEqual([]);
  });

  test.each(['Total', 'TOTAL:', '**Total**', 'Total (USD)', 'Grand Total'])('is labelled %s', (label) => {
    const rows = [
      ['Oak', '$100'],
      ['Elm', '$250'],
      [label, '$530'],
    ] as const;
    expect(messages(table(rows.map(([name, value]) => [name ?? '', value ?? ''] as const)))).toHaveLength(1);
  });
});

describe('the product in each row of a table', () => {
  const table = (head: string, ...rows: readonly string[]): string =>
    `Section 1. Price.\n\n| ${head} |\n|---|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join('')}\n`;
  const right = 'Desk | 4 | $100.00 | $400.00';
  const wrong = 'Chair | 6 | $50.00 | $350.00';

  test('is reckoned where the head names number, price and amount', () => {
    for (const head of [
      'Item | Qty | Unit price | Amount',
      'Item | **Quantity** | Price per unit | Total (USD)',
      'Item | Number of desks | Price each | Extended price',
    ])
      expect(messages(table(head, right, wrong))).toEqual(['6 units at 50.00 each come to 300, not 350.00.']);
    expect(
      messages(
        table('Amount | Price each | Item | Units', '$350 | $50 | Chair | 6', '$400 | $100 | Desk | 4'),
      ),
    ).toHaveLength(1);
  });

  test.each([
    ['a head that names other things', ['Item | Floor | Deposit | Amount', right, wrong]],
    ['a head that names one thing twice', ['Price | Qty | Unit price | Amount', right, wrong]],
    [
      'rows of which most do not multiply',
      ['Item | Qty | Price | Amount', right, wrong, 'Stool | 2 | $30 | $70'],
    ],
    ['a row that has no number', ['Item | Qty | Price | Amount', right, 'Delivery | | $50 | $70']],
    ['a row with a remark', ['Item | Qty | Price | Amount', right, 'Chair | 6 (of 7) | $50 | $350']],
    ['a discount', ['Item | Qty | Price | Amount', right, 'Chair | 6 | 10% | $350']],
  ])('is not reckoned for %s', (_, [head = '', ...rows]) => {
    expect(messages(table(head, ...rows))).toEqual([]);
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

describe('parts in a sentence', () => {
  test.each([
    ['The price is $300,000, consisting of $200,000 in cash and $100,000 in shares.', 0],
    ['The price is $300,000, consisting of $200,000 in cash and $50,000 in shares.', 1],
    [
      'The price is $300,000, comprised of $150,000 for the mill, $50,000 for the barn and $90,000 for the land.',
      1,
    ],
    ['The price is $300,000, consisting of $200,000 in cash and up to $50,000 in shares.', 0],
    ['The price is $300,000, consisting of $200,000 in cash and the rest in shares.', 0],
    ['The price is $300,000, consisting of 200 bags at $40 and $50,000 in shares.', 1],
    ['The costs shall be borne 60% by the Seller and 40% by the Buyer.', 0],
    ['The costs shall be borne 60% by the Seller and 50% by the Buyer.', 1],
    ['The profit is divided in shares of 33.3% to Alder, 33.3% to Birch and 33.3% to Cedar.', 0],
    ['The costs shall be borne 60% by the Seller and 30% by the Buyer, and the rest by the Carrier.', 0],
    ['The costs shall be borne 60% by the Seller and at least 20% by the Buyer.', 0],
    ['Alder, Birch and Cedar bear the costs in the proportions of 50%, 30% and 15%, respectively.', 1],
    ['Alder, Birch and Cedar bear the costs in the proportion of 50%, 30%, and 20% respectively.', 0],
    ['Alder and Birch bear the first costs in the proportions of 50% and 30%, respectively.', 0],
    ['Alder and Birch hold shares of $50 and $30, respectively.', 0],
  ])('%s', (sentence, count) => {
    expect(messages(`Section 1. Price. ${sentence}\n`)).toHaveLength(count);
  });
});

describe('totals of several columns', () => {
  const found = (...rows: readonly string[]): string[] =>
    messages(
      `Section 1. Price.\n\n| Part | Share | Price |\n|---|---|---|\n${rows.map((row) => `${row}\n`).join('')}\n`,
    );

  test('each column has its own', () => {
    expect(found('| Oak | 60% | $600 |', '| Elm | 40% | $400 |', '| Total | 100% | $1,000 |')).toEqual([]);
    expect(found('| Oak | 60% | $600 |', '| Elm | 30% | $400 |', '| Total | 100% | $1,100 |')).toEqual([
      'The 2 rows above come to 90, not 100.',
      'The 2 rows above come to 1,000, not 1,100.',
    ]);
  });

  test('rates, averages and what is taken off are no parts', () => {
    expect(found('| Oak | 6% | $600 |', '| Elm | 4% | $400 |', '| Total | 5% | $1,000 |')).toEqual([]);
    expect(found('| Oak | 6% | $600 |', '| Elm | 4% | $400 |', '| Total | 5% | $500 |')).toEqual([]);
    expect(
      found('| Oak | | $600 |', '| Elm | | $400 |', '| Discount | | $50 |', '| Total | | $950 |'),
    ).toEqual([]);
    expect(found('| Oak | | $6 |', '| Elm | | $4 |', '| Subtotal | | $10 |', '| Total | | $10 |')).toEqual(
      [],
    );
    expect(
      found('| Oak | | $6 |', '| Elm | | none |', '| Fir | | $3 |', '| Ash | | $2 |', '| Total | | $8 |'),
    ).toEqual([]);
  });

  test('columns without bars are told by their order', () => {
    const rule = '-'.repeat(50);
    const rows = [
      '     Part        Share        Price',
      rule,
      '     Oak         60%          $600',
      '     Elm         40%          $400',
    ];
    const text = (total: string): string =>
      `Section 1. Price.\n\n${[rule, ...rows, rule, `     Total       100%         ${total}`, rule].join('\n')}\n`;
    expect(messages(text('$1,000'))).toEqual([]);
    expect(messages(text('$1,100'))).toEqual(['The 2 rows above come to 1,000, not 1,100.']);
  });
});
