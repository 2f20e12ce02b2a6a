import { expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { citationAt } from '../../server/src/core/features/provisions/citation.ts';
import { parseDocument } from '../fixture.ts';

/** The citation at the cursor of a document. */
function cite(source: string): string | null {
  const { text, cursor } = parseDocument(source);
  if (cursor === null) throw new Error('The fixture has no cursor.');
  return citationAt(analyze(text), cursor);
}

const agreement = (cursor: (place: string) => string) => `
  SUPPLY AGREEMENT${cursor('title')}

  ARTICLE I
  DEFINITIONS${cursor('article')}

  Section 1.1 Terms. The terms mean what they say.${cursor('section')}

  Section 1.2 Notices. Each notice:

    ${cursor('margin')}(a) is written;

    (b) is signed by

      (i) the Buyer, or

      (ii) the Seller${cursor('subitem')}; and

    (c) is sent with (i) a stamp and (ii)${cursor('inline')} a seal.

  EXHIBIT A${cursor('exhibit')}

  GOODS

  1. Tea. The tea is green.

  2. Cups. The cups${cursor('exhibit section')} are blue.
`;
const inAgreement = (place: string) => cite(agreement((here) => (here === place ? '$0' : '')));

test('a section is cited with its subdivisions in brackets', () => {
  expect(inAgreement('article')).toBe('Article I');
  expect(inAgreement('section')).toBe('Section 1.1');
  expect(inAgreement('margin')).toBe('Section 1.2(a)');
  expect(inAgreement('subitem')).toBe('Section 1.2(b)(ii)');
  expect(inAgreement('inline')).toBe('Section 1.2(c)(ii)');
});

test('what stands in an attachment is cited with it', () => {
  expect(inAgreement('exhibit')).toBe('Exhibit A');
  expect(inAgreement('exhibit section')).toBe('Exhibit A, Section 2');
});

test('a title cannot be cited', () => {
  expect(inAgreement('title')).toBeNull();
});

test('the label of a document that is an exhibit itself is cited', () => {
  const exhibit = (cursor: (place: string) => string) => `
    Exhibit 10.3${cursor('label')}

    SUPPLY AGREEMENT${cursor('title')}

    1. Goods. The goods are green.

    2. Price. The price is${cursor('section')} low.
  `;
  const inExhibit = (place: string) => cite(exhibit((here) => (here === place ? '$0' : '')));
  expect(inExhibit('label')).toBe('Exhibit 10.3');
  expect(inExhibit('title')).toBeNull();
  expect(inExhibit('section')).toBe('Section 2');
});

const articles = (words: string) => `
  ARTICLES OF INCORPORATION

  CHAPTER II. SHARES

  Article 7. (Transfer)

  A transfer of shares requires approval.

  2. The board approves
  (1) sales, and
  (2) gifts.$0

  Article 8. (Register)

  ${words}
`;

test('a paragraph of an article is named, and its items too', () => {
  expect(cite(articles('There is a register.'))).toBe('Article 7, paragraph 2, item (2)');
  expect(
    cite(
      articles('There is a register.').replace('gifts.$0', 'gifts.').replace('A transfer', '$0A transfer'),
    ),
  ).toBe('Article 7, paragraph 1');
});

test('a document that cites with brackets is cited so', () => {
  expect(cite(articles('Article 7(2) applies.'))).toBe('Article 7, paragraph 2(2)');
});

test('sections that begin again in each article are cited with it', () => {
  const lease = (word: string) => `
    ARTICLE I
    RENT

    ${word} 1. Amount. The rent is one pound.

    ${word} 2. Time. The rent is due in May.

    ARTICLE II
    TERM

    ${word} 1. Begin. The term begins in May.

    ${word} 2. End. It ends $0in June.
  `;
  expect(cite(lease('Section'))).toBe('Article II, Section 2');
});

test('a number without a word gets the word by which the document cites', () => {
  const terms = (word: string) => `
    1. Rent

    1.1 Amount. The rent is one pound$0.

    1.2 Time. The rent is due in May, see ${word} 1.1 and ${word} 1.3.

    1.3 Place. The rent is paid here.
  `;
  expect(cite(terms('Clause'))).toBe('Clause 1.1');
  expect(cite(terms('paragraph'))).toBe('Paragraph 1.1');
  expect(cite(terms('rule'))).toBe('Section 1.1');
});
