import { expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { codeLenses } from '../../server/src/core/features/citations/code-lenses.ts';
import { parseDocument } from '../fixture.ts';
import { renderListing } from '../render.ts';

test('each provision tells by how many citations it is cited, members of ranges included', () => {
  const { text } = parseDocument(`
    Article 1. (Name)
    The name is Quay Society.

    Article 2. (Purposes)
    The purposes are (i) keeping the quay and (ii) sailing, and:
    (1) teaching.

    Article 3. (Seat)
    Articles 1 to 3 apply, and so do Article 2, item (1), and Article 2(ii).

    Article 4. (Year)
    Article 1 applies.
  `);
  const lenses = codeLenses(analyze(text));
  const marks = lenses.map(({ range, citations }) => ({ range, label: `cited by ${citations}` }));
  expect(`\n${renderListing(text, marks, { annotatedOnly: true })}\n`).toMatchInlineSnapshot(`
    "
     1  Article 1. (Name)
        ^^^^^^^^^^ cited by 2
     4  Article 2. (Purposes)
        ^^^^^^^^^^ cited by 1
     8  Article 3. (Seat)
        ^^^^^^^^^^ cited by 1
    "
  `);
});
