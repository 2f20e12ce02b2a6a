import { describe, expect, it, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { completionsAt, mayComplete, previewOf } from '../../server/src/core/features/completion.ts';
import { readBegunTerm } from '../../server/src/core/features/terms/begun-term.ts';
import { parseDocument } from '../fixture.ts';

/** What is offered at the cursor, and what it takes the place of. */
function offered(source: string): string {
  const { text, cursor } = parseDocument(source);
  const found = completionsAt(analyze(text), cursor ?? -1);
  if (!found) return 'nothing';
  const rows = found.entries.map(({ text: words, gist, container }) => `${words} | ${gist} | ${container}`);
  return `\n[${text.slice(found.range.start, found.range.end)}]\n${rows.join('\n')}\n`;
}

const master = (typed: string, inExhibit = '') => `
  MASTER AGREEMENT

  1. Terms

  "Closing" means the handing over of the keys.

  "Closing Date" means the day of the Closing, on which each party does whatever it has to do under this agreement.

  "Cargo" has the meaning set forth in Section 2.

  "carrier" means whoever carries the Cargo.

  "including" means including without limitation.

  "Sale of Cargo" means that it is sold before the Closing Date, or on the Closing Date.

  2. Shipping

  What is in the hold (the "Cargo") is insured until the Closing Date. ${typed}

  EXHIBIT A

  SERVICE TERMS

  1. Terms. "Crew" means those on board.

  2. Service. Each of the Crew serves. ${inExhibit}
`;

describe('behind a capital letter', () => {
  it('the terms are offered that begin with it, those first that are used most', () => {
    expect(offered(master('Until the C$0'))).toMatchInlineSnapshot(`
      "
      [C]
      Closing Date | the day of the Closing, on which each party does whatever it has to do under … | Section 1
      Cargo | What is in the hold | Section 2
      Closing | the handing over of the keys. | Section 1
      "
    `);
  });

  it('those are left that begin as typed, over several words', () => {
    expect(offered(master('Until the Clos$0'))).toMatchInlineSnapshot(`
      "
      [Clos]
      Closing Date | the day of the Closing, on which each party does whatever it has to do under … | Section 1
      Closing | the handing over of the keys. | Section 1
      "
    `);
    expect(offered(master('Until the Closing $0'))).toMatchInlineSnapshot(`
      "
      [Closing ]
      Closing Date | the day of the Closing, on which each party does whatever it has to do under … | Section 1
      "
    `);
    expect(offered(master('Until the Sale of c$0'))).toMatchInlineSnapshot(`
      "
      [Sale of c]
      Sale of Cargo | that it is sold before the Closing Date, or on the Closing Date. | Section 1
      "
    `);
  });

  it('the longest words that may be a term are taken', () => {
    expect(offered(master('Closing Date Ca$0'))).toContain('[Ca]');
    expect(offered(master('The Ca$0'))).toContain('[Ca]');
  });

  it('where all is in capitals, so are the terms', () => {
    expect(offered(master('UNTIL THE CLOS$0'))).toMatchInlineSnapshot(`
      "
      [CLOS]
      CLOSING DATE | the day of the Closing, on which each party does whatever it has to do under … | Section 1
      CLOSING | the handing over of the keys. | Section 1
      "
    `);
  });

  it('those of the own exhibit come first, and those of another are not offered', () => {
    expect(offered(master('', 'Until the C$0'))).toMatch(/\n\[C\]\nCrew/);
    expect(offered(master('Until the C$0'))).not.toContain('Crew');
  });
});

test('behind an opening quote all terms are offered, also those in small letters', () => {
  expect(offered(master('The word "$0"'))).toMatchInlineSnapshot(`
    "
    []
    Closing Date | the day of the Closing, on which each party does whatever it has to do under … | Section 1
    Cargo | What is in the hold | Section 2
    Closing | the handing over of the keys. | Section 1
    Sale of Cargo | that it is sold before the Closing Date, or on the Closing Date. | Section 1
    carrier | whoever carries the Cargo. | Section 1
    "
  `);
  expect(offered(master('The word “ca$0'))).toMatchInlineSnapshot(`
    "
    [ca]
    Cargo | What is in the hold | Section 2
    carrier | whoever carries the Cargo. | Section 1
    "
  `);
});

test('the meaning is told of the entry that is looked at', () => {
  const { text, cursor } = parseDocument(master('Until the Sal$0'));
  const analysis = analyze(text);
  const [entry] = completionsAt(analysis, cursor ?? -1)?.entries ?? [];
  const preview = entry && previewOf(analysis, entry.subject);
  expect(preview?.kind === 'term' && preview.card.meaning[0]?.text.map(({ text: words }) => words)).toEqual([
    'that it is sold before the ',
    'Closing Date',
    ', or on the ',
    'Closing Date',
    '.',
  ]);
});

test('nothing is offered', () => {
  expect(offered(master('Until the Closing Date$0'))).toBe('nothing');
  expect(offered(master('Until the Clo$0sing'))).toBe('nothing');
  expect(offered(master('Until the Xylo$0'))).toBe('nothing');
  expect(offered(master('Section C$0'))).toBe('nothing');
});

test('the definition that is being written is not offered for itself', () => {
  expect(offered(master('"Berth$0" means the place at the pier.'))).toBe('nothing');
});

test('of very many the first are offered, and it is always asked anew', () => {
  const words = Array.from(
    { length: 120 },
    (_, at) => `  "Tea ${String.fromCharCode(65 + (at % 26))}${at}" means a tea.\n`,
  );
  const list = offered(`\n  SALE\n\n  1. Terms\n\n${words.join('\n')}\n  2. Tea. The T$0\n`);
  expect(list.split('\n')).toHaveLength(103);
});

describe('whether a term may be begun', () => {
  it.each([
    'until the C',
    'Closing ',
    'Closing D',
    'Events of D',
    'Events of ',
    'the word "',
    'the word “',
    '("',
    '“clos',
    '(the Com',
    'Any',
    'Landlord/T',
  ])('is seen of the words before: %j', (before) => expect(mayComplete(before)).toBe(true));

  it.each([
    'until the c',
    'closing ',
    'Section A',
    'Exhibit C',
    'Section 4.2(A',
    '4.A',
    '12A',
    '(A',
    '  B',
    '  (IV',
    'the Com.',
    '“Closing”',
    '5" ',
    'a 5"',
    '',
  ])('and that none is: %j', (before) => expect(readBegunTerm(before)).toBeNull());
});
