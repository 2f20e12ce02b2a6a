import { expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { hoverAt } from '../../server/src/core/features/hover.ts';
import { parseDocument } from '../fixture.ts';

/** What is told at the cursor, and below which words. */
function hover(source: string): string {
  const { text, cursor } = parseDocument(source);
  const found = hoverAt(analyze(text), cursor ?? -1);
  if (!found) return 'says nothing';
  const rows = found.parts.flatMap((part) => {
    if (part.kind === 'term') return [`- ${part.card.term}`];
    if (part.kind !== 'passage') return [`- ${part.text}`];
    const { title, caption, path, text: body } = part.passage;
    return [
      `- ${title} | ${caption} | ${path.join(' > ')}`,
      ...body.map(({ text: words, depth }) => `  ${'  '.repeat(depth)}${words}`),
    ];
  });
  return `\n[${text.slice(found.range.start, found.range.end)}]\n${rows.join('\n')}\n`;
}

const agreement = (cited: string) => `
  SUPPLY AGREEMENT

  ARTICLE I
  GOODS

  Section 1.1 Orders. Each order is accepted if:

    (a) it is written, and

      (i) signed, or

      (ii) sealed; and

    (b) the goods are (i) tea or (ii) cups.

  Such an order binds both parties until it is withdrawn in accordance with the terms of this
  Agreement.

  Section 1.2 Delay. Whoever is late answers for it ${cited}.

  ARTICLE II
  PRICES

  Section 2.1 Price. The price is that of the list.
`;

test('a provision is told with its text, its subdivisions and the path to it', () => {
  expect(hover(agreement('under Section 1.1$0'))).toMatchInlineSnapshot(`
    "
    [Section 1.1]
    - Section 1.1 | Orders | ARTICLE I GOODS
      Each order is accepted if:
        (a) it is written, and
          (i) signed, or
          (ii) sealed; and
        (b) the goods are (i) tea or (ii) cups.
      Such an order binds both parties until it is withdrawn in accordance with the terms of this Agreement.
    "
  `);
});

test('an item is told without those around it, also where it stands in a sentence', () => {
  expect(hover(agreement('under Section 1.1(a$0)'))).toMatchInlineSnapshot(`
    "
    [Section 1.1(a)]
    - Section 1.1(a) | null | ARTICLE I GOODS > Section 1.1 Orders
      it is written, and
        (i) signed, or
        (ii) sealed; and
    "
  `);
  expect(hover(agreement('under Section 1.1(b)(i$0i)'))).toMatchInlineSnapshot(`
    "
    [Section 1.1(b)(ii)]
    - Section 1.1(b)(ii) | null | ARTICLE I GOODS > Section 1.1 Orders > (b)
      cups.
    "
  `);
});

test('each member of a list is told at its number, all of them at the word', () => {
  expect(hover(agreement('under Sections 1.2 and 2.1$0'))).toMatchInlineSnapshot(`
    "
    [2.1]
    - Section 2.1 | Price | ARTICLE II PRICES
      The price is that of the list.
    "
  `);
  expect(hover(agreement('under Sect$0ions 1.2 and 2.1'))).toMatchInlineSnapshot(`
    "
    [Sections 1.2 and 2.1]
    - Section 1.2 | Delay | ARTICLE I GOODS
      Whoever is late answers for it under Sections 1.2 and 2.1.
    - Section 2.1 | Price | ARTICLE II PRICES
      The price is that of the list.
    "
  `);
});

test('a law is told as what it is taken for', () => {
  expect(hover(agreement('under Section$0 104 of the Securities Act of 1933'))).toMatchInlineSnapshot(`
    "
    [Section 104 of the Securities Act of 1933]
    - Taken to be in Securities Act of 1933. It is not part of this document and was not looked up.
    "
  `);
});

test('of what is not there the reason is told', () => {
  expect(hover(agreement('under Section 1.1($0d)'))).toMatchInlineSnapshot(`
    "
    [Section 1.1(d)]
    - Section 1.1 has no (d): it has items (a) and (b).
    "
  `);
  expect(hover(agreement('under Section 1.7$0'))).toMatchInlineSnapshot(`
    "
    [Section 1.7]
    - There is no Section 1.7 in this document: there are Sections 1.1 and 1.2. Is Section 1.1 or Section 1.2 meant?
    - Section 1.1 | Orders | ARTICLE I GOODS
      Each order is accepted if:
        (a) it is written, and
          (i) signed, or
          (ii) sealed; and
        (b) the goods are (i) tea or (ii) cups.
      Such an order binds both parties until it is withdrawn in accordance with the terms of this Agreement.
    - Section 1.2 | Delay | ARTICLE I GOODS
      Whoever is late answers for it under Section 1.7.
    "
  `);
});

test('of two that answer both are told', () => {
  const twice = `${agreement('under Section 2.1$0')}\n  Section 2.1 Discount. There is none.\n`;
  expect(hover(twice)).toMatchInlineSnapshot(`
    "
    [Section 2.1]
    - 2 provisions answer to this.
    - Article II, Section 2.1 | Price | ARTICLE II PRICES
      The price is that of the list.
    - Article II, Section 2.1 | Discount | ARTICLE II PRICES
      There is none.
    "
  `);
});

test('long provisions are cut between words, and of many the first are shown', () => {
  const sections = Array.from(
    { length: 9 },
    (_, at) => `  Section 3.${at + 1} Part. ${'The goods are many. '.repeat(200)}\n`,
  );
  const text = `${agreement('under Section$0s 3.1 to 3.9')}\n  ARTICLE III\n  PARTS\n\n${sections.join('\n')}`;
  const lines = hover(text).split('\n');
  expect(lines.filter((line) => line.startsWith('- Section'))).toHaveLength(6);
  expect(lines.at(-2)).toBe('- And 3 more.');
  for (const line of lines.filter((each) => each.startsWith('  '))) {
    expect(line).toMatch(/(?:goods|are|many\.|The) …$/);
    expect(line.length).toBeLessThan(320);
  }
});

test('prose and headings say nothing', () => {
  expect(hover(agreement('al$0l'))).toBe('says nothing');
});
