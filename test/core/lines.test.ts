import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLine } from '../../server/src/core/syntax/lines.ts';

describe('a line by itself is', () => {
  test.each([
    ['blank', ''],
    ['blank', ' \t\u00a0\u200b\ufeff'],
    ['text', 'The Buyer shall pay the price.'],
    ['text', '12 Notices'],
    ['text', 'as is set forth on page 3 of the Lease, and to share the cost of the roof'],
    ['rule', '--------'],
    ['rule', '* * *'],
    ['rule', '===== ====='],
    ['page-mark', '<PAGE>'],
    ['page-mark', '<PAGE>  12'],
    ['page-mark', '\f'],
    ['page-number', '12'],
    ['page-number', '- 12 -'],
    ['page-number', 'iv'],
    ['page-number', 'A-3'],
    ['page-number', 'Page 3 of 5'],
    ['tag', '<TABLE>'],
    ['tag', '</div>'],
    ['comment', '<!-- to be agreed -->'],
    ['table-frame', '|---|:--:|'],
  ])('%s: %j', (lineClass, line) => {
    expect(readLine(line).lineClass).toBe(lineClass);
  });
});

describe('the words of a line', () => {
  const words = (line: string): string => {
    const { start, end } = readLine(line);
    return line.slice(start, end);
  };

  test.each([
    ['are what decoration leaves', '  ## **Payment.**  ', 'Payment.'],
    ['begin behind a list mark', '- Rent', 'Rent'],
    ['begin behind the bullet of an old typist', 'o  Closing Date: today', 'Closing Date: today'],
    ['begin behind a quotation mark of Markdown', '> Rent', 'Rent'],
    ['begin behind no-break spaces', '\u00a0\u00a0Rent', 'Rent'],
    ['keep their own brackets and quotation marks', '“Rent” (monthly)', '“Rent” (monthly)'],
    ['are none on a blank line', '   ', ''],
  ])('%s', (_, line, expected) => {
    expect(words(line)).toBe(expected);
  });

  test('stand behind as many columns as one sees', () => {
    expect(['x', '   x', '\tx', '  \tx', '\u00a0 x'].map((line) => readLine(line).indent)).toEqual([
      0, 3, 8, 8, 2,
    ]);
  });
});

describe('a heading', () => {
  test('has the depth of its marks', () => {
    expect(
      ['# Rent', '###   Rent', '<h2>Rent</h2>', '#Rent', 'Rent'].map((line) => readLine(line).headingLevel),
    ).toEqual([1, 3, 2, 0, 0]);
  });

  test('in capitals has no small letter', () => {
    expect(['RENT AND DUES', 'RENT and DUES', '1.', 'A'].map((line) => readLine(line).capitals)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('the number of a page', () => {
  test.each([
    ['12', 12],
    ['- 7 -', 7],
    ['Page 3 of 5', 3],
    ['iv', 0],
    ['12 Notices', null],
    ['Rent', null],
  ])('of %j is %j', (line, number) => {
    expect(readLine(line).pageNumber).toBe(number);
  });
});

describe('a number at the start of a line', () => {
  test('is looked for behind decoration', () => {
    const line = '  - **2.1** Rent';
    const { designation } = readLine(line);
    expect(line.slice(designation?.start, designation?.end)).toBe('2.1');
  });

  test.each(['3.5 million yen', '10.5% of it', '2.04 per share'])('is an amount in %j', (line) => {
    expect(readLine(line).designation).toBeNull();
  });
});

describe('the end of a line', () => {
  test.each([
    ['the price; and', true],
    ['the price, or', true],
    ['the price and', false],
    ['the price.', false],
  ])('announces another item or does not: %j', (line, endsItem) => {
    expect(readLine(line).endsItem).toBe(endsItem);
  });

  test.each([
    ['of the Buyer.', 'buyer', '.'],
    ['(the “Buyer”)', 'buyer', 'r'],
    ['pursuant to Sections', 'sections', 's'],
    ['the sum of 40', 'of', '0'],
  ])('%j', (line, lastWord, lastCharacter) => {
    expect(readLine(line)).toMatchObject({ lastWord, lastCharacter });
  });

  test.each([
    ['Definitions ........ 4', true],
    ['Definitions            4', true],
    ['Definitions\t4', true],
    ['The price is 4', false],
    ['The price is        $4', false],
  ])('is that of an entry of contents or is not: %j', (line, contentsEntry) => {
    expect(readLine(line).contentsEntry).toBe(contentsEntry);
  });
});

describe('enumerators inside a line', () => {
  const enumerators = (line: string): string[] =>
    readLine(line).enumerators.map(({ designation }) => line.slice(designation.start, designation.end));

  test('are found behind the first words', () => {
    expect(enumerators('(1) either (a) at once, or (b) later')).toEqual(['(a)', '(b)']);
  });

  test('are not looked for in what the line quotes', () => {
    expect(enumerators('replaced by “either (a) or (b)” and (c) all the rest')).toEqual(['(c)']);
  });

  test('do not hang on a word, as in 16.4(2) or director(s)', () => {
    expect(enumerators('under 16.4(2) the director(s) shall (i) resign')).toEqual(['(i)']);
  });
});

describe('the attachments that a line speaks of', () => {
  test('are named alike however they are written', () => {
    expect(readLine('as in Exhibit 3-1 and SCHEDULE B.').attachmentMentions).toEqual([
      'exhibit 3-1',
      'schedule b',
    ]);
  });
});

describe('whatever the line', () => {
  const line = fc.string({
    unit: fc.constantFrom(
      '(',
      'a',
      ')',
      '1',
      '.',
      ' ',
      '\t',
      '-',
      '|',
      '<',
      '>',
      '“',
      '"',
      'X',
      '\u00a0',
      '#',
      '*',
      '\ud800',
    ),
    maxLength: 60,
  });

  test('its parts lie in it, in order', () => {
    fc.assert(
      fc.property(line, (text) => {
        const { length, start, end, designation, enumerators } = readLine(text);
        expect(length).toBe(text.length);
        expect(0 <= start && start <= end && end <= length).toBe(true);
        let last = start;
        for (const part of [
          ...(designation ? [designation] : []),
          ...enumerators.map((mark) => mark.designation),
        ]) {
          expect(part.start).toBeGreaterThanOrEqual(last);
          expect(part.end).toBeGreaterThan(part.start);
          last = part.end;
        }
        expect(last).toBeLessThanOrEqual(length);
      }),
    );
  });
});
