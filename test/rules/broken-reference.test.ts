import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { brokenReference } from '../../server/src/core/rules/broken-reference.ts';
import { runRules } from '../../server/src/core/rules/run.ts';

/** Two articles with three sections each; `put` is added to the section of its number. */
function leaseWith(put: Record<string, string>): string {
  const section = (number: string, caption: string, text: string): string =>
    `${number} ${caption}. ${text}${put[number] ? ` ${put[number]}` : ''}`;
  return [
    'BOATHOUSE LEASE',
    'ARTICLE 1\nTHE BOATHOUSE',
    section('1.1', 'Letting', 'The Owner lets the boathouse to the Club.'),
    section('1.2', 'Berths', 'The Club may use'),
    '(a) the north berth; and\n\n(b) the south berth.',
    section('1.3', 'Repairs', 'The Club keeps the boathouse in repair.'),
    'ARTICLE 2\nMONEY',
    section('2.1', 'Rent', 'The rent is due in May.'),
    section('2.2', 'Deposits', 'The deposit is due in June.'),
    section('2.3', 'Insurance', 'The Owner insures the boathouse. “Premium” means the price of that.'),
  ].join('\n\n');
}

function judged(text: string): string[] {
  return runRules(analyze(text), { rules: [brokenReference] }).map(({ range, message, fixes }) =>
    [`${text.slice(range.start, range.end)}: ${message}`, ...fixes.map(({ title }) => title)].join(' | '),
  );
}

describe('what is offered for a broken citation', () => {
  test('a provision that calls itself by a number that is not there means itself', () => {
    expect(judged(leaseWith({ '1.3': 'Nothing in this Section 1.8 binds the Owner.' }))).toEqual([
      'this Section 1.8: There is no Section 1.8 in this document: there are Sections 1.1, 1.2 and 1.3. Is Section 1.3 meant? | Change “1.8” to “1.3”',
    ]);
  });

  test('the provision with the caption that the citation quotes', () => {
    expect(judged(leaseWith({ '1.1': 'Money is paid under Section 2.7 (Deposits).' }))).toEqual([
      'Section 2.7 (Deposits): There is no Section 2.7 in this document: there are Sections 2.1, 2.2 and 2.3. Is Section 2.2 meant? | Change “2.7” to “2.2”',
    ]);
  });

  test('the provision that defines the term of which the citation is to give the meaning', () => {
    expect(judged(leaseWith({ '1.1': '“Premium” has the meaning set forth in Section 2.9.' }))).toEqual([
      'Section 2.9: There is no Section 2.9 in this document: there are Sections 2.1, 2.2 and 2.3. Is Section 2.3 meant? | Change “2.9” to “2.3”',
    ]);
  });

  test('the neighbour that has the subdivision', () => {
    expect(
      judged(leaseWith({ '2.1': 'It is doubled for use of the berth named in Section 1.3(b).' })),
    ).toEqual([
      'Section 1.3(b): Section 1.3 has no (b): it is not subdivided. Is Section 1.2(b) meant? | Change “1.3” to “1.2”',
    ]);
  });

  test('none where one is as likely as the others', () => {
    expect(judged(leaseWith({ '1.1': 'The Club reads Section 2.9.' }))).toEqual([
      'Section 2.9: There is no Section 2.9 in this document: there are Sections 2.1, 2.2 and 2.3.',
    ]);
  });
});

describe('what leaves it open whether a number is missing', () => {
  test('a provision that was left out as a whole, not words that were', () => {
    const cited = leaseWith({ '1.1': 'The Club reads Section 2.4.', '2.3': '[***]' });
    expect(judged(`${cited}\n\n[***]\n`)).toEqual([]);
    expect(
      judged(leaseWith({ '1.1': 'The Club reads Section 2.4.', '2.1': 'It is $[***] a year.' })),
    ).toHaveLength(1);
  });

  test('a list that begins in the provision, not a citation with brackets in it', () => {
    const item = 'The Club reads Section 2.1(c).';
    expect(judged(leaseWith({ '1.1': item, '2.1': 'It is due (a) in May and, in part, later.' }))).toEqual(
      [],
    );
    expect(judged(leaseWith({ '1.1': item, '2.1': 'Section 1.2(a) holds.' }))).toHaveLength(1);
  });
});
