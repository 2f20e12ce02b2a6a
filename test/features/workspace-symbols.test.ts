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
