import { expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { citationMap, type DocumentMap, termMap } from '../../server/src/core/features/map.ts';
import { runRules } from '../../server/src/core/rules/run.ts';
import { parseDocument } from '../fixture.ts';

const source = `
  TEA AGREEMENT

  ARTICLE I
  TERMS

  Section 1.1 Terms. "Tea" means what is in the Hold. "Hold" means the hold of the Ship. "Ship" means
  the Heron. "Price" means the price of the Tea, as Section 2.1 states.

  ARTICLE II
  PRICE

  Section 2.1 Price. The Buyer pays:

      (a) the price under Section 1.1; and

      (b) the tax under item (a), Section 1.1 and Section 2.3.

  Section 2.2 Time. Section 2.1(a) and this Section 2.2 apply on the day of Article I.
`;

function described({ nodes, edges }: DocumentMap): string {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const parents = nodes.map(({ name, parent, kind, detail }) =>
    [kind, name, detail, parent === null ? '' : `in ${names.get(parent)}`].filter(String).join(' | '),
  );
  const arrows = edges.map(({ from, to, count }) => `${names.get(from)} → ${names.get(to)} ×${count}`);
  return `\n${[...parents, ...arrows].join('\n')}\n`;
}

test('provisions with what they cite, items as part of them, and what is not there', () => {
  const analysis = analyze(parseDocument(source).text);
  expect(described(citationMap(analysis, runRules(analysis)))).toMatchInlineSnapshot(`
    "
    provision | TEA AGREEMENT
    provision | ARTICLE I | TERMS | in TEA AGREEMENT
    provision | Section 1.1 | Terms | in ARTICLE I
    provision | ARTICLE II | PRICE | in TEA AGREEMENT
    provision | Section 2.1 | Price | in ARTICLE II
    provision | Section 2.2 | Time | in ARTICLE II
    missing | Section 2.3 | There is no Section 2.3 in this document: there are Sections 2.1 and 2.2. Is Section 2.2 meant?
    Section 1.1 → Section 2.1 ×1
    Section 2.1 → Section 1.1 ×2
    Section 2.1 → Section 2.3 ×1
    Section 2.2 → Section 2.1 ×1
    Section 2.2 → ARTICLE I ×1
    "
  `);
});

test('what has no caption is told by its first words, and an item by all of its number', () => {
  const { text } = parseDocument(`
    RULES OF THE PIER

    1. The pier is open by day, as item (b) of Exhibit A says.

    2. Rule 1 does not hold in winter.

    EXHIBIT A

    (a) Boats come first.

    (b) The pier opens at dawn.
  `);
  const analysis = analyze(text);
  expect(described(citationMap(analysis, []))).toMatchInlineSnapshot(`
    "
    provision | RULES OF THE PIER
    provision | 1 | The pier is open by day, as item (b) of Exhibit A says. | in RULES OF THE PIER
    provision | 2 | Rule 1 does not hold in winter. | in RULES OF THE PIER
    provision | EXHIBIT A | in RULES OF THE PIER
    provision | Exhibit A, item (a) | Boats come first. | in EXHIBIT A
    provision | Exhibit A, item (b) | The pier opens at dawn. | in EXHIBIT A
    1 → Exhibit A, item (b) ×1
    "
  `);
});

test('terms with those that their meanings name', () => {
  expect(described(termMap(analyze(parseDocument(source).text)))).toMatchInlineSnapshot(`
    "
    term | Tea | what is in the Hold.
    term | Hold | the hold of the Ship.
    term | Ship | the Heron.
    term | Price | the price of the Tea, as Section 2.1 states.
    Tea → Hold ×1
    Hold → Ship ×1
    Price → Tea ×1
    "
  `);
});
