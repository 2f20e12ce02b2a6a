import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { walkProvisions } from '../../server/src/core/model/provision.ts';
import { outlineOf, read } from './reading.ts';

describe('a line that begins with a number', () => {
  test('opens nothing where a sentence wrapped there', () => {
    expect(
      outlineOf(`
      Section 1. Payment. The Buyer shall pay the price that is set forth in Section
      2. The price is due within the number of days that are stated in the schedule to
      3. If the Buyer does not pay, the Seller may, as is provided in more detail by Article
      12. and without a notice, take back the goods and sell them to another buyer instead.

      Section 2. Delivery. The Seller shall deliver the goods to the place that is named by
      30. September at the latest, and the Buyer shall take them there within a few days.
    `),
    ).toMatchInlineSnapshot(`
      "instrument  l.1-7
        section 1 (Payment)  l.1-4
        section 2 (Delivery)  l.6-7"
    `);
  });

  test('and cites a section opens nothing', () => {
    expect(
      outlineOf(`
      Section 1. Payment. The Buyer shall pay the price and the interest, as set forth in
      Section 2.3 and Section 4 of the Loan Agreement, on the first day of each month, and
      Section 9 applies.
    `),
    ).toMatchInlineSnapshot(`
      "instrument  l.1-3
        section 1 (Payment)  l.1-3"
    `);
  });
});

describe('a list behind a sentence that does not end', () => {
  test('begins with its first item, however long that sentence is', () => {
    expect(
      outlineOf(`
      Section 1. Secrets. Each of the parties shall keep to itself what the other tells it about the boats, but for that which

          (a) everybody knows;

          (b) it knew before.

      Section 2. Return. Each of the parties shall give back what it was given, and all copies of it, as is set forth in clause

          (b) above.
    `),
    ).toMatchInlineSnapshot(`
      "instrument  l.1-9
        section 1 (Secrets)  l.1-5
          item a  l.3
          item b  l.5
        section 2 (Return)  l.7-9"
    `);
  });
});

describe('a document without provisions', () => {
  test.each(['', '\n\n', 'Dear Ms. Sato, thank you for the paper.', '<!-- Article 1. -->'])(
    'has no outline: %j',
    (text) => {
      expect(outlineOf(text)).toBe('');
    },
  );
});

describe('provisions that share a line', () => {
  test('end where the next one begins', () => {
    const analysis = read(`
      Section 1. Things. They are (i) a bowl, (ii) a cup and (iii) a dish.

      (a) a fork; (b) a knife;

      (c) a spoon.
    `);
    const items = [...walkProvisions(analysis.outline)].filter(({ kind }) => kind === 'item');
    expect(items.map(({ range }) => analysis.snapshot.slice(range).trim())).toEqual([
      '(i) a bowl,',
      '(ii) a cup and',
      '(iii) a dish.',
      '(a) a fork;',
      '(b) a knife;',
      '(c) a spoon.',
    ]);
  });
});

describe('a number that slipped', () => {
  test('leaves the provision beside its siblings, not below an item of theirs', () => {
    expect(
      outlineOf(`
      1. FARM

      The farm is small.

      2. WORK

      2.1 Staff. The Owner hires them.

      2.2 Duties. They have these.

      A. Gate. They lock it.

      B. Geese. They feed them.

      2.4 Pay. They are paid.

      2.5 Leave. They may leave.
    `),
    ).toMatchInlineSnapshot(`
      "instrument  l.1-17
        section 1 (FARM)  l.1-3
        section 2 (WORK)  l.5-17
          section 2.1 (Staff)  l.7
          section 2.2 (Duties)  l.9-13
            item A (Gate)  l.11
            item B (Geese)  l.13
          section 2.4 (Pay)  l.15
          section 2.5 (Leave)  l.17"
    `);
  });

  test('among letters does not take the letter away', () => {
    expect(
      outlineOf(`
      1. Duties. They are these.

      A. Gate. They lock it.

      C. Geese. They feed them.

      B. Yard. They sweep it.

      D. Register. They keep one.
    `),
    ).toMatchInlineSnapshot(`
      "instrument  l.1-9
        section 1 (Duties)  l.1-9
          item A (Gate)  l.3
          item C (Geese)  l.5
          item B (Yard)  l.7
          item D (Register)  l.9"
    `);
  });
});

describe('a list that Markdown numbers by itself', () => {
  test('has an item on each line', () => {
    expect(
      outlineOf(`
      1. The rent is low.
      1. The heat is free.
      1. The water is cold.
    `),
    ).toMatchInlineSnapshot(`
      "instrument  l.1-3
        section 1  l.1
        section 1  l.2
        section 1  l.3"
    `);
  });
});

describe('the heading of a document without a title', () => {
  test('is its first line with words', () => {
    const analysis = analyze('\n\n  Article 1. (Rent)\n\nThe rent is low.\n\nArticle 2. (Heat)\n');
    const [root] = analysis.outline;
    expect(root && analysis.snapshot.slice(root.heading)).toBe('Article 1. (Rent)');
  });
});

test('ids stay as they are when numbers change', () => {
  const text = (first: number): string =>
    [
      `Article ${first}. (Rent)`,
      'The tenant pays:',
      '(a) the rent;',
      '(b) the heat.',
      `Article ${first + 1}. (Term)`,
      `${first + 1}.1 Short.`,
      `${first + 1}.2 It is short too.`,
    ].join('\n');
  const ids = (first: number): string[] =>
    [...walkProvisions(analyze(text(first)).outline)].map(({ id }) => id);
  expect(ids(7)).toEqual(ids(4));
});
