import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Analysis, analyze } from '../../server/src/core/analysis.ts';
import { type LineSpan, semanticTokens } from '../../server/src/core/features/semantic-tokens.ts';
import { parseDocument } from '../fixture.ts';
import { renderListing } from '../render.ts';

function writtenTokens(analysis: Analysis, lines?: LineSpan) {
  return [...semanticTokens(analysis, lines)].filter((token) => token !== null);
}

function tokensOf(text: string, lines?: LineSpan) {
  const analysis = analyze(text);
  return writtenTokens(analysis, lines).map(({ line, column, length, type }) => {
    const start = analysis.snapshot.offsetAt(line, column);
    return { range: { start, end: start + length }, label: type };
  });
}

function shown(source: string, lines?: LineSpan): string {
  const { text } = parseDocument(source);
  return `\n${renderListing(text, tokensOf(text, lines))}\n`;
}

describe('the tokens of a document', () => {
  test('are its designations and captions', () => {
    expect(
      shown(`
      CHAPTER I. GENERAL PROVISIONS

      Article 1. (Purpose)
      The Company may (a) make lanterns and (b) sell them.

      Article 2. (Notices)
      1. Notices are given in writing.
      2. They are kept for ten years and burned then.
    `),
    ).toMatchInlineSnapshot(`
      "
      CHAPTER I. GENERAL PROVISIONS
      ^^^^^^^^^^ designation
                 ^^^^^^^^^^^^^^^^^^ caption

      Article 1. (Purpose)
      ^^^^^^^^^^ designation
                 ^^^^^^^^^ caption
      The Company may (a) make lanterns and (b) sell them.
                      ^^^ enumerator
                                            ^^^ enumerator

      Article 2. (Notices)
      ^^^^^^^^^^ designation
                 ^^^^^^^^^ caption
      1. Notices are given in writing.
      ^^ enumerator
      2. They are kept for ten years and burned then.
      ^^ enumerator

      "
    `);
  });

  test('are its terms, where they are defined and where they are used, but not in captions', () => {
    expect(
      shown(`
      SALE

      1. Terms. "Delivery Date" means the day on which the Goods are there. "including" means including all.

      2. Goods. The Goods are tea, including green tea (the "Goods"). They are there on the Delivery
                                   - 2 -
      Date and on no other delivery date.
    `),
    ).toMatchInlineSnapshot(`
      "
      SALE

      1. Terms. "Delivery Date" means the day on which the Goods are there. "including" means including all.
      ^^ designation
         ^^^^^ caption
                 ^^^^^^^^^^^^^ termDefinition
                                                           ^^^^^ term

      2. Goods. The Goods are tea, including green tea (the "Goods"). They are there on the Delivery
      ^^ designation
         ^^^^^ caption
                    ^^^^^ term
                                                             ^^^^^ termDefinition
                                                                                            ^^^^^^^^ term
                                   - 2 -
                                   ^^^^^ furniture
      Date and on no other delivery date.
      ^^^^ term

      "
    `);
  });

  test('dim what is not read: page furniture, contents and comments', () => {
    expect(
      shown(`
      ---
      parties: two
      ---
      TABLE OF CONTENTS
      1. Rent ................ 1
      2. Term ................ 2
      3. Notices ............. 3

      <!-- not for the other side -->
      1. Rent. The rent is
      <PAGE>
      due at once.
    `),
    ).toMatchInlineSnapshot(`
      "
      ---
      ^^^ comment
      parties: two
      ^^^^^^^^^^^^ comment
      ---
      ^^^ comment
      TABLE OF CONTENTS
      1. Rent ................ 1
      ^^^^^^^^^^^^^^^^^^^^^^^^^^ contents
      2. Term ................ 2
      ^^^^^^^^^^^^^^^^^^^^^^^^^^ contents
      3. Notices ............. 3
      ^^^^^^^^^^^^^^^^^^^^^^^^^^ contents

      <!-- not for the other side -->
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ comment
      1. Rent. The rent is
      ^^ designation
         ^^^^ caption
      <PAGE>
      ^^^^^^ furniture
      due at once.

      "
    `);
  });

  test('of a caption over two lines leave its indentation out', () => {
    expect(
      shown(`
      ARTICLE IV
      REPRESENTATIONS AND
        WARRANTIES

      Section 4.1 Power. The Seller has power.
    `),
    ).toMatchInlineSnapshot(`
      "
      ARTICLE IV
      ^^^^^^^^^^ designation
      REPRESENTATIONS AND
      ^^^^^^^^^^^^^^^^^^^ caption
        WARRANTIES

      Section 4.1 Power. The Seller has power.
      ^^^^^^^^^^^ designation
                  ^^^^^ caption

      "
    `);
  });

  test('neither overlap nor cross a line end, whatever the document', () => {
    const folder = new URL('../../samples/', import.meta.url);
    for (const name of readdirSync(folder)) {
      const { snapshot, ...analysis } = analyze(readFileSync(new URL(name, folder), 'utf8'));
      let free = 0;
      for (const { line, column, length } of writtenTokens({ snapshot, ...analysis })) {
        const start = snapshot.lineStart(line) + column;
        expect(length).toBeGreaterThan(0);
        expect(start).toBeGreaterThanOrEqual(free);
        free = start + length;
        expect(free).toBeLessThanOrEqual(snapshot.lineRange(line).end);
      }
      expect(free).toBeGreaterThan(0);
    }
  });

  test('of some lines are those of the whole that stand there', () => {
    const text = ['Article 1. (Name)', 'The name.', '', 'Article 2. (Seat)', 'The seat.', ''].join('\n');
    const all = tokensOf(text);
    for (let first = 0; first < 6; first += 1) {
      for (let last = first; last < 6; last += 1) {
        const { snapshot } = analyze(text);
        const expected = all.filter(({ range }) => {
          const line = snapshot.lineAt(range.start);
          return line >= first && line <= last;
        });
        expect(tokensOf(text, { first, last })).toEqual(expected);
      }
    }
    expect(tokensOf(text, { first: 4, last: 2 })).toEqual([]);
    expect(tokensOf(text, { first: 90, last: 99 })).toEqual([]);
  });
});
