import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { type EarlierMeanings, meaningsOf } from '../../server/src/core/resolve/meanings.ts';
import { applyEdits } from '../../server/src/core/rules/fix.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import type { Finding, Rule } from '../../server/src/core/rules/rule.ts';
import { runRules } from '../../server/src/core/rules/run.ts';
import { summarize } from '../../server/src/core/workspace/summarize.ts';
import { WorkspaceIndex } from '../../server/src/core/workspace/workspace-index.ts';
import { type FixtureFile, type FixtureMark, parseFixture } from '../fixture.ts';
import { renderListing } from '../render.ts';
import { type Fence, readFences } from './fences.ts';

const folder = fileURLToPath(new URL('../../docs/rules/', import.meta.url));
const headings = ['What it reports', 'Why it matters', 'Example', 'How to fix', 'Options'];

const written = readdirSync(folder);

describe.each(rules.filter(({ id }) => written.includes(`${id}.md`)).map((rule) => ({ rule })))(
  'the page of $rule.id',
  ({ rule }) => {
    const page = readFileSync(`${folder}${rule.id}.md`, 'utf8');
    const examples = readFences(page).filter(({ language }) => language === 'legal');

    test('has the headings of a rule, its title and its severity', () => {
      expect([...page.matchAll(/^## (.+)$/gm)].map((heading) => heading[1])).toEqual(headings);
      const opening = `# ${rule.id}\n\n${rule.title}. Severity: ${rule.severity}.\n\n## `;
      expect(page.slice(0, opening.length)).toBe(opening);
    });

    test('shows what is reported and what is not', () => {
      const counts = examples.map((example) => ({ silent: isSilent(example), marks: countMarks(example) }));
      expect(counts.filter(({ silent, marks }) => !silent && marks > 0)).not.toEqual([]);
      expect(counts.filter(({ silent }) => silent)).not.toEqual([]);
      expect(counts.filter(({ silent, marks }) => silent && marks > 0)).toEqual([]);
    });

    test.each(examples.map((example) => ({ line: example.line, example })))(
      'reports in the example on line $line what its marks say, and nothing else',
      ({ example }) => {
        const files = parseFixture(example.text);
        const index = indexOf(files);
        for (const file of files) {
          const found = findingsOf(rule, file.text, earlierIn(example), addressOf(file), index);
          // A mark without a message leaves open what is said, but not where.
          const shown = file.marks.map((mark, index) => ({
            ...mark,
            message: mark.message ?? found[index]?.message ?? null,
          }));
          expect(list(file, found)).toBe(list(file, shown));
        }
      },
    );

    const fixable = examples
      .flatMap((example) =>
        parseFixture(example.text).map(({ text }) => ({
          line: example.line,
          text,
          earlier: earlierIn(example),
        })),
      )
      .map((file) => ({
        ...file,
        fixes: findingsOf(rule, file.text, file.earlier).flatMap(({ fixes }) => fixes),
      }))
      .filter(({ fixes }) => fixes.length > 0);

    test('tells of a quick fix where there is one, and only there', () => {
      expect(/\bquick fix/i.test(page)).toBe(fixable.length > 0);
    });

    if (fixable.length > 0)
      test.each(fixable)(
        'is content with the example on line $line once it is fixed',
        ({ text, fixes, earlier }) => {
          const before = findingsOf(rule, text, earlier).length;
          for (const { edits } of fixes)
            expect(findingsOf(rule, applyEdits(text, edits), earlier)).toHaveLength(before - 1);
          const first = findingsOf(rule, text, earlier).flatMap((finding) => finding.fixes[0]?.edits ?? []);
          const left = findingsOf(rule, applyEdits(text, first), earlier);
          expect(left.filter((finding) => finding.fixes.length > 0)).toEqual([]);
        },
      );
  },
);

describe('the manual of rules', () => {
  test('has a page for each rule and no other page', () => {
    const expected = [...rules.map(({ id }) => `${id}.md`), 'README.md'];
    expect(written.toSorted()).toEqual(expected.sort());
  });

  test('has an index that is what scripts/generate.mjs writes', () => {
    const script = fileURLToPath(new URL('../../scripts/generate.mjs', import.meta.url));
    const run = () =>
      execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8', stdio: 'pipe' });
    expect(run).not.toThrow();
  });
});

function isSilent(example: Fence): boolean {
  return example.headings.includes('Not reported');
}

function countMarks(example: Fence): number {
  return parseFixture(example.text).reduce((sum, file) => sum + file.marks.length, 0);
}

const root = 'file:///example/';

function addressOf({ name }: FixtureFile): string {
  return root + name;
}

/** The files of an example are all there are in the workspace. */
function indexOf(files: readonly FixtureFile[]): WorkspaceIndex {
  const index = new WorkspaceIndex();
  index.configure([root], []);
  index.isComplete = true;
  for (const file of files) index.set(summarize(analyze(file.text, addressOf(file))));
  return index;
}

/** What the file `earlier` of an example says, for rules that compare with an earlier text of the same document. */
function earlierIn(example: Fence): EarlierMeanings {
  const earlier = parseFixture(example.text).find(({ name }) => name === 'earlier');
  const meanings = earlier ? meaningsOf(analyze(earlier.text)) : null;
  return { saved: meanings, committed: meanings };
}

function findingsOf(
  rule: Rule,
  text: string,
  earlier: EarlierMeanings,
  uri = `${root}document`,
  index = indexOf([]),
): Finding[] {
  // A rule that is off unless asked for has a page like any other.
  const severities = new Map([[rule.id, 'warning' as const]]);
  // All rules run, since one of them looks at what was silenced of the others.
  const others = index.othersOf(uri);
  return runRules(analyze(text, uri), { severities, others, earlier }).filter(
    (finding) => finding.rule === rule.id,
  );
}

function list(file: FixtureFile, marks: readonly FixtureMark[]): string {
  return renderListing(
    file.text,
    marks.map(({ range, message }) => ({ range, label: message })),
  );
}
