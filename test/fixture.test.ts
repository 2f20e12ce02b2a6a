import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { range } from '../server/src/core/text/range.ts';
import { parseDocument, parseFixture } from './fixture.ts';
import { renderListing } from './render.ts';

describe('a fixture', () => {
  test('without marks is its text', () => {
    expect(parseFixture('Article 1.\r\n\nArticle 2.')).toEqual([
      { name: 'document.legal', text: 'Article 1.\r\n\nArticle 2.', cursor: null, marks: [] },
    ]);
    expect(parseFixture('')).toEqual([]);
    expect(parseDocument('').text).toBe('');
  });

  test('loses the indentation that a template literal gives it, and keeps the rest', () => {
    const { text } = parseDocument(`
      Article 1.

        (a) one
      Article 2.
    `);
    expect(text).toBe('Article 1.\n\n  (a) one\nArticle 2.\n');
  });

  test('that starts with text keeps its indentation', () => {
    expect(parseDocument('   Article 1.\n   Article 2.').text).toBe('   Article 1.\n   Article 2.');
  });

  test('consists of files', () => {
    const files = parseFixture(`
      before
      //- loan.agreement
      Section 1.$0
      //- side letter.legal
      Section 2.
      ^^^^^^^^^^
    `);
    expect(files).toEqual([
      { name: 'document.legal', text: 'before\n', cursor: null, marks: [] },
      { name: 'loan.agreement', text: 'Section 1.\n', cursor: 10, marks: [] },
      {
        name: 'side letter.legal',
        text: 'Section 2.\n',
        cursor: null,
        marks: [{ range: range(0, 10), message: null }],
      },
    ]);
  });
});

describe('marks', () => {
  test('are ranges on the line above, with or without a message', () => {
    const { text, marks } = parseDocument(`
      Article 1.
      Article 3.
      ^^^^^^^^^^ Article 2 is missing
              ^
      end
    `);
    expect(text).toBe('Article 1.\nArticle 3.\nend\n');
    expect(marks.map((mark) => [text.slice(mark.range.start, mark.range.end), mark.message])).toEqual([
      ['Article 3.', 'Article 2 is missing'],
      ['3', null],
    ]);
  });

  test('stand below the line as it is seen, cursor included', () => {
    const { text, cursor, marks } = parseDocument('Arti$0cle 3.\n          ^ the number\n^^^^^^^^^ word\n');
    expect(text).toBe('Article 3.\n');
    expect(cursor).toBe(4);
    expect(marks.map((mark) => text.slice(mark.range.start, mark.range.end))).toEqual(['3', 'Article']);
  });

  test('keep the offsets right where lines end in CRLF', () => {
    const { text, marks } = parseDocument('one\r\ntwo\r\n^^^ here\r\nthree');
    expect(text).toBe('one\r\ntwo\r\nthree');
    expect(marks).toEqual([{ range: range(5, 8), message: 'here' }]);
  });

  test('read back what a listing shows', () => {
    const line = fc.stringMatching(/^[a-z().\t ]{0,12}[a-z]$/);
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        (lines, dice) => {
          const text = lines.join('\n');
          const starts = lines.map(
            (_, index) => lines.slice(0, index).join('\n').length + (index > 0 ? 1 : 0),
          );
          const marks = lines.map((line, index) => {
            const from = (dice.next().value ?? 0) % line.length;
            const to = from + 1 + ((dice.next().value ?? 0) % (line.length - from));
            const start = starts[index] ?? 0;
            return { range: range(start + from, start + to), message: index % 2 === 0 ? `m ${index}` : null };
          });
          const listing = renderListing(
            text,
            marks.map((mark) => ({ range: mark.range, label: mark.message })),
          );
          expect(parseDocument(listing).marks).toEqual(marks);
        },
      ),
    );
  });
});

describe('the cursor', () => {
  test('is taken out of the text', () => {
    expect(parseDocument('see $0Article 2')).toMatchObject({ text: 'see Article 2', cursor: 4 });
    expect(parseDocument('the end$0.')).toMatchObject({ text: 'the end.', cursor: 7 });
  });

  test('is not an amount of money', () => {
    expect(parseDocument('a fee of $0.50 or $0,5 or $05')).toMatchObject({ cursor: null });
  });
});

describe('a fixture that cannot be meant', () => {
  test.each([
    ['with two cursors on a line', '$0one$0', 'The cursor $0 stands twice.'],
    ['with two cursors in a file', '$0one\n$0two', 'The cursor $0 stands twice.'],
    ['with cursors in two files', '//- a\n$0\n//- b\n$0', 'The cursor $0 stands twice.'],
    ['with a mark before any text', '//- a\n^^^', 'A mark stands above the first line of text.'],
    ['with a mark behind the line', 'one\n ^^^ too long', 'points outside the line above it'],
    ['with two marks on a line', 'one two\n^^^ ^^^', 'Each mark needs a line of its own.'],
    ['with one name for two files', '//- a\n//- a', 'Two files are called a.'],
  ])('%s throws', (_, source, message) => {
    expect(() => parseFixture(source)).toThrow(message);
  });

  test('throws where one file was asked for and two came', () => {
    expect(() => parseDocument('//- a\n//- b')).toThrow('One file was expected, but b follows.');
  });
});
