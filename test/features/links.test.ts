import { expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { attachmentLinks } from '../../server/src/core/features/citations/links.ts';
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
                                                                                     ^^^^^^^ line 14
    B-1 and EXHIBIT A.
    ^^^ line 14
            ^^^^^^^^^ line 8

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

    "
  `);
});

test('a document without attachments has no links', () => {
  expect(attachmentLinks(analyze('1. Rent. The rent of Exhibit A is due.\n'))).toEqual([]);
});

const body = `
    1. Services. The services of Section 2 of Exhibit A are paid, and those of Section 7 of Exhibit A are not.

    2. Rates. The rates are due.

    EXHIBIT A

    SERVICES

    1. Time. The time is that of Section 2.

    2. Place. The place is the quay.

    EXHIBIT B

    RATES

    The rates.
`;

test('what stands in an attachment is a link from outside of it, and where it is not there the attachment', () => {
  expect(shown(body)).toMatchInlineSnapshot(`
    "
    1. Services. The services of Section 2 of Exhibit A are paid, and those of Section 7 of Exhibit A are not.
                                 ^^^^^^^^^^^^^^^^^^^^^^ line 11
                                                                               ^^^^^^^^^^^^^^^^^^^^^^ line 5

    2. Rates. The rates are due.

    EXHIBIT A

    SERVICES

    1. Time. The time is that of Section 2.

    2. Place. The place is the quay.

    EXHIBIT B

    RATES

    The rates.

    "
  `);
});

test('the attachments that contents list are links', () => {
  const contents = `
    TABLE OF CONTENTS

    1. Services ............ 1
    2. Rates ............... 2
    Exhibit A Services ..... 3
    Exhibit B Rates ........ 4

`;
  const listed = shown(contents + body.slice(1));
  expect(listed.slice(0, listed.indexOf('1. Services. The'))).toMatchInlineSnapshot(`
    "
    TABLE OF CONTENTS

    1. Services ............ 1
    2. Rates ............... 2
    Exhibit A Services ..... 3
    ^^^^^^^^^ line 12
    Exhibit B Rates ........ 4
    ^^^^^^^^^ line 20

    "
  `);
});
