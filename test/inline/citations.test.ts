import { describe, expect, test } from 'vitest';
import type { Citation, CitedNumber } from '../../server/src/core/inline/citation.ts';
import { readCitations } from '../../server/src/core/inline/citations.ts';
import { renderListing } from '../render.ts';

/** A text with what is read as citations marked below it. */
function read(...lines: string[]): string {
  return lines
    .map((line) =>
      renderListing(
        line,
        readCitations(line).map((citation) => ({
          range: { start: citation.start, end: citation.end },
          label: describeCitation(citation),
        })),
      ),
    )
    .join('\n');
}

/** `section 2(a); section 2(b), of exhibit A`: words as keywords, every member with all of its numbers. */
function describeCitation(citation: Citation): string {
  const { unit, place, count, ordinals, members, outer, qualifier, caption, lawBefore } = citation;
  const numbers = members.map(({ steps, until }) =>
    until.length > 0 ? `${describeNumbers(steps)} to ${describeNumbers(until)}` : describeNumbers(steps),
  );
  return [
    lawBefore && `law “${lawBefore}”`,
    place && `${place}${count ? ` ${count}` : ''}`,
    ordinals.length > 0 && `number ${ordinals.join(' and ')}`,
    numbers.length > 0 ? numbers.join('; ') : unit,
    caption && `captioned “${caption.text}”`,
    outer && `part of [${describeCitation(outer)}]`,
    qualifier && (qualifier.name ? `${qualifier.kind}: ${qualifier.name}` : qualifier.kind),
  ]
    .filter((part) => part)
    .join(', ');
}

function describeNumbers(steps: readonly CitedNumber[]): string {
  return steps
    .map(({ unit, number, bracketed }) => `${unit ? `${unit} ` : ''}${bracketed ? `(${number})` : number}`)
    .join(' ');
}

describe('a citation by number', () => {
  test('has a word and a number of any make', () => {
    expect(
      read(
        'See Section 4, section 4.2, Sec. 4.2.1, § 12; Article IV; ARTICLE Five; Clause 7-A; Exhibit "A-1".',
        'See Section 4.2(b)(ii)(C); paragraph (a); Article 13 (1); items b) and Recital B.',
      ),
    ).toMatchInlineSnapshot(`
      "See Section 4, section 4.2, Sec. 4.2.1, § 12; Article IV; ARTICLE Five; Clause 7-A; Exhibit "A-1".
          ^^^^^^^^^ section 4
                     ^^^^^^^^^^^ section 4.2
                                  ^^^^^^^^^^ section 4.2.1
                                              ^^^^ section 12
                                                    ^^^^^^^^^^ article IV
                                                                ^^^^^^^^^^^^ article Five
                                                                              ^^^^^^^^^^ clause 7-A
                                                                                          ^^^^^^^^^^^^^ exhibit A-1
      See Section 4.2(b)(ii)(C); paragraph (a); Article 13 (1); items b) and Recital B.
          ^^^^^^^^^^^^^^^^^^^^^ section 4.2 (b) (ii) (C)
                                 ^^^^^^^^^^^^^ paragraph (a)
                                                ^^^^^^^^^^^^^^ article 13 (1)
                                                                             ^^^^^^^^^ recital B"
    `);
  });

  test('goes on as a list or a range', () => {
    expect(
      read(
        'Sections 2, 3.1 and 4 apply; Sections 2.1(a), (b) and (c)(i) apply; Articles 3 through 9 apply.',
        'Sections 12-18; Section 20-2; clauses (a) to (c); Sections 3 and/or 4 and Section 1 or Section 2.',
        'Under Sections 4.1(a)(i) or (ii); paragraphs 1 and 3 of Article 2; and Exhibits A and B.',
      ),
    ).toMatchInlineSnapshot(`
      "Sections 2, 3.1 and 4 apply; Sections 2.1(a), (b) and (c)(i) apply; Articles 3 through 9 apply.
      ^^^^^^^^^^^^^^^^^^^^^ section 2; section 3.1; section 4
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ section 2.1 (a); section 2.1 (b); section 2.1 (c) (i)
                                                                          ^^^^^^^^^^^^^^^^^^^^ article 3 to article 9
      Sections 12-18; Section 20-2; clauses (a) to (c); Sections 3 and/or 4 and Section 1 or Section 2.
      ^^^^^^^^^^^^^^ section 12 to section 18
                      ^^^^^^^^^^^^ section 20-2
                                    ^^^^^^^^^^^^^^^^^^ clause (a) to (c)
                                                        ^^^^^^^^^^^^^^^^^^^ section 3; section 4
                                                                                ^^^^^^^^^ section 1
                                                                                             ^^^^^^^^^ section 2
      Under Sections 4.1(a)(i) or (ii); paragraphs 1 and 3 of Article 2; and Exhibits A and B.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^ section 4.1 (a) (i); section 4.1 (a) (ii)
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ paragraph 1; paragraph 3, part of [article 2]
                                                                             ^^^^^^^^^^^^^^^^ exhibit A; exhibit B"
    `);
  });

  test('is a part of another', () => {
    expect(
      read(
        'Under Article III, Section 4; paragraph 2 of Article 7 and clause (ii) of the preceding Section.',
        'Under Article 266 paragraph 1 item (3) and Section 2 of Exhibit A.',
      ),
    ).toMatchInlineSnapshot(`
      "Under Article III, Section 4; paragraph 2 of Article 7 and clause (ii) of the preceding Section.
            ^^^^^^^^^^^^^^^^^^^^^^ article III section 4
                                    ^^^^^^^^^^^^^^^^^^^^^^^^ paragraph 2, part of [article 7]
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ clause (ii), part of [preceding, section]
      Under Article 266 paragraph 1 item (3) and Section 2 of Exhibit A.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ article 266 paragraph 1 item (3)
                                                 ^^^^^^^^^^^^^^^^^^^^^^ section 2, part of [exhibit A]"
    `);
  });

  test('bears a caption', () => {
    expect(
      read(
        'Section 8.2 (Indemnity) holds, and Section 9, entitled "Notice", does.',
        'Section 8.2 (the "Indemnity") holds, and Section 9 (but not 10) does.',
      ),
    ).toMatchInlineSnapshot(`
      "Section 8.2 (Indemnity) holds, and Section 9, entitled "Notice", does.
      ^^^^^^^^^^^^^^^^^^^^^^^ section 8.2, captioned “Indemnity”
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ section 9, captioned “Notice”
      Section 8.2 (the "Indemnity") holds, and Section 9 (but not 10) does.
      ^^^^^^^^^^^ section 8.2
                                               ^^^^^^^^^ section 9"
    `);
  });

  test('says of which document it is', () => {
    expect(
      read(
        'Section 4 hereof, Section 5 of this Agreement, Section 6 of the Commercial Code of Japan and Section 7 thereof.',
        'Internal Revenue Code Section 409A, Sections 13 and 14 of the Exchange Act, 15 U.S.C. § 78m(d) and FAR 52.227-19.',
        'Exhibit B to the Lease, Schedule 1 attached hereto, and Rule 144(k) under the Securities Act of 1933.',
      ),
    ).toMatchInlineSnapshot(`
      "Section 4 hereof, Section 5 of this Agreement, Section 6 of the Commercial Code of Japan and Section 7 thereof.
      ^^^^^^^^^^^^^^^^ section 4, here
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ section 5, here: Agreement
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ section 6, named: Commercial Code of Japan
                                                                                                   ^^^^^^^^^^^^^^^^^ section 7, there
      Internal Revenue Code Section 409A, Sections 13 and 14 of the Exchange Act, 15 U.S.C. § 78m(d) and FAR 52.227-19.
                            ^^^^^^^^^^^^ law “Internal Revenue Code”, section 409A
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ section 13; section 14, named: Exchange Act
                                                                                  ^^^^^^^^^^^^^^^^^^ law “15 U.S.C. § 78m(d)”
                                                                                                         ^^^^^^^^^^^^^ law “FAR 52.227-19”
      Exhibit B to the Lease, Schedule 1 attached hereto, and Rule 144(k) under the Securities Act of 1933.
      ^^^^^^^^^^^^^^^^^^^^^^ exhibit B, named: Lease
                              ^^^^^^^^^^ schedule 1
                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ rule 144 (k), named: Securities Act of 1933"
    `);
  });
});

describe('a citation without a number', () => {
  test('says where its target stands', () => {
    expect(
      read(
        'this Section, the preceding Article, the immediately following paragraph, each of the foregoing items,',
        'the preceding two Articles, the paragraph above, such Section, said Article and the first paragraph of Article 6.',
        'the second and third paragraphs of Section 4, and clauses (a) and (b) above, (iii) below and (a) hereof.',
      ),
    ).toMatchInlineSnapshot(`
      "this Section, the preceding Article, the immediately following paragraph, each of the foregoing items,
      ^^^^^^^^^^^^ this, section
                    ^^^^^^^^^^^^^^^^^^^^^ preceding, article
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ following, paragraph
                                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ preceding, item
      the preceding two Articles, the paragraph above, such Section, said Article and the first paragraph of Article 6.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^ preceding 2, article
                                  ^^^^^^^^^^^^^^^^^^^ above, paragraph
                                                       ^^^^^^^^^^^^ such, section
                                                                     ^^^^^^^^^^^^ such, article
                                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ number 1, paragraph, part of [article 6]
      the second and third paragraphs of Section 4, and clauses (a) and (b) above, (iii) below and (a) hereof.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ number 2 and 3, paragraph, part of [section 4]
                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^ above, clause (a); (b)
                                                                                   ^^^^^^^^^^^ below, (iii)
                                                                                                   ^^^^^^^^^^ (a)"
    `);
  });

  test('is not the mention of a whole document', () => {
    expect(
      read(
        'this Agreement, this Schedule, these Articles of Incorporation, this part of the house, the next chapter in life.',
        'The term "this Section" means the section in which it stands.',
      ),
    ).toMatchInlineSnapshot(`
      "this Agreement, this Schedule, these Articles of Incorporation, this part of the house, the next chapter in life.
                                                                                              ^^^^^^^^^^^^^^^^ following, chapter
      The term "this Section" means the section in which it stands."
    `);
  });
});

describe('what looks like the next number', () => {
  test('go on to the last number before a verb', () => {
    expect(read('Sections 4 to 6 survive, and Sections 7, 8 and 9 govern all else.')).toMatchInlineSnapshot(`
      "Sections 4 to 6 survive, and Sections 7, 8 and 9 govern all else.
      ^^^^^^^^^^^^^^^ section 4 to section 6
                                   ^^^^^^^^^^^^^^^^^^^ section 7; section 8; section 9"
    `);
  });

  test('may be a quantity', () => {
    expect(
      read(
        'Section 4 and 30 days later, Section 4, 12 months, Section 4 and $5, Section 4 and 5% of it, Section 4,000.',
        'Articles 3 and 4 apply to 5 boats, and Section 2 to 30 persons.',
      ),
    ).toMatchInlineSnapshot(`
      "Section 4 and 30 days later, Section 4, 12 months, Section 4 and $5, Section 4 and 5% of it, Section 4,000.
      ^^^^^^^^^ section 4
                                   ^^^^^^^^^ section 4
                                                         ^^^^^^^^^ section 4
                                                                           ^^^^^^^^^ section 4
      Articles 3 and 4 apply to 5 boats, and Section 2 to 30 persons.
      ^^^^^^^^^^^^^^^^ article 3; article 4
                                             ^^^^^^^^^ section 2"
    `);
  });

  test('may be an enumerator of the sentence', () => {
    expect(
      read(
        'The Buyer shall (a) comply with Section 4, (b) pay under Section 5 and (c) leave.',
        'if (i) Section 4(a) applies, (ii) clause (b), and (iii) the rest.',
        'subject to Section 4(a), (b) the Buyer shall pay.',
      ),
    ).toMatchInlineSnapshot(`
      "The Buyer shall (a) comply with Section 4, (b) pay under Section 5 and (c) leave.
                                      ^^^^^^^^^ section 4
                                                               ^^^^^^^^^ section 5
      if (i) Section 4(a) applies, (ii) clause (b), and (iii) the rest.
             ^^^^^^^^^^^^ section 4 (a)
                                        ^^^^^^^^^^ clause (b)
      subject to Section 4(a), (b) the Buyer shall pay.
                 ^^^^^^^^^^^^ section 4 (a)"
    `);
  });

  test('may be another citation', () => {
    expect(
      read('Section 4 and Article 5; Section 6 and Exhibit C; Articles 9 and 11, Section 7.5.'),
    ).toMatchInlineSnapshot(`
      "Section 4 and Article 5; Section 6 and Exhibit C; Articles 9 and 11, Section 7.5.
      ^^^^^^^^^ section 4
                    ^^^^^^^^^ article 5
                               ^^^^^^^^^ section 6
                                             ^^^^^^^^^ exhibit C
                                                        ^^^^^^^^^^^^^^^^^ article 9; article 11
                                                                           ^^^^^^^^^^^ section 7.5"
    `);
  });
});

describe('a word', () => {
  test('cites only where it must', () => {
    expect(
      read(
        'the following rule (a), an item b, the section four men built, in part and on schedule,',
        'Articles in newspapers, sections of the wall, Party A, Form 10-K and number 12.',
      ),
    ).toMatchInlineSnapshot(`
      "the following rule (a), an item b, the section four men built, in part and on schedule,
      Articles in newspapers, sections of the wall, Party A, Form 10-K and number 12."
    `);
  });

  test('is read in Markdown, with no-break spaces and without a blank', () => {
    expect(
      read(
        'as [Section 2](#2-rent), **Section 3** and [Section 5](rules.md#dogs) say',
        'Section\u00a02, §2, Section(a) and Sections\u00a0\u00a02\u00a0and\u00a03.',
      ),
    ).toMatchInlineSnapshot(`
      "as [Section 2](#2-rent), **Section 3** and [Section 5](rules.md#dogs) say
          ^^^^^^^^^ section 2
                                 ^^^^^^^^^ section 3
                                                  ^^^^^^^^^ section 5, named: rules.md
      Section 2, §2, Section(a) and Sections  2 and 3.
      ^^^^^^^^^ section 2
                 ^^ section 2
                     ^^^^^^^^^^ section (a)
                                    ^^^^^^^^^^^^^^^^^ section 2; section 3"
    `);
  });
});

test('citations come in order, and none overlaps another', () => {
  const text =
    'Section 4 of Article 5 of this Agreement, clauses (a) and (b) of Section 2, the preceding Article 3 and (i) above. '.repeat(
      20,
    );
  const citations = readCitations(text);
  expect(citations.length).toBeGreaterThan(60);
  const ends = citations.map(({ end }, index) => [end, citations[index + 1]?.start ?? text.length]);
  expect(ends.filter(([end = 0, next = 0]) => end > next)).toEqual([]);
});
