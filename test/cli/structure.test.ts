import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../../server/src/cli/program.ts';
import { folderWith, recordIo } from './world.ts';

const lease = `Article 1. (House)

The house is let under Articles 2 to 4.

Article 2. (Rent)

2.1 The rent is due on Mondays.

2.2 Section 2.1 applies to the deposit of Article 3.

Article 3. (Deposit)

The deposit is paid back under the preceding Article.

Article 4. (Term)

The term ends under Section 2.2 and Article 9.
`;

async function run(folder: string, ...argv: string[]) {
  const io = recordIo(folder);
  const exitCode = await runProgram([...argv, '--no-color'], io, async () => undefined);
  return { exitCode, stdout: io.stdout, stderr: io.stderr };
}

const changedLines = (diff: string): string[] =>
  diff.split('\n').filter((line) => /^[+-](?![+-])/.test(line) && line.length > 1);

describe('commands that change the structure', () => {
  test('insert a provision: numbers shift, citations follow, a range does not take in the stranger', async () => {
    const folder = folderWith({ 'a.legal': lease });
    const { exitCode, stdout } = await run(
      folder,
      'insert',
      'a.legal',
      '--after',
      'Article 2',
      '--heading',
      'Article. (Heat)',
    );
    expect(exitCode).toBe(0);
    expect(changedLines(stdout)).toMatchInlineSnapshot(`
      [
        "-The house is let under Articles 2 to 4.",
        "+The house is let under Articles 2, 4 and 5.",
        "-2.2 Section 2.1 applies to the deposit of Article 3.",
        "+2.2 Section 2.1 applies to the deposit of Article 4.",
        "-Article 3. (Deposit)",
        "+Article 3. (Heat)",
        "-The deposit is paid back under the preceding Article.",
        "+Article 4. (Deposit)",
        "-Article 4. (Term)",
        "+The deposit is paid back under Article 2.",
        "+Article 5. (Term)",
      ]
    `);
    expect(readFileSync(join(folder, 'a.legal'), 'utf8')).toBe(lease);
  });

  test('move a provision: what is relative gives way to the number, or is kept and listed', async () => {
    const folder = folderWith({ 'a.legal': lease });
    const move = ['move', 'a.legal', 'Article 4', '--before', 'Article 3'];
    const { exitCode, stdout } = await run(folder, ...move);
    expect(exitCode).toBe(0);
    expect(changedLines(stdout)).toMatchInlineSnapshot(`
      [
        "-2.2 Section 2.1 applies to the deposit of Article 3.",
        "+2.2 Section 2.1 applies to the deposit of Article 4.",
        "-Article 3. (Deposit)",
        "+Article 3. (Term)",
        "-The deposit is paid back under the preceding Article.",
        "+The term ends under Section 2.2 and Article 9.",
        "-Article 4. (Term)",
        "+Article 4. (Deposit)",
        "-The term ends under Section 2.2 and Article 9.",
        "+The deposit is paid back under Article 2.",
      ]
    `);
    const kept = await run(folder, ...move, '--keep-relative', '--write');
    expect(kept.exitCode).toBe(1);
    expect(kept.stderr).toMatchInlineSnapshot(`
      "proviso: a.legal:13:32: decide: After this change it would mean Article 3.
      proviso: a.legal: nothing is written while places need your decision; --all writes the rest
      "
    `);
    expect(readFileSync(join(folder, 'a.legal'), 'utf8')).toBe(lease);
  });

  test('delete a provision: what cites it is marked and listed, and nothing is written without being told so', async () => {
    const folder = folderWith({ 'a.legal': lease });
    const stopped = await run(folder, 'delete', 'a.legal', 'Section 2.1', '--write');
    expect(stopped.exitCode).toBe(1);
    expect(stopped.stderr).toMatchInlineSnapshot(`
      "proviso: a.legal:9:5: decide: It cites Section 2.1, which is deleted: say what it is to mean.
      proviso: a.legal: nothing is written while places need your decision; --all writes the rest
      "
    `);
    expect(readFileSync(join(folder, 'a.legal'), 'utf8')).toBe(lease);
    const written = await run(folder, 'delete', 'a.legal', 'Section 2.1', '--write', '--all');
    expect(changedLines(written.stdout)).toMatchInlineSnapshot(`
      [
        "-2.1 The rent is due on Mondays.",
        "+2.1 Section [•] applies to the deposit of Article 3.",
        "-2.2 Section 2.1 applies to the deposit of Article 3.",
        "-The term ends under Section 2.2 and Article 9.",
        "+The term ends under Section 2.1 and Article 9.",
      ]
    `);
    expect(readFileSync(join(folder, 'a.legal'), 'utf8')).toContain('Section [•] applies');
  });

  test('renumber what has a gap, and say which broken citation would come to mean something', async () => {
    const folder = folderWith({
      'a.legal': lease.replace('Article 4. (Term)', 'Article 5. (Term)').replace('2 to 4', '2 and 4'),
    });
    const { exitCode, stdout, stderr } = await run(folder, 'renumber', 'a.legal');
    expect(exitCode).toBe(1);
    expect(changedLines(stdout)).toMatchInlineSnapshot(`
      [
        "-Article 5. (Term)",
        "+Article 4. (Term)",
      ]
    `);
    expect(stderr).toMatchInlineSnapshot(`
      "proviso: a.legal:3:24: decide: This leads nowhere now; the number has to do with Article 5.
      "
    `);
  });

  test.each([
    [['insert', 'a.legal', '--heading', 'Heat'], /--before or --after/],
    [['delete', 'a.legal', 'Article 7'], /There is no Article 7/],
    [['move', 'a.legal', 'Section 2.1', '--after', 'Article 3'], /numbered in different ways/],
    [['renumber', 'a.legal'], /All numbers are in order/],
  ])('%j is refused', async (argv, message) => {
    const { exitCode, stderr } = await run(folderWith({ 'a.legal': lease }), ...argv);
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(2);
  });
});

describe('a number that branches off another one', () => {
  const inserted = async (text: string, after: string, heading: string) => {
    const folder = folderWith({ 'a.legal': text });
    const { stdout, stderr } = await run(
      folder,
      'insert',
      'a.legal',
      '--after',
      after,
      '--heading',
      heading,
      '--branch',
    );
    return [...changedLines(stdout), ...stderr.split('\n').filter((line) => line !== '')];
  };

  test('leaves all others as they are, but no range takes in the stranger', async () => {
    expect(await inserted(lease, 'Article 2', '(Heat)')).toEqual([
      '-The house is let under Articles 2 to 4.',
      '+The house is let under Articles 2, 3 and 4.',
      '+Article 2-2. (Heat)',
      '-The deposit is paid back under the preceding Article.',
      '+The deposit is paid back under Article 2.',
    ]);
    expect(await inserted(lease, 'Section 2.1', 'The heat is due.')).toEqual(['+2.1A The heat is due.']);
  });

  test('goes on as the branches do that are there', async () => {
    const branched = lease.replace(
      'Article 4. (Term)',
      'Article 3-2. (Keys)\n\nThe keys.\n\nArticle 4. (Term)',
    );
    expect(await inserted(branched, 'Article 3', 'Light')).toEqual([
      '-The house is let under Articles 2 to 4.',
      '+The house is let under Articles 2 to 3-2 and 4.',
      '+Article 3-3. (Light)',
    ]);
    expect(await inserted(branched, 'Article 1', 'Light')).toEqual(['+Article 1-2. (Light)']);
  });
});

describe('a list whose members come to follow each other', () => {
  const listed = `Article 1. (House)

The house is let under Articles 2, 3 and 5, and RANGE.

Article 2. (Rent)

The rent is due.

Article 3. (Deposit)

The deposit is paid.

Article 4. (Heat)

The heat is free.

Article 5. (Term)

The term ends.
`;

  const without4 = async (words: string) => {
    const folder = folderWith({ 'a.legal': listed.replace('RANGE', words) });
    const { stdout } = await run(folder, 'delete', 'a.legal', 'Article 4');
    return changedLines(stdout).find((line) => line.startsWith('+The house'));
  };

  test('becomes a range where the document writes ranges', async () => {
    expect(await without4('then Articles 1 through 3')).toBe(
      '+The house is let under Articles 2 through 4, and then Articles 1 through 3.',
    );
  });

  test('stays a list where the document writes lists, or has neither', async () => {
    expect(await without4('then Articles 1, 2 and 3')).toBe(
      '+The house is let under Articles 2, 3 and 4, and then Articles 1, 2 and 3.',
    );
    expect(await without4('then the law')).toBe(
      '+The house is let under Articles 2, 3 and 4, and then the law.',
    );
  });
});
