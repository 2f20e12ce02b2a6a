import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { duplicateNumber } from '../../server/src/core/rules/duplicate-number.ts';
import { misorderedNumber } from '../../server/src/core/rules/misordered-number.ts';
import { numberingGap } from '../../server/src/core/rules/numbering-gap.ts';
import { runRules } from '../../server/src/core/rules/run.ts';
import { parseDocument } from '../fixture.ts';
import { renderListing } from '../render.ts';

/** The document with what the three rules of numbering say, below the lines of which they say it. */
function judged(source: string): string {
  const { text } = parseDocument(source);
  const findings = runRules(analyze(text), { rules: [numberingGap, duplicateNumber, misorderedNumber] });
  return renderListing(
    text,
    findings.map(({ range, rule, message }) => ({ range, label: `${rule}: ${message}` })),
    { annotatedOnly: true },
  );
}

const captions = ['Rent', 'Heat', 'Water', 'Roof', 'Pets', 'Noise', 'Keys'];
const article = (number: string, index = 0): string =>
  `Article ${number}. (${captions[index]})\n\nThe parties agree on it.\n\n`;
const articles = (...numbers: string[]): string => numbers.map(article).join('');
const items = (...numbers: string[]): string =>
  `Section 1. Things. They are these, as everybody knows:\n\n${numbers.map((number) => `(${number}) the thing of that name;\n\n`).join('')}`;

describe('a number that is left out', () => {
  test('is named, with the places before and after', () => {
    expect(judged(articles('1', '2', '4'))).toMatchInlineSnapshot(`
      " 9  Article 4. (Water)
          ^^^^^^^^^^ numbering-gap: Article 4 follows Article 2: Article 3 is missing."
    `);
    expect(judged(items('a', 'b', 'e', 'f'))).toMatchInlineSnapshot(`
      " 7  (e) the thing of that name;
          ^^^ numbering-gap: Item (e) follows item (b): item (c) to item (d) are missing."
    `);
  });

  test('is missed among sections in decimals', () => {
    expect(
      judged(`
      1. RENT

      1.1 Amount. The rent is low.

      1.3 Payment. The rent is paid monthly.

      2. HEAT

      2.1 Amount. The heat is free.
    `),
    ).toMatchInlineSnapshot(`
      " 5  1.3 Payment. The rent is paid monthly.
          ^^^ numbering-gap: Section 1.3 follows Section 1.1: Section 1.2 is missing."
    `);
  });

  test('is missed where articles count on through the chapters', () => {
    expect(
      judged(`CHAPTER I. ONE\n\n${articles('1', '2')}CHAPTER II. TWO\n\n${articles('4', '5')}`),
    ).toMatchInlineSnapshot(`
      "13  Article 4. (Rent)
          ^^^^^^^^^^ numbering-gap: Article 4 follows Article 2: Article 3 is missing."
    `);
  });

  test.each([
    ['letters', ['A', 'B', 'D', 'E'], 'D.', 'C'],
    ['figures', ['1', '2', '3', '5'], '5.', '4'],
  ])('is missed among paragraphs that begin with %s', (_, numbers, place, missing) => {
    const text = `LEASE\n\n${numbers.map((number) => `${number}. Thing. The parties agree on it.\n\n`).join('')}`;
    expect(judged(text)).toMatch(new RegExp(`${place} Thing[^]*numbering-gap.*${missing} is missing`));
  });

  test.each([
    ['a list without numbers', 'the gates:\n\n- one of oak;\n\n- one of elm;'],
    ['a citation that begins a line', 'what they are in Section\n3.3 hereof;'],
    ['words that are left out', 'a price of [***] crates;'],
    ['the foot of a page that says what is left out', 'a price;\n\n[*] = Certain information is omitted.'],
  ])('is missed over %s', (_, words) => {
    const clause = (number: string, text: string): string => `3.${number} Thing. The Owner lets ${text}\n\n`;
    const text = `3. THINGS\n\n${clause('1', 'it;')}${clause('2', words)}${clause('4', 'it;')}${clause('5', 'it.')}`;
    expect(judged(text)).toContain('numbering-gap: Section 3.4 follows Section 3.2: Section 3.3 is missing.');
  });

  test('is missed among articles over a citation of it', () => {
    const text = `${articles('1', '2')}Nothing in Article 3 hereof, nor in Article 3, changes that.\n\n${articles('4', '5')}`;
    expect(judged(text)).toContain('Article 3 is missing');
  });

  test('is missed among the paragraphs of an amendment, each of which amends', () => {
    const numbers = ['1', '2', '4', '5'];
    const text = `AMENDMENT\n\n${numbers.map((number) => `${number}. Change. Section ${number}0 of the lease is amended by striking it.\n\n`).join('')}`;
    expect(judged(text)).toContain('3 is missing');
  });

  test('is missed in a list of single words', () => {
    expect(judged('LEASE\n\n1. Gate\n\n2. Shed\n\n4. Barn\n\n5. Well\n')).toContain('3 is missing');
  });

  test('is missed below a branch number that has no stem', () => {
    expect(judged(articles('10', '11', '12.2', '13'))).toMatchInlineSnapshot(`
      " 9  Article 12.2. (Water)
          ^^^^^^^^^^^^^ numbering-gap: Article 12.2 follows Article 11: there is no Article 12 that it could be a branch of."
    `);
  });
});

describe('a number that comes twice', () => {
  test('is reported at its second place', () => {
    expect(judged(articles('1', '2', '3', '3', '4'))).toMatchInlineSnapshot(`
      "13  Article 3. (Roof)
          ^^^^^^^^^^ duplicate-number: There is another Article 3 on line 9: a citation of Article 3 could mean either."
    `);
  });

  test('where the next one is missing is one fault, not two', () => {
    expect(judged(articles('1', '2', '3', '3', '5'))).toMatchInlineSnapshot(`
      "13  Article 3. (Roof)
          ^^^^^^^^^^ duplicate-number: There is another Article 3 on line 9: a citation of Article 3 could mean either."
    `);
  });

  test('is reported where a whole article was copied', () => {
    expect(judged(articles('1', '2') + article('2', 1) + article('3', 2))).toContain('duplicate-number');
  });

  test.each([
    ['A', 'B', 'B', 'D', 'E'],
    ['1', '2', '3', '3', '5'],
  ])('is reported among paragraphs %s', (...numbers) => {
    const text = `LEASE\n\n${numbers.map((number) => `${number}. Thing. The parties agree on it.\n\n`).join('')}`;
    expect(judged(text).match(/duplicate-number/g)).toHaveLength(1);
  });

  test('is told from one that is written in another way', () => {
    expect(judged(`${items('a', 'b')}Section 2. Names. They are these:\n\n(a) one;\n\n(b) two.\n`)).toBe('');
  });
});

describe('a number out of order', () => {
  test('is reported where it stands, and nothing is said to be missing', () => {
    expect(judged(articles('1', '2', '4', '3', '5', '6'))).toMatchInlineSnapshot(`
      "13  Article 3. (Roof)
          ^^^^^^^^^^ misordered-number: Article 3 stands after Article 4: the numbers are out of order here."
    `);
  });

  test.each([
    ['A', 'B', 'D', 'C', 'E'],
    ['i', 'ii', 'iv', 'iii', 'v'],
  ])('is reported among paragraphs %s', (...numbers) => {
    const text = `LEASE\n\n1. Things. They are these.\n\n${numbers.map((number) => `${number}. Thing. The parties agree on it.\n\n`).join('')}`;
    expect(judged(text)).toMatch(/misordered-number: .* stands after/);
  });

  test('is not the end of a gap when what is missing follows', () => {
    const found = judged(articles('1', '5', '2', '3', '4'));
    expect(found).not.toContain('missing');
    expect(found).toContain('misordered-number: Article 5 stands ');
  });
});

describe('nothing is reported', () => {
  test.each([
    ['where the numbers count on', articles('1', '2', '3')],
    ['where a document is part of another', articles('20', '21', '22')],
    ['of a number that is there in roman figures', articles('1', '2', '3', 'IV', '5', '6')],
    ['of a heading that lost its number', `${articles('1', '2')}ARTICLE\n\nROOF\n\n${articles('4', '5')}`],
    ['of branch numbers', articles('19', '20', '20.2', '20.3', '21')],
    [
      'of sections that begin anew in each article',
      'ARTICLE I\nONE\n\nSection 1. It is low.\n\nSection 2. It is high.\n\nARTICLE II\nTWO\n\nSection 1. It is low.\n\nSection 2. It is high.\n',
    ],
    [
      'of a list that begins anew',
      `${items('1', '2', '3')}These are more of them:\n\n(1) the thing;\n\n(2) the other thing.\n`,
    ],
    ['of Markdown that numbers itself', '1. The rent is low.\n1. The heat is free.\n1. The water is cold.\n'],
    ['of numbers that are reserved', `${article('1')}Article 2. [Reserved]\n\n${article('3', 2)}`],
    [
      'of a range of numbers that is reserved',
      `${article('1')}Articles 2 to 4. [Reserved]\n\n${article('5', 2)}`,
    ],
    ['of letters up to z and on', items(...'abcdefghijklmnopqrstuvwxyz', 'aa', 'bb')],
    ['of the letter i between h and j', items(...'abcdefghijk')],
    [
      'of roman numerals past the letter v',
      items('i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi'),
    ],
    [
      'of exhibits, of which only some are filed',
      'LEASE AGREEMENT\n\n1. Rent. It is low.\n\n\fEXHIBIT A\n\nA form.\n\n\fEXHIBIT D\n\nA form.\n',
    ],
    ['where a text was left out under confidential treatment', `${article('1')}[***]\n\n${article('3', 2)}`],
    [
      'where a conversion may have put a list mark for the number',
      `${items('a', 'b')}- the thing of that name;\n\n(d) the thing;\n\n(e) the other thing.\n`,
    ],
    ['in a list of citations', '3. THINGS\n\n3.1 (Gate)\n\n3.2 (Shed)\n\n3.4 (Barn)\n\n3.5 (Well)\n'],
    [
      'of a supplement that counts from 1',
      `${articles('1', '2')}Supplementary Provisions\n\n${articles('1', '2')}`,
    ],
    [
      'of a second paragraph behind one without a number',
      `${article('1')}2. The parties agree on more of it.\n`,
    ],
  ])('%s', (_, text) => {
    expect(judged(text)).toBe('');
  });
});
