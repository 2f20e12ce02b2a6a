import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../server/src/core/analysis.ts';
import type { Definition } from '../../server/src/core/model/definition.ts';
import { definitionsOf } from '../../server/src/core/resolve/definitions.ts';
import { read } from './reading.ts';

/** The definitions as `term (form): meaning → pointer`, meanings cut short. */
function listed(source: string): string[] {
  const analysis = read(source);
  return definitionsOf(analysis).map((definition) => describeDefinition(analysis, definition));
}

function describeDefinition(analysis: Analysis, { term, form, meaning, pointer }: Definition): string {
  const words = meaning && analysis.snapshot.text.slice(meaning.start, meaning.end).replace(/\s+/g, ' ');
  return `${term} (${form})${words ? `: ${words}` : ''}${pointer ? ` → ${pointer.text}` : ''}`;
}

describe('definitions by a verb', () => {
  test.each([
    ['"Crew" means the people on board.', ['Crew (means): the people on board.']],
    ['(b) "Crew" shall mean and include the cook.', ['Crew (means): the cook.']],
    [
      'The terms "Crew" and "Hands", as used herein, shall include the cook.',
      ['Crew (includes): the cook.', 'Hands (includes): the cook.'],
    ],
    [
      '“Crew” or “Hands” means the people on board.',
      ['Crew (means): the people on board.', 'Hands (means): the people on board.'],
    ],
    ['"Berth", with respect to any Boat, means its place.', ['Berth (means): its place.']],
    ['“ Berth ” (or any berth) means its place.', ['Berth (means): its place.']],
    ['"Berths" shall be construed accordingly.', ['Berths (means)']],
    ['A "Berth" is a place for one Boat.', ['Berth (means): a place for one Boat.']],
    ['The word "moored" means tied to the quay.', ['moored (means): tied to the quay.']],
    ['Berth means the place of a Boat.', ['Berth (means): the place of a Boat.']],
    ['**Berth** means the place of a Boat.', ['Berth (means): the place of a Boat.']],
    ['*berth* means: the place of a boat.', ['berth (means): the place of a boat.']],
  ])('%s', (source, expected) => {
    expect(listed(source)).toEqual(expected);
  });

  test('end with their sentence where another follows', () => {
    expect(listed('The quay is old. "Quay" means the wall, not the road. "Wall" means its stones.')).toEqual([
      'Quay (means): the wall, not the road.',
      'Wall (means): its stones.',
    ]);
  });
});

describe('definitions by a name that is given', () => {
  test.each([
    ['Harbour Supply Ltd. (the "Seller") sells.', ['Seller (parenthesis): Harbour Supply Ltd.']],
    [
      'Ann ("Ann" and, together with Bob, the "Owners") and Bob.',
      ['Ann (parenthesis): Ann', 'Owners (parenthesis): Ann'],
    ],
    [
      'Ann and Bob (each, a "Party" and collectively the "Parties").',
      ['Party (parenthesis): Ann and Bob', 'Parties (parenthesis): Ann and Bob'],
    ],
    [
      'This Lease (this "Lease") is made on May 5, 2026 between Harbour Supply Ltd., a partnership of Hull and Goole (the "Lessor"), and Ann Ashby (the "Lessee") (together, the "Parties").',
      [
        'Lease (parenthesis): This Lease',
        'Lessor (parenthesis): Harbour Supply Ltd., a partnership of Hull and Goole',
        'Lessee (parenthesis): Ann Ashby',
        'Parties (parenthesis): Harbour Supply Ltd., a partnership of Hull and Goole (the "Lessor"), and Ann Ashby (the "Lessee")',
      ],
    ],
    [
      'THIS DEED, dated today, is by and among Ann Ashby ("Ann"), Bob ("Bob") and all who sign below.',
      ['Ann (parenthesis): Ann Ashby', 'Bob (parenthesis): Bob'],
    ],
    [
      'This Notice is about the Agreement between Ann and Bob (the "Boat Agreement").',
      ['Boat Agreement (parenthesis): This Notice is about the Agreement between Ann and Bob'],
    ],
    [
      'The quay between Ann and Bob (the "Quay") is old.',
      ['Quay (parenthesis): The quay between Ann and Bob'],
    ],
    ['The boat (hereinafter called "BOAT") is old.', ['BOAT (hereinafter): The boat']],
    [
      'Ann and Bob are together referred to herein as the "Owners" and each individually as an "Owner".',
      ['Owners (hereinafter): Ann and Bob', 'Owner (hereinafter): Ann and Bob'],
    ],
    [
      'The rent ends in May, such month being the "Last Month".',
      ['Last Month (being): The rent ends in May, such month'],
    ],
    [
      'The boat (the "Boat" which shall mean its sails too) is old.',
      ['Boat (means): its sails too) is old.'],
    ],
    ['The Guild of Boat Owners (GBO) is heard.', ['GBO (abbreviation): The Guild of Boat Owners']],
    [
      'The club, also referred to as Old Boats, or the Boat Club.',
      ['Old Boats (hereinafter): The club', 'Boat Club (hereinafter): The club'],
    ],
  ])('%s', (source, expected) => {
    expect(listed(source)).toEqual(expected);
  });
});

describe('definitions whose meaning stands elsewhere', () => {
  test.each([
    ['"Rent" has the meaning set forth in Section 4.1.', ['Rent (pointer) → Section 4.1']],
    ['"Rent": See the Preamble hereto.', ['Rent (pointer) → the Preamble hereto']],
    [
      '"Rent Day" shall mean the day specified as such in Article 2.',
      ['Rent Day (pointer): the day specified as such in Article 2. → Article 2'],
    ],
    ['“Rent” - see Schedule I.', ['Rent (pointer) → Schedule I']],
  ])('%s', (source, expected) => {
    expect(listed(source)).toEqual(expected);
  });
});

describe('what defines nothing', () => {
  test.each([
    'The term "Crew" does not include the cook.',
    'The boat is marked "Private".',
    'See the section entitled "Rent".',
    'It is an affiliate (as defined in the "Old Lease").',
    'The lease (the Old Lease") lacks a mark.',
    'Pursuant to the "New Lease" (as hereinafter defined) it sails.',
    'This means that the rent is due.',
    'Boats that are "moored" within the meaning of the harbour rules.',
  ])('%s', (source) => {
    expect(listed(source)).toEqual([]);
  });

  test('an addition to what is defined elsewhere', () => {
    expect(listed('"Crew" means the hands.\n\nThe term "Crew" shall include the cook.')).toEqual([
      'Crew (means): the hands.',
    ]);
  });
});

describe('the place of a definition', () => {
  test('leaves out the furniture over which the term runs', () => {
    const analysis = read(`
      Article 1. (Boat)

          The boat on the quay is sold as it stands today (the "Old

                              1
      <PAGE>

      Boat") to the buyer.
    `);
    const [definition] = definitionsOf(analysis);
    expect(definition?.term).toBe('Old Boat');
    expect(definition?.pieces.map(({ start, end }) => analysis.snapshot.text.slice(start, end))).toEqual([
      'Old',
      'Boat',
    ]);
  });

  test('is a row of a table whose label is used as a term', () => {
    const rows = `
      Article 1. (Sale)

      The Buyer pays the price to the Escrow Bank on that day.

        o    Escrow Bank:            The First Bank

        o    Usual hours:            nine to five
    `;
    expect(listed(rows)).toEqual(['Escrow Bank (label): The First Bank']);
  });
});

describe('a list whose captions are the terms', () => {
  test('defines them, and points where it says so', () => {
    expect(
      listed(`
        1. Definitions

        1.1 Affiliate. Any company that the owner of the berth controls.

        1.2 Berth. The place at the pier that is shown in the plan of the town, as it may be changed.

        1.3 Harbour Day. This term shall have the meaning set forth in Section 2.

        2. Days. A day on which the harbour is open is a day of work. Nothing shall be paid on a holiday.
      `),
    ).toEqual([
      'Affiliate (colon): Any company that the owner of the berth controls.',
      'Berth (colon): The place at the pier that is shown in the plan of the town, as it may be changed.',
      'Harbour Day (pointer) → Section 2',
    ]);
  });

  test('is none where the sections say how to read the document', () => {
    expect(
      listed(`
        1. Definitions

        1.1 Accounting Terms. All accounting terms shall be read as accountants read them.

        1.2 Rounding. Any amount must be rounded to the next dollar.

        1.3 Times of Day. All times are those of Bergen, unless otherwise agreed.

        1.4 Headings. Captions will not be read.
      `),
    ).toEqual([]);
  });
});

describe('the scope of a definition', () => {
  const scopesIn = (source: string) =>
    definitionsOf(read(source)).map(
      ({ term, scope }) => `${term}: ${scope ? `${scope.kind} ${scope.number}` : 'all'}`,
    );

  test('is the section that is named', () => {
    expect(
      scopesIn(`
        Section 1. Rent. For the purpose of this Section 1, "Day" means a working day.

        Section 2. Heat. "Stove" means the big stove.
      `),
    ).toEqual(['Day: section 1', 'Stove: all']);
    expect(
      scopesIn(`
        1. Rent. In this Section, "Month" means thirty days.

        2. Claims. The tenant and its guests (collectively referred to in this Section as the "Tenants") pay no more.
      `),
    ).toEqual(['Month: section 1', 'Tenants: section 2']);
  });

  test('is not the section in which the thing is merely described, or by which it is due', () => {
    expect(
      scopesIn(`
        1. Rent. The works described in this Section 1 shall be called the "Works". What is due under this Section (the "Dues") is paid.

        2. Start. This lease starts as provided in this Section 2 on the day of the first snow (the "Start Date").
      `),
    ).toEqual(['Works: all', 'Dues: all', 'Start Date: all']);
  });

  test('is the attachment in which it stands', () => {
    expect(
      scopesIn(`
        LEASE AGREEMENT

        1. Rent. The rent (the "Rent") is as in Exhibit A.

        2. Term. The term is a year.

        EXHIBIT A

        PRICE LIST

        1. Fees. The "Fee" means ten dollars.

        2. Costs. There are none.
      `),
    ).toEqual(['Rent: all', 'Fee: exhibit A']);
  });
});
