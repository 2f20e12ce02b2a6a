import { describe, expect, test } from 'vitest';
import { AnalysisHost } from '../../server/src/core/analysis.ts';
import { pluralOf, singular, stemOf } from '../../server/src/core/inline/inflection.ts';
import { termAt, termsOf } from '../../server/src/core/resolve/terms.ts';
import { renderListing } from '../render.ts';
import { read } from './reading.ts';

/** The document with each use of a defined term marked, and what it resolves to. */
function uses(source: string): string {
  const analysis = read(source);
  const terms = termsOf(analysis);
  const marks = terms.definitions.flatMap((definition) =>
    terms.usesOf(definition).flatMap(({ pieces, spelling }) =>
      pieces.map((range) => ({
        range,
        label: `${definition.term}${spelling === 'exact' ? '' : ` (${spelling})`}`,
      })),
    ),
  );
  return renderListing(
    analysis.snapshot.text,
    marks.sort((a, b) => a.range.start - b.range.start),
  );
}

describe('uses of defined terms', () => {
  test('are found in any number, with possession, the longest first', () => {
    expect(
      uses(`
        "Party" means Ann or Bob, and "Third Party" anybody else; "Third Party" means nobody here.
        "Event of Default" means a delay.

        The Parties and each Party's heirs tell Third Parties of Events of Default.
      `),
    ).toMatchInlineSnapshot(`
      ""Party" means Ann or Bob, and "Third Party" anybody else; "Third Party" means nobody here.
                                     ^^^^^^^^^^^ Third Party
      "Event of Default" means a delay.

      The Parties and each Party's heirs tell Third Parties of Events of Default.
          ^^^^^^^ Party
                           ^^^^^ Party
                                              ^^^^^^^^^^^^^ Third Party
                                                               ^^^^^^^^^^^^^^^^^ Event of Default
      "
    `);
  });

  test('are found over line ends and page furniture, and through emphasis', () => {
    expect(
      uses(`
        Article 1. (Boat)

        The boat on the quay (the "Old Boat") is sold, and all of the **Old** Boat goes with the Old

                              1
        <PAGE>

        Boat to the buyer.
      `),
    ).toMatchInlineSnapshot(`
      "Article 1. (Boat)

      The boat on the quay (the "Old Boat") is sold, and all of the **Old** Boat goes with the Old
                                                                      ^^^^^^^^^^ Old Boat
                                                                                               ^^^ Old Boat

                            1
      <PAGE>

      Boat to the buyer.
      ^^^^ Old Boat
      "
    `);
  });

  test('are told from other words and from parts of names', () => {
    expect(
      uses(`
        "Agreement" means this paper. "NTT" means a firm. "Closing Date" means today. The "moored" boat is old; "moored" means tied up.

        The agreement is no Credit Agreement. This Agreement is. The ntt is not NTT. The closing date is not the Closing date.
        CLOSING DATE. A moored boat; Moored boats.
      `),
    ).toMatchInlineSnapshot(`
      ""Agreement" means this paper. "NTT" means a firm. "Closing Date" means today. The "moored" boat is old; "moored" means tied up.
                                                                                         ^^^^^^ moored

      The agreement is no Credit Agreement. This Agreement is. The ntt is not NTT. The closing date is not the Closing date.
                                                 ^^^^^^^^^ Agreement
                                                                              ^^^ NTT
                                                                                                               ^^^^^^^^^^^^ Closing Date (mixed)
      CLOSING DATE. A moored boat; Moored boats.
      ^^^^^^^^^^^^ Closing Date (capitals)
                      ^^^^^^ moored
                                   ^^^^^^ moored
      "
    `);
  });

  test('resolve to the innermost scope', () => {
    const analysis = read(`
      LEASE AGREEMENT

      1. Time. "Day" means any day. The rent is due each Day.

      2. Heat. For the purpose of this Section 2, "Day" means a cold day. The stove burns each Day.

      3. End. The lease ends after one Day.
    `);
    const terms = termsOf(analysis);
    const lines = terms.definitions.map((definition) =>
      terms.usesOf(definition).map(({ range }) => analysis.snapshot.lineAt(range.start) + 1),
    );
    expect(lines).toEqual([[3, 7], [5]]);
  });
});

describe('the term at a place', () => {
  const analysis = read('"Berth" means a place.\n\nThe Berths are free.');
  const { text } = analysis.snapshot;

  test('is a use, a definition or none', () => {
    expect(termAt(analysis, text.indexOf('Berths') + 2)).toMatchObject({
      text: 'Berths',
      definition: { term: 'Berth' },
    });
    expect(termAt(analysis, text.indexOf('Berth') + 2)).toMatchObject({ term: 'Berth', form: 'means' });
    expect(termAt(analysis, text.indexOf('free'))).toBeNull();
    expect(termAt(analysis, text.length + 5)).toBeNull();
  });
});

describe('terms after an edit', () => {
  test('are those of the new text, also where only a definition has changed', () => {
    const host = new AnalysisHost();
    const first = host.open({ uri: 'a', text: '"Berth" means a place.\n\nThe Berth is a Place.\n' });
    expect(termsOf(first).usesOf(termsOf(first).definitions[0] as never)).toHaveLength(1);
    const second = host.update('a', '"Place" means a place.\n\nThe Berth is a Place.\n');
    const [definition] = termsOf(second).definitions;
    expect(
      definition &&
        termsOf(second)
          .usesOf(definition)
          .map(({ text }) => text),
    ).toEqual(['Place']);
  });
});

describe('forms of a word', () => {
  test.each([
    ['Parties', 'Party'],
    ['Taxes', 'Tax'],
    ['Purchases', 'Purchase'],
    ['Businesses', 'Business'],
    ['Indices', 'Index'],
    ['Holder’s', 'Holder'],
    ["Holders'", 'Holder'],
    ['Note(s)', 'Note'],
    ['Branches', 'Branch'],
  ])('%s is one of %s', (form, word) => {
    expect(stemOf(form)).toBe(stemOf(word));
  });

  test.each([
    ['Goods', 'Good'],
    ['Terms', 'Term'],
    ['Proceeds', 'Proceed'],
    ['News', 'New'],
    ['Basis', 'Basi'],
  ])('%s is none of %s', (form, word) => {
    expect(stemOf(form)).not.toBe(stemOf(word));
  });

  test.each(['Party', 'Tax', 'Purchase', 'NOTICE', 'Day', 'Index', 'Process'])(
    'the plural of %s has the same stem',
    (word) => {
      expect(pluralOf(word)).not.toBe(word);
      expect(stemOf(pluralOf(word))).toBe(stemOf(word));
      expect(singular(pluralOf(word).toLowerCase())).toBe(word.toLowerCase());
    },
  );
});
