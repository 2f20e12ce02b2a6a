import { expect, test } from 'vitest';
import { nearestBrokenCitation } from '../../server/src/core/features/citations/broken-citations.ts';
import type { Finding } from '../../server/src/core/rules/rule.ts';

function finding(rule: string, start: number): Finding {
  return {
    rule,
    severity: 'warning',
    range: { start, end: start + 5 },
    message: '',
    related: [],
    fixes: [],
  };
}

const findings = [
  finding('broken-reference', 50),
  finding('numbering-gap', 20),
  finding('ambiguous-reference', 10),
];
const at = (offset: number, direction: 'next' | 'previous') =>
  nearestBrokenCitation(findings, offset, direction)?.range.start;

test('the next broken citation is the nearest behind, or the first of all', () => {
  expect([at(0, 'next'), at(10, 'next'), at(30, 'next'), at(50, 'next')]).toEqual([10, 50, 50, 10]);
});

test('the previous one is the nearest before, or the last of all', () => {
  expect([at(60, 'previous'), at(50, 'previous'), at(10, 'previous')]).toEqual([50, 10, 50]);
});

test('other findings are no citations', () => {
  expect(nearestBrokenCitation([finding('numbering-gap', 20)], 0, 'next')).toBeNull();
});
