import { describe, expect, test } from 'vitest';
import { type Analysis, analyze } from '../../server/src/core/analysis.ts';
import { ArrangedText } from '../../server/src/core/edits/arranged-text.ts';
import { type EditPlan, isRefusal } from '../../server/src/core/edits/edit-plan.ts';
import { insertProvision } from '../../server/src/core/edits/insert-provision.ts';
import { planChange } from '../../server/src/core/edits/plan-change.ts';
import { referenceIndexOf } from '../../server/src/core/features/citations/reference-index.ts';
import { type Provision, walkProvisions } from '../../server/src/core/model/provision.ts';
import { meaningsOf } from '../../server/src/core/resolve/meanings.ts';
import { runRules } from '../../server/src/core/rules/run.ts';
import { shiftedReference } from '../../server/src/core/rules/shifted-reference.ts';
import { noteMissingDocuments, readCorpus, readSamples, readSeeds } from '../core/documents.ts';
import { EditGenerator } from '../core/edits.ts';

noteMissingDocuments('citations that shift are looked for in samples/ only.');

/** PROVISO_SHIFTS=300 for a long run over so many real documents, with the counts. */
const longRun = process.env.PROVISO_SHIFTS;
const documents = [
  ...readSamples(),
  ...readSeeds(),
  ...readCorpus(Number(longRun ?? 10), longRun ? 300_000 : 60_000),
];

const counts = { inserted: 0, shifted: 0, found: 0, wrong: 0, quiet: 0, alarms: 0 };

describe.each(documents)('$path', ({ path, text }) => {
  const analysis = analyze(text);
  const random = new EditGenerator(documents.findIndex((document) => document.path === path) + 7);

  test('says of a provision that was put in by hand which citations shifted, and of no others', () => {
    const provision = someHeading(analysis, random);
    const change = provision && insertProvision(analysis, { side: 'before', provision }, 'Quincunx Zephyrs');
    const plan = change && !('refusal' in change) ? planChange(analysis, change) : null;
    if (!plan || isRefusal(plan) || !change || 'refusal' in change) return;
    // By hand: the numbers of headings follow, and what cites them does not.
    const byHand = plan.edits.filter(({ reason }) => reason === 'number' || reason === 'attachment');
    const arranged = new ArrangedText(text, byHand, null, change.insertion);
    const found = shiftsIn(analyze(arranged.text), analysis);
    const due = duePlaces(analysis, plan, arranged);
    counts.inserted += 1;
    const wrong = found.filter((start) => !due.has(start));
    counts.shifted += due.size;
    counts.found += found.length - wrong.length;
    counts.wrong += wrong.length;
    expect(wrong.map((start) => arranged.text.slice(start - 40, start + 40))).toEqual([]);
  }, 60_000);

  test('says nothing where sentences come and go and no number changes', () => {
    const lines = text.split('\n');
    const kept = lines.filter((line) => /\d|\(|^\s*$|^\W*[A-Z][A-Z ]+$/.test(line) || random.below(12) > 0);
    const found = shiftsIn(analyze(kept.join('\n')), analysis);
    counts.quiet += 1;
    counts.alarms += found.length;
  }, 60_000);
});

test('most of what shifts is found, and little else', () => {
  if (longRun) process.stdout.write(`${JSON.stringify(counts)}\n`);
  expect(counts.alarms).toBeLessThanOrEqual(counts.quiet / 20);
  expect(counts.found * 3).toBeGreaterThan(counts.shifted);
});

function shiftsIn(now: Analysis, earlier: Analysis): number[] {
  const meanings = meaningsOf(earlier);
  return runRules(now, {
    rules: [shiftedReference],
    earlier: { saved: meanings, committed: meanings },
  }).map(({ range }) => range.start);
}

/** Where citations stand that a plan changes or leaves to the author. */
function duePlaces(
  analysis: Analysis,
  { edits, decisions }: EditPlan,
  arranged: ArrangedText,
): ReadonlySet<number> {
  const index = referenceIndexOf(analysis);
  const places = [...edits.filter(({ reason }) => reason === 'citation'), ...decisions].map(
    ({ start }) => arranged.toNew(index.at(start)?.reference.range.start ?? start) ?? -1,
  );
  return new Set(places);
}

function someHeading({ outline }: Analysis, random: EditGenerator): Provision | null {
  const headed = [...walkProvisions(outline)].filter(
    ({ designation, inline, numbering }) =>
      designation !== null && !inline && /^[a-z#]/.test(numbering?.family ?? ''),
  );
  return headed[random.below(headed.length)] ?? null;
}
