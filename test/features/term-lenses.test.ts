import { expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { mentionsAt } from '../../server/src/core/features/references.ts';
import { termLenses } from '../../server/src/core/features/terms/term-lenses.ts';
import { parseDocument } from '../fixture.ts';

const { text } = parseDocument(`
  SALE

  This agreement is made between Gull Limited (the "Seller")
  and Heron Company (the "Buyer").

  "Lot" means a chest of tea.

  "Price" means what the Buyer pays for each Lot.

  "including" means including without limitation.

  1. Sale. The Seller sells each Lot at the Price, including the chest. The Lots are full.
`);

test('each term tells how often it is used: above its line, or above the paragraph in which it is named', () => {
  const analysis = analyze(text);
  const shown = termLenses(analysis).map(
    ({ range, text: words }) => `${analysis.snapshot.lineAt(range.start) + 1}: ${words}`,
  );
  expect(shown).toMatchInlineSnapshot(`
    [
      "3: “Seller” used once",
      "3: “Buyer” used once",
      "6: used 3 times",
      "8: used once",
    ]
  `);
});

test('a click lists as many uses as are told', () => {
  const analysis = analyze(text);
  const counts = termLenses(analysis).map(({ place }) => mentionsAt(analysis, place)?.uses.length);
  expect(counts).toEqual([1, 1, 3, 1]);
});
