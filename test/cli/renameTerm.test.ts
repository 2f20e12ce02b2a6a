import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch } from 'diff';
import { describe, expect, test } from 'vitest';
import { encodeText } from '../../server/src/cli/encoding.ts';
import { type RenameTermArguments, renameTerm } from '../../server/src/cli/renameTerm.ts';
import { folderWith, recordIo } from './world.ts';

const share = `Article 1. (Shares)

"New Share" means a share issued on the Closing Date. A new share has one vote.

Article 2. (Payment)

The New Shares are paid for at once – for 5 €. Under the New
Shares' terms nothing is owed.
`;

async function run(folder: string, given: Partial<RenameTermArguments> = {}) {
  const io = recordIo(folder);
  const exitCode = await renameTerm(
    {
      paths: ['a.legal'],
      encoding: null,
      rules: [],
      config: false,
      json: false,
      write: false,
      all: false,
      term: 'New Share',
      newName: 'Subscription Share',
      inside: null,
      ...given,
    },
    io,
  );
  return { exitCode, stdout: io.stdout, stderr: io.stderr };
}

describe('rename-term', () => {
  test('shows what it would change as a diff, says what is left to decide, and writes nothing', async () => {
    const folder = folderWith({ 'a.legal': share });
    const { exitCode, stdout, stderr } = await run(folder);
    expect(stdout).toMatchInlineSnapshot(`
      "--- a/a.legal
      +++ b/a.legal
      @@ -1,8 +1,8 @@
       Article 1. (Shares)
       
      -"New Share" means a share issued on the Closing Date. A new share has one vote.
      +"Subscription Share" means a share issued on the Closing Date. A new share has one vote.
       
       Article 2. (Payment)
       
      -The New Shares are paid for at once – for 5 €. Under the New
      +The Subscription Shares are paid for at once – for 5 €. Under the Subscription
       Shares' terms nothing is owed.
      "
    `);
    expect(stderr).toMatchInlineSnapshot(`
      "proviso: a.legal:3:57: decide: “New Share” stands here in small letters.
      "
    `);
    expect(exitCode).toBe(1);
    expect(readFileSync(join(folder, 'a.legal'), 'utf8')).toBe(share);
    expect(applyPatch(share, stdout)).toContain('"Subscription Share" means');
  });

  test('writes it in the encoding that the file has', async () => {
    const bytes = encodeText(share, { encoding: 'windows-1252', marked: false });
    const folder = folderWith({ 'a.legal': bytes });
    const { stdout } = await run(folder, { write: true });
    const written = readFileSync(join(folder, 'a.legal'));
    const text = applyPatch(share, stdout);
    expect(text).toBeTruthy();
    expect(written.equals(encodeText(String(text), { encoding: 'windows-1252', marked: false }))).toBe(true);
  });

  test('writes nothing where the new name has no place in the encoding', async () => {
    const bytes = encodeText(share, { encoding: 'windows-1252', marked: false });
    const folder = folderWith({ 'a.legal': bytes });
    const { exitCode, stdout, stderr } = await run(folder, { write: true, newName: 'Neue Łódź' });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('a.legal: left as it is: "Ł" has no place in Windows-1252');
    expect(readFileSync(join(folder, 'a.legal')).equals(bytes)).toBe(true);
  });

  test('prints the edits with their reasons as JSON', async () => {
    const folder = folderWith({ 'a.legal': share });
    const { stdout } = await run(folder, { json: true });
    const { edits, decisions, written } = JSON.parse(stdout);
    expect(written).toBe(false);
    expect(edits[0]).toEqual({
      start: 22,
      end: 31,
      line: 3,
      column: 2,
      text: 'New Share',
      newText: 'Subscription Share',
      reason: 'definition',
      explanation: '“New Share” is defined here.',
      needsConfirmation: false,
      made: true,
    });
    expect(edits).toHaveLength(3);
    expect(decisions).toMatchObject([{ line: 3, text: 'new share' }]);
  });

  test('says why a term cannot be renamed', async () => {
    const folder = folderWith({ 'a.legal': share });
    expect(await run(folder, { term: 'Old Share', write: true })).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'proviso: a.legal: “Old Share” is defined nowhere.\n',
    });
    expect((await run(folder, { newName: 'Closing Date' })).stderr).toContain('already stands in line 3');
    expect((await run(folder, { newName: 'share' })).stderr).toContain('begins with a capital');
    expect(JSON.parse((await run(folder, { newName: '', json: true })).stdout)).toEqual({
      version: 1,
      file: 'a.legal',
      refusal: 'The new name is empty.',
    });
  });

  test('renames a term of the attachment that is named', async () => {
    const text = `LEASE AGREEMENT

1. Boat. The boat on the quay (the "Vessel") is let. The Vessel is old.

Exhibit A

SALE AGREEMENT

1. Ship. The ship in the dock (the "Vessel") is sold. The Vessel is new.
`;
    const folder = folderWith({ 'a.legal': text });
    expect((await run(folder, { term: 'Vessel', newName: 'Craft' })).stderr).toMatchInlineSnapshot(`
      "proviso: a.legal: “Vessel” is defined in instrument “LEASE AGREEMENT” and in Exhibit A: say in which instrument.
      "
    `);
    const { stdout } = await run(folder, { term: 'Vessel', newName: 'Craft', inside: 'Exhibit A' });
    expect(applyPatch(text, stdout)).toBe(
      text
        .replace('dock (the "Vessel")', 'dock (the "Craft")')
        .replace('The Vessel is new', 'The Craft is new'),
    );
  });
});
