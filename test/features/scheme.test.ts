import { expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { learnedScheme, pinnedScheme, schemeText } from '../../server/src/core/features/provisions/scheme.ts';
import { parseDocument } from '../fixture.ts';

function scheme(source: string) {
  const levels = learnedScheme(analyze(parseDocument(source).text));
  return {
    text: schemeText(levels),
    counts: levels.map(({ label, count }) => `${label}: ${count}`),
    pinned: Object.fromEntries(pinnedScheme(levels)),
  };
}

test('the levels of an agreement, outer ones first, attachments and recitals left out', () => {
  expect(
    scheme(`
    SUPPLY AGREEMENT

    RECITALS

    A. The Buyer buys.

    B. The Seller sells.

    ARTICLE I
    DEFINITIONS

    Section 1.1 Terms. The terms mean what they say.

    Section 1.2 Notices. Each notice:

    (a) is written; and

    (b) is signed by

      (i) the Buyer, or

      (ii) the Seller.

    ARTICLE II
    SUPPLY

    Section 2.1 Goods. The goods are supplied.

    EXHIBIT A

    GOODS

    1. Tea. The tea is green.

    2. Cups. The cups are blue.
  `),
  ).toEqual({
    text: 'Articles I, Sections 1.1, (a), (i)',
    counts: ['Articles I: 2', 'Sections 1.1: 3', '(a): 2', '(i): 2'],
    pinned: { article: 'roman-upper', section: 'decimal', item: 'alpha-lower', subitem: 'roman-lower' },
  });
});

test('an article put between two others is no level of its own', () => {
  const { text, counts, pinned } = scheme(`
    Article 1. (Name)
    The name.

    Article 1.2 (Second Name)
    The second name.

    Article 2. (Seat)
    The seat.
  `);
  expect(text).toBe('Articles 1');
  expect(counts).toEqual(['Articles 1: 3']);
  expect(pinned).toEqual({ article: 'arabic' });
});

test('a text without numbers has none', () => {
  expect(scheme('Nothing is numbered here.')).toEqual({ text: '', counts: [], pinned: {} });
});
