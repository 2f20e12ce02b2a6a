import { expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { definitionAt } from '../../server/src/core/features/definition.ts';
import { parseDocument } from '../fixture.ts';
import { renderListing } from '../render.ts';

/** The link under the cursor and what is shown of each place it leads to. */
function jump(source: string): string {
  const { text, cursor } = parseDocument(source);
  if (cursor === null) throw new Error('The fixture has no cursor.');
  const definition = definitionAt(analyze(text), cursor);
  if (!definition) return 'leads nowhere';
  const marks = [
    { range: definition.origin, label: 'from here' },
    ...definition.places.map(({ selection }) => ({ range: selection, label: 'to here' })),
  ];
  return `\n${renderListing(text, marks, { annotatedOnly: true })}\n`;
}

const lease = (cited: string) => `
  LEASE AGREEMENT

  ARTICLE I
  RENT

  Section 1.1 Amount. The rent is due as follows:

    (a) one half in March; and

    (b) one half in June.

  Section 1.2 Delay. Whoever pays late bears ${cited} the costs.

  Section 1.3 Notice. Each notice is written.

  Section 1.4 Waiver. Nothing is waived.
`;

test('a cursor on a number leads to the provision it cites', () => {
  expect(jump(lease('under Section 1.1($0b) or 1.3'))).toMatchInlineSnapshot(`
    "
    10    (b) one half in June.
          ^^^ to here
    12  Section 1.2 Delay. Whoever pays late bears under Section 1.1(b) or 1.3 the costs.
                                                         ^^^^^^^^^^^^^^^^^^^^^ from here
    "
  `);
});

test('a cursor on the word leads to all that is cited', () => {
  expect(jump(lease('under Sect$0ions 1.1(b) and 1.3'))).toMatchInlineSnapshot(`
    "
    10    (b) one half in June.
          ^^^ to here
    12  Section 1.2 Delay. Whoever pays late bears under Sections 1.1(b) and 1.3 the costs.
                                                         ^^^^^^^^^^^^^^^^^^^^^^^ from here
    14  Section 1.3 Notice. Each notice is written.
        ^^^^^^^^^^^^^^^^^^ to here
    "
  `);
});

test('a range leads to each of its members', () => {
  expect(jump(lease('under Sections 1.1 $0to 1.3'))).toMatchInlineSnapshot(`
    "
     6  Section 1.1 Amount. The rent is due as follows:
        ^^^^^^^^^^^^^^^^^^ to here
    12  Section 1.2 Delay. Whoever pays late bears under Sections 1.1 to 1.3 the costs.
        ^^^^^^^^^^^^^^^^^ to here
                                                         ^^^^^^^^^^^^^^^^^^^ from here
    14  Section 1.3 Notice. Each notice is written.
        ^^^^^^^^^^^^^^^^^^ to here
    "
  `);
});

test('a citation over a line end is a link on the line of the cursor', () => {
  expect(jump(lease('and all else that is due under the terms of Section\n  1.3$0'))).toMatchInlineSnapshot(`
    "
    13  1.3 the costs.
        ^^^ from here
    15  Section 1.3 Notice. Each notice is written.
        ^^^^^^^^^^^^^^^^^^ to here
    "
  `);
});

test('of what is not there, the part that is there can be gone to', () => {
  expect(jump(lease('under Section 1.1$0(f)'))).toMatchInlineSnapshot(`
    "
     6  Section 1.1 Amount. The rent is due as follows:
        ^^^^^^^^^^^^^^^^^^ to here
    12  Section 1.2 Delay. Whoever pays late bears under Section 1.1(f) the costs.
                                                         ^^^^^^^^^^^^^^ from here
    "
  `);
  expect(jump(lease('under Section 1.1(f$0)'))).toBe('leads nowhere');
});

test('a law and plain words lead nowhere', () => {
  expect(jump(lease('under Section$0 104 of the Securities Act of 1933'))).toBe('leads nowhere');
  expect(jump(lease('al$0l'))).toBe('leads nowhere');
});

test('a heading leads to itself, so that an editor goes on to its citations', () => {
  expect(jump(lease('all').replace('Amount', 'Am$0ount'))).toMatchInlineSnapshot(`
    "
     6  Section 1.1 Amount. The rent is due as follows:
        ^^^^^^^^^^^^^^^^^^ to here
                    ^^^^^^ from here
    "
  `);
});

test('an ordinal leads to the paragraph that it counts', () => {
  expect(
    jump(`
      Article 1. (Board)
      The board has three members.
      They are elected each year.

      Article 2. (Term)
      The second $0paragraph of Article 1 applies.
    `),
  ).toMatchInlineSnapshot(`
    "
    3  They are elected each year.
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ to here
    6  The second paragraph of Article 1 applies.
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ from here
    "
  `);
});
