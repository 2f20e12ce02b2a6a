import { expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { highlightsAt } from '../../server/src/core/features/highlights.ts';
import { mentionsAt } from '../../server/src/core/features/references.ts';
import { parseDocument } from '../fixture.ts';
import { renderListing } from '../render.ts';

/** Where the thing at the cursor is declared and used. */
function mentions(source: string): string {
  const { text, cursor } = parseDocument(source);
  const found = mentionsAt(analyze(text), cursor ?? -1);
  if (!found) return 'is mentioned nowhere';
  const marks = [
    ...found.declarations.flat().map((range) => ({ range, label: 'declared' })),
    ...found.uses.map(([range = { start: 0, end: 0 }, ...more]) => ({
      range,
      label: more.length > 0 ? `cited, and ${more.length} line more` : 'cited',
    })),
  ];
  return `\n${renderListing(text, marks, { annotatedOnly: true })}\n`;
}

function highlights(source: string): string {
  const { text, cursor } = parseDocument(source);
  const found = highlightsAt(analyze(text), cursor ?? -1);
  const marks = found.map(({ range, kind }) => ({ range, label: kind }));
  return `\n${renderListing(text, marks, { annotatedOnly: true })}\n`;
}

const articles = (place: string) =>
  `
  Article 1. (Name)
  The name is Quay Society.

  Article 2. (Purposes)
  The purposes are these:
  (1) keeping the quay;
  (2) teaching sailing.

  Article 3. (Seat)
  The seat is at the quay. Articles 1, 2 and 4 apply, and so do Articles 1 to 3 where they speak of Article
  2, but not Article 2, item (2).

  Article 4. (Year)
  The preceding two Articles and the other Article 9 apply.
`.replace(place, (found) => `${found}$0`);

test('who cites a provision is told at its number, its caption, and at each citation of it', () => {
  const expected = mentions(articles('Article 2'));
  expect(expected).toMatchInlineSnapshot(`
    "
     4  Article 2. (Purposes)
        ^^^^^^^^^^ declared
                    ^^^^^^^^ declared
    10  The seat is at the quay. Articles 1, 2 and 4 apply, and so do Articles 1 to 3 where they speak of Article
                                             ^ cited
                                                                      ^^^^^^^^^^^^^^^ cited
                                                                                                          ^^^^^^^ cited, and 1 line more
    14  The preceding two Articles and the other Article 9 apply.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^ cited
    "
  `);
  for (const place of ['(Purp', 'Articles 1, 2', 'speak of Article', '\n  2']) {
    expect(mentions(articles(place))).toBe(expected);
  }
});

test('an item has its own citations', () => {
  expect(mentions(articles('(2)'))).toMatchInlineSnapshot(`
    "
     7  (2) teaching sailing.
        ^^^ declared
    11  2, but not Article 2, item (2).
                   ^^^^^^^^^^^^^^^^^^^ cited
    "
  `);
});

test('plain words and citations of what is not there are mentioned nowhere', () => {
  expect(mentions(articles('teaching'))).toBe('is mentioned nowhere');
  expect(mentions(articles('Article 9'))).toBe('is mentioned nowhere');
});

test('plain words are highlighted by nobody', () => {
  const { text, cursor } = parseDocument(articles('teaching'));
  expect(highlightsAt(analyze(text), cursor ?? -1)).toEqual([]);
});

test('what leads nowhere is highlighted by itself', () => {
  expect(highlights(articles('Article 9'))).toMatchInlineSnapshot(`
    "
    14  The preceding two Articles and the other Article 9 apply.
                                                 ^^^^^^^^^ use
    "
  `);
});

test('what means several is highlighted by itself', () => {
  expect(highlights(articles('so do Articles 1'))).toMatchInlineSnapshot(`
    "
    10  The seat is at the quay. Articles 1, 2 and 4 apply, and so do Articles 1 to 3 where they speak of Article
                                                                      ^^^^^^^^^^^^^^^ use
    "
  `);
  expect(highlights(articles('Articles'))).toMatchInlineSnapshot(`
    "
    10  The seat is at the quay. Articles 1, 2 and 4 apply, and so do Articles 1 to 3 where they speak of Article
                                 ^^^^^^^^ use
    "
  `);
});

test('highlights cover the heading and the citations, piece by piece', () => {
  expect(highlights(articles('Article 2'))).toMatchInlineSnapshot(`
    "
     4  Article 2. (Purposes)
        ^^^^^^^^^^ declaration
                    ^^^^^^^^ declaration
    10  The seat is at the quay. Articles 1, 2 and 4 apply, and so do Articles 1 to 3 where they speak of Article
                                             ^ use
                                                                      ^^^^^^^^^^^^^^^ use
                                                                                                          ^^^^^^^ use
    11  2, but not Article 2, item (2).
        ^ use
    14  The preceding two Articles and the other Article 9 apply.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^ use
    "
  `);
});
