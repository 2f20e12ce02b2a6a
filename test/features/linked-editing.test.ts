import { expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { linkedTermAt } from '../../server/src/core/features/terms/linked-editing.ts';
import { parseDocument } from '../fixture.ts';
import { renderListing } from '../render.ts';

/** The document with what is edited together at the cursor. */
function linked(source: string): string {
  const { text, cursor } = parseDocument(source);
  const found = linkedTermAt(analyze(text), cursor ?? -1);
  if (!found) return 'alone';
  return renderListing(
    text,
    found.map((range) => ({ range, label: 'linked' })),
  );
}

const sale = `
  SALE

  2.1 Closing Date. The term "Closing D$0ate" means the first of May; no other day is the Closing Date. A CLOSING DATE
  that is a feast is moved, and several Closing Dates are counted as one.

  2.2 Payment. The price is due on the Closing Date.
`;

test('a term is linked with the same words in the paragraph of its definition, and with nothing else', () => {
  expect(linked(sale)).toMatchInlineSnapshot(`
    "SALE

    2.1 Closing Date. The term "Closing Date" means the first of May; no other day is the Closing Date. A CLOSING DATE
        ^^^^^^^^^^^^ linked
                                ^^^^^^^^^^^^ linked
                                                                                          ^^^^^^^^^^^^ linked
    that is a feast is moved, and several Closing Dates are counted as one.

    2.2 Payment. The price is due on the Closing Date.
    "
  `);
});

test('a use is linked with nothing: another term may be meant to stand there', () => {
  expect(linked(sale.replace('$0', '').replace('on the Closing Date', 'on the Clos$0ing Date'))).toBe(
    'alone',
  );
  expect(linked(sale.replace('$0', '').replace('is the Closing Date', 'is the Clos$0ing Date'))).toBe(
    'alone',
  );
});

test('a term that is not repeated where it is defined is edited alone', () => {
  expect(linked('1. Terms. "L$0ot" means a chest.\n\n2. Sale. Each Lot is sold.\n')).toBe('alone');
});

test('one that runs over a line end is edited alone', () => {
  expect(
    linked(`
      1. Terms. The word "Closing
      Da$0te" means the first of May. The Closing
      Date is a Sunday.
    `),
  ).toBe('alone');
});
