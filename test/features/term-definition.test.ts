import { expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { declarationAt, definitionAt } from '../../server/src/core/features/definition.ts';
import { parseDocument } from '../fixture.ts';

/** What is clicked on, and the words to which that leads, with the line. */
function leads(source: string, find = definitionAt): string {
  const { text, cursor } = parseDocument(source);
  const analysis = analyze(text);
  const found = find(analysis, cursor ?? -1);
  if (!found) return 'leads nowhere';
  const places = found.places.map(({ range, selection }) => {
    expect(range.start).toBeLessThanOrEqual(selection.start);
    expect(range.end).toBeGreaterThanOrEqual(selection.end);
    const line = analysis.snapshot.lineAt(selection.start) + 1;
    return `${line}: ${text.slice(selection.start, selection.end)}`;
  });
  return [`[${text.slice(found.origin.start, found.origin.end)}]`, ...places].join('\n');
}

const lease = (use: string) => `
  LEASE AGREEMENT

  1. Definitions

  "Delivery Date" means the day of the first snow.

  "Fixtures" has the meaning set forth in Section 2.

  2. Furniture

  The lamps and the shelves in the hall (the "Fixtures") stay. ${use}

  DELIVERY DATE.
`;

test('a use leads to the term before its meaning', () => {
  expect(leads(lease('They stay until the Delivery D$0ate.'))).toMatchInlineSnapshot(`
    "[Delivery Date]
    5: Delivery Date"
  `);
});

test('a term that is named behind its meaning leads to the meaning, and is declared in its brackets', () => {
  const text = `
    SALE

    1. Goods. The seller owns a ship with two masts (the "Vessel"). It sells the Ves$0sel.
  `;
  expect(leads(text)).toMatchInlineSnapshot(`
    "[Vessel]
    3: The seller owns a ship with two masts"
  `);
  expect(leads(text, declarationAt)).toMatchInlineSnapshot(`
    "[Vessel]
    3: Vessel"
  `);
});

test('past a definition that only points, a use leads to where the meaning stands; the pointer is its declaration', () => {
  const text = lease('The Fix$0tures are old.');
  expect(leads(text)).toMatchInlineSnapshot(`
    "[Fixtures]
    11: The lamps and the shelves in the hall"
  `);
  expect(leads(text, declarationAt)).toMatchInlineSnapshot(`
    "[Fixtures]
    7: Fixtures"
  `);
});

test('the pointer itself leads on', () => {
  const text = lease('').replace('"Fixtures" has', '"Fixt$0ures" has');
  expect(leads(text)).toMatchInlineSnapshot(`
    "[Fixtures]
    11: The lamps and the shelves in the hall"
  `);
  expect(leads(text, declarationAt)).toMatchInlineSnapshot(`
    "[Fixtures]
    7: Fixtures"
  `);
});

test('a pointer to a provision without the definition leads to the provision, one to elsewhere to itself', () => {
  const text = (where: string) => `
    SALE

    1. Terms. "Lot" has the meaning set forth in ${where}.

    2. Goods. Tea is sold by the chest. Each Lo$0t is green.
  `;
  expect(leads(text('Section 2'))).toMatchInlineSnapshot(`
    "[Lot]
    5: 2. Goods"
  `);
  expect(leads(text('the Tea Trade Act'))).toMatchInlineSnapshot(`
    "[Lot]
    3: Lot"
  `);
});

test('a term where it is defined leads to itself, from where editors go on to its uses', () => {
  expect(leads(lease('').replace('"Delivery Date"', '"Delivery D$0ate"'))).toMatchInlineSnapshot(`
    "[Delivery Date]
    5: Delivery Date"
  `);
});

test('a term in a heading is a term; the number before it is the provision', () => {
  const text = `
    SALE

    1. Terms. "Price" means ten dollars.

    2. Pri$0ce. It is due.
  `;
  expect(leads(text)).toMatchInlineSnapshot(`
    "[Price]
    3: Price"
  `);
  expect(leads(text.replace('2. Pri$0ce', '2$0. Price'))).toMatchInlineSnapshot(`
    "[2.]
    5: 2. Price"
  `);
});

test('citations are declared where they lead', () => {
  expect(leads(lease('See Section 2$0.'), declarationAt)).toBe(leads(lease('See Section 2$0.')));
});
