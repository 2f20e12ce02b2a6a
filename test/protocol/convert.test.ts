import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextSnapshot } from '../../server/src/core/text/snapshot.ts';
import { toOffset, toPosition, toTextRange, wellFormedRange } from '../../server/src/lsp/protocol/convert.ts';

const text = fc.array(fc.constantFrom('a', '\u{1F4BC}', 'é', '\n', '\r\n', '\r', '\f', ' '), {
  maxLength: 40,
});

describe('positions', () => {
  it('count UTF-16 code units', () => {
    const snapshot = new TextSnapshot('“\u{1F4BC}” means\r\nx');
    expect(toPosition(snapshot, 4)).toEqual({ line: 0, character: 4 });
    expect(toPosition(snapshot, snapshot.text.length)).toEqual({ line: 1, character: 1 });
  });

  it('lead back to the offset they came from, but for one inside a line end', () => {
    fc.assert(
      fc.property(text, fc.nat(), (parts, seed) => {
        const snapshot = new TextSnapshot(parts.join(''));
        const offset = seed % (snapshot.text.length + 1);
        const insideLineEnd = snapshot.text.slice(offset - 1, offset + 1) === '\r\n';
        expect(toOffset(snapshot, toPosition(snapshot, offset))).toBe(insideLineEnd ? offset - 1 : offset);
      }),
    );
  });

  it('lead into the document whatever they say', () => {
    const anything = fc.oneof(fc.integer(), fc.double(), fc.constant(Number.NaN), fc.constant(Infinity));
    fc.assert(
      fc.property(text, anything, anything, (parts, line, character) => {
        const snapshot = new TextSnapshot(parts.join(''));
        const offset = toOffset(snapshot, { line, character });
        expect(Number.isInteger(offset) && offset >= 0 && offset <= snapshot.text.length).toBe(true);
      }),
    );
  });
});

describe('ranges', () => {
  it('that run backwards are turned round', () => {
    const snapshot = new TextSnapshot('one\ntwo');
    const range = { start: { line: 1, character: 2 }, end: { line: 0, character: 1 } };
    expect(toTextRange(snapshot, range)).toEqual({ start: 1, end: 6 });
  });

  it('have whole numbers that are not negative', () => {
    const range = { start: { line: -1, character: 0.9 }, end: { line: Number.NaN, character: Infinity } };
    expect(wellFormedRange(range)).toEqual({
      start: { line: 0, character: 0 },
      end: { line: 0, character: 2 ** 31 - 1 },
    });
  });
});
