import { expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { inlayHints } from '../../server/src/core/features/citations/inlay-hints.ts';
import { parseDocument } from '../fixture.ts';
import { renderListing } from '../render.ts';

function hints(source: string, from = 0, until = Number.POSITIVE_INFINITY): string {
  const { text } = parseDocument(source);
  const range = { start: from, end: Math.min(until, text.length) };
  const marks = inlayHints(analyze(text), range).map(({ offset, parts }) => ({
    range: { start: offset, end: offset },
    label: parts.map(({ text: words, provision }) => (provision ? `[${words}]` : words)).join(''),
  }));
  return `\n${renderListing(text, marks, { annotatedOnly: true })}\n`;
}

const articles = `
  Article 1. (Name)
  The name is Quay Society.

  Article 2. (Seat)
  The seat is at the quay, the preceding Article notwithstanding.

  Article 3. (Board)
  The Board consists of the following members:
  (1) the chair;
  (2) the treasurer.
  The preceding two Articles bind the member of item (1) above.

  Article 4. (Term)
  This Article, Article 2 and the second paragraph of Article 3 bind the Board. Article 3 is void. Such Article is
  void.

  Article 5. (End)
  The preceding Articles end, and Article 2 above too.
`;

test('citations without a number are followed by what they mean', () => {
  expect(hints(articles)).toMatchInlineSnapshot(`
    "
     5  The seat is at the quay, the preceding Article notwithstanding.
                                                      | = [Article 1]
    11  The preceding two Articles bind the member of item (1) above.
                                  | = [Article 1] and [Article 2]
                                                                    | = [Article 3, item (1)]
    14  This Article, Article 2 and the second paragraph of Article 3 bind the Board. Article 3 is void. Such Article is
                                                                                                                     | = [Article 3]
    18  The preceding Articles end, and Article 2 above too.
                              | = [Article 1] to [Article 4]
    "
  `);
});

test('only what is on the screen is told', () => {
  const { text } = parseDocument(articles);
  const third = text.indexOf('Article 3. (Board)');
  expect(hints(articles, third, text.indexOf('Article 4. (Term)'))).toMatchInlineSnapshot(`
    "
    11  The preceding two Articles bind the member of item (1) above.
                                  | = [Article 1] and [Article 2]
                                                                    | = [Article 3, item (1)]
    "
  `);
});
