import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDesignation } from '../../server/src/core/syntax/designation.ts';

/** What a line opens with: the words it covers, how it is written, and what it is worth. */
function opening(line: string): string {
  const designation = readDesignation(line, 0);
  if (!designation) return 'none';
  const { start, end, shape, numeral, path, otherReading } = designation;
  const other = otherReading ? ` or ${otherReading.numeral} ${otherReading.value}` : '';
  return `[${line.slice(start, end)}] ${shape} ${numeral} ${path.join(',')}${other}`.trim();
}

describe('a word and a number', () => {
  test.each([
    ['Article 5. (Payment)', '[Article 5.] Article #. arabic 5'],
    ['ARTICLE V', '[ARTICLE V] ARTICLE # roman-upper 5 or alpha-upper 22'],
    ['ARTICLE TWELVE', '[ARTICLE TWELVE] ARTICLE # word 12'],
    ['Article First:', '[Article First:] Article #: word 1'],
    ['Section 3.10 Notices', '[Section 3.10] Section # arabic 3,10'],
    ['Section 3.10. Notices', '[Section 3.10.] Section #. arabic 3,10'],
    ['SECTION 4.01A', '[SECTION 4.01A] SECTION # arabic 4,1,1001'],
    ['Article 226-2', '[Article 226-2] Article # arabic 226,2'],
    ['§ 7 Dues', '[§ 7] § # arabic 7'],
    ['§7 Dues', '[§7] § # arabic 7'],
    ['Sec. 2. Term', '[Sec. 2.] Sec. #. arabic 2'],
    ['Chapter No. 3', '[Chapter No. 3] Chapter # arabic 3'],
    ['CHAPTER Ⅳ', '[CHAPTER Ⅳ] CHAPTER # roman-upper 4'],
    ['Part B', '[Part B] Part # alpha-upper 2'],
    ['Clause 1)', '[Clause 1)] Clause #) arabic 1'],
    ['Exhibit A-1', '[Exhibit A-1] Exhibit # alpha-upper 1,1'],
    ['EXHIBIT 10.3', '[EXHIBIT 10.3] EXHIBIT # arabic 10,3'],
    ['Schedule', '[Schedule] Schedule arabic'],
  ])('%s', (line, expected) => {
    expect(opening(line)).toBe(expected);
  });

  test.each([
    ['section 4 in small letters, a citation', 'section 4 of the Lease'],
    ['Section a, prose', 'Section a buyer signs'],
    ['a word that only begins alike', 'Articles 5 and 6'],
    ['a word grown together with its number', 'Section4'],
    ['a word without a number', 'Article of faith'],
    ['nothing', ''],
  ])('is not %s', (_, line) => {
    expect(opening(line)).toBe('none');
  });
});

describe('a number or letter alone', () => {
  test.each([
    ['1. Rent', '[1.] #. arabic 1'],
    ['12\\. Rent, escaped for Markdown', '[12\\.] #. arabic 12'],
    ['1) Rent', '[1)] #) arabic 1'],
    ['(1) Rent', '[(1)] (#) arabic 1'],
    ['3.10 Notices', '[3.10] #.# arabic 3,10'],
    ['7.4.1.1 Notices', '[7.4.1.1] #.# arabic 7,4,1,1'],
    ['3 .2 Notices, split by a conversion', '[3 .2] #.# arabic 3,2'],
    ['(a) Rent', '[(a)] (#) alpha-lower 1'],
    ['(aa) Rent', '[(aa)] (#) alpha-lower 27'],
    ['(B) Rent', '[(B)] (#) alpha-upper 2'],
    ['(i) Rent', '[(i)] (#) roman-lower 1 or alpha-lower 9'],
    ['(ii) Rent', '[(ii)] (#) roman-lower 2 or alpha-lower 35'],
    ['(c) Rent', '[(c)] (#) alpha-lower 3 or roman-lower 100'],
    ['(XIV) Rent', '[(XIV)] (#) roman-upper 14'],
    ['iv. Rent', '[iv.] #. roman-lower 4'],
    ['B. Rent', '[B.] #. alpha-upper 2'],
    ['b) Rent', '[b)] #) alpha-lower 2'],
    ['5 BENEFITS', '[5] # arabic 5'],
  ])('%s', (line, expected) => {
    expect(opening(line)).toBe(expected);
  });

  test.each([
    ['a year', '2018 was a good year'],
    ['an amount', '1,000 shares'],
    ['a decimal grown together with letters', '3.10x'],
    ['two different letters', '(ab) Rent'],
    ['an abbreviation', 'e.g. Rent'],
    ['a name', 'J.R. Smith'],
    ['a number in a sentence', '30 days after the date'],
    ['an open bracket', '(a Rent'],
  ])('is not %s', (_, line) => {
    expect(opening(line)).toBe('none');
  });
});

describe('whatever the line', () => {
  test('a designation begins where it was looked for, is not empty, and ends inside the line', () => {
    const word = fc.constantFrom(
      'Article',
      'Section ',
      '§',
      '(',
      ')',
      '.',
      '3',
      'iv',
      'A',
      'x',
      ' ',
      '-',
      '“',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 10 }), fc.nat(20), (words, from) => {
        const line = words.join('');
        const start = Math.min(from, line.length);
        const designation = readDesignation(line, start);
        if (!designation) return;
        expect(designation.start).toBe(start);
        expect(designation.end).toBeGreaterThan(start);
        expect(designation.end).toBeLessThanOrEqual(line.length);
        expect(line.slice(start, designation.end).replace(/\s/g, '')).toContain(designation.number);
        expect(designation.path.every((value) => value >= 0)).toBe(true);
      }),
    );
  });
});
