import { describe, expect, test } from 'vitest';
import { outlineOf } from './reading.ts';

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
