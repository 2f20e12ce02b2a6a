import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { builtFrom, builtOn, termRootAt } from '../../server/src/core/features/terms/term-hierarchy.ts';
import type { Definition } from '../../server/src/core/model/definition.ts';
import { parseDocument } from '../fixture.ts';

/** The term at the cursor between those that its meaning is built from and those that are built on it. */
function shown(source: string): string {
  const { text, cursor } = parseDocument(source);
  const analysis = analyze(text);
  const root = termRootAt(analysis, cursor ?? -1);
  if (!root) return 'no term';
  const named = ({ term, range }: Definition): string =>
    `${term} (line ${analysis.snapshot.lineAt(range.start) + 1})`;
  const all = (found: readonly Definition[]): string => found.map(named).join(', ') || 'nothing';
  return `${named(root)}: from ${all(builtFrom(analysis, root))}; on it ${all(builtOn(analysis, root))}`;
}

const sale = (operative: string, inExhibit = '') => `
  SALE AGREEMENT

  1. Terms

  "Charges" means the sum of:

    (a) the Freight;

    (b) the Duties, and every late payment of Duties.

  "Duties" has the meaning set forth in Section 2.

  "Freight" means the price of the carriage of the Goods.

  "Late Charges" means Charges that are paid behind the Due Date.

  2. Duties

  What customs ask for the Goods (the "Duties") is paid by the Buyer. ${operative}

  EXHIBIT A

  SERVICE TERMS

  1. Terms. "Freight" means coal. "Load" means a wagon of Freight.

  ${inExhibit}
`;

describe('the terms that a term is built from, and those that are built on it', () => {
  test('are told wherever the term is used, with the lists that belong to its meaning', () => {
    expect(shown(sale('It pays the Char$0ges.'))).toMatchInlineSnapshot(
      `"Charges (line 5): from Freight (line 13), Duties (line 19); on it Late Charges (line 15)"`,
    );
  });

  test('are those of the meaning, also where the term is only pointed to', () => {
    expect(shown(sale('').replace('"Duties" has', '"Du$0ties" has'))).toMatchInlineSnapshot(
      `"Duties (line 19): from nothing; on it Charges (line 5)"`,
    );
  });

  test('are those that hold at the place', () => {
    expect(shown(sale('', 'Fr$0eight is weighed.'))).toMatchInlineSnapshot(
      `"Freight (line 25): from nothing; on it Load (line 25)"`,
    );
    expect(shown(sale('Fr$0eight is paid.'))).toMatchInlineSnapshot(
      `"Freight (line 13): from nothing; on it Charges (line 5)"`,
    );
  });

  test('are not the term itself, nor words of grammar', () => {
    expect(
      shown(`
        SUPPLY AGREEMENT

        1. Terms. "Lot" means a Lot of tea, including any box. "including" means including without limitation.

        2. Sale. Each L$0ot is sold.
      `),
    ).toBe('Lot (line 3): from nothing; on it nothing');
  });

  test('of terms that are defined by each other stand on both sides', () => {
    expect(
      shown(`
        SUPPLY AGREEMENT

        1. Terms. "Seller" means whoever owes the Buyer goods.

        "Buyer" means whoever owes the Seller money.

        2. Sale. The Buy$0er pays.
      `),
    ).toBe('Buyer (line 5): from Seller (line 3); on it Seller (line 3)');
  });

  test('are asked of no other word', () => {
    expect(shown(sale('It p$0ays.'))).toBe('no term');
  });
});
