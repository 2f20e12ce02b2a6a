import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { selectionRanges } from '../../server/src/core/features/provisions/selection.ts';
import { contains } from '../../server/src/core/text/range.ts';
import { parseDocument } from '../fixture.ts';

/** What is selected at the cursor, step by step, innermost first. */
function steps(source: string): string[] {
  const { text, cursor } = parseDocument(source);
  if (cursor === null) throw new Error('The fixture needs a cursor.');
  const analysis = analyze(text);
  return selectionRanges(analysis, cursor).map((range) =>
    analysis.snapshot
      .slice(range)
      .replace(/\s*\n\s*/g, ' / ')
      .replace(/^(.{34}).*(.{24})$/, '$1 … $2'),
  );
}

describe('the selection grows', () => {
  test('from the word to the sentence, the item, the article, the chapter and the document', () => {
    expect(
      steps(`
      ARTICLES OF INCORPORATION

      CHAPTER I. GENERAL

      Article 1. (Purpose)

      The purpose of the Company shall be:

      (1) the making of lan$0terns. It makes
      them of paper.

      (2) their sale.

      Article 2. (Name)

      The name is short.

      CHAPTER II. SHARES
    `),
    ).toMatchInlineSnapshot(`
      [
        "lanterns",
        "(1) the making of lanterns.",
        "(1) the making of lanterns. It makes / them of paper.",
        "Article 1. (Purpose) / The purpose … paper. / (2) their sale.",
        "CHAPTER I. GENERAL / Article 1. (P … me) / The name is short.",
        "ARTICLES OF INCORPORATION / CHAPTE … rt. / CHAPTER II. SHARES",
        "ARTICLES OF INCORPORATION / CHAPTE …  / CHAPTER II. SHARES / ",
      ]
    `);
  });

  test('from a citation that is taken whole', () => {
    expect(
      steps(`
      Section 1. Notices. As provided in Section 16.4$0(2) a notice is a letter.
    `).slice(0, 2),
    ).toMatchInlineSnapshot(`
      [
        "16.4(2)",
        "As provided in Section 16.4(2) a notice is a letter.",
      ]
    `);
  });

  test('by hyphenated words and words with apostrophes', () => {
    expect(steps('The co-own$0er shall pay.')[0]).toBe('co-owner');
    expect(steps('The Buyer’s$0 price.')[0]).toBe('Buyer’s');
  });

  test('over a page break to the end of the sentence', () => {
    expect(
      steps(`
      Article 1. (Rent)

      It is small. The rent is paid by the tenant on the

                        1
      <PAGE>

      fir$0st day of each month. It is paid in cash.
    `).slice(0, 3),
    ).toMatchInlineSnapshot(`
      [
        "first",
        "The rent is paid by the tenant on  … first day of each month.",
        "It is small. The rent is paid by t … nth. It is paid in cash.",
      ]
    `);
  });

  test('not at the dot of a shortened word', () => {
    expect(steps('The paper of Net Care, Inc. and of Mr. Sa$0to is white. So be it.')[1]).toBe(
      'The paper of Net Care, Inc. and of Mr. Sato is white.',
    );
  });

  test('to the item in which the cursor stands, where several share a line', () => {
    expect(
      steps(`
      Section 1. Things. They are:

      (a) a bowl; (b) a c$0up; (c) a dish.

      (d) a spoon.
    `),
    ).toContain('(b) a cup;');
  });
});

describe('whatever the place', () => {
  const text = [
    '  Article 1. (Rent)',
    '',
    'The rent is due (i) in May, (ii) in June.   ',
    '',
    '## **2. Heat**',
    '',
    '- the heat is free.',
    '',
  ].join('\r\n');
  const analysis = analyze(text);

  test('each step contains the one before it and is larger, and the last is the document', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: text.length + 5 }), (offset) => {
        const ranges = selectionRanges(analysis, offset);
        // An editor refuses a selection in which its cursor does not stand.
        const place = Math.max(0, Math.min(text.length, offset));
        ranges.forEach((range, index) => {
          expect(range.start <= place && place <= range.end).toBe(true);
          const inner = ranges[index - 1];
          if (inner) expect(contains(range, inner) && !contains(inner, range)).toBe(true);
        });
        expect(ranges.at(-1)).toEqual({ start: 0, end: text.length });
      }),
    );
  });

  test('there is something to select, even where there is no text', () => {
    expect(selectionRanges(analyze(''), 0)).toEqual([{ start: 0, end: 0 }]);
  });
});
