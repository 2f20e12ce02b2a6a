import { describe, expect, test } from 'vitest';
import { renamed } from './renamed.ts';

describe('renaming a term', () => {
  test('follows every number and case, and the possessive', () => {
    expect(
      renamed(
        `
        "New$0 Share" means a share issued at the Closing.

        ARTICLE 2. NEW SHARES

        The New Shares, each New Share's vote and the New Shares' dividends; the term "New Share" and no new shares.
      `,
        'Subscription Unit',
      ),
    ).toMatchInlineSnapshot(`
      ""Subscription Unit" means a share issued at the Closing.

      ARTICLE 2. SUBSCRIPTION UNITS

      The Subscription Units, each Subscription Unit's vote and the Subscription Units' dividends; the term "Subscription Unit" and no new shares.
      decide in line 5: “New Share” stands here in small letters."
    `);
  });

  test('makes the singular of a plural that is one of two', () => {
    expect(
      renamed(
        `
        "Ta$0bles" means those in the annex.

        Each Table is checked, and all Tables are kept; Table(s) may be added.
      `,
        'Formulas',
      ),
    ).toMatchInlineSnapshot(`
      ""Formulas" means those in the annex.

      Each Formula is checked, and all Formulas are kept; Formula(s) may be added."
    `);
  });

  test('takes a plural before "of" for the plural', () => {
    expect(
      renamed(
        `
        "Event of Default" means a delay.

        An Event of$0 Default, several Events of Default and the Event of Default.
      `,
        'Default Trigger',
      ),
    ).toMatchInlineSnapshot(`
      ""Default Trigger" means a delay.

      A Default Trigger, several Default Triggers and the Default Trigger."
    `);
  });

  test('lists where a section gives the term a meaning of its own, which keeps its name', () => {
    expect(
      renamed(
        `
        1. Definitions. "Part$0y" or "Parties" means those who sign.

        2. Rent. A Party pays the rent.

        3. Liability. As used in this Section, the term "Party" means a Party and its crew. A Party is liable to the other Party.

        4. End. The Parties part.
      `,
        'Signatory',
      ),
    ).toMatchInlineSnapshot(`
      "1. Definitions. "Signatory" or "Signatories" means those who sign.

      2. Rent. A Signatory pays the rent.

      3. Liability. As used in this Section, the term "Party" means a Party and its crew. A Party is liable to the other Party.

      4. End. The Signatories part.
      decide in line 5: “Party” has a meaning of its own in Section 3, and keeps its name there."
    `);
  });

  test('takes what is described in a section and named for all of them for one term', () => {
    expect(
      renamed(
        `
        1. Advances. The loans described in this Section 1 shall be referred to as "Dock Advan$0ces". They are short.

        2. Interest. Each Dock Advance bears interest, and Dock Advances are repaid first.
      `,
        'Quay Loans',
      ),
    ).toMatchInlineSnapshot(`
      "1. Advances. The loans described in this Section 1 shall be referred to as "Quay Loans". They are short.

      2. Interest. Each Quay Loan bears interest, and Quay Loans are repaid first."
    `);
  });

  test('leaves longer terms, other scopes and names alone', () => {
    expect(
      renamed(
        `
        "Closing Date" means today. "Closing Date Payment" means the price. "Agreement" means this paper.

        On the Closing Date$0 the Closing Date Payment is due under this Agreement and the Credit Agreement.
      `,
        'Settlement Day',
      ),
    ).toMatchInlineSnapshot(`
      ""Settlement Day" means today. "Closing Date Payment" means the price. "Agreement" means this paper.

      On the Settlement Day the Closing Date Payment is due under this Agreement and the Credit Agreement."
    `);
  });

  test('goes over line ends, page furniture and emphasis, and touches none of them', () => {
    expect(
      renamed(
        `
        Article 1. (Boat)

        The boat on the quay (the "Old Boat$0") is sold, and all of the **Old** Boat goes with the Old

                              1
        <PAGE>

        Boat to the buyer.
      `,
        'New Ship',
      ),
    ).toMatchInlineSnapshot(`
      "Article 1. (Boat)

      The boat on the quay (the "New Ship") is sold, and all of the **New** Ship goes with the New

                            1
      <PAGE>

      Ship to the buyer."
    `);
  });

  test('follows pointers, the contents, an index of terms and labels', () => {
    expect(
      renamed(
        `
        SUPPLY AGREEMENT

        TABLE OF CONTENTS

        1. Definitions ................ 1
        2. Delivery Date .............. 2

        1. Definitions

        "Delivery$0 Date" has the meaning set forth in Section 2.

        2. Delivery Date

        The goods are delivered on May 4 (the "Delivery Date").

        3. Index

        Delivery Date ................ Section 2
      `,
        'Handover Day',
      ),
    ).toMatchInlineSnapshot(`
      "SUPPLY AGREEMENT

      TABLE OF CONTENTS

      1. Definitions ................ 1
      2. Handover Day .............. 2

      1. Definitions

      "Handover Day" has the meaning set forth in Section 2.

      2. Handover Day

      The goods are delivered on May 4 (the "Handover Day").

      3. Index

      Handover Day ................ Section 2"
    `);
  });

  test('changes an article where it is sure, and asks where it is not', () => {
    expect(
      renamed(
        `
        "Order$0" means a demand. An Order is written, each "an Order". AN ORDER binds. Order A and Schedule A Order.
      `,
        'Request',
      ),
    ).toMatchInlineSnapshot(
      `
      ""Request" means a demand. A Request is written, each "a Request". A REQUEST binds. Request A and Schedule A Request.
      confirm in line 1: It may be part of the name “Order A”."
    `,
    );
    expect(renamed('"Order$0" means a demand. An Order is written.', 'MOU')).toMatchInlineSnapshot(`
      ""MOU" means a demand. An MOU is written.
      decide in line 1: Whether “An” fits “MOU” is not sure."
    `);
  });

  test('leaves the same term of another instrument alone', () => {
    expect(
      renamed(
        `
        LEASE AGREEMENT

        1. Boat. The boat on the quay (the "Vessel$0") is let. The Vessel is old.

        Exhibit A

        SALE AGREEMENT

        1. Ship. The ship in the dock (the "Vessel") is sold. The Vessel is new.
      `,
        'Craft',
      ),
    ).toMatchInlineSnapshot(`
      "LEASE AGREEMENT

      1. Boat. The boat on the quay (the "Craft") is let. The Craft is old.

      Exhibit A

      SALE AGREEMENT

      1. Ship. The ship in the dock (the "Vessel") is sold. The Vessel is new."
    `);
  });

  test('changes one of two names of a thing and not the other', () => {
    expect(
      renamed(
        'Tea House Inc. (the "Company" or the "Issuer$0") sells tea. The Company and the Issuer are one; the Issuers are not.',
        'Seller',
      ),
    ).toMatchInlineSnapshot(
      `"Tea House Inc. (the "Company" or the "Seller") sells tea. The Company and the Seller are one; the Sellers are not."`,
    );
  });

  test('spreads a name of more or fewer words over the lines that there are', () => {
    const source = `
        "Old$0 Boat" means a boat, and the price of the Old
        Boat is paid when the
        Old Boat sails; Old
        Boat insurance is due.
      `;
    expect(renamed(source, 'Very Old Ship')).toMatchInlineSnapshot(`
      ""Very Old Ship" means a boat, and the price of the Very
      Old Ship is paid when the
      Very Old Ship sails; Very
      Old Ship insurance is due."
    `);
    expect(renamed(source, 'Vessel')).toMatchInlineSnapshot(`
      ""Vessel" means a boat, and the price of the
      Vessel is paid when the
      Vessel sails;
      Vessel insurance is due."
    `);
  });

  test('goes into passages in capitals', () => {
    expect(
      renamed(
        `
        A firm (the "Seller$0") sells. IN NO EVENT SHALL SELLER BE LIABLE, THE SELLER'S AGENTS PROTECT SELLER, NOR ANY BOOK SELLER.

        The Book Seller is another.
      `,
        'Vendor',
      ),
    ).toMatchInlineSnapshot(`
      "A firm (the "Vendor") sells. IN NO EVENT SHALL VENDOR BE LIABLE, THE VENDOR'S AGENTS PROTECT VENDOR, NOR ANY BOOK VENDOR.

      The Book Seller is another.
      confirm in line 1: Amid capitals “Seller” may be part of a longer name.
      confirm in line 1: Amid capitals “Seller” may be part of a longer name."
    `);
  });

  test('leaves the title, the full name of a law and ordinary words to the author', () => {
    expect(
      renamed(
        `
        SERVICE AGREEMENT

        1. Law. The Harbour Trade Act of 1934 (the "Trade Act$0") applies. The Harbour Trade Act of 1934 is old, and the Trade
        Act is short. A Trade Act is rare, and an SPV and a Trade Act Office are none.
      `,
        'Order',
      ),
    ).toMatchInlineSnapshot(`
      "SERVICE AGREEMENT

      1. Law. The Harbour Trade Act of 1934 (the "Order") applies. The Harbour Trade Act of 1934 is old, and the
      Order is short. An Order is rare, and an SPV and an Order Office are none.
      confirm in line 4: “an” before “Order”.
      confirm in line 4: It may be part of the name “Trade Act Office”.
      decide in line 3: “Harbour Trade Act” seems to be a name of its own.
      decide in line 3: “Harbour Trade Act” seems to be a name of its own."
    `);
    expect(
      renamed(
        `
        SERVICE AGREEMENT

        This is the Service Agreement (this "Service$0 Agreement"). Under this Service Agreement nothing is owed.
      `,
        'Contract',
      ),
    ).toMatchInlineSnapshot(`
      "CONTRACT

      This is the Contract (this "Contract"). Under this Contract nothing is owed.
      confirm in line 1: It stands in the title of instrument “SERVICE AGREEMENT”."
    `);
    expect(
      renamed(
        '"Control$0" means power over votes. "control" means the handle. Who has Control of the boat shall control it.',
        'Command',
      ),
    ).toMatchInlineSnapshot(`
      ""Command" means power over votes. "control" means the handle. Who has Command of the boat shall control it.
      decide in line 1: It is defined here in small letters."
    `);
  });

  test('tells where a conversion may have torn the name apart', () => {
    expect(
      renamed(
        `
        "Old$0 Boat" means a boat. The price of the Old  31 Boat is due, and the Old Boat sails with the Old

        Boat. Nobody pays for the Old.

        Boat owners pay.
      `,
        'New Ship',
      ),
    ).toMatchInlineSnapshot(`
      ""New Ship" means a boat. The price of the Old  31 Boat is due, and the New Ship sails with the Old

      Boat. Nobody pays for the Old.

      Boat owners pay.
      decide in line 1: “Old Boat” may be torn apart here.
      decide in line 1: “Old Boat” may be torn apart here."
    `);
  });

  test('leaves a mark alone, and asks about a term that is written in another number inside', () => {
    expect(
      renamed(
        'Tea House Inc. ("Tea$0 House") owns the "Tea House"® mark. Tea House pays. "Soil Water Report" means a report.',
        'Brewer',
      ),
    ).toMatchInlineSnapshot(`
      "Tea House Inc. ("Brewer") owns the "Tea House"® mark. Brewer pays. "Soil Water Report" means a report.
      decide in line 1: “Tea House Inc.” seems to be a name of its own.
      decide in line 1: “Tea House®” seems to be a name of its own."
    `);
    expect(
      renamed(
        '"Soil$0 Water Report" means a report. The Soil Water Report, the Soils Water Report.',
        'Ground Rain Paper',
      ),
    ).toMatchInlineSnapshot(`
      ""Ground Rain Paper" means a report. The Ground Rain Paper, the Grounds Rain Paper.
      confirm in line 1: A word inside “Soil Water Report” has another number here."
    `);
  });

  test('knows an article behind a term from a letter that belongs to one', () => {
    expect(
      renamed(
        'Ann ("Party$0 A") and Bob ("Party B") agree. Either gives the other ("Party") notice. A Party a notice; Party A.',
        'Side A',
      ),
    ).toMatchInlineSnapshot(
      `"Ann ("Side A") and Bob ("Party B") agree. Either gives the other ("Party") notice. A Party a notice; Side A."`,
    );
  });

  test('asks where a capital may be that of a sentence, a heading or a name', () => {
    expect(
      renamed(
        `
        1. Notice. "Notice$0" means a letter. A notice is no Notice. Without notice or other notice nothing runs.

        Notice by post is slow. The Notice Office and the Notice Act know the Notice. A public notice, any notice.
      `,
        'Message',
      ),
    ).toMatchInlineSnapshot(`
      "1. Message. "Message" means a letter. A notice is no Message. Without notice or other notice nothing runs.

      Message by post is slow. The Message Office and the Notice Act know the Message. A public notice, any notice.
      confirm in line 1: In a heading “Notice” may be an ordinary word.
      confirm in line 3: At the start of a sentence “Notice” may be an ordinary word.
      confirm in line 3: It may be part of the name “Notice Office”.
      decide in line 3: “Notice Act” seems to be a name of its own."
    `);
  });
});
