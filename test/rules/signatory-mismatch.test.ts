import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { runRules } from '../../server/src/core/rules/run.ts';
import { signatoryMismatch } from '../../server/src/core/rules/signatory-mismatch.ts';

const preamble =
  'SUPPLY AGREEMENT\n\nThis Supply Agreement is made by and between Alder Mills, Inc., a company of Maine (the "Seller"), and Birch Bakery LLC (the "Buyer").\n\nSection 1. Supply. The Seller sells flour to the Buyer.\n\n';
const witness = 'IN WITNESS WHEREOF, the parties have signed.\n\n';
const block = (name: string): string => `${name}\n\nBy: ______________________\n\n`;

/** The parties that a document is said to have no block for. */
const missing = (text: string): string[] =>
  runRules(analyze(text), { rules: [signatoryMismatch] }).map(({ range }) =>
    text.slice(range.start, range.end),
  );

describe('a party without a signature block', () => {
  test('is told where another party has one', () => {
    expect(missing(preamble + witness + block('ALDER MILLS, INC.'))).toEqual(['Birch Bakery LLC']);
    expect(missing(preamble + witness + block('Birch Bakery'))).toEqual(['Alder Mills, Inc.']);
  });

  test.each([
    ['both sign', witness + block('ALDER MILLS, INC.') + block('BIRCH BAKERY LLC')],
    ['one signs by its short name', witness + block('Alder Mills') + block('BUYER')],
    [
      'one signs behind a schedule',
      `${witness}${block('Alder Mills')}EXHIBIT A\n\nPrices\n\n${block('Birch Bakery LLC')}`,
    ],
    ['nobody signs', ''],
    ['the names that sign are others', witness + block('CEDAR FINANCE CORP.')],
    ['one signs for all', `${witness}${block('Alder Mills')}${block('BAKERS’ REPRESENTATIVE')}`],
  ])('is not told where %s', (_, signatures) => {
    expect(missing(preamble + signatures)).toEqual([]);
  });
});
