import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { runRules } from '../../server/src/core/rules/run.ts';
import { summarize } from '../../server/src/core/workspace/summarize.ts';
import { WorkspaceIndex } from '../../server/src/core/workspace/workspace-index.ts';

const lease = `
                              BOAT LEASE

Section 1. Boat. The Owner lets the boat described in Exhibit A to the Tenant (the "Boat").

Section 2. Care. The Tenant keeps this Boat Lease on board, and pays as Exhibit B says.

EXHIBIT A

The boat is called Heron.
`;

const prices = `
EXHIBIT B

PRICES

The rent is $40 a day.
`;

describe('the summary of a file', () => {
  const summary = summarize(analyze(lease, 'file:///lease.legal'));

  test('tells what it is called, what it holds and what it defines', () => {
    expect(summary.names).toContain('boat lease');
    expect(summary.attachments.map(({ word, number }) => `${word} ${number}`)).toEqual(['exhibit A']);
    expect(summary.provisions.map(({ number, caption }) => `${number} ${caption}`)).toEqual([
      '1 Boat',
      '2 Care',
    ]);
    expect(summary.definitions.map(({ term }) => term)).toEqual(['Boat']);
  });

  test('gives places that hold what it speaks of', () => {
    expect(summary.definitions.map(({ start, end }) => lease.slice(start, end))).toEqual(['Boat']);
    expect(summary.provisions.map(({ start, end }) => lease.slice(start, end))).toEqual([
      'Section 1. Boat',
      'Section 2. Care',
    ]);
  });

  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  });
});

describe('other files', () => {
  const othersOf = (text: string) => {
    const index = new WorkspaceIndex();
    index.set(summarize(analyze(text, 'file:///deal/other.legal')));
    return index.othersOf('file:///deal/this.legal');
  };

  test('are found by what they are called and by the attachment they are', () => {
    const among = othersOf(lease);
    expect(among.called('Boat Lease').map(({ uri }) => uri)).toEqual(['file:///deal/other.legal']);
    expect(among.called('Car Lease')).toEqual([]);
    // What another document holds is attached to that.
    expect(among.withAttachment('exhibit', 'A')).toEqual([]);
    expect(othersOf(prices).withAttachment('exhibit', 'b')).toHaveLength(1);
  });

  test('may be the attachment that a document does not hold', () => {
    const missing = (findings: ReturnType<typeof runRules>) =>
      findings.filter(({ rule }) => rule === 'missing-attachment').map(({ message }) => message);
    const analysis = analyze(lease);
    expect(missing(runRules(analysis))).toEqual(['Exhibit B is cited, but not attached; only Exhibit A is.']);
    expect(missing(runRules(analysis, { others: othersOf(prices) }))).toEqual([]);
  });
});
