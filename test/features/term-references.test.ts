import { expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { highlightsAt } from '../../server/src/core/features/highlights.ts';
import { mentionsAt } from '../../server/src/core/features/references.ts';
import { parseDocument } from '../fixture.ts';
import { renderListing } from '../render.ts';

/** The document with what is highlighted at the cursor. */
function highlighted(source: string): string {
  const { text, cursor } = parseDocument(source);
  const found = highlightsAt(analyze(text), cursor ?? -1);
  return renderListing(
    text,
    found.map(({ range, kind }) => ({ range, label: kind })),
  );
}

const sale = `
  SALE

  1. Terms. "Lot" means a chest of tea. "Price" means what is paid for a Lot.

  2. Payment. The Price of each L$0ot and of all LOTS is due. A parking lot is
  not sold. The Lot's
  PRICE and the Lots are listed.
`;

test('a term is highlighted where it is defined and where it is used, in every number and case that means it', () => {
  expect(highlighted(sale)).toMatchInlineSnapshot(`
    "SALE

    1. Terms. "Lot" means a chest of tea. "Price" means what is paid for a Lot.
               ^^^ declaration
                                                                           ^^^ use

    2. Payment. The Price of each Lot and of all LOTS is due. A parking lot is
                                  ^^^ use
                                                 ^^^^ use
    not sold. The Lot's
                  ^^^ use
    PRICE and the Lots are listed.
                  ^^^^ use
    "
  `);
});

test('uses that run over a line end are highlighted line by line, and what a page prints between is not', () => {
  const text = `
    SALE

    1. Terms. "Delivery Date" means the first of May.

    2. Payment. The price of all goods is due on the Delivery

                                 - 4 -

    Date$0. Behind the Delivery Date nothing is due.
  `;
  expect(highlighted(text)).toMatchInlineSnapshot(`
    "SALE

    1. Terms. "Delivery Date" means the first of May.
               ^^^^^^^^^^^^^ declaration

    2. Payment. The price of all goods is due on the Delivery
                                                     ^^^^^^^^ use

                                 - 4 -

    Date. Behind the Delivery Date nothing is due.
    ^^^^ use
                     ^^^^^^^^^^^^^ use
    "
  `);
});

test('a pointer, the meaning and the uses of both belong together', () => {
  const text = `
    SALE

    1. Terms. "Lot" has the meaning set forth in Section 2.

    2. Goods. Tea in a chest (a "Lot") is green.

    3. Price. Each L$0ot costs ten dollars.
  `;
  const { text: clean, cursor } = parseDocument(text);
  const found = mentionsAt(analyze(clean), cursor ?? -1);
  expect(found?.declarations).toHaveLength(2);
  expect(found?.uses).toHaveLength(1);
});

test('what an exhibit defines anew is another term', () => {
  const text = (first: string, second: string) => `
    MASTER AGREEMENT

    1. Terms. "Fee" means ten dollars. ${first}

    EXHIBIT A

    SERVICE TERMS

    1. Terms. "Fee" means twenty dollars. ${second}
  `;
  const count = (source: string) => {
    const { text: clean, cursor } = parseDocument(source);
    const found = mentionsAt(analyze(clean), cursor ?? -1);
    return [found?.declarations.length, found?.uses.length];
  };
  expect(count(text('The Fe$0e is due. The Fee is low.', 'The Fee is due.'))).toEqual([1, 2]);
  expect(count(text('The Fee is due. The Fee is low.', 'The F$0ee is due.'))).toEqual([1, 1]);
});

test('words that are no term are not highlighted as one', () => {
  expect(highlighted(sale.replace('L$0ot', 'Lot').replace('parking lot', 'parking l$0ot'))).toBe(
    highlighted(sale.replace('L$0ot', 'Lot').replace('parking', 'par$0king')),
  );
});
