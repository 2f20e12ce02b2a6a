import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { referencesOf } from '../../server/src/core/resolve/references.ts';
import { hasSharedFolder, noteMissingDocuments, readShared, sharedFolder } from './documents.ts';
import { type GoldReference, type ReferenceScore, scoreReferences } from './score-references.ts';

noteMissingDocuments('the references are not compared with those of a careful reader.');

const folder = fileURLToPath(new URL('../gold/references/', import.meta.url));
const names = hasSharedFolder ? readdirSync(folder).sort() : [];

function compare(path: string, gold: readonly GoldReference[]): ReferenceScore {
  const analysis = analyze(readShared(path).text);
  return scoreReferences(gold, referencesOf(analysis), analysis.snapshot);
}

/** What was reached, as F1 and share of right targets: no document may fall below. Where none is given, all is right. */
const reached: Readonly<Record<string, readonly [f1: number, resolution: number]>> = {
  'austin-dsa-bylaws': [1, 0.823],
  'cuad-mplxlp': [0.987, 0.974],
  'cx-credit-1092289': [1, 0.937],
  'cx-plan-935724': [0.97, 0.942],
};

const documents = names.map((name) => {
  const { document, references } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const [f1 = 1, resolution = 1] =
    Object.entries(reached).find(([start]) => name.startsWith(start))?.[1] ?? [];
  return { document, references: references as GoldReference[], f1, resolution };
});

describe.runIf(hasSharedFolder)('the references that careful readers found', () => {
  test('are those of fourteen documents', () => {
    expect(documents).toHaveLength(14);
    expect(documents.flatMap(({ references }) => references).length).toBeGreaterThan(400);
  });

  test.each(documents)('are nearly those of $document', ({ document, references, f1, resolution }) => {
    const score = compare(`corpus/${document}`, references);
    expect(score.f1 >= f1 && score.resolution >= resolution ? 'enough' : score).toBe('enough');
  });
});

describe.each(hasSharedFolder ? ['articles-of-incorporation', 'schedule-13d'] : [])('%s', (name) => {
  test('has the references that a careful reader finds, each with its targets, and no other', () => {
    const gold = JSON.parse(readFileSync(join(sharedFolder, 'gold', `${name}.references.json`), 'utf8'));
    expect(compare(`seeds/${name}.txt`, gold)).toMatchObject({ f1: 1, resolution: 1, faults: [] });
  });
});

describe('the comparison itself', () => {
  const analysis = analyze(
    'Section 1. Rent. The rent is low, see Section 2(a).\n\nSection 2. Heat:\n\n(a) a stove; and\n\n(b) wood, under Sections 1 and 9.\n',
  );
  const references = referencesOf(analysis);
  const gold: GoldReference[] = [
    { text: 'Section 2(a)', line: 1, status: 'resolved', targets: [5] },
    { text: 'Sections 1 and 9', line: 7, status: 'unresolved', targets: [1] },
  ];
  const score = (entries: GoldReference[]) => scoreReferences(entries, references, analysis.snapshot);

  test('is content with what is right', () => {
    expect(score(gold)).toMatchObject({ precision: 1, recall: 1, resolution: 1, faults: [] });
  });

  test('counts what is missed and what is too much', () => {
    const other: GoldReference = { text: 'Exhibit A', line: 7, status: 'unresolved', targets: [] };
    expect(score([...gold.slice(1), other])).toMatchObject({ precision: 0.5, recall: 0.5, wanted: 2 });
    expect(score([...gold, { ...other, optional: true }])).toMatchObject({ recall: 1, wanted: 2 });
  });

  test('counts wrong targets and wrong states', () => {
    const wrong = gold.map((entry): GoldReference => ({ ...entry, targets: [3] }));
    expect(score(wrong)).toMatchObject({ f1: 1, resolution: 0 });
    const external = gold.map((entry): GoldReference => ({ ...entry, status: 'external' }));
    expect(score(external)).toMatchObject({ f1: 1, resolution: 0 });
  });

  test('takes what a list was split into for its parts', () => {
    const list: GoldReference = {
      text: 'Section 2(a), (c)',
      line: 1,
      status: 'resolved',
      targets: [5],
    };
    expect(score([list, ...gold.slice(1)])).toMatchObject({ f1: 1 });
  });
});
