import { describe, expect, it } from 'vitest';
import { pinScheme, replacementBetween } from '../../client/src/pinnedScheme.ts';

const pinned = { article: 'arabic', item: 'alpha-lower' };

describe('a scheme is pinned', () => {
  it.each(['', '\n', '{}'])('in a file that holds nothing: %j', (text) => {
    expect(JSON.parse(pinScheme(text, pinned) ?? '')).toEqual({ scheme: pinned });
  });

  it('without touching what stands there', () => {
    const text = `{
  // agreed with the client
  "rules": { "numbering-gap": "off" },
  "scheme": {
    "article": "roman-upper", // as of old
    "part": "word"
  }
}
`;
    expect(pinScheme(text, pinned)).toBe(`{
  // agreed with the client
  "rules": { "numbering-gap": "off" },
  "scheme": {
    "article": "arabic", // as of old
    "part": "word",
    "item": "alpha-lower"
  }
}
`);
  });

  it('not again where it is pinned so', () => {
    const text = '{"scheme":{"article":"arabic","item":"alpha-lower",},}';
    expect(pinScheme(text, pinned)).toBe(text);
  });

  it.each(['{', '[]', '"scheme"', '{"scheme": 1}'])('not in a file that holds something else: %s', (text) => {
    expect(pinScheme(text, pinned)).toBeNull();
  });
});

it('the replacement between two texts is as small as it can be', () => {
  const apply = (before: string, after: string) => {
    const { start, end, newText } = replacementBetween(before, after);
    expect(before.slice(0, start) + newText + before.slice(end)).toBe(after);
    return [before.slice(start, end), newText];
  };
  expect(apply('abc', 'abXc')).toEqual(['', 'X']);
  expect(apply('aa', 'aaa')).toEqual(['', 'a']);
  expect(apply('abc', 'ac')).toEqual(['b', '']);
  expect(apply('', '{}')).toEqual(['', '{}']);
  expect(apply('same', 'same')).toEqual(['', '']);
});
