import { describe, expect, test } from 'vitest';
import { outlineOf } from './reading.ts';

describe('page furniture', () => {
  test('in the middle of a sentence does not end it', () => {
    expect(
      outlineOf(`
      Article 1. (Rent)

      The rent is paid by the tenant to the landlord on the

                        1
      <PAGE>

      first day of each month.

      2. The heat is free for as long as it is cold.

                        2
      <PAGE>

      Article 2. (Term)

      The term is a year.
    `),
    ).toMatchInlineSnapshot(`
      "instrument  l.1-17
        article 1 (Rent)  l.1-10
          paragraph 1 implied  l.3-8
          paragraph 2  l.10
        article 2 (Term)  l.15-17"
    `);
  });
});

describe('attachments', () => {
  test('follow the instrument, each with numbers of its own', () => {
    expect(
      outlineOf(`
      LEASE AGREEMENT

      1. Rent. The rent is stated in Exhibit A.

      2. Heat. The heat is described in Schedule 1.

      IN WITNESS WHEREOF, the parties have signed.

      By: ______________

                             EXHIBIT A

                             RENT TABLE

      1. The rent is low and is paid monthly.

      2. The rent does not rise before the end of the term.

                             SCHEDULE 1

      1. The heat is high in the months from May to October.
    `),
    ).toMatchInlineSnapshot(`
      "instrument (LEASE AGREEMENT)  l.1-21
        section 1 (Rent)  l.3
        section 2 (Heat)  l.5
        signature  l.7-9
        exhibit A (RENT TABLE)  l.11-17
          paragraph 1  l.15
          paragraph 2  l.17
        schedule 1  l.19-21
          paragraph 1  l.21"
    `);
  });

  test('do not go below an attachment from which supplementary provisions part them', () => {
    expect(
      outlineOf(`
      SHARE PURCHASE AGREEMENT

      1. Sale. The Seller sells as stated in Exhibit A.

                             EXHIBIT A

      1. Shares. The shares are listed in Annex 1.

      2. Dates. There are none.

      Supplementary Provisions

      1. The notice has this form and no other.

                             ANNEX 1

      1. The Seller sells one share and keeps the others.
    `),
    ).toMatchInlineSnapshot(`
      "instrument (SHARE PURCHASE AGREEMENT)  l.1-17
        section 1 (Sale)  l.3
        exhibit A  l.5-9
          section 1 (Shares)  l.7
          section 2 (Dates)  l.9
        supplement (Supplementary Provisions)  l.11-13
          paragraph 1  l.13
        annex 1  l.15-17
          paragraph 1  l.17"
    `);
  });

  test('of an attachment go below it where it cites them and the main text does not', () => {
    expect(
      outlineOf(`
      SHARE PURCHASE AGREEMENT

      1. Sale. The Seller sells as stated in Exhibit A.

      2. Price. The price is low.

                             EXHIBIT A

      1. Shares. The shares are listed in Annex 1.

      2. Dates. There are none.

                             ANNEX 1

      1. The Seller sells one share and keeps the others.

                             EXHIBIT B

      1. The notice has this form and no other.
    `),
    ).toMatchInlineSnapshot(`
      "instrument (SHARE PURCHASE AGREEMENT)  l.1-19
        section 1 (Sale)  l.3
        section 2 (Price)  l.5
        exhibit A  l.7-15
          section 1 (Shares)  l.9
          section 2 (Dates)  l.11
          annex 1  l.13-15
            paragraph 1  l.15
        exhibit B  l.17-19
          paragraph 1  l.19"
    `);
  });

  test('that are only listed open nothing', () => {
    expect(
      outlineOf(`
      LEASE AGREEMENT

      LIST OF EXHIBITS

      Exhibit A - Rent Table
      Exhibit B - House Rules

      1. Rent. The rent is stated in
      Exhibit A hereto.

      2. Rules. See Exhibit B.
    `),
    ).toBe(
      ['instrument (LEASE AGREEMENT)  l.1-11', '  section 1 (Rent)  l.8-9', '  section 2 (Rules)  l.11'].join(
        '\n',
      ),
    );
  });
});

describe('parts without numbers', () => {
  test('are the preamble, the recitals and the signatures', () => {
    expect(
      outlineOf(`
      SUPPLY AGREEMENT

      This Supply Agreement is made on May 2, 2024 between Minato Lantern Co., Ltd.
      and Yokohama Paper Inc.

      WHEREAS, the Buyer makes lanterns; and

      WHEREAS, the Seller makes paper;

      NOW, THEREFORE, the parties agree as follows:

      1. Supply. The Seller shall supply paper.

      2. Price. The Buyer shall pay.

      IN WITNESS WHEREOF, the parties have signed.

      MINATO LANTERN CO., LTD.

      By: ______________________
    `),
    ).toMatchInlineSnapshot(`
      "instrument (SUPPLY AGREEMENT)  l.1-20
        preamble  l.3-4
        recital  l.6
        recital  l.8
        section 1 (Supply)  l.12
        section 2 (Price)  l.14
        signature  l.16-20"
    `);
  });

  test('may be recitals with letters', () => {
    expect(
      outlineOf(`
      SUPPLY AGREEMENT

      RECITALS

      A. The Buyer makes lanterns and needs paper for them.

      B. The Seller makes paper and is willing to sell it.

      The parties agree as follows:

      1. Supply. The Seller shall supply paper.

      2. Price. The Buyer shall pay.
    `),
    ).toMatchInlineSnapshot(`
      "instrument (SUPPLY AGREEMENT)  l.1-13
        recital A  l.5
        recital B  l.7
        section 1 (Supply)  l.11
        section 2 (Price)  l.13"
    `);
  });
});

describe('a quotation', () => {
  test('of another document is not numbered with this one', () => {
    expect(
      outlineOf(`
      FIRST AMENDMENT

      1. Rent. Section 4 of the Lease is amended to read as follows:

      “4. Rent. The rent is high.

      5. Heat. The heat is low.”

      2. Term. The term stays as it is.
    `),
    ).toMatchInlineSnapshot(`
      "instrument (FIRST AMENDMENT)  l.1-9
        section 1 (Rent)  l.3-7
        section 2 (Term)  l.9"
    `);
  });
});
