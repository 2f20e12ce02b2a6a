import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { walkProvisions } from '../../server/src/core/model/provision.ts';
import { outlineOf, read } from './reading.ts';

describe('Japanese articles', () => {
  test('have a first paragraph without a number, and items below it', () => {
    expect(
      outlineOf(`
      CHAPTER I. GENERAL PROVISIONS

      Article 1. (Corporate Name)

      The Company shall be called Kabushiki Kaisha Minato Lantern.

      Article 2. (Purpose)

      The purpose of the Company shall be:

      (1) the making of lanterns; and

      (2) their sale.

      2. The Company may also lend lanterns.

      3. It shall not make candles, whatever the price of wax.

      CHAPTER II. SHARES

      Article 3. (Number of Shares)

      The Company may issue forty thousand shares.
    `),
    ).toBe(
      [
        'instrument  l.1-23',
        '  chapter I (GENERAL PROVISIONS)  l.1-17',
        '    article 1 (Corporate Name)  l.3-5',
        '    article 2 (Purpose)  l.7-17',
        '      paragraph 1 implied  l.9-13',
        '        item 1  l.11',
        '        item 2  l.13',
        '      paragraph 2  l.15',
        '      paragraph 3  l.17',
        '  chapter II (SHARES)  l.19-23',
        '    article 3 (Number of Shares)  l.21-23',
      ].join('\n'),
    );
  });

  test('put branch numbers in, which are peers and not parts', () => {
    expect(
      outlineOf(`
      Article 20. (Term)

      The term is one year.

      Article 20.2. (Renewal)

      The term may be renewed.

      Article 20.3. (End)

      The term may be ended.

      Article 21. (Pay)

      Directors are paid.
    `),
    ).toMatchInlineSnapshot(`
      "instrument  l.1-15
        article 20 (Term)  l.1-3
        article 20.2 (Renewal)  l.5-7
        article 20.3 (End)  l.9-11
        article 21 (Pay)  l.13-15"
    `);
  });

  test('end in supplementary provisions that count from 1 again', () => {
    expect(
      outlineOf(`
      Article 1. (Name)

      The name is short.

      Article 2. (Office)

      The office is in Tokyo.

      Supplementary Provisions

      Article 1. (Effective Date)

      These Articles come into force today.
    `),
    ).toMatchInlineSnapshot(`
      "instrument  l.1-13
        article 1 (Name)  l.1-3
        article 2 (Office)  l.5-7
        supplement (Supplementary Provisions)  l.9-13
          article 1 (Effective Date)  l.11-13"
    `);
  });
});

describe('sections', () => {
  test('in decimals hang below the number they begin with', () => {
    expect(
      outlineOf(`
      1. RENT

      1.1 Amount. The rent is low.

      1.2 Payment. The rent is paid monthly.

      1.2.1 In cash on the first day.

      1.2.2 By letter on the second day.

      1.3 Delay. There is none.

      2. HEAT

      2.1 Amount. The heat is high.
    `),
    ).toMatchInlineSnapshot(`
      "instrument  l.1-15
        section 1 (RENT)  l.1-11
          section 1.1 (Amount)  l.3
          section 1.2 (Payment)  l.5-9
            subsection 1.2.1  l.7
            subsection 1.2.2  l.9
          section 1.3 (Delay)  l.11
        section 2 (HEAT)  l.13-15
          section 2.1 (Amount)  l.15"
    `);
  });

  test('go below articles, and count on through them', () => {
    expect(
      outlineOf(`
      ARTICLE I
      RENT

      Section 1. Amount. The rent is low.

      Section 2. Payment. The rent is paid monthly.

      ARTICLE II
      HEAT

      Section 3. Amount. The heat is high.

      Section 4. Payment. The heat is free.
    `),
    ).toMatchInlineSnapshot(`
      "instrument  l.1-13
        article I (RENT)  l.1-6
          section 1 (Amount)  l.4
          section 2 (Payment)  l.6
        article II (HEAT)  l.8-13
          section 3 (Amount)  l.11
          section 4 (Payment)  l.13"
    `);
  });

  test('begin anew in each article where the document does so', () => {
    expect(
      outlineOf(`
      ARTICLE I
      RENT

      Section 1. Amount. The rent is low.

      Section 2. Payment. The rent is paid monthly.

      ARTICLE II
      HEAT

      Section 1. Amount. The heat is high.
    `),
    ).toMatchInlineSnapshot(`
      "instrument  l.1-11
        article I (RENT)  l.1-6
          section 1 (Amount)  l.4
          section 2 (Payment)  l.6
        article II (HEAT)  l.8-11
          section 1 (Amount)  l.11"
    `);
  });

  test('of Markdown are nested lists', () => {
    expect(
      outlineOf(`
      # Rules of the House

      ## Quiet

      1. Nights are quiet for all who live in the house.
         1. They begin at ten in the evening and not before.
         2. They end at six in the morning.
            - a. They end at seven where the day is a Sunday.
            - b. They end at eight where the day is a feast.
      2. Days may be as loud as they are.

      ## Order

      1. Stairs and halls are kept free of all things.
      2. Bicycles and prams go to the yard behind it.
    `),
    ).toMatchInlineSnapshot(`
      "instrument (Rules of the House)  l.1-15
        section 1  l.5-9
          paragraph 1  l.6
          paragraph 2  l.7-9
            item a  l.8
            item b  l.9
        section 2  l.10
        section 1  l.14
        section 2  l.15"
    `);
  });

  test('below an underlined heading are no siblings of it', () => {
    expect(
      outlineOf(`
      1. Members
      ==========

      Members are of two kinds:

      1. Full members pay dues and vote in the meeting.
      2. Friends pay nothing and are heard in the meeting.

      2. Meetings
      ===========

      Meetings are held in May.
    `),
    ).toMatchInlineSnapshot(`
      "instrument  l.1-12
        section 1 (Members)  l.1-7
          paragraph 1  l.6
          paragraph 2  l.7
        section 2 (Meetings)  l.9-12"
    `);
  });
});

describe('items', () => {
  test('in three kinds of brackets are three levels', () => {
    expect(
      outlineOf(`
      Section 1. Conduct. The Buyer shall not:

      (a) sell the goods to

          (i) a competitor of the Seller that

              (A) is listed; or

              (B) is large; or

          (ii) a bank; or

      (b) lend them.
    `),
    ).toMatchInlineSnapshot(`
      "instrument  l.1-13
        section 1 (Conduct)  l.1-13
          item a  l.3-11
            subitem i  l.5-9
              item A  l.7
              item B  l.9
            subitem ii  l.11
          item b  l.13"
    `);
  });

  test('have the letter (i) after (h), and the numeral (i) before (ii)', () => {
    const letters = 'abcdefghijk'.split('').map((letter) => `(${letter}) thing ${letter};\n\n`);
    expect(
      outlineOf(`Section 1. Things. They are:\n\n${letters.join('')}`)
        .split('\n')
        .slice(-3),
    ).toEqual(['    item i  l.19', '    item j  l.21', '    item k  l.23']);
    expect(
      outlineOf(`
      Section 1. Things. They are:

      (a) a bowl; (b) a cup; (c) a dish; (d) an egg; (e) a fork; (f) a glass;

      (g) a hat; and

      (h) a chair that is

          (i) old; or

          (ii) new; and

      (i) a bed.
    `),
    ).toMatchInlineSnapshot(`
      "instrument  l.1-13
        section 1 (Things)  l.1-13
          item a  l.3
          item b inline  l.3
          item c inline  l.3
          item d inline  l.3
          item e inline  l.3
          item f inline  l.3
          item g  l.5
          item h  l.7-11
            subitem i  l.9
            subitem ii  l.11
          item i  l.13"
    `);
  });

  test('begin in the sentence and go on below it', () => {
    expect(
      outlineOf(`
      4.1 Payment. (a) The Buyer shall pay the price.

      (b) The Seller shall give a receipt.

      4.2 Delivery. (a) The Seller shall deliver.

      (b) The Buyer shall take the goods.
    `),
    ).toMatchInlineSnapshot(`
      "instrument  l.1-7
        section 4.1 (Payment)  l.1-3
          item a inline  l.1
          item b  l.3
        section 4.2 (Delivery)  l.5-7
          item a inline  l.5
          item b  l.7"
    `);
  });

  test('may stand wholly inside a sentence', () => {
    expect(
      outlineOf(`
      Section 1. Notices. A notice may be given (i) by letter, (ii) by
      telegram, or (iii) by messenger.
    `),
    ).toMatchInlineSnapshot(`
      "instrument  l.1-2
        section 1 (Notices)  l.1-2
          item i inline  l.1
          item ii inline  l.1-2
          item iii inline  l.2"
    `);
  });

  test('are not what a sentence cites or repeats', () => {
    expect(
      outlineOf(`
      Section 1. Notices. Subject to clauses (a) and (b) of Section 9, a notice
      takes three (3) days or, under Section 2(a), (b) or (c), four (4) days.
    `),
    ).toMatchInlineSnapshot(`
      "instrument  l.1-2
        section 1 (Notices)  l.1-2"
    `);
  });
});

describe('a line that begins with a number', () => {
  test('opens nothing where a sentence wrapped there', () => {
    expect(
      outlineOf(`
      Section 1. Payment. The Buyer shall pay the price that is set forth in Section
      2. The price is due within the number of days that are stated in the schedule to
      3. If the Buyer does not pay, the Seller may, as is provided in more detail by Article
      12. and without a notice, take back the goods and sell them to another buyer instead.

      Section 2. Delivery. The Seller shall deliver the goods to the place that is named by
      30. September at the latest, and the Buyer shall take them there within a few days.
    `),
    ).toMatchInlineSnapshot(`
      "instrument  l.1-7
        section 1 (Payment)  l.1-4
        section 2 (Delivery)  l.6-7"
    `);
  });

  test('and cites a section opens nothing', () => {
    expect(
      outlineOf(`
      Section 1. Payment. The Buyer shall pay the price and the interest, as set forth in
      Section 2.3 and Section 4 of the Loan Agreement, on the first day of each month, and
      Section 9 applies.
    `),
    ).toMatchInlineSnapshot(`
      "instrument  l.1-3
        section 1 (Payment)  l.1-3"
    `);
  });
});

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

describe('a document without provisions', () => {
  test.each(['', '\n\n', 'Dear Ms. Sato, thank you for the paper.', '<!-- Article 1. -->'])(
    'has no outline: %j',
    (text) => {
      expect(outlineOf(text)).toBe('');
    },
  );
});

describe('provisions that share a line', () => {
  test('end where the next one begins', () => {
    const analysis = read(`
      Section 1. Things. They are (i) a bowl, (ii) a cup and (iii) a dish.

      (a) a fork; (b) a knife;

      (c) a spoon.
    `);
    const items = [...walkProvisions(analysis.outline)].filter(({ kind }) => kind === 'item');
    expect(items.map(({ range }) => analysis.snapshot.slice(range).trim())).toEqual([
      '(i) a bowl,',
      '(ii) a cup and',
      '(iii) a dish.',
      '(a) a fork;',
      '(b) a knife;',
      '(c) a spoon.',
    ]);
  });
});

describe('a number that slipped', () => {
  test('leaves the provision beside its siblings, not below an item of theirs', () => {
    expect(
      outlineOf(`
      1. FARM

      The farm is small.

      2. WORK

      2.1 Staff. The Owner hires them.

      2.2 Duties. They have these.

      A. Gate. They lock it.

      B. Geese. They feed them.

      2.4 Pay. They are paid.

      2.5 Leave. They may leave.
    `),
    ).toMatchInlineSnapshot(`
      "instrument  l.1-17
        section 1 (FARM)  l.1-3
        section 2 (WORK)  l.5-17
          section 2.1 (Staff)  l.7
          section 2.2 (Duties)  l.9-13
            item A (Gate)  l.11
            item B (Geese)  l.13
          section 2.4 (Pay)  l.15
          section 2.5 (Leave)  l.17"
    `);
  });

  test('among letters does not take the letter away', () => {
    expect(
      outlineOf(`
      1. Duties. They are these.

      A. Gate. They lock it.

      C. Geese. They feed them.

      B. Yard. They sweep it.

      D. Register. They keep one.
    `),
    ).toMatchInlineSnapshot(`
      "instrument  l.1-9
        section 1 (Duties)  l.1-9
          item A (Gate)  l.3
          item C (Geese)  l.5
          item B (Yard)  l.7
          item D (Register)  l.9"
    `);
  });
});

describe('a list that Markdown numbers by itself', () => {
  test('has an item on each line', () => {
    expect(
      outlineOf(`
      1. The rent is low.
      1. The heat is free.
      1. The water is cold.
    `),
    ).toMatchInlineSnapshot(`
      "instrument  l.1-3
        section 1  l.1
        section 1  l.2
        section 1  l.3"
    `);
  });
});

describe('the heading of a document without a title', () => {
  test('is its first line with words', () => {
    const analysis = analyze('\n\n  Article 1. (Rent)\n\nThe rent is low.\n\nArticle 2. (Heat)\n');
    const [root] = analysis.outline;
    expect(root && analysis.snapshot.slice(root.heading)).toBe('Article 1. (Rent)');
  });
});

test('ids stay as they are when numbers change', () => {
  const text = (first: number): string =>
    [
      `Article ${first}. (Rent)`,
      'The tenant pays:',
      '(a) the rent;',
      '(b) the heat.',
      `Article ${first + 1}. (Term)`,
      `${first + 1}.1 Short.`,
      `${first + 1}.2 It is short too.`,
    ].join('\n');
  const ids = (first: number): string[] =>
    [...walkProvisions(analyze(text(first)).outline)].map(({ id }) => id);
  expect(ids(7)).toEqual(ids(4));
});
