import { expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { hoverAt } from '../../server/src/core/features/hover.ts';
import type { LinkedText } from '../../server/src/core/features/terms/term-meaning.ts';
import { parseDocument } from '../fixture.ts';

/** What is told of the term at the cursor; words that lead somewhere stand in angle brackets. */
function hover(source: string): string {
  const { text, cursor } = parseDocument(source);
  const found = hoverAt(analyze(text), cursor ?? -1);
  if (!found) return 'says nothing';
  const written = (words: readonly LinkedText[]) =>
    words.map((word) => (word.target ? `<${word.text}>` : word.text)).join('');
  const rows = found.parts.flatMap((part) => {
    if (part.kind === 'passage') return [`+ ${part.passage.title} ${part.passage.caption}`];
    if (part.kind !== 'term') return [`+ ${part.text}`];
    const { term, meaning, facts } = part.card;
    const body = meaning.map((paragraph) => `  ${'  '.repeat(paragraph.depth)}${written(paragraph.text)}`);
    return [term, ...body, ...facts.map((fact) => `- ${written(fact)}`)];
  });
  return `\n[${text.slice(found.range.start, found.range.end)}]\n${rows.join('\n')}\n`;
}

const lease = (body: string) => `
  LEASE AGREEMENT

  This Lease Agreement is made between Gull Limited (the "Landlord") and Heron Company (the "Tenant").

  1. Definitions

  "Delivery Date" means the day on which the Landlord hands over the Premises.

  "Fixtures" has the meaning set forth in Section 3.

  "Permitted Use" means any of the following:

      (a) the sale of tea;

      (b) the storage of Fixtures; and

      (c) what the Landlord allows.

  "Premises" means the boat house at the pier.

  2. Lease

  ${body}

  3. Furniture

  The lamps and shelves in the Premises (the "Fixtures") stay there. Fixtures are not sold.
`;

test('a use is told with the meaning, in which other terms are links, and with where it stands', () => {
  expect(hover(lease('The lease begins on the Del$0ivery Date.'))).toMatchInlineSnapshot(`
    "
    [Delivery Date]
    Delivery Date
      the day on which the <Landlord> hands over the <Premises>.
    - Defined in <Section 1 (line 7)>.
    - Holds in the whole document. Used once.
    "
  `);
});

test('a plural, a use in capitals and one over a line end are told as the term', () => {
  const plural = hover(lease('There may be several Deliv$0ery Dates.'));
  const capitals = hover(lease('THE LEASE BEGINS ON THE DELIVERY D$0ATE.'));
  const wrapped = hover(lease('The lease begins on the Delivery\n  Da$0te.'));
  expect(plural).toContain('[Delivery Dates]\nDelivery Date\n');
  expect(capitals).toContain('[DELIVERY DATE]\nDelivery Date\n');
  expect(wrapped).toContain('[Date]\nDelivery Date\n');
});

test('a meaning goes on in the list below it', () => {
  expect(hover(lease('The boat house serves the Permitted Use$0 alone.'))).toMatchInlineSnapshot(`
    "
    [Permitted Use]
    Permitted Use
      any of the following:
        (a) the sale of tea;
        (b) the storage of <Fixtures>; and
        (c) what the <Landlord> allows.
    - Defined in <Section 1 (line 11)>.
    - Holds in the whole document. Used once.
    "
  `);
});

test('a term that is named in brackets means what stands before them, without what was named there before', () => {
  expect(hover(lease('The Tena$0nt pays.'))).toMatchInlineSnapshot(`
    "
    [Tenant]
    Tenant
      Heron Company
    - Defined on <line 3>.
    - Holds in the whole document. Used once.
    "
  `);
});

test.each([
  [
    'Gull Limited (the "Landlord"), a Vermont corporation with offices in Hull, and Heron Company (the "Tenant"), a partnership.',
    'Gull Limited (the "Landlord"), a Vermont corporation with offices in Hull',
  ],
  [
    'Gull Limited (the "Landlord"), a Vermont corporation and Heron Company (the "Tenant").',
    'Gull Limited (the "Landlord"), a Vermont corporation',
  ],
  ['Gull Limited (the "Landlord"), a friend of boats, and Heron Company (the "Tenant").', 'Gull Limited'],
])('a party is told with what it is, where that stands behind its name: %s', (parties, told) => {
  const found = hover(`This Lease is made today between ${parties}\n\n1. Rent\n\nThe Land$0lord is paid.\n`);
  expect(found).toContain(`\nLandlord\n  ${told}\n- `);
});

test('of a term that is pointed to both places are told, wherever the cursor is', () => {
  const told = hover(lease('The Fixt$0ures stay.'));
  expect(told).toMatchInlineSnapshot(`
    "
    [Fixtures]
    Fixtures
      The lamps and shelves in the <Premises>
    - Defined in <Section 3 (line 27)>, to which <Section 1 (line 9)> points.
    - Holds in the whole document. Used 3 times.
    "
  `);
  const pointer = hover(lease('').replace('"Fixtures" has', '"Fix$0tures" has'));
  expect(pointer).toContain('in <Section 3 (line 27)>, to which <Section 1 (line 9)> points.');
});

test('a term in a meaning has its own', () => {
  expect(hover(lease('').replace('over the Premises', 'over the Prem$0ises'))).toMatchInlineSnapshot(`
    "
    [Premises]
    Premises
      the boat house at the pier.
    - Defined in <Section 1 (line 19)>.
    - Holds in the whole document. Used twice.
    "
  `);
});

test('of a meaning that stands in another document it is said that it was not looked up', () => {
  const loan = (use: string) => `
    SIDE LETTER

    1. Terms. "Interest Rate" has the meaning set forth in the Credit Agreement.

    2. Payment. ${use}
  `;
  expect(hover(loan('The Interest R$0ate is paid yearly.'))).toMatchInlineSnapshot(`
    "
    [Interest Rate]
    Interest Rate
    - <Section 1 (line 3)> points to the Credit Agreement, which was not looked up.
    - Holds in the whole document. Used once.
    "
  `);
});

test('where nothing is defined at the place that is pointed to, that place is shown', () => {
  const text = `
    SUPPLY AGREEMENT

    1. Terms. "Lot" has the meaning set forth in Section 2.

    2. Goods. Tea is sold by the chest.

    3. Sale. Each L$0ot is sold by itself.
  `;
  expect(hover(text)).toMatchInlineSnapshot(`
    "
    [Lot]
    Lot
    - <Section 1 (line 3)> points to <Section 2>, where no definition of it was recognised.
    - Holds in the whole document. Used once.
    + Section 2 Goods
    "
  `);
});

test('of several definitions the one is told that holds at the place', () => {
  const text = (main: string, exhibit: string) => `
    MASTER AGREEMENT

    1. Terms. "Fee" means ten dollars.

    2. Payment. ${main}

    EXHIBIT A

    SERVICE TERMS

    1. Terms. "Fee" means twenty dollars.

    2. Payment. ${exhibit}
  `;
  expect(hover(text('The F$0ee is due.', 'The Fee is due.'))).toMatchInlineSnapshot(`
    "
    [Fee]
    Fee
      ten dollars.
    - Defined in <Section 1 (line 3)>.
    - Defined otherwise in <Exhibit A, Section 1 (line 11)>.
    - Holds in the whole document but <Exhibit A>. Used once.
    "
  `);
  expect(hover(text('The Fee is due.', 'The F$0ee is due.'))).toMatchInlineSnapshot(`
    "
    [Fee]
    Fee
      twenty dollars.
    - Defined in <Exhibit A, Section 1 (line 11)>.
    - Defined otherwise in <Section 1 (line 3)>.
    - Holds in <Exhibit A> alone. Used once.
    "
  `);
});

test('a definition of a word of grammar is told on it, but is no link in other meanings', () => {
  const text = `
    SUPPLY AGREEMENT

    1. Terms. "including" means including without limitation.

    2. Goods. "Goods" means tea, including green tea. Goods are sold in$0cluding their chests.
  `;
  expect(hover(text)).toContain('\nincluding\n');
  expect(hover(text.replace('$0', '').replace('Goods are', 'Go$0ods are'))).toMatchInlineSnapshot(`
    "
    [Goods]
    Goods
      tea, including green tea.
    - Defined in <Section 2 (line 5)>.
    - Holds in the whole document. Used twice.
    "
  `);
});

test('the number of a citation says what it cites, the agreement behind it what that is', () => {
  const text = (place: string) => `
    SIDE LETTER

    1. Terms. "Credit Agreement" means the agreement of May 1 between the parties.

    2. Payment. ${place}
  `;
  expect(hover(text('It is paid as in Section 4$0 of the Credit Agreement.'))).toMatch(/was not looked up/);
  expect(hover(text('It is paid as in Section 4 of the Cre$0dit Agreement.'))).toContain(
    '\nCredit Agreement\n',
  );
});

test('what an amendment puts into another document is told as a part of that one', () => {
  const amendment = (body: string) => `
    FIRST AMENDMENT TO LEASE AGREEMENT

    This First Amendment is made between Gull Limited (the "Landlord") and Heron Company (the "Tenant").

    1. Definitions. The Lease Agreement is amended by adding the following definition:

    "Harbour Day" means a day on which the harbour is open.

    2. Fee. ${body}
  `;
  expect(hover(amendment('The Tenant pays $50 on the first Harb$0our Day.'))).toContain(
    '- Put into the Lease Agreement.\n',
  );
  const ownTerm = hover(amendment('The Tenant pays a fee (the "Change$0 Fee") in May.'));
  expect(ownTerm).toContain('- Defined in <Section 2');
  expect(ownTerm).not.toContain('Put into');
});
