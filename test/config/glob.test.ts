import { expect, test } from 'vitest';
import { fitsPattern } from '../../server/src/core/config/glob.ts';

test.each([
  ['lease.legal', 'lease.legal'],
  ['lease.legal', '*.legal'],
  ['deals/one/lease.legal', '*.legal'],
  ['deals/one/lease.legal', 'lease.legal'],
  ['deals/one/lease.legal', 'deals/'],
  ['deals/one/lease.legal', './deals/'],
  ['deals/one/lease.legal', 'deals/**'],
  ['deals/one/lease.legal', 'deals/**/*.legal'],
  ['deals/lease.legal', 'deals/**/*.legal'],
  ['deals/one/lease.legal', '**/one/*'],
  ['deals/one/lease.legal', 'deals/*/lease.*'],
  ['deals/lease.agreement', 'deals/*.{legal,agreement}'],
  ['deals/lease.agreement', '{drafts,deals}/*.{legal,agreement}'],
  ['lease 1.legal', 'lease ?.legal'],
  ['Agreement [draft].legal', 'Agreement [draft].legal'],
  ['../other/lease.legal', '**/lease.legal'],
  ['契約/賃貸.legal', '契約/?貸.legal'],
  ['a{b.legal', 'a{b.legal'],
])('%s fits %s', (path, pattern) => {
  expect(fitsPattern(path, pattern)).toBe(true);
});

test.each([
  ['lease.legal', '*.agreement'],
  ['deals/lease.legal', '/lease.legal'],
  ['deals/lease.legal', './lease.legal'],
  ['deals/one/lease.legal', 'deals/*.legal'],
  ['old/deals/lease.legal', 'deals/'],
  ['deals.legal', 'deals/'],
  ['lease.legal', 'lease?.legal'],
  ['leaseXlegal', 'lease.legal'],
  ['lease.legal.bak', '*.legal'],
  ['lease.legal', ''],
])('%s does not fit %s', (path, pattern) => {
  expect(fitsPattern(path, pattern)).toBe(false);
});

test('no pattern takes long', () => {
  const started = performance.now();
  expect(fitsPattern(`${'a'.repeat(2000)}b`, `${'*a'.repeat(500)}c`)).toBe(false);
  expect(fitsPattern(`${'a/'.repeat(500)}b`, `${'**/a/'.repeat(200)}c`)).toBe(false);
  expect(fitsPattern('a', '{a,b}'.repeat(1000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(2000);
});
