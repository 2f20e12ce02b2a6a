import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Analysis, analyze } from '../../server/src/core/analysis.ts';
import { isAttachmentKeyword } from '../../server/src/core/syntax/designation.ts';
import { acceptanceScore } from '../../server/src/core/syntax/evidence.ts';
import { answer, plainText } from './answers.ts';
import { type Fence, readFences } from './fences.ts';

const page = readFileSync(new URL('../../docs/markup.md', import.meta.url), 'utf8');
const fences = readFences(page);
const examples = fences.flatMap((fence, index) => (fence.language === 'legal' ? [exampleAt(index)] : []));

describe('the page of the markup', () => {
  test.each(examples)('prints below the example on line $line what is read in it', ({ text, answers }) => {
    expect(answers.map(({ language }) => [language, answer(language, plainText(text))])).toEqual(
      answers.map((printed) => [printed.language, printed.text]),
    );
  });

  test('shows an answer below each example, and an example in each section', () => {
    expect(examples.filter(({ answers }) => answers.length === 0)).toEqual([]);
    const shown = new Set(fences.flatMap(({ headings }) => headings));
    const prose = page.replace(/^```.*?^```$/gms, '');
    const sections = [...prose.matchAll(/^##+ (.+)$/gm)].map((heading) => heading[1] ?? '');
    expect(sections.filter((section) => !shown.has(section))).toEqual([]);
  });

  test('names the points of every reason that its examples give', () => {
    const analyses = examples.map(({ text }) => analyze(plainText(text)));
    expect(analyses.flatMap(unexplained)).toEqual([]);
    expect(page).toContain(`from **${acceptanceScore}** on it opens a provision`);
  });
});

/** An example and the answers printed below it. */
function exampleAt(index: number): { line: number; text: string; answers: readonly Fence[] } {
  const { line, text } = fences[index] as Fence;
  const next = fences.findIndex((fence, other) => other > index && fence.language === 'legal');
  return { line, text, answers: fences.slice(index + 1, next === -1 ? undefined : next) };
}

const pointsOf = {
  number: readPoints('What opens a provision'),
  attachment: readPoints('Attachments'),
};

/** The tables of reasons in a section: how many points each may be worth. */
function readPoints(section: string): ReadonlyMap<string, readonly number[]> {
  const body = page.split(/^## /m).find((part) => part.startsWith(`${section}\n`)) ?? '';
  const rows = body.matchAll(/^\| ([a-z][^|]*?) +\| +((?:[+−]?\d[^|]*?))\s*\|/gm);
  return new Map(
    [...rows].map(([, reason = '', points = '']) => [
      reason,
      [...points.replaceAll('−', '-').matchAll(/[+-]?\d+/g)].map(([value]) => Number(value)),
    ]),
  );
}

/** The decisions whose reasons the tables do not know, or do not add up to. */
function unexplained({ decisions }: Analysis): string[] {
  return decisions
    .filter(({ designation, evidence, score }) => {
      const points = isAttachmentKeyword(designation.keyword) ? pointsOf.attachment : pointsOf.number;
      const sums = evidence.reduce(
        (before, reason) => before.flatMap((sum) => (points.get(reason) ?? []).map((value) => sum + value)),
        [0],
      );
      return !sums.includes(score);
    })
    .map(({ score, evidence }) => `${score}: ${evidence.join(', ')}`);
}
