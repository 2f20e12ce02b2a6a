import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { findProvisions, parseAddress } from '../../server/src/core/features/provisions/go-to-provision.ts';
import { parseDocument } from '../fixture.ts';

const { text } = parseDocument(`
  SUPPLY AGREEMENT

  ARTICLE I
  DEFINITIONS

  Section 1.1 Terms. The terms mean what they say.

  Section 1.2 Notices to Parties. Each notice:

  (a) is written;

  (b) is signed by

    (i) the Buyer, or

    (ii) the Seller; and

  (c) is sent.

  ARTICLE II
  SUPPLY

  Section 2.1 Goods. The goods of Exhibit A are supplied.

  EXHIBIT A

  GOODS

  Section 1.1 Tea. The tea is green.

  Section 1.2 Cups. The cups are blue.
`);
const analysis = analyze(text);

/** The headings found, each on one line. */
function find(query: string, at = 'SUPPLY AGREEMENT'): string[] {
  return findProvisions(analysis, query, text.indexOf(at)).map(({ heading }) =>
    analysis.snapshot.slice(heading).replace(/\s+/g, ' '),
  );
}

describe('an address', () => {
  test('is read step by step', () => {
    const read = (query: string) =>
      parseAddress(query)?.map(({ word, number }) => `${word ?? ''} ${number}`.trim());
    expect(read('16.4(2)')).toEqual(['16.4', '2']);
    expect(read('§ 3.10(b)(ii)')).toEqual(['section 3.10', 'b', 'ii']);
    expect(read('Article 7 paragraph 2')).toEqual(['article 7', 'paragraph 2']);
    expect(read('Art. VII, para. 2')).toEqual(['article VII', 'paragraph 2']);
    expect(read('Section 3.7 of Exhibit 1')).toEqual(['exhibit 1', 'section 3.7']);
    expect(read('Exhibit 3-1')).toEqual(['exhibit 3-1']);
    expect(read('Article Five')).toEqual(['article Five']);
  });

  test.each(['', 'notices', 'one', 'Section', 'the tea 1.1'])('is not %j', (query) => {
    expect(parseAddress(query)).toBeNull();
  });
});

describe('provisions are found', () => {
  test('by number, in the instrument at the cursor first', () => {
    expect(find('1.1')).toEqual(['Section 1.1 Terms', 'Section 1.1 Tea']);
    expect(find('1.1', 'The tea is')).toEqual(['Section 1.1 Tea', 'Section 1.1 Terms']);
  });

  test('by number and subdivision', () => {
    expect(find('Section 1.2(b)')).toEqual(['(b)']);
    expect(find('1.2(b)(ii)')).toEqual(['(ii)']);
    expect(find('1.2(z)')).toEqual([]);
  });

  test('by the attachment they stand in', () => {
    expect(find('Exhibit A, Section 1.2')).toEqual(['Section 1.2 Cups']);
    expect(find('section 1.2 of exhibit a')).toEqual(['Section 1.2 Cups']);
  });

  test('by a number that is printed in another way', () => {
    expect(find('article 2')).toEqual(['ARTICLE II SUPPLY']);
    expect(find('Art. ii')).toEqual(['ARTICLE II SUPPLY']);
    expect(find('Article Ⅱ')).toEqual(['ARTICLE II SUPPLY']);
    expect(find('Clause 2')).toEqual([]);
  });

  test('by words of the caption', () => {
    expect(find('notice')).toEqual(['Section 1.2 Notices to Parties']);
    expect(find('part not')).toEqual(['Section 1.2 Notices to Parties']);
    expect(find('otice')).toEqual([]);
  });

  test('all of them, in order, where nothing is asked for', () => {
    const all = find('');
    expect(all).toHaveLength(14);
    expect(all.slice(1, 4)).toEqual([
      'ARTICLE I DEFINITIONS',
      'Section 1.1 Terms',
      'Section 1.2 Notices to Parties',
    ]);
  });
});
