import { expect, it } from 'vitest';
import { TextsAhead } from '../../server/src/lsp/documents/textsAhead.ts';

const names = Array.from({ length: 30 }, (_, at) => `file:///deal/${at}.agreement`);

it('texts are read once each, a few ahead of who takes them', async () => {
  const fetched: string[] = [];
  const ahead = new TextsAhead(async (uri) => {
    fetched.push(uri);
    return `text of ${uri}`;
  });
  ahead.expect(names);
  expect(fetched).toEqual(names.slice(0, 8));
  for (const [at, uri] of names.entries()) {
    expect(await ahead.take(uri)).toBe(`text of ${uri}`);
    expect(fetched.length).toBe(Math.min(names.length, at + 9));
  }
  expect(fetched).toEqual(names);
  expect(ahead.take(names[0] as string)).toBeUndefined();
});

it('what nobody expected is not there, and reads nothing', () => {
  const ahead = new TextsAhead(() => expect.unreachable());
  expect(ahead.take('file:///other.agreement')).toBeUndefined();
});

it('a text that cannot be read fails for who takes it, and for nobody else', async () => {
  const ahead = new TextsAhead(async (uri) => {
    if (uri === names[0]) throw new Error('not allowed');
    return uri;
  });
  ahead.expect(names.slice(0, 2));
  await expect(ahead.take(names[0] as string)).rejects.toThrow('not allowed');
  expect(await ahead.take(names[1] as string)).toBe(names[1]);
});
