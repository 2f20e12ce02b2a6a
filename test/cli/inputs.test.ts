import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findInputs } from '../../server/src/cli/inputs.ts';
import { folderWith } from './world.ts';

async function pathsFor(folder: string, ...paths: string[]): Promise<string[]> {
  const { inputs, missing } = await findInputs(paths, folder);
  return [...inputs.map((input) => input.path), ...missing.map(({ path, reason }) => `${path}: ${reason}`)];
}

describe('a folder', () => {
  test('is searched for documents by their names, in all its folders', async () => {
    const folder = folderWith({
      'deal/b.agreement': '',
      'deal/a.LEGAL': '',
      'deal/deep/er/c.legal.md': '',
      'deal/d.legal.txt': '',
      'deal/e.contract': '',
      'deal/f.articles': '',
      'deal/g.bylaws': '',
      'deal/notes.txt': '',
      'deal/README.md': '',
      'deal/node_modules/x/x.legal': '',
    });
    const inDeal = [
      'a.LEGAL',
      'b.agreement',
      'd.legal.txt',
      'deep/er/c.legal.md',
      'e.contract',
      'f.articles',
      'g.bylaws',
    ];
    expect(await pathsFor(folder, 'deal')).toEqual(inDeal.map((name) => `deal/${name}`));
    expect(await pathsFor(folder, 'deal/')).toEqual(inDeal.map((name) => `deal/${name}`));
    expect(await pathsFor(join(folder, 'deal'), '.')).toEqual(inDeal);
    expect(await pathsFor('/', join(folder, 'deal'))).toEqual(
      inDeal.map((name) => join(folder, 'deal', name)),
    );
  });

  test('is searched for other endings where they are asked for', async () => {
    const folder = folderWith({ 'deal/a.txt': '', 'deal/b.legal': '', 'deal/c.md': '', 'deal/in/D.TXT': '' });
    const { inputs } = await findInputs(['deal'], folder, ['.txt']);
    expect(inputs.map(({ path }) => path)).toEqual(['deal/a.txt', 'deal/b.legal', 'deal/in/D.TXT']);
  });

  test('whose own name looks like a pattern is searched all the same', async () => {
    const folder = folderWith({ 'deal [1] {x}/a.legal': '' });
    expect(await pathsFor(folder, 'deal [1] {x}')).toEqual(['deal [1] {x}/a.legal']);
  });

  test('is searched without following links, which may lead back to it', async () => {
    const folder = folderWith({ 'deal/a.legal': '' });
    symlinkSync(join(folder, 'deal'), join(folder, 'deal', 'again'));
    symlinkSync(join(folder, 'deal/a.legal'), join(folder, 'deal', 'b.legal'));
    expect(await pathsFor(folder, 'deal')).toEqual(['deal/a.legal']);
    expect(await pathsFor(folder, 'deal/b.legal')).toEqual(['deal/b.legal']);
  });

  test('without documents is not passed over in silence', async () => {
    expect(await pathsFor(folderWith({ 'deal/a.txt': '' }), 'deal')).toEqual([
      expect.stringContaining('deal: no document in this folder (.legal, '),
    ]);
  });
});

describe('a file', () => {
  test('named directly is read whatever its name', async () => {
    const folder = folderWith({ 'a.txt': '', 'Draft [2].doc': '' });
    expect(await pathsFor(folder, 'a.txt', 'Draft [2].doc')).toEqual(['a.txt', 'Draft [2].doc']);
  });

  test('is done once, however often it is named', async () => {
    const folder = folderWith({ 'a.legal': '', 'b.legal': '' });
    expect(await pathsFor(folder, 'b.legal', './b.legal', '.', '*.legal', join(folder, 'a.legal'))).toEqual([
      'b.legal',
      'a.legal',
    ]);
  });

  test('that is not there is told', async () => {
    expect(await pathsFor(folderWith({}), 'a.legal')).toEqual(['a.legal: no such file or folder']);
  });
});

describe('a pattern', () => {
  test('takes any file it fits, sorted', async () => {
    const folder = folderWith({ 'b.txt': '', 'a.txt': '', 'in/c.txt': '', 'd.md': '' });
    expect(await pathsFor(folder, '*.txt')).toEqual(['a.txt', 'b.txt']);
    expect(await pathsFor(folder, '**/*.{txt,md}')).toEqual(['a.txt', 'b.txt', 'd.md', 'in/c.txt']);
    expect(await pathsFor(join(folder, 'in'), '../*.txt')).toEqual(['../a.txt', '../b.txt']);
  });

  test('that fits nothing is told', async () => {
    expect(await pathsFor(folderWith({}), '*.txt')).toEqual(['*.txt: no file matches this pattern']);
  });
});

test('a dash is standard input, once', async () => {
  expect(await findInputs(['-', '-'], '/')).toEqual({
    inputs: [{ path: '<stdin>', file: null }],
    missing: [],
  });
});
