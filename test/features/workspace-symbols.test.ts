import { expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { workspaceSymbols } from '../../server/src/core/features/workspace-symbols.ts';
import { parseDocument } from '../fixture.ts';

const { text } = parseDocument(`
  SUPPLY AGREEMENT

  ARTICLE I
  GOODS

  Section 1.1 Orders. Each order is accepted if:

    (a) it is written; and

    (b) it is sealed.

  Section 1.2 Delay. Whoever is late answers for it.
`);
const find = (query: string, most = 10) =>
  workspaceSymbols(analyze(text), query, most).map(({ name, container }) => `${name} | ${container}`);

test('provisions are found by their letters in order, and named so that no other document has the like', () => {
  expect(find('delay')).toEqual(['Section 1.2 Delay | SUPPLY AGREEMENT']);
  expect(find('sctn ord')).toEqual(['Section 1.1 Orders | SUPPLY AGREEMENT']);
  expect(find('sealed')).toEqual(['Section 1.1(b) it is sealed. | SUPPLY AGREEMENT']);
});

test('an address finds what stands there first', () => {
  expect(find('1.1(b)')[0]).toBe('Section 1.1(b) it is sealed. | SUPPLY AGREEMENT');
});

test('everything is found where nothing is typed, and never more than is wanted', () => {
  expect(find('')).toHaveLength(6);
  expect(find('', 2)).toHaveLength(2);
  expect(find('no such words')).toEqual([]);
});

test('defined terms are found where they get their meaning, before captions that have the letters further apart', () => {
  const { text: sale } = parseDocument(`
    SALE AGREEMENT

    1. Terms. "Closing Date" means the day of the Closing. "Price" has the meaning set forth in Section 2.
    "including" means including without limitation.

    2. Costs of Losing a Dated Letter. The sum (the "Price") is paid.
  `);
  const analysis = analyze(sale);
  const places = (query: string) =>
    workspaceSymbols(analysis, query, 10).map(({ subject, name }) => {
      const { start } = 'term' in subject ? subject.range : subject.heading;
      return `${name} (line ${analysis.snapshot.lineAt(start) + 1})`;
    });
  expect(places('closing dat')).toEqual([
    'Closing Date (line 3)',
    'Section 2 Costs of Losing a Dated Letter (line 6)',
  ]);
  expect(places('price')).toEqual(['Price (line 6)']);
  expect(places('including')).toEqual([]);
});
