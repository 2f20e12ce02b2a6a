import { describe, expect, test } from 'vitest';
import { AnalysisHost, analyze } from '../../server/src/core/analysis.ts';
import { walkProvisions } from '../../server/src/core/model/provision.ts';

const lease = 'Article 1. (Rent)\n\nThe rent is low.\n\nArticle 2. (Heat)\n\nThe heat is free.\n';

describe('a host', () => {
  test('keeps the documents that are open', () => {
    const host = new AnalysisHost();
    const analysis = host.open({ uri: 'file:///lease.legal', text: lease, version: 3 });
    expect(host.get('file:///lease.legal')).toBe(analysis);
    expect(analysis).toMatchObject({ uri: 'file:///lease.legal', version: 3 });
    host.close('file:///lease.legal');
    expect(host.get('file:///lease.legal')).toBeUndefined();
  });

  test('opens a document that is changed before it was opened', () => {
    const host = new AnalysisHost();
    expect(host.update('file:///lease.legal', lease, 7)).toMatchObject({ version: 7 });
    expect(host.get('file:///lease.legal')?.snapshot.text).toBe(lease);
  });

  test('counts versions on where none is given', () => {
    const host = new AnalysisHost();
    host.open({ uri: 'a', text: '', version: 4 });
    expect(host.update('a', lease).version).toBe(5);
    expect(host.update('a', lease).version).toBe(6);
  });

  test('tells when an analysis was let go of, before the next is made', () => {
    const told: { characters: number; held: boolean }[] = [];
    const host = new AnalysisHost((characters) =>
      told.push({ characters, held: host.get('a') !== undefined }),
    );
    host.open({ uri: 'a', text: lease });
    expect(told).toEqual([{ characters: 0, held: false }]);
    host.update('a', lease);
    expect(told).toHaveLength(1);
    host.update('a', `${lease}x`);
    expect(told.slice(1)).toEqual([{ characters: lease.length, held: false }]);
  });

  test('lexes only the lines that an edit touches', () => {
    const host = new AnalysisHost();
    const before = host.open({ uri: 'a', text: lease.repeat(20) });
    const after = host.update('a', lease.repeat(20).replace('free', 'dear'));
    const fresh = after.lines.filter((line, index) => line !== before.lines[index]);
    expect(fresh.length).toBeGreaterThan(0);
    expect(fresh.length).toBeLessThanOrEqual(4);
  });

  test('leaves an analysis as it was when the document changes', () => {
    const host = new AnalysisHost();
    const before = host.open({ uri: 'a', text: lease });
    const captions = () => [...walkProvisions(before.outline)].map(({ caption }) => caption);
    const asRead = captions();
    host.update('a', lease.replace('Rent', 'Water').slice(0, 60));
    expect(before.snapshot.text).toBe(lease);
    expect(captions()).toEqual(asRead);
    expect(before.lines).toHaveLength(before.snapshot.lineCount);
    expect(before.facts.seriesCount('article arabic')).toBe(2);
  });
});

test('analyses share the getter of their paragraphs, so that none is kept by a shape of its own', () => {
  const [short, longer] = [analyze(lease), analyze(lease.repeat(2))];
  const getterOf = (of: object) => Object.getOwnPropertyDescriptor(of, 'paragraphs')?.get;
  expect(getterOf(short)).toBeTypeOf('function');
  expect(getterOf(short)).toBe(getterOf(longer));
  expect(short.paragraphs).toBe(short.paragraphs);
  expect(longer.paragraphs).toHaveLength(2 * short.paragraphs.length);
});

describe('the id of a provision', () => {
  const ids = (text: string): string[] => [...walkProvisions(analyze(text).outline)].map(({ id }) => id);

  test('does not depend on its number', () => {
    expect(ids(lease.replace('Article 2.', 'Article 3.'))).toEqual(ids(lease));
  });

  test('tells provisions apart that say the same', () => {
    const twice = ids(lease + lease);
    expect(new Set(twice).size).toBe(twice.length);
  });
});

describe('a reading in steps', () => {
  const long = lease.repeat(400);

  test('comes to what one in one go comes to', () => {
    const host = new AnalysisHost();
    const steps = host.readInSteps({ uri: 'a', text: long });
    let count = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) count += 1;
    expect(count).toBeGreaterThan(5);
    expect(step.value.outline).toEqual(analyze(long).outline);
    expect(host.get('a')).toBe(step.value);
  });

  test('that is given up leaves nothing wrong behind, wherever it stood', () => {
    const changed = long.replace('free', 'dear');
    const expected = analyze(long.replaceAll('low', 'high')).outline;
    for (let stand = 0; stand < 12; stand += 1) {
      const host = new AnalysisHost();
      host.open({ uri: 'a', text: long });
      const given = host.readInSteps({ uri: 'a', text: changed });
      for (let step = 0; step < stand; step += 1) given.next();
      expect(host.update('a', long.replaceAll('low', 'high')).outline).toEqual(expected);
    }
  });
});
