import { expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { termTable } from '../../server/src/core/features/terms/term-table.ts';
import { runRules } from '../../server/src/core/rules/run.ts';
import { parseDocument } from '../fixture.ts';

function table(source: string): string {
  const { text } = parseDocument(source);
  const analysis = analyze(text);
  const rows = termTable(analysis, runRules(analysis)).map((row) => {
    const findings = row.findings.map(({ rule }) => rule).join(', ');
    const meaning = row.meaning || `see ${row.pointsTo}`;
    return [row.term, row.uses.length, row.provision, row.scope, meaning, findings].join(' | ');
  });
  return `\n${rows.join('\n')}\n`;
}

test('each term stands once, by the alphabet, with its meaning, its place, its scope, its uses and what is found of it', () => {
  expect(
    table(`
      SALE AGREEMENT

      1. Terms

      "Goods" means

        (a) the tea in the hold; and

        (b) what is stored at the
      <PAGE>
        pier.

      "Freight" means the price of the carriage of the Goods.

      "Barge" means a barge.

      "Duties" has the meaning set forth in Section 2.

      "Agent" has the meaning given to it in the Agency Agreement.

      "including" means including without limitation.

      2. Duties

      What customs ask for the Goods (the "Duties") is paid by the Agent, Freight and DUTIES included.

      EXHIBIT A

      SERVICE TERMS

      1. Terms. "Freight" means coal. Each load of Freight is weighed.
    `),
  ).toMatchInlineSnapshot(`
    "
    Agent | 1 | Section 1 |  | see the Agency Agreement | 
    Barge | 0 | Section 1 |  | a barge. | 
    Duties | 2 | Section 2 |  | What customs ask for the Goods | 
    Freight | 1 | Section 1 |  | the price of the carriage of the Goods. | 
    Freight | 1 | Exhibit A, Section 1 | Exhibit A | coal. | 
    Goods | 2 | Section 1 |  | (a) the tea in the hold; and (b) what is stored at the pier. | 
    "
  `);
});

test('uses are counted in every number and over line ends, and the term itself is none', () => {
  expect(
    table(`
      SALE AGREEMENT

      1. Terms. "Delivery Point" means a place at the pier.

      2. Delivery. Goods go to one of the Delivery
      Points, and from the Delivery Point to the hold.
    `),
  ).toBe('\nDelivery Point | 2 | Section 1 |  | a place at the pier. | \n');
});

test('a meaning that is told in part begins with a whole word', () => {
  const long = Array.from({ length: 90 }, (_, at) => `warehouse${at}`).join(' ');
  const listed = table(`
    SALE AGREEMENT

    1. Storage. The Seller keeps ${long} (the "Stores") dry.
  `);
  expect(listed).toMatch(/^\nStores \| 0 \| Section 1 \| {2}\| warehouse\d+ warehouse/);
});
