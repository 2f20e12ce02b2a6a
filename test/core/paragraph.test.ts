import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../server/src/core/analysis.ts';
import type { Paragraph } from '../../server/src/core/inline/paragraph.ts';
import { paragraphAt } from '../../server/src/core/inline/paragraphs.ts';
import { renderListing } from '../render.ts';
import { read } from './reading.ts';

/** The paragraph that contains the words. */
function logicalAt(analysis: Analysis, words: string): Paragraph {
  const paragraph = paragraphAt(analysis.paragraphs, analysis.snapshot.text.indexOf(words));
  if (!paragraph) throw new Error(`No paragraph contains ${words}.`);
  return paragraph;
}

const broken = read(`
  Article 1. (Rent)

      The rent is paid by the tenant to the landlord on the
  first day of each

                        1
  <PAGE>

  calendar month, and not later.

  Article 2. (Heat)
`);

describe('a paragraph', () => {
  test('is read over line ends, indentation and page furniture', () => {
    expect(logicalAt(broken, 'The rent').text).toBe(
      'The rent is paid by the tenant to the landlord on the first day of each calendar month, and not later.',
    );
  });

  test('is read without the decoration of its lines', () => {
    const quoted = read(`
      # Rules

      > The rent
      > is paid.
    `);
    expect(logicalAt(quoted, 'The rent').text).toBe('The rent is paid.');
  });
});

describe('a place in a paragraph', () => {
  test('stands in the document where its character stands, and back', () => {
    const logical = logicalAt(broken, 'The rent');
    for (let place = 0; place < logical.text.length; place += 1) {
      const offset = logical.toDocument(place);
      expect(logical.toLogical(offset)).toBe(place);
      const character = broken.snapshot.text[offset] ?? '';
      if (logical.text[place] === ' ') expect(character).toMatch(/\s/);
      else expect(character).toBe(logical.text[place]);
    }
  });

  test('that is skipped goes to the next word', () => {
    const logical = logicalAt(broken, 'The rent');
    const pageMark = broken.snapshot.text.indexOf('<PAGE>');
    expect(logical.text.slice(logical.toLogical(pageMark))).toBe('calendar month, and not later.');
  });

  test('before or behind the paragraph goes to its nearest end', () => {
    const logical = logicalAt(broken, 'The rent');
    expect(logical.toLogical(0)).toBe(0);
    expect(logical.toLogical(broken.snapshot.text.length)).toBe(logical.text.length);
  });
});

describe('a phrase', () => {
  test('that is broken over a page consists of pieces, none of them furniture', () => {
    const logical = logicalAt(broken, 'The rent');
    const phrase = 'on the first day of each calendar month';
    const start = logical.text.indexOf(phrase);
    const pieces = logical.pieces(start, start + phrase.length);
    expect(pieces.map((piece) => broken.snapshot.slice(piece)).join(' ')).toBe(phrase);
    expect(
      renderListing(
        broken.snapshot.text,
        pieces.map((range) => ({ range })),
        { annotatedOnly: true },
      ),
    ).toMatchInlineSnapshot(`
      " 3      The rent is paid by the tenant to the landlord on the
                                                             ^^^^^^
       4  first day of each
          ^^^^^^^^^^^^^^^^^
       9  calendar month, and not later.
          ^^^^^^^^^^^^^^"
    `);
  });

  test('within a line is one piece, and an empty one none', () => {
    const logical = logicalAt(broken, 'The rent');
    expect(logical.pieces(4, 8).map((piece) => broken.snapshot.slice(piece))).toEqual(['rent']);
    expect(logical.pieces(4, 4)).toEqual([]);
  });
});
