import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { continueList } from '../../server/src/core/features/provisions/continue-list.ts';
import { parseDocument } from '../fixture.ts';

/** The text after the line end was typed at the cursor and answered; `|` is where the cursor stands then. */
function pressEnter(source: string, indentation = ''): string {
  const { text, cursor } = parseDocument(source);
  if (cursor === null) throw new Error('The fixture has no cursor.');
  const behind = `\n${indentation}`;
  const typed = text.slice(0, cursor) + behind + text.slice(cursor);
  const place = cursor + behind.length;
  const edits = continueList(analyze(typed), place);
  if (edits.length === 0) return 'nothing';
  expect(edits).toHaveLength(1);
  const [{ range, newText }] = edits as [(typeof edits)[number]];
  return `${typed.slice(0, range.start)}${newText}|${typed.slice(Math.max(range.end, place))}`.trimEnd();
}

/** The line on which the cursor stands after Enter at the end of the document. */
function nextLine(source: string, indentation = ''): string {
  return pressEnter(`${source}$0`, indentation).split('\n').at(-1) ?? '';
}

describe('the next item', () => {
  test.each([
    ['(a) rent;', '(b) |'],
    ['(a) rent;\n(b) tax;', '(c) |'],
    ['(1) rent;', '(2) |'],
    ['(i) rent;\n(ii) tax;\n(iii) fees;', '(iv) |'],
    ['(A) rent;', '(B) |'],
    ['1. the rent is due;\n2. the tax is due;', '3. |'],
    ['a) rent;\nb) tax;', 'c) |'],
    ['- rent', '- |'],
    ['* rent', '* |'],
    ['- (a) rent;', '- (b) |'],
    ['(a)  rent;', '(b)  |'],
    ['(a)\trent;', '(b)\t|'],
    ['(i)  rent;', '(ii)  |'],
    ['(i)   rent;', '(ii)  |'],
    ['(ii)   rent;\n(iii)  tax;', '(iv)  |'],
  ])('of %j is %j', (text, expected) => {
    expect(nextLine(`The tenant pays:\n${text}`)).toBe(expected);
  });

  test('follows the last line of one that is wrapped, if that announces another', () => {
    const wrapped = (end: string) =>
      nextLine(`The tenant pays:\n\n    (a)   rent for the rooms\n          on the quay${end}`, '          ');
    expect(wrapped(';')).toBe('    (b)   |');
    expect(wrapped('; and')).toBe('    (b)   |');
    // The item may have another sentence, or its sentence go on.
    for (const end of ['', ',', '.', ' as agreed']) expect(wrapped(end)).toBe('nothing');
    expect(nextLine('(a) rent;\n\nThe rent, the tax;')).toBe('nothing');
    const middle = '(a) rent for the rooms\n    on the quay;$0\n\n(b) tax.\n';
    expect(pressEnter(middle)).toBe('nothing');
  });

  test('counts letters and numerals on as the list does', () => {
    const letters = (until: string) =>
      Array.from({ length: until.charCodeAt(0) - 96 }, (_, at) => `(${String.fromCharCode(97 + at)}) rent;`);
    expect(nextLine(`The tenant pays:\n${letters('h').join('\n')}`)).toBe('(i) |');
    expect(nextLine(`The tenant pays:\n${letters('i').join('\n')}`)).toBe('(j) |');
    expect(nextLine(`The tenant pays:\n${letters('z').join('\n')}`)).toBe('(aa) |');
  });

  test('of a section with text counts its last part', () => {
    const sections = (numbers: readonly string[]) =>
      numbers.map((number) => `${number} Fees. The fees are due at once.`).join('\n\n');
    const list = Array.from({ length: 10 }, (_, at) => `3.${at + 1}`);
    expect(nextLine(`ARTICLE 3\nPAYMENT\n\n${sections(list)}`)).toBe('3.11 |');
    expect(nextLine(`ARTICLE 1\nPAYMENT\n\n${sections(['1.01', '1.02'])}`)).toBe('1.03 |');
  });

  test('repeats the number where Markdown is to count', () => {
    const list = (cursor: string) => `1. The rent is due in May;${cursor}\n\n1. The tax is due in June;`;
    expect(nextLine(list(''))).toBe('1. |');
    expect(pressEnter(list('$0')).split('\n').slice(0, 2)).toEqual(['1. The rent is due in May;', '1. |']);
  });

  test('stands under the item before, whatever the editor put there', () => {
    expect(nextLine('The tenant pays:\n    (a) rent;\n    (b) tax;', '    ')).toBe('    (c) |');
    expect(nextLine('The tenant pays:\n    (a) rent;\n    (b) tax;')).toBe('    (c) |');
  });

  test('keeps the blank lines between the items, and the line ends of the document', () => {
    expect(pressEnter('The tenant pays:\n\n(a) rent;\n\n(b) tax;$0')).toBe(
      'The tenant pays:\n\n(a) rent;\n\n(b) tax;\n\n(c) |',
    );
    const text = 'The tenant pays:\r\n\r\n  (a) rent;\r\n\r\n  (b) tax;\r\n  ';
    const edits = continueList(analyze(text), text.length);
    expect(edits).toEqual([{ range: { start: text.length - 2, end: text.length }, newText: '\r\n  (c) ' }]);
  });

  test('takes the words behind the cursor where the item before is complete', () => {
    expect(pressEnter('The tenant pays:\n(a) rent; $0tax.')).toBe('The tenant pays:\n(a) rent; \n(b) |tax.');
    expect(pressEnter('The tenant pays:\n(a) rent $0for the house.')).toBe('nothing');
  });

  test('keeps the emphasis of a number, but not that of a caption', () => {
    expect(nextLine('**1.1** The rent is due.\n**1.2** The tax is due.')).toBe('**1.3** |');
    expect(nextLine('**1.1 Rent.** The rent is due.\n\n**1.2 Tax.** The tax is due.')).toBe('1.3 |');
  });
});

describe('an empty item', () => {
  test.each(['(b) ', '(b)', '    (b) ', '- (b) '])('%j is taken away, and the cursor stays', (item) => {
    expect(pressEnter(`The tenant pays:\n(a) rent;\n${item}$0`)).toBe('The tenant pays:\n(a) rent;\n|');
  });

  test('may stand before another', () => {
    expect(pressEnter('The tenant pays:\n(a) rent;\n(b) $0\n(c) fees.')).toBe(
      'The tenant pays:\n(a) rent;\n|\n(c) fees.',
    );
  });

  test('may be a bullet', () => {
    expect(pressEnter('- rent\n- $0\nThe rent is due.')).toBe('- rent\n|\nThe rent is due.');
  });
});

describe('a designation alone on its line', () => {
  test('is an empty item also above a paragraph of its own', () => {
    expect(pressEnter('The tenant pays:\n(a) rent;\n(b) $0\n\nAll is due at once.')).toBe(
      'The tenant pays:\n(a) rent;\n|\n\nAll is due at once.',
    );
  });

  test.each([
    'The tenant pays:\n(a) rent;\n(b)$0\ntax.',
    '1. Rent is due in May.\n\n2.$0\nSection 16 is deleted.\n\n3. Tax is due in June.',
    'The tenant pays:\n(a)$0\n\nrent;\n\n(b)\n\ntax.',
    'The tenant pays:\n(a)\n\nrent;\n\n(b)$0\n\ntax.',
  ])('is none where its text stands below: %j', (source) => {
    expect(pressEnter(source)).toBe('nothing');
  });
});

describe('nothing follows', () => {
  test.each([
    ['a heading, whose text stands below', 'Article 5. (Rent)$0'],
    ['a caption alone', '1. Definitions$0'],
    ['a Markdown heading', '## 1. Definitions$0'],
    ['prose', 'The tenant pays the rent.$0'],
    ['an enumeration in a sentence', 'The tenant pays (a) rent and (b) tax.$0'],
    ['an item that the next one follows already', 'The tenant pays:\n(a) rent;$0\n(b) tax.'],
    ['an item with subdivisions', 'The tenant pays:\n(a) these:$0\n(i) rent;\n(ii) tax;\n(b) fees.'],
    ['a line broken in the middle of an item', 'The tenant pays:\n(a) rent for$0 the house;\n(b) tax.'],
    ['a line above the last of an item', 'The tenant pays:\n(a) rent for$0\nthe house.\n\nAll is due.'],
    ['a row of a table', '| (a) | rent |$0'],
  ])('%s', (_, source) => {
    expect(pressEnter(source)).toBe('nothing');
  });
});
