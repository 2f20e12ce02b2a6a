import { describe, expect, it, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { readBegunCitation } from '../../server/src/core/features/citations/begun-citation.ts';
import { completionsAt, mayComplete } from '../../server/src/core/features/completion.ts';
import { parseDocument } from '../fixture.ts';

/** What is offered at the cursor, and what it takes the place of. */
function offered(source: string): string {
  const { text, cursor } = parseDocument(source);
  const found = completionsAt(analyze(text), cursor ?? -1);
  if (!found) return 'nothing';
  const rows = found.entries.map(({ text: words, gist, container }) => `${words} | ${gist} | ${container}`);
  return `\n[${text.slice(found.range.start, found.range.end)}]\n${rows.join('\n')}${found.isCut ? '\n…' : ''}\n`;
}

const agreement = (typed: string, inExhibit = '') => `
  SUPPLY AGREEMENT

  ARTICLE I
  GOODS

  Section 1.1 Orders. Each order is accepted if:

    (a) it is written;

    (b) it is sealed by

      (i) the Buyer or

      (ii) the Seller.

  Section 1.2 Delay. Whoever is late answers for it${typed}

  ARTICLE II
  PRICES

  Section 2.1 Price. The price is that of the list:

    (a) in March; and

    (b) in June.

  EXHIBIT A

  GOODS

  1. Tea. The tea is green.${inExhibit}

  2. Cups. The cups are blue.
`;

describe('behind a word that is given a number', () => {
  it('the numbers are offered, with their captions', () => {
    expect(offered(agreement(' under Section $0'))).toMatchInlineSnapshot(`
      "
      []
      1.1 | Orders | Article I
      1.2 | Delay | Article I
      2.1 | Price | Article II
      "
    `);
    expect(offered(agreement(' under Article $0'))).toMatchInlineSnapshot(`
      "
      []
      I | GOODS | 
      II | PRICES | 
      "
    `);
    expect(offered(agreement(' under Exhibit $0'))).toMatchInlineSnapshot(`
      "
      []
      A | GOODS | 
      "
    `);
  });

  it('those are left that begin as typed, and what was typed is replaced', () => {
    expect(offered(agreement(' under Section 2.$0'))).toMatchInlineSnapshot(`
      "
      [2.]
      2.1 | Price | Article II
      "
    `);
    expect(offered(agreement(' under Section 7$0'))).toBe('nothing');
  });

  it('an opening bracket asks for the subdivisions, and a closing one that an editor added is replaced', () => {
    expect(offered(agreement(' under Section 1.1($0)'))).toMatchInlineSnapshot(`
      "
      [1.1()]
      1.1(a) | it is written; | Section 1.1
      1.1(b) | it is sealed by | Section 1.1
      "
    `);
    expect(offered(agreement(' under Section 1.1(b)($0'))).toMatchInlineSnapshot(`
      "
      [1.1(b)(]
      1.1(b)(i) | the Buyer or | Section 1.1(b)
      1.1(b)(ii) | the Seller. | Section 1.1(b)
      "
    `);
  });

  it('a list goes on', () => {
    const all = offered(agreement(' under Section $0'));
    expect(offered(agreement(' under Sections 1.1, 1.2 and $0'))).toBe(all);
    expect(offered(agreement(' under Sections\n  1.1 through $0'))).toBe(all);
  });

  it('an attachment has numbers of its own', () => {
    expect(offered(agreement('.', ' Section $0'))).toMatchInlineSnapshot(`
      "
      []
      1 | Tea | Exhibit A
      2 | Cups | Exhibit A
      "
    `);
  });

  it('the members of the lists around are offered for small units', () => {
    const inItem = agreement('.').replace('the Seller.', 'the Seller under clause $0');
    expect(offered(inItem)).toMatchInlineSnapshot(`
      "
      []
      (i) | the Buyer or | Section 1.1(b)
      (ii) | the Seller under clause | Section 1.1(b)
      (a) | it is written; | Section 1.1
      (b) | it is sealed by | Section 1.1
      "
    `);
  });
});

test('behind "of" the provisions are offered that have such a member, with their words', () => {
  expect(offered(agreement(' under clause (ii) of $0'))).toBe('nothing');
  expect(offered(agreement(' under clause (a) of $0'))).toMatchInlineSnapshot(`
    "
    []
    Section 1.1 | Orders | Article I
    Section 2.1 | Price | Article II
    "
  `);
  expect(offered(agreement(' under clause (b) of Section 2$0'))).toMatchInlineSnapshot(`
    "
    [2]
    2.1 | Price | Article II
    "
  `);
});

test('documents that name their subdivisions have them by their names', () => {
  const articles = (typed: string) => `
    Article 1. (Board)
    1. The Board has three members.
    2. They are elected.

    Article 2. (Term)
    The term is that of Article 1, paragraph ${typed}
  `;
  expect(offered(articles('$0'))).toMatchInlineSnapshot(`
    "
    []
    1 | The Board has three members. | Article 1
    2 | They are elected. | Article 1
    "
  `);
  expect(offered(articles('2 of $0'))).toMatchInlineSnapshot(`
    "
    []
    Article 1 | Board | 
    "
  `);
});

test('sections that begin anew in each article are offered with it', () => {
  expect(
    offered(`
      AGREEMENT

      ARTICLE I
      GOODS

      Section 1. Tea. The tea is green.

      Section 2. Cups. The cups are blue.

      ARTICLE II
      PRICES

      Section 1. Price. The price of Section $0

      Section 2. Interest. None.
    `),
  ).toMatchInlineSnapshot(`
    "
    []
    1 of Article I | Tea | Article I
    2 of Article I | Cups | Article I
    1 of Article II | Price | Article II
    2 of Article II | Interest | Article II
    "
  `);
});

test('of very many the first are offered, and it is said that there are more', () => {
  const sections = Array.from({ length: 140 }, (_, at) => `  ${at + 1}. Part. The part is good.\n`);
  const text = `\n  PARTS AGREEMENT\n\n${sections.join('\n')}\n  141. End. The end of Section $0\n`;
  expect(offered(text).split('\n')).toHaveLength(104);
  expect(offered(text)).toContain('\n100 | Part | \n…');
});

describe('whether anything may be offered', () => {
  it.each([
    'under Section ',
    'under Sections 1 and ',
    '§ ',
    '§',
    '(Article 1',
    'the paragraphs ',
    'item 2 of ',
    'third paragraph of ',
  ])('is seen of the words before: %j', (before) => expect(mayComplete(before)).toBe(true));

  it.each(['the sect', 'Section 4 and the ', 'Section 4, ', 'price of ', 'the price and ', '', ' '])(
    'and that nothing may: %j',
    (before) => expect(mayComplete(before)).toBe(false),
  );

  it('with what was typed already', () => {
    expect(readBegunCitation('pursuant to Section 4.2(a')).toMatchObject({ unit: 'section', typed: '4.2(a' });
    expect(readBegunCitation('paragraph (b) of Art')).toMatchObject({ unit: null, typed: 'Art', inner: 'b' });
    expect(readBegunCitation('Article 7, paragraph ')).toMatchObject({ unit: 'paragraph', outer: '7' });
  });
});
