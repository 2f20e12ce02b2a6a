import { describe, expect, test } from 'vitest';
import { walkProvisions } from '../../server/src/core/model/provision.ts';
import { renderListing } from '../render.ts';
import { read } from './reading.ts';

/** The fixture with its captions marked. */
function captions(source: string): string {
  const analysis = read(source);
  const marks = [...walkProvisions(analysis.outline)].flatMap(({ captionRange, caption, kind }) =>
    captionRange ? [{ range: captionRange, label: `${kind} “${caption}”` }] : [],
  );
  return renderListing(analysis.snapshot.text, marks);
}

describe('a caption', () => {
  test('stands in brackets behind the number', () => {
    expect(
      captions(`
      Article 1. (Corporate Name)

      The name is short.

      Article 2.     (Objects (First Part)
               and Means)

      The objects are many.
    `),
    ).toMatchInlineSnapshot(`
      "Article 1. (Corporate Name)
                  ^^^^^^^^^^^^^^ article “Corporate Name”

      The name is short.

      Article 2.     (Objects (First Part)
                      ^^^^^^^^^^^^^^^^^^^^> article “Objects (First Part) and Means”
               and Means)
               ^^^^^^^^^< article “Objects (First Part) and Means”

      The objects are many.
      "
    `);
  });

  test('stands in brackets above the number, below the article before', () => {
    expect(
      captions(`
      Chapter 1. GENERAL

      (Name)
      Article 1
      The name is short.

      (Purpose)

      Article 2
      (1) trade; and
      (2) crafts.

      (Supplementary Provisions)

      Article 1
      The articles take effect today.
    `),
    ).toMatchInlineSnapshot(`
      "Chapter 1. GENERAL
                 ^^^^^^^ chapter “GENERAL”

      (Name)
       ^^^^ article “Name”
      Article 1
      The name is short.

      (Purpose)
       ^^^^^^^ article “Purpose”

      Article 2
      (1) trade; and
      (2) crafts.

      (Supplementary Provisions)
      ^^^^^^^^^^^^^^^^^^^^^^^^^^ supplement “Supplementary Provisions”

      Article 1
      The articles take effect today.
      "
    `);
  });

  test('in brackets below one number is none of the number that comes next', () => {
    expect(
      captions(`
      Article 1.
      (Reserved)

      Article 2.
      (Name)

      The name is short.
    `),
    ).toMatchInlineSnapshot(`
      "Article 1.
      (Reserved)
       ^^^^^^^^ article “Reserved”

      Article 2.
      (Name)
       ^^^^ article “Name”

      The name is short.
      "
    `);
  });

  test('is no bracket in which a sentence goes on', () => {
    expect(
      captions(`
      1. (as defined below) shall be paid.

      2. (The rent) shall be paid.
    `),
    ).toMatchInlineSnapshot(`
      "1. (as defined below) shall be paid.

      2. (The rent) shall be paid.
      "
    `);
  });

  test('runs in before the text', () => {
    expect(
      captions(`
      1. Payment. The Buyer shall pay the price.

      2. Delivery of Goods: The Seller shall deliver.

      3. **Notices.** A notice is a letter.

      4. The Buyer shall also pay the freight. The Seller shall not.
    `),
    ).toMatchInlineSnapshot(`
      "1. Payment. The Buyer shall pay the price.
         ^^^^^^^ section “Payment”

      2. Delivery of Goods: The Seller shall deliver.
         ^^^^^^^^^^^^^^^^^ section “Delivery of Goods”

      3. **Notices.** A notice is a letter.
           ^^^^^^^ section “Notices”

      4. The Buyer shall also pay the freight. The Seller shall not.
      "
    `);
  });

  test('stands alone on the line, and on the lines it wraps to', () => {
    expect(
      captions(`
      ARTICLE I
      DEFINITIONS

      Section 1.01 Defined Terms

      The terms are these.

      SECTION 1.02 CONDITIONS PRECEDENT TO
      EACH LOAN

      There are none.
    `),
    ).toMatchInlineSnapshot(`
      "ARTICLE I
      DEFINITIONS
      ^^^^^^^^^^^ article “DEFINITIONS”

      Section 1.01 Defined Terms
                   ^^^^^^^^^^^^^ section “Defined Terms”

      The terms are these.

      SECTION 1.02 CONDITIONS PRECEDENT TO
                   ^^^^^^^^^^^^^^^^^^^^^^^> section “CONDITIONS PRECEDENT TO EACH LOAN”
      EACH LOAN
      ^^^^^^^^^< section “CONDITIONS PRECEDENT TO EACH LOAN”

      There are none.
      "
    `);
  });

  test('stands below the number in brackets', () => {
    expect(
      captions(`
      Article 4
      (Public Notices)

      Notices are made electronically.
    `),
    ).toMatchInlineSnapshot(`
      "Article 4
      (Public Notices)
       ^^^^^^^^^^^^^^ article “Public Notices”

      Notices are made electronically.
      "
    `);
  });

  test('is in sentence case where it stands alone behind a word and number', () => {
    expect(
      captions(`
      ## 1. No adverse changes in the business

      There have been none.
    `),
    ).toMatchInlineSnapshot(`
      "## 1. No adverse changes in the business
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ section “No adverse changes in the business”

      There have been none.
      "
    `);
  });

  test('is not the first sentence of an article', () => {
    expect(
      captions(`
      Article 1

      The Company shall be called Minato Lantern, and it shall
      have its office in Tokyo.

      Article 2 The Company makes lanterns and shall sell them.
    `),
    ).toMatchInlineSnapshot(`
      "Article 1

      The Company shall be called Minato Lantern, and it shall
      have its office in Tokyo.

      Article 2 The Company makes lanterns and shall sell them.
      "
    `);
  });

  test('is not a short sentence', () => {
    expect(
      captions(`
      Article 1. (Rent)

      The rent is low and is paid monthly.

      2. The heat is free.

      3. Tenants pay the water.
    `),
    ).toMatchInlineSnapshot(`
      "Article 1. (Rent)
                  ^^^^ article “Rent”

      The rent is low and is paid monthly.

      2. The heat is free.

      3. Tenants pay the water.
      "
    `);
  });

  test('heads the document', () => {
    expect(
      captions(`
                 LEASE AGREEMENT

      1. Rent. The rent is low.
    `),
    ).toMatchInlineSnapshot(`
      "           LEASE AGREEMENT
                 ^^^^^^^^^^^^^^^ instrument “LEASE AGREEMENT”

      1. Rent. The rent is low.
         ^^^^ section “Rent”
      "
    `);
  });
});
