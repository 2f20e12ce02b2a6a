import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains, range, touches } from '../../server/src/core/text/range.ts';
import { TextSnapshot } from '../../server/src/core/text/snapshot.ts';

const lines = (text: string): string[] => {
  const snapshot = new TextSnapshot(text);
  return Array.from({ length: snapshot.lineCount }, (_, line) => snapshot.lineText(line));
};

describe('a line ends', () => {
  test.each([
    ['at a line feed', 'one\ntwo', ['one', 'two']],
    ['at a carriage return with a line feed, once', 'one\r\ntwo', ['one', 'two']],
    ['at a carriage return alone', 'one\rtwo', ['one', 'two']],
    ['in each of these ways in one text', 'a\nb\r\nc\rd\n\re\r\r\nf', ['a', 'b', 'c', 'd', '', 'e', '', 'f']],
    ['at the end of the text, and an empty line follows', 'one\n', ['one', '']],
    ['with the text', 'one', ['one']],
    ['even where there is no text', '', ['']],
    ['not at a form feed', 'one\ftwo', ['one\ftwo']],
    [
      'not at the separators that only Unicode counts',
      'one\u2028two\u2029three\u0085four\vfive',
      ['one\u2028two\u2029three\u0085four\vfive'],
    ],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });
});

describe('an offset', () => {
  const snapshot = new TextSnapshot('one\r\ntwo\n\n𝔸four');

  test('counts UTF-16 units from its line', () => {
    expect(snapshot.positionAt(0)).toEqual({ line: 0, column: 0 });
    expect(snapshot.positionAt(5)).toEqual({ line: 1, column: 0 });
    expect(snapshot.positionAt(9)).toEqual({ line: 2, column: 0 });
    expect(snapshot.positionAt(12)).toEqual({ line: 3, column: 2 });
  });

  test('between the two halves of a line end is on the line that ends there', () => {
    expect(snapshot.lineAt(4)).toBe(0);
  });

  test('outside the text is taken to its nearest end', () => {
    expect(snapshot.positionAt(-3)).toEqual({ line: 0, column: 0 });
    expect(snapshot.positionAt(900)).toEqual({ line: 3, column: 6 });
  });

  test('behind the last column of a line stays on the line', () => {
    expect(snapshot.offsetAt(0, 90)).toBe(3);
    expect(snapshot.offsetAt(1, -1)).toBe(5);
    expect(snapshot.offsetAt(-1, 2)).toBe(0);
    expect(snapshot.offsetAt(9, 0)).toBe(snapshot.text.length);
  });
});

describe('whatever the text', () => {
  const text = fc.string({ unit: fc.constantFrom('\r', '\n', 'a', ' ', '\f', '𝔸'), maxLength: 40 });

  test('its lines and line ends make up the text', () => {
    fc.assert(
      fc.property(text, (text) => {
        const snapshot = new TextSnapshot(text);
        let rebuilt = '';
        for (let line = 0; line < snapshot.lineCount; line += 1) {
          expect(snapshot.lineText(line)).not.toMatch(/[\r\n]/);
          const end = text.slice(snapshot.lineRange(line).end, snapshot.lineStart(line + 1));
          expect(end).toMatch(line + 1 < snapshot.lineCount ? /^(?:\r\n|\r|\n)$/ : /^$/);
          rebuilt += snapshot.lineText(line) + end;
        }
        expect(rebuilt).toBe(text);
      }),
    );
  });

  test('offset and position are inverse to each other', () => {
    fc.assert(
      fc.property(text, fc.nat(40), (text, place) => {
        const snapshot = new TextSnapshot(text);
        const offset = Math.min(place, text.length);
        const { line, column } = snapshot.positionAt(offset);
        const insideLineEnd = offset > snapshot.lineRange(line).end;
        expect(snapshot.offsetAt(line, column)).toBe(insideLineEnd ? snapshot.lineRange(line).end : offset);
      }),
    );
  });
});

describe('a range', () => {
  test('is touched by a cursor at either end', () => {
    expect([1, 2, 4, 5].map((offset) => touches(range(2, 4), offset))).toEqual([false, true, true, false]);
  });

  test('contains itself and what lies inside it', () => {
    expect(contains(range(2, 6), range(2, 6))).toBe(true);
    expect(contains(range(2, 6), range(3, 3))).toBe(true);
    expect(contains(range(2, 6), range(1, 3))).toBe(false);
    expect(contains(range(2, 6), range(5, 7))).toBe(false);
  });

  test('cuts its words out of the text', () => {
    expect(new TextSnapshot('Article 5. (Payment)').slice(range(0, 10))).toBe('Article 5.');
  });
});

describe('a snapshot that follows an earlier one', () => {
  const text = fc.array(fc.constantFrom('\r', '\n', '\r\n', 'a', 'bc'), { maxLength: 12 });

  test('has the lines that it would have alone', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), (texts) => {
        let snapshot: TextSnapshot | null = null;
        for (const pieces of texts) {
          const following: TextSnapshot = new TextSnapshot(pieces.join(''), snapshot);
          const starts = (one: TextSnapshot): number[] =>
            Array.from({ length: one.lineCount }, (_, line) => one.lineStart(line));
          expect(starts(following)).toEqual(starts(new TextSnapshot(following.text)));
          snapshot = following;
        }
      }),
      { seed: 20_040_624, numRuns: 2000 },
    );
  });

  test('knows what it shares with those before it', () => {
    const first = new TextSnapshot('one two three four');
    const second = new TextSnapshot('one 2 three four', first);
    const third = new TextSnapshot('one 2 three 4', second);
    expect(third.sharedWith(second.mark)).toMatchObject({ start: 12, end: 0, length: 16 });
    expect(third.sharedWith(first.mark)).toMatchObject({ start: 4, end: 0, length: 18 });
    expect(first.sharedWith(third.mark)).toBeNull();
  });
});
