import { expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { attachmentLinks } from '../../server/src/core/features/links.ts';
import { parseDocument } from '../fixture.ts';
import { renderListing } from '../render.ts';

function shown(source: string): string {
  const { text } = parseDocument(source);
  const analysis = analyze(text);
  const links = attachmentLinks(analysis).map(({ range, target }) => ({
    range,
    label: `line ${analysis.snapshot.lineAt(target.heading.start) + 1}`,
  }));
  return `\n${renderListing(text, links)}\n`;
}

test('mentions of attachments lead to their headings, one by one and over line ends', () => {
  expect(
    shown(`
    SERVICES AGREEMENT

    1. Services. The services of Exhibit A are paid as in Schedules 1 and 2, but see Exhibit
    B-1 and EXHIBIT A.

    2. Others. Exhibit C is missing, and Schedule 1 to the Company's Report is another paper.

    EXHIBIT A

    SERVICES

    The services of this Exhibit A are many.

    EXHIBIT B-1

    RATES

    The rates.

    SCHEDULE 1

    PAYMENT

    The payment.

    SCHEDULE 2

    DATES

    The dates.
  `),
  ).toMatchInlineSnapshot(`
    "
    SERVICES AGREEMENT

    1. Services. The services of Exhibit A are paid as in Schedules 1 and 2, but see Exhibit
                                 ^^^^^^^^^ line 8
                                                          ^^^^^^^^^^^ line 20
                                                                          ^ line 26
                                                                                     ^^^^^^^> line 14
    B-1 and EXHIBIT A.
    ^^^< line 14
            ^^^^^^^^^ line 8

    2. Others. Exhibit C is missing, and Schedule 1 to the Company's Report is another paper.

    EXHIBIT A

    SERVICES

    The services of this Exhibit A are many.
                         ^^^^^^^^^ line 8

    EXHIBIT B-1

    RATES

    The rates.

    SCHEDULE 1

    PAYMENT

    The payment.

    SCHEDULE 2

    DATES

    The dates.

    "
  `);
});

test('a document without attachments has no links', () => {
  expect(attachmentLinks(analyze('1. Rent. The rent of Exhibit A is due.\n'))).toEqual([]);
});
