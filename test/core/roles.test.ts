import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { read, renderRoles } from './reading.ts';

describe('page furniture', () => {
  test('is the page number, the mark and the header that comes again on each page', () => {
    const sentences = ['The rent is low.', 'The heat is high.', 'The term is a year.', 'The roof is old.'];
    const page = (sentence: string, index: number) => `
      Minato Lantern – Lease

      Article ${index + 1}. (Subject ${index + 1})

      ${sentence}

                   ${index + 1}
      <PAGE>`;
    expect(renderRoles(read(sentences.map(page).join('')))).toMatchInlineSnapshot(`
      "furniture   | Minato Lantern – Lease
                  |
                  | Article 1. (Subject 1)
                  |
                  | The rent is low.
                  |
      furniture   |              1
      furniture   | <PAGE>
      furniture   | Minato Lantern – Lease
                  |
                  | Article 2. (Subject 2)
                  |
                  | The heat is high.
                  |
      furniture   |              2
      furniture   | <PAGE>
      furniture   | Minato Lantern – Lease
                  |
                  | Article 3. (Subject 3)
                  |
                  | The term is a year.
                  |
      furniture   |              3
      furniture   | <PAGE>
      furniture   | Minato Lantern – Lease
                  |
                  | Article 4. (Subject 4)
                  |
                  | The roof is old.
                  |
      furniture   |              4
      furniture   | <PAGE>"
    `);
  });

  test('is a number alone that counts on from the one before, and no other', () => {
    expect(
      renderRoles(
        read(`
      The rent is
      12
      a month.

                 - 1 -

      It is due on the
      45
      day.

                 - 2 -
    `),
      ),
    ).toMatchInlineSnapshot(`
      "            | The rent is
                  | 12
                  | a month.
                  |
      furniture   |            - 1 -
                  |
                  | It is due on the
                  | 45
                  | day.
                  |
      furniture   |            - 2 -
                  |"
    `);
  });

  test('is not an item that several lists have in common', () => {
    const list = (number: number) => `
      ${number}. List:
      (a) the rent;
      (b) the heat.

               ${number}
      <PAGE>`;
    expect(renderRoles(read([1, 2, 3].map(list).join('')))).not.toContain('furniture   |       (');
  });
});

describe('a table of contents', () => {
  test('is told by leaders and page numbers', () => {
    expect(
      renderRoles(
        read(`
      TABLE OF CONTENTS

      Article 1. Rent ............ 1
      Article 2. Heat ............ 2
      Article 3. Term ............ 3

      Article 1. Rent

      The rent is low.
    `),
      ),
    ).toMatchInlineSnapshot(`
      "            | TABLE OF CONTENTS
                  |
      contents    | Article 1. Rent ............ 1
      contents    | Article 2. Heat ............ 2
      contents    | Article 3. Term ............ 3
                  |
                  | Article 1. Rent
                  |
                  | The rent is low.
                  |"
    `);
  });

  test('has no leaders as often as not, but page numbers that do not fall', () => {
    const text = `
      ARTICLE I RENT

      1.01 Amount 4 5

      1.02 Day of Payment 4 5

      ii

      1.03 Interest on Amounts that
      Are Late 6 8

      ARTICLE II HEAT

      2.01 Oil 12 14

      2.02 Wood 12 15

      ARTICLE I RENT

      1.01 Amount. The rent of the farm is 40 crates of apples a year.
    `;
    expect(renderRoles(read(text))).toMatchInlineSnapshot(`
      "contents    | ARTICLE I RENT
                  |
      contents    | 1.01 Amount 4 5
                  |
      contents    | 1.02 Day of Payment 4 5
                  |
      furniture   | ii
                  |
      contents    | 1.03 Interest on Amounts that
      contents    | Are Late 6 8
                  |
      contents    | ARTICLE II HEAT
                  |
      contents    | 2.01 Oil 12 14
                  |
      contents    | 2.02 Wood 12 15
                  |
                  | ARTICLE I RENT
                  |
                  | 1.01 Amount. The rent of the farm is 40 crates of apples a year.
                  |"
    `);
  });

  test('may stand in a table', () => {
    const text = `
      | 1. RENT | | 1 | |
      | 1.1. | | Amount | 1 | |
      | 1.2. | | Day | <1> 2 | |
      | 2. HEAT | | 3 | |
      | 2.1. | | Oil | 3 | |
    `;
    expect(renderRoles(read(text))).toMatchInlineSnapshot(`
      "contents    | | 1. RENT | | 1 | |
      contents    | | 1.1. | | Amount | 1 | |
      contents    | | 1.2. | | Day | <1> 2 | |
      contents    | | 2. HEAT | | 3 | |
      contents    | | 2.1. | | Oil | 3 | |
                  |"
    `);
  });

  test('is no list of prices', () => {
    const text = `
      1. Gate 40
      2. Shed 30
      3. Barn 90
      4. Well 20
      5. Mill 80
    `;
    expect(renderRoles(read(text))).not.toContain('contents');
  });

  test('of one line is none', () => {
    expect(
      renderRoles(
        read(`
      The price ............ 4
      The parties agree.
    `),
      ),
    ).toMatchInlineSnapshot(`
      "            | The price ............ 4
                  | The parties agree.
                  |"
    `);
  });
});

describe('a form between rules', () => {
  test('is a table', () => {
    const rule = '-'.repeat(60);
    expect(
      renderRoles(analyze([rule, '(1) NAME', rule, '(2) PLACE', rule, '', 'Text.'].join('\n'))),
    ).toMatchInlineSnapshot(`
      "table       | ------------------------------------------------------------
      table       | (1) NAME
      table       | ------------------------------------------------------------
      table       | (2) PLACE
      table       | ------------------------------------------------------------
                  |
                  | Text."
    `);
  });

  test('needs three rules', () => {
    const rule = '-'.repeat(60);
    expect(renderRoles(analyze([rule, 'Text.', rule].join('\n')))).toMatchInlineSnapshot(`
      "rule        | ------------------------------------------------------------
                  | Text.
      rule        | ------------------------------------------------------------"
    `);
  });
});

describe('notes below a short rule', () => {
  test('are footnotes, and the text goes on below the page', () => {
    expect(
      renderRoles(
        read(`
      The rent is low and is paid on the first day of each of the months.
      -----
      1 As of today.
      2 Or the second day.

      <PAGE>
      Article 2. (Heat)
    `),
      ),
    ).toMatchInlineSnapshot(`
      "            | The rent is low and is paid on the first day of each of the months.
      rule        | -----
      footnote    | 1 As of today.
      footnote    | 2 Or the second day.
                  |
      furniture   | <PAGE>
                  | Article 2. (Heat)
                  |"
    `);
  });

  test('are text where they do not begin with a bare number', () => {
    expect(
      renderRoles(
        read(`
      The rent is low.
      -----
      The heat is high.
    `),
      ),
    ).toMatchInlineSnapshot(`
      "            | The rent is low.
      rule        | -----
                  | The heat is high.
                  |"
    `);
  });
});

describe('comments and front matter', () => {
  test('are left out of the text', () => {
    expect(
      renderRoles(
        read(`
      ---
      title: Lease
      ---
      <!-- one -->
      Article 1. Rent
      <!--
      Article 2. Heat
      -->
      Article 3. Term
    `),
      ),
    ).toMatchInlineSnapshot(`
      "frontMatter | ---
      frontMatter | title: Lease
      frontMatter | ---
      comment     | <!-- one -->
                  | Article 1. Rent
      comment     | <!--
      comment     | Article 2. Heat
      comment     | -->
                  | Article 3. Term
                  |"
    `);
  });

  test('that are never closed: a comment ends with the document, front matter does not begin', () => {
    expect(renderRoles(analyze('---\nArticle 1.\n<!--\nArticle 2.'))).toMatchInlineSnapshot(`
      "rule        | ---
                  | Article 1.
      comment     | <!--
      comment     | Article 2."
    `);
  });
});
