import { expect, test } from 'vitest';
import { type PlainHeading, plainOutline } from '../../server/src/core/features/provisions/plain-outline.ts';
import { finish } from '../../server/src/core/text/steps.ts';

function listed(headings: readonly PlainHeading[], depth = 0): string[] {
  return headings.flatMap(({ name, kind, line, column, endLine, children }) => [
    `${'  '.repeat(depth)}${line}:${column}-${endLine} ${kind} ${name}`,
    ...listed(children, depth + 1),
  ]);
}

test('headings that are named and numbered are nested by their names', () => {
  const text = [
    'LEASE',
    'ARTICLE I RENT',
    'Section 1.1 Amount. The rent is low.',
    'Section 1.2 of the Credit Agreement does not apply, nor does',
    'Section 9 that was deleted.',
    '',
    '  **Section 1.3** Time.',
    '## Article II',
    'article 3 is no heading',
    'EXHIBIT A-1',
    'Section 1. Form',
  ];
  expect(listed(finish(plainOutline(text.join('\n'))))).toEqual([
    '1:0-7 article ARTICLE I RENT',
    '  2:0-6 section Section 1.1 Amount. The rent is low.',
    '  6:2-7 section **Section 1.3** Time.',
    '7:0-9 article ## Article II',
    '9:0-11 exhibit EXHIBIT A-1',
    '  10:0-11 section Section 1. Form',
  ]);
  for (const end of ['\r\n', '\r'])
    expect(listed(finish(plainOutline(text.join(end))))).toEqual(
      listed(finish(plainOutline(text.join('\n')))),
    );
});

test('no text makes more of them than anybody reads, or takes long', () => {
  const count = (headings: readonly PlainHeading[]): number =>
    headings.reduce((sum, { children }) => sum + 1 + count(children), 0);
  expect(count(finish(plainOutline('Section 1. x\n'.repeat(100_000))))).toBe(20_000);
  expect(finish(plainOutline('\n'.repeat(5_000_000)))).toEqual([]);
  expect(finish(plainOutline('Section 1 '.repeat(1_000_000)))).toEqual([]);
});
