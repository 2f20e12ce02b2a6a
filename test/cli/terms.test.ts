import { describe, expect, test } from 'vitest';
import { csvRow } from '../../server/src/cli/csv.ts';
import { type TermsArguments, terms } from '../../server/src/cli/terms.ts';
import { folderWith, recordIo } from './world.ts';

const sale = `SALE AGREEMENT

1. Terms. "Lot" means a chest, a "half" chest or a bag of Tea. "Barge" means a flat boat.

"Tea" has the meaning given to it in the Tea Agreement.

2. Sale. Each Lot is sold.
`;

async function run(documents: Record<string, string>, given: Partial<TermsArguments> = {}) {
  const io = recordIo(folderWith(documents));
  const paths = Object.keys(documents);
  const exitCode = await terms(
    { paths, encoding: null, rules: [], config: false, json: false, csv: false, ...given },
    io,
  );
  return { exitCode, stdout: io.stdout, stderr: io.stderr };
}

describe('the terms of documents', () => {
  test('are listed for people, with what is found of them', async () => {
    const { exitCode, stdout } = await run({ 'sale.legal': sale, 'none.legal': 'Nothing is defined.\n' });
    expect(stdout).toMatchInlineSnapshot(`
      "sale.legal
      term   used  line  defined in  meaning
      Barge  0     3     Section 1   a flat boat.
          warning unused-definition (line 3) “Barge” is defined here and never used.
      Lot    1     3     Section 1   a chest, a "half" chest or a bag of Tea.
      Tea    2     5     Section 1   see the Tea Agreement

      none.legal
      no defined terms
      "
    `);
    expect(exitCode).toBe(0);
  });

  test('are listed for spreadsheets, each in its file', async () => {
    const { stdout } = await run({ 'sale.legal': sale }, { csv: true });
    expect(stdout.replaceAll('\r', '<CR>')).toMatchInlineSnapshot(`
      "﻿File,Term,Meaning,Defined in,Line,Holds in,Uses,Findings<CR>
      sale.legal,Barge,a flat boat.,Section 1,3,,0,unused-definition: “Barge” is defined here and never used.<CR>
      sale.legal,Lot,"a chest, a ""half"" chest or a bag of Tea.",Section 1,3,,1,<CR>
      sale.legal,Tea,see the Tea Agreement,Section 1,5,,2,<CR>
      "
    `);
  });

  test('are listed for programs, with all places', async () => {
    const { stdout } = await run(
      { 'sale.legal': sale, 'none.legal': 'Nothing is defined.\n' },
      { json: true },
    );
    const { version, files } = JSON.parse(stdout);
    expect(version).toBe(1);
    expect(files.map(({ path }: { path: string }) => path)).toEqual(['sale.legal', 'none.legal']);
    expect(files[0].terms).toMatchObject([
      { term: 'Barge', uses: [], findings: [{ rule: 'unused-definition', line: 3 }] },
      {
        term: 'Lot',
        meaning: 'a chest, a "half" chest or a bag of Tea.',
        provision: 'Section 1',
        definitions: [{ line: 3, column: 12, form: 'means' }],
        uses: [{ text: 'Lot', line: 7, column: 15 }],
        findings: [],
      },
      { term: 'Tea', meaning: '', pointsTo: 'the Tea Agreement' },
    ]);
    expect(files[1].terms).toEqual([]);
  });

  test('of a file that cannot be read are not listed, and the others are', async () => {
    const { exitCode, stdout, stderr } = await run(
      { 'sale.legal': sale },
      { paths: ['missing.legal', 'sale.legal'] },
    );
    expect(stdout).toContain('Barge');
    expect(stderr).toContain('missing.legal');
    expect(exitCode).toBe(2);
  });

  test('do not reach the terminal with the control characters of a document', async () => {
    const { stdout } = await run({ 'sale.legal': sale.replace('flat', 'fl\u001b[31mat') });
    expect(stdout).not.toContain('\u001b');
  });
});

describe('a row for spreadsheets', () => {
  test.each([
    [['plain', 'a, b', 'say "yes"', 'one\ntwo'], 'plain,"a, b","say ""yes""","one\ntwo"\r\n'],
    [['=1+1', '+1', '-1', '@sum', '|x', ' =1'], `'=1+1,'+1,'-1,'@sum,'|x,' =1\r\n`],
    [['=A1,"x"'], `"'=A1,""x"""\r\n`],
    [['tab\there', 'bell\u0007', '\r=1', '\n=1'], `tab here,"bell ",' =1,"'\n=1"\r\n`],
    [['', '12', 'naïve “x”'], ',12,naïve “x”\r\n'],
  ])('%j', (cells, written) => expect(csvRow(cells)).toBe(written));
});
