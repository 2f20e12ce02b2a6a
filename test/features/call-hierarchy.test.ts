import { expect, test } from 'vitest';
import { type Analysis, analyze } from '../../server/src/core/analysis.ts';
import {
  type CitingProvision,
  citedBy,
  citesOthers,
  hierarchyRootsAt,
} from '../../server/src/core/features/citations/call-hierarchy.ts';
import { titleOf } from '../../server/src/core/features/provisions/places.ts';
import { parseDocument } from '../fixture.ts';

const agreement = (place: string) =>
  `
  SUPPLY AGREEMENT

  ARTICLE I
  GOODS

  Section 1.1 Orders. Orders under Section 2.1 or Section 2.2 are written.

  Section 1.2 Delay. Delay is governed as follows:

    (a) Section 2.1 applies, and Section 2.1 alone; and

    (b) Sections 1.1 to 2.2 shall stand.

  ARTICLE II
  PRICES

  Section 2.1 Price. The price is that of the list.

  Section 2.2 Interest. Section 9.9 applies.
`.replace(place, (found) => `${found}$0`);

/** Around what is at the cursor: who cites it, and what it cites, with the words that do. */
function hierarchy(source: string): string {
  const { text, cursor } = parseDocument(source);
  const analysis = analyze(text);
  return hierarchyRootsAt(analysis, cursor ?? -1)
    .flatMap((provision) => [
      '',
      titleOf(analysis, provision),
      ...citedBy(analysis, provision).map((citing) => `  < ${show(analysis, citing)}`),
      ...citesOthers(analysis, provision).map((cited) => `  > ${show(analysis, cited)}`),
    ])
    .concat('')
    .join('\n');
}

function show(analysis: Analysis, { provision, citations }: CitingProvision): string {
  const words = citations.map((range) => `[${analysis.snapshot.slice(range)}]`);
  return `${titleOf(analysis, provision)} ${words.join(' ')}`;
}

test('a heading has those that cite it and those that are cited below it', () => {
  expect(hierarchy(agreement('Section 1.2'))).toMatchInlineSnapshot(`
    "
    Section 1.2
      < Section 1.2(b) [Sections 1.1 to 2.2]
      > Section 2.1 [Section 2.1] [Section 2.1] [Sections 1.1 to 2.2]
      > Section 1.1 [Sections 1.1 to 2.2]
      > Section 1.2 [Sections 1.1 to 2.2]
      > Section 2.2 [Sections 1.1 to 2.2]
    "
  `);
  expect(hierarchy(agreement('Section 2.1 Pri'))).toMatchInlineSnapshot(`
    "
    Section 2.1
      < Section 1.1 [Section 2.1]
      < Section 1.2(a) [Section 2.1] [Section 2.1]
      < Section 1.2(b) [Sections 1.1 to 2.2]
    "
  `);
});

test('a citation stands for what it cites', () => {
  expect(hierarchy(agreement('under Section 2.1'))).toBe(hierarchy(agreement('Section 2.1 Pri')));
  expect(hierarchy(agreement('Sect')).split('\n')[1]).toBe('Section 1.1');
});

test('prose stands for the provision around it', () => {
  expect(hierarchy(agreement('Section 2.1 alone; a'))).toMatchInlineSnapshot(`
    "
    Section 1.2(a)
      > Section 2.1 [Section 2.1] [Section 2.1]
    "
  `);
});
