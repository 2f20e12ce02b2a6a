import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { walkProvisions } from '../../server/src/core/model/provision.ts';
import { runRules } from '../../server/src/core/rules/run.ts';
import { hasSharedFolder, noteMissingDocuments, readShared, sharedFolder } from './documents.ts';
import { type GoldProvision, scoreOutline } from './score.ts';

noteMissingDocuments('the outlines are not compared with those of a careful reader.');

interface Trap {
  readonly line: number;
  readonly forbid: readonly string[];
  readonly why: string;
}

const seeds = hasSharedFolder ? ['articles-of-incorporation', 'schedule-13d'] : [];

describe.each(seeds)('%s', (name) => {
  const gold = (part: string) =>
    JSON.parse(readFileSync(join(sharedFolder, 'gold', `${name}.${part}.json`), 'utf8'));
  const { text } = readShared(`seeds/${name}.txt`);
  const analysis = analyze(text);
  const findings = runRules(analysis).map(({ rule, range }) => ({
    rule,
    line: analysis.snapshot.lineAt(range.start) + 1,
  }));

  test('has the outline that a careful reader finds', () => {
    const outline: GoldProvision[] = gold('outline');
    expect(outline.length).toBeGreaterThan(20);
    expect(scoreOutline(outline, analysis.outline, analysis.snapshot)).toEqual({
      outline: 1,
      inline: 1,
      kinds: 1,
      nesting: 1,
      faults: [],
    });
  });

  test('has no provision and no finding where a careful reader would be surprised', () => {
    const traps: Trap[] = gold('traps');
    expect(traps.length).toBeGreaterThan(5);
    const provisionLines = [...walkProvisions(analysis.outline)]
      .filter(({ inline, implied }) => !inline && !implied)
      .map(({ designation, heading }) => analysis.snapshot.lineAt((designation ?? heading).start) + 1);
    const fallenInto = traps.filter(({ line, forbid }) =>
      forbid.some(
        (what) =>
          (what === 'outline' && provisionLines.includes(line)) ||
          findings.some(
            (finding) => finding.line === line && (what === 'finding' || what === `finding:${finding.rule}`),
          ),
      ),
    );
    expect(fallenInto).toEqual([]);
  });

  test('has the faults that it has, and in numbers, figures and text no other', () => {
    const listed: Array<{ rule: string; line: number; alt?: string[]; optional?: boolean }> =
      gold('findings');
    const strict = new Set([
      ...['numbering-gap', 'duplicate-number', 'misordered-number', 'words-figures', 'invalid-date'],
      ...['wrong-weekday', 'amount-mismatch', 'placeholder', 'drafting-note', 'unbalanced-quotes'],
      ...['unbalanced-brackets', 'repeated-word', 'missing-space', 'missing-terminal-punctuation'],
      ...['list-punctuation', 'list-conjunction'],
    ]);
    const fits = (entry: (typeof listed)[number], finding: (typeof findings)[number]) =>
      [entry.rule, ...(entry.alt ?? [])].includes(finding.rule) && Math.abs(entry.line - finding.line) <= 2;
    const missed = listed.filter(
      (entry) => !entry.optional && !findings.some((finding) => fits(entry, finding)),
    );
    const surprising = findings.filter(
      (finding) => strict.has(finding.rule) && !listed.some((entry) => fits(entry, finding)),
    );
    expect({ missed, surprising }).toEqual({ missed: [], surprising: [] });
  });
});

const structures = fileURLToPath(new URL('../gold/structure/', import.meta.url));
const documents = hasSharedFolder
  ? readdirSync(structures)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => JSON.parse(readFileSync(join(structures, name), 'utf8')) as Structure)
  : [];

interface Structure {
  readonly document: string;
  readonly outline: readonly GoldProvision[];
}

describe.each(documents)('$document', ({ document, outline }) => {
  test('has nearly the outline that a careful reader finds', () => {
    const { text } = readShared(`corpus/${document}`);
    const analysis = analyze(text);
    const score = scoreOutline(outline, analysis.outline, analysis.snapshot);
    // In an excerpt of a page one provision missed is more than three in a hundred.
    const bar = outline.length < 40 ? 0.96 : 0.97;
    const enough = score.outline >= bar && score.kinds >= 0.95 && score.nesting >= 0.95;
    expect(enough ? 'enough' : score).toBe('enough');
  });
});

describe('the comparison itself', () => {
  const analysis = analyze(
    'Article 1. (Rent)\n\nThe rent is low.\n\nArticle 2. (Heat)\n\n(1) a stove.\n\n(2) wood.\n',
  );
  const gold: GoldProvision[] = [
    { kind: 'article', number: '1', line: 1, parent: null },
    { kind: 'article', number: '2', line: 5, parent: null },
    { kind: 'item', number: '1', line: 7, parent: 5 },
    { kind: 'item', number: '2', line: 9, parent: 5 },
  ];
  const score = (entries: GoldProvision[]) => scoreOutline(entries, analysis.outline, analysis.snapshot);

  test('is content with what is right', () => {
    expect(score(gold)).toEqual({ outline: 1, inline: 1, kinds: 1, nesting: 1, faults: [] });
  });

  test('counts what is missed and what is too much', () => {
    expect(score([...gold.slice(1), { kind: 'item', number: '3', line: 11 }])).toMatchObject({
      outline: 0.75,
    });
  });

  test('counts wrong kinds and wrong places', () => {
    const wrong: GoldProvision[] = gold.map((entry) =>
      entry.number === '1' ? { ...entry, kind: 'section', parent: 3 } : entry,
    );
    expect(score(wrong)).toMatchObject({ outline: 1, kinds: 0.5, nesting: 0.5 });
  });
});
