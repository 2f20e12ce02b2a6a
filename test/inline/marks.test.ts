import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { readJoinedWords } from '../../server/src/core/inline/joined-words.ts';
import { readLonelyMarks } from '../../server/src/core/inline/pairs.ts';
import { readRepeatedWords } from '../../server/src/core/inline/repeated-words.ts';
import { findLonelyMarks } from '../../server/src/core/resolve/lonely-marks.ts';

/** The text with `>` behind each mark that opens and `<` before each that closes without a partner. */
function lonely(text: string): string {
  let shown = text;
  for (const { at, opens } of [...readLonelyMarks(text)].reverse())
    shown = opens
      ? `${shown.slice(0, at + 1)}>${shown.slice(at + 1)}`
      : `${shown.slice(0, at)}<${shown.slice(at)}`;
  return shown;
}

describe('marks without a partner in one paragraph', () => {
  test.each([
    ['(the Seller")', '(the Seller<")'],
    ['the "Seller and the "Buyer"', 'the ">Seller and the "Buyer"'],
    ['the Seller" and the "Buyer"', 'the Seller<" and the "Buyer"'],
    ['the “Seller and the “Buyer”', 'the “>Seller and the “Buyer”'],
    ['the (Seller and (the Buyer)', 'the (>Seller and (the Buyer)'],
    ['the Seller) and (the Buyer)', 'the Seller<) and (the Buyer)'],
    ['the [Seller and the Buyer', 'the [>Seller and the Buyer'],
    ['(see Section 4 and 5) and 6)', '(see Section 4 and 5) and 6)'],
    ['the ("Seller) pays', 'the (">Seller) pays'],
    ['the ``Seller pays', 'the `>`Seller pays'],
    [
      'He pays whether or not due (see clause 12) of it) by then',
      'He pays whether or not due (see clause 12) of it<) by then',
    ],
    ['He pays under Section 4.2) or 4.3', 'He pays under Section 4.2<) or 4.3'],
  ])('%s', (text, shown) => {
    expect(lonely(text)).toBe(shown);
  });

  test.each([
    ['a "Seller", “Buyer” and ``Carrier\'\''],
    ['a 8 1/2" by 11" board and the Seller\'s'],
    ['the “ Seller ” and the " Buyer " pay'],
    ['the “Seller “ and the ”Buyer” pay'],
    ['a) goods, b) ships; and iv) ports'],
    ['(including a) goods, b) ships)'],
    ['**"Seller"** and "*Buyer*" and _"Carrier_"'],
    ['<a href="/terms">the terms</a> and {{ "/rules/" | prepend }}'],
    ['to read: "the (the "Seller") pays"'],
    ['\\"Board\\" and "/s/ A. Alder"'],
    ['see [Section 4](#four) and [x]'],
  ])('none in: %s', (text) => {
    expect(lonely(text)).toBe(text);
  });
});

describe('marks without a partner in a document', () => {
  const found = (text: string): string[] =>
    findLonelyMarks(analyze(text)).map(({ paragraph, mark }) => paragraph.text.slice(mark.at, mark.at + 12));

  test('a quotation may run over paragraphs that open it anew', () => {
    expect(found('It reads:\n\n"One.\n\n"Two.\n\nThree."\n')).toEqual([]);
    expect(found('It reads:\n\n"One.\n\n"Two."\n')).toEqual([]);
    const long = 'The rent is due on the first day of each month.';
    expect(found(`It reads:\n\n"${long}\n\nTwo.\n`)).toEqual(['"The rent is']);
    // Each definition quotes its own term.
    expect(found(`"Rent is due on the first day of each month.\n\n"Term" is the time of it.\n`)).toEqual([
      '"Rent is due',
    ]);
  });

  test('a short definition with one mark says enough', () => {
    const under = (text: string): string[] =>
      found(`Section 1. The words are these and no others.\n\n${text}\n`);
    expect(under('"Term means July 15.')).toEqual(['"Term means ']);
    expect(under('**Term"** means July 15.')).toEqual(['"** means Ju']);
    expect(under('"Term: See the Cover.')).toEqual(['"Term: See t']);
    expect(found('The words are:\n\n"Rent means the rent due.\n\n"Term" means July.\n')).toEqual([
      '"Rent means ',
    ]);
    expect(under('Service "As Is')).toEqual([]);
  });

  test('a short name in brackets has both its marks there', () => {
    const later = 'The other is the Buyer" and pays for it in July.\n';
    expect(found(`He sells the mill (the "Mill) and pays for it.\n\n${later}`)).toEqual([
      '"Mill) and p',
      '" and pays f',
    ]);
    expect(found('He sells (the Mill") and pays for all of it.\n')).toEqual(['") and pays ']);
  });

  test('words that are quoted inside a sentence do not outlive it', () => {
    const behind = 'He pays for the mill" when it is sold to him.\n';
    expect(found(`The word "mill is meant for what mills corn.\n\n${behind}`)).toEqual([
      '"mill is mea',
      '" when it is',
    ]);
    expect(found(`It shall be read as follows: "The mill is sold.\n\n${behind}`)).toEqual([]);
  });

  test('a long text in capitals is a sentence', () => {
    expect(found('THE WORK IS SOLD "AS IS AND WITH ALL ITS FAULTS AND NO WARRANTY OF ANY KIND.\n')).toEqual([
      '"AS IS AND W',
    ]);
    expect(found('THE WORK IS SOLD "AS IS\n')).toEqual([]);
  });

  test('a round bracket may hold a list, but ends with its sentence', () => {
    expect(found('He pays (other than:\n\n(a) for wool; or\n\n(b) for silk), and she pays.\n')).toEqual([]);
    const torn = 'He pays for what he buys (for wool.\n\nShe pays for what she buys, if any) too.\n';
    expect(found(torn)).toEqual([') too.', '(for wool.']);
  });

  test('a label or a cell holds too little to say', () => {
    expect(found('Name (\n\nNet (of tax\n\nSigned )\n')).toEqual([]);
  });
});

describe('a word that stands twice', () => {
  test.each([
    ['the the end', ['the']],
    ['The the end', ['the']],
    ['in  in the end', ['in']],
    ['a b b-side, c.c c, it’s its its', ['its']],
    ['S.A a company; the2 the 10 10', []],
  ])('%s', (text, words) => {
    expect(readRepeatedWords(text).map(({ word }) => word)).toEqual(words);
  });
});

describe('words without a blank between', () => {
  test.each([
    ['losses(including fire)', 'losses| (including'],
    ['(the shipper)pays', '(the shipper)| pays'],
    ['wool,silk', 'wool,| silk'],
    ['wool;silk', 'wool;| silk'],
    ['the end.The start', 'end.| The'],
    ['three(3) days', 'three| (3'],
  ])('%s', (text, shown) => {
    const [joined] = readJoinedWords(text);
    expect(joined && `${text.slice(joined.start, joined.at)}| ${text.slice(joined.at, joined.end)}`).toBe(
      shown,
    );
  });

  test.each([
    ['party(ies), Carrier(s), (re)insurance, (s)he'],
    ['Section 2(a)(iv), Rule 10(b)and Section(3)'],
    ['www.example.com,or https://example.com/a;b'],
    ['1,000 and 2.5 and U.S.A and e.g.x'],
  ])('none in: %s', (text) => {
    expect(readJoinedWords(text)).toEqual([]);
  });
});
