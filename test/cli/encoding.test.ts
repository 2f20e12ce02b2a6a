import { describe, expect, test } from 'vitest';
import { decodeText, EncodingError, resolveEncoding } from '../../server/src/cli/encoding.ts';

const text = 'Article 1.\nThe “Café” pays €5 — § 2.\n';

function utf16be(value: string): Buffer {
  return Buffer.from(value, 'utf16le').swap16();
}

describe('an encoding is told', () => {
  test.each([
    ['from UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['from UTF-8 without one', Buffer.from(text)],
    ['from UTF-16 LE with a byte order mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['from UTF-16 BE with a byte order mark', utf16be(`\uFEFF${text}`)],
    ['from UTF-16 LE by its zero bytes', Buffer.from(text, 'utf16le')],
    ['from UTF-16 BE by its zero bytes', utf16be(text)],
  ])('%s', (_, bytes) => {
    expect(decodeText(bytes, null)).toMatchObject({ text, note: null });
  });

  test('as Windows-1252 where it is nothing else, with a note', () => {
    const bytes = Buffer.from([0x93, 0x43, 0x61, 0x66, 0xe9, 0x94, 0x20, 0x80, 0x35, 0x20, 0x97, 0x20, 0xa7]);
    const decoded = decodeText(bytes, null);
    expect(decoded.text).toBe('“Café” €5 — §');
    expect(decoded.note).toContain('read as Windows-1252');
  });

  test('for an empty file', () => {
    expect(decodeText(new Uint8Array(), null)).toMatchObject({ text: '', note: null });
  });
});

describe('Windows-1252', () => {
  test('has its own characters from 0x80 to 0x9F, and Latin-1 around them', () => {
    const all = Uint8Array.from({ length: 255 }, (_, index) => index + 1);
    const { text: decoded } = decodeText(all, 'windows-1252');
    expect(decoded).toHaveLength(255);
    expect(decoded.slice(0x80 - 1, 0xa0 - 1)).toBe('€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ');
    expect(decoded.slice(0xa0 - 1)).toBe(Buffer.from(all.subarray(0xa0 - 1)).toString('latin1'));
  });

  test('is read from a part of a larger buffer', () => {
    expect(decodeText(Buffer.from('xx\x93y\x94xx', 'latin1').subarray(2, 5), 'cp1252').text).toBe('“y”');
  });
});

describe('a named encoding', () => {
  test('overrides what the bytes look like', () => {
    expect(decodeText(Buffer.from('é'), 'windows-1252').text).toBe('Ã©');
    expect(decodeText(Buffer.from('é'), 'latin1').text).toBe('Ã©');
    expect(decodeText(Buffer.from([0x91, 0xe6, 0x88, 0xea, 0x8f, 0xf0]), 'shift_jis').text).toBe('第一条');
    expect(decodeText(utf16be('第一条'), 'UTF-16BE').text).toBe('第一条');
    expect(decodeText(Buffer.from('第一条', 'utf16le'), 'utf-16le').text).toBe('第一条');
  });

  test('drops the byte order mark', () => {
    expect(decodeText(Buffer.from('\uFEFFa'), 'utf-8').text).toBe('a');
    expect(decodeText(Buffer.from('\uFEFFa', 'utf16le'), 'utf-16le').text).toBe('a');
  });

  test('reads what it can where not all is valid, and says so', () => {
    const { text: decoded, note } = decodeText(Buffer.from([0x61, 0xff, 0x62]), 'utf-8');
    expect(decoded).toBe('a\uFFFDb');
    expect(note).toBe('not all of it is valid UTF-8; what is not was read as "\uFFFD"');
  });

  test('goes by any of its usual names', () => {
    expect(resolveEncoding('UTF8')).toBe('utf-8');
    expect(resolveEncoding('latin1')).toBe('windows-1252');
    expect(resolveEncoding('sjis')).toBe('shift_jis');
  });

  test('must exist', () => {
    expect(() => resolveEncoding('klingon')).toThrow(EncodingError);
    expect(() => decodeText(Buffer.from(text), 'klingon')).toThrow('unknown encoding "klingon"');
  });
});

describe('no text', () => {
  test.each([
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44]),
    ],
    ['text with a NUL', Buffer.from('Article 1.\0')],
    ['many zeros', Buffer.alloc(64)],
  ])('%s is binary', (_, bytes) => {
    expect(() => decodeText(bytes, null)).toThrow('binary file');
  });

  test('UTF-32 is named as such', () => {
    expect(() => decodeText(Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), null)).toThrow('UTF-32');
    expect(() => decodeText(Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x41]), null)).toThrow('UTF-32');
  });
});
