import { describe, expect, test } from 'vitest';
import { excerpt, printable } from '../../server/src/cli/excerpt.ts';
import { range } from '../../server/src/core/text/range.ts';
import { TextSnapshot } from '../../server/src/core/text/snapshot.ts';

/** The excerpt of the first `part` in the text. */
function excerptOf(text: string, part: string): string {
  const start = text.indexOf(part);
  const { source, carets } = excerpt(new TextSnapshot(text), range(start, start + part.length));
  return `${source}\n${carets}`;
}

describe('an excerpt', () => {
  test('is the line with carets below the range', () => {
    expect(excerptOf('one\r\nArticle 2. Name\r\nthree', '2.')).toBe('Article 2. Name\n        ^^');
  });

  test('ends its carets with the line', () => {
    expect(excerptOf('Article\n2', 'cle\n2')).toBe('Article\n    ^^^');
  });

  test('has one caret for an empty range, behind the last character too', () => {
    const { source, carets } = excerpt(new TextSnapshot('end'), range(3, 3));
    expect(`${source}\n${carets}`).toBe('end\n   ^');
  });

  test('keeps the carets below tabs, wide, combining and zero-width characters', () => {
    expect(excerptOf('\t(a)\tx', 'x')).toBe('\t(a)\tx\n\t   \t^');
    expect(excerptOf('第一条 x', 'x')).toBe('第一条 x\n\u3000\u3000\u3000 ^');
    expect(excerptOf('cafe\u0301\u200B x', 'x')).toBe('cafe\u0301\u200B x\n     ^');
    expect(excerptOf('第一条 x', '第一条')).toBe('第一条 x\n^^^^^^');
  });

  test('cuts a long line around the range', () => {
    const words = 'lorem '.repeat(200);
    const [source = '', carets = ''] = excerptOf(`${words}(iv) four; ${words}`, '(iv)').split('\n');
    expect(source).toHaveLength(122);
    expect(source).toMatch(/^….*\(iv\) four; .*…$/);
    expect(carets.indexOf('^')).toBe(source.indexOf('(iv)'));
    expect(carets.trim()).toBe('^^^^');
  });

  test('shows all of the width where the range stands at an end of a long line', () => {
    const words = 'lorem '.repeat(200);
    const [atStart = ''] = excerptOf(`(i) ${words}`, '(i)').split('\n');
    expect(atStart).toMatch(/^\(i\) lorem.*…$/);
    expect(atStart).toHaveLength(121);
    const [atEnd = ''] = excerptOf(`${words}end`, 'end').split('\n');
    expect(atEnd).toMatch(/^….*end$/);
    expect(atEnd).toHaveLength(121);
  });

  test('never parts a surrogate pair', () => {
    const text = `${'𠮷'.repeat(61)}x${'𠮷'.repeat(100)}`;
    const { source } = excerpt(new TextSnapshot(text), range(122, 123));
    // A lone half does not survive the way through UTF-8.
    expect(Buffer.from(source).toString()).toBe(source);
  });
});

test('control characters of a document do not reach the terminal', () => {
  expect(printable('a\x1B[31mb\x07\x9B\tc\f')).toBe('a·[31mb··\tc·');
});
