import { describe, expect, test } from 'vitest';
import { renderListing } from '../render.ts';
import { read } from './reading.ts';

/** The fixture with the labels and values of its rows marked. */
function rows(source: string): string {
  const analysis = read(source);
  return renderListing(
    analysis.snapshot.text,
    analysis.labelRows.flatMap(({ label, labelRange, valueRange }) => [
      { range: labelRange, label },
      { range: valueRange, label: 'value' },
    ]),
  );
}

describe('a row of a label table', () => {
  test('has a label and a value beside it', () => {
    expect(
      rows(`
      The shares are issued on these terms:

      o  Closing Date:        September 16, 2003;
      o  Number of Shares:    30,700 shares; and
      -  Price:  40 yen.
    `),
    ).toMatchInlineSnapshot(`
      "The shares are issued on these terms:

      o  Closing Date:        September 16, 2003;
         ^^^^^^^^^^^^ Closing Date
                              ^^^^^^^^^^^^^^^^^^^ value
      o  Number of Shares:    30,700 shares; and
         ^^^^^^^^^^^^^^^^ Number of Shares
                              ^^^^^^^^^^^^^^^^^^ value
      -  Price:  40 yen.
         ^^^^^ Price
                 ^^^^^^^ value
      "
    `);
  });

  test('may have its colon on the next line of the label', () => {
    expect(
      rows(`
      o  Portion of the price not      20 yen a share, which is half of the
         credited to capital:          price of a share;
    `),
    ).toMatchInlineSnapshot(`
      "o  Portion of the price not      20 yen a share, which is half of the
         ^^^^^^^^^^^^^^^^^^^^^^^^ Portion of the price not
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ value
         credited to capital:          price of a share;
      "
    `);
  });

  test('needs a mark before it and a colon', () => {
    expect(
      rows(`
      Closing Date:        September 16, 2003
      o  Number of Shares    30,700 shares.
      o  the date:  today.
    `),
    ).toMatchInlineSnapshot(`
      "Closing Date:        September 16, 2003
      o  Number of Shares    30,700 shares.
      o  the date:  today.
      "
    `);
  });
});
