import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { looksLegal } from '../../server/src/core/text/looks-legal.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

function looks(text: string): boolean {
  const lines = text.split(/\r?\n/);
  return looksLegal(lines.length, (line) => lines[line] ?? '');
}

function filesIn(folder: string, wanted: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => wanted.test(name))
    .map((name) => join(folder, name));
}

const share = (files: readonly string[]) =>
  files.filter((file) => looks(readFileSync(file, 'utf8'))).length / files.length;

describe('a legal document', () => {
  it.each(filesIn(join(root, 'samples'), /\.(?:legal|agreement|md)$/))(
    'is told from its first lines: %s',
    (file) => {
      expect(looks(readFileSync(file, 'utf8'))).toBe(true);
    },
  );

  const corpus = join(root, '../shared/corpus');
  it.skipIf(!existsSync(corpus))('is told in most real cases', () => {
    expect(share(filesIn(join(corpus, 'contracts'), /\.txt$/))).toBeGreaterThan(0.92);
    expect(share(filesIn(join(corpus, 'long'), /\.txt$/))).toBeGreaterThan(0.92);
    expect(share(filesIn(join(corpus, 'articles'), /\.(?:txt|md)$/))).toBeGreaterThan(0.7);
  });
});

describe('any other text', () => {
  const readMes = filesIn(
    join(root, 'node_modules'),
    /(?:^|\/)(?:README|CHANGELOG|HISTORY|CONTRIBUTING)[^/]*\.md$/i,
  );

  it('that comes with a program is never taken for one', () => {
    expect(readMes.length).toBeGreaterThan(100);
    expect(readMes.filter((file) => looks(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['a shopping list', '1. Milk\n2. Bread\n3. Tea\n4. Eggs\n'],
    ['a letter', 'Dear Ms. Brown,\n\nthe contract is on its way. We shall meet on Monday.\n\nYours\n'],
    ['a log', '2025-01-01 12:00:00 INFO Section 3 loaded\n'.repeat(100)],
    [
      'minutes',
      '# Minutes\n\n## 1. Opening\n\nThe chair opened the meeting.\n\n## 2. Budget\n\nIt was discussed.\n',
    ],
    [
      'an essay',
      '# On Contracts\n\nA contract is an agreement between parties. Most contracts are short.\n'.repeat(5),
    ],
  ])('is not taken for one: %s', (_, text) => {
    expect(looks(text)).toBe(false);
  });
});

it('reads the first lines only, and of long ones no more than it needs', () => {
  const linesRead = (text: string) => {
    let read = 0;
    looksLegal(1_000_000, () => {
      read += 1;
      return text;
    });
    return read;
  };
  expect(linesRead('Section 1. Rent. The rent is due.')).toBe(200);
  expect(linesRead('Section 1. The parties shall pay. '.repeat(1000))).toBeLessThan(30);
});
