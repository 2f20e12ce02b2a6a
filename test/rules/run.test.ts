import { describe, expect, test } from 'vitest';
import { type Analysis, analyze } from '../../server/src/core/analysis.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import type { Rule, RuleReport } from '../../server/src/core/rules/rule.ts';
import { runRules } from '../../server/src/core/rules/run.ts';
import { range } from '../../server/src/core/text/range.ts';

const analysis = analyze('Article 1. (Rent)\n\nThe rent is low.\n\nArticle 3. (Heat)\n\nThe heat is free.\n');

/** A rule that reports at the given places. */
function ruleOf(id: string, reports: Iterable<RuleReport>): Rule {
  return { id, title: id, severity: 'warning', scope: 'document', check: () => reports };
}

const at = (start: number, end: number): RuleReport => ({ range: range(start, end), message: `at ${start}` });

const throwsAtOnce: Rule = {
  ...ruleOf('throws-at-once', []),
  check: () => {
    throw new Error('at once');
  },
};

const throwsLater = ruleOf(
  'throws-later',
  (function* () {
    yield at(2, 3);
    yield at(0, 9);
    throw new Error('later');
  })(),
);

describe('the runner', () => {
  test('returns what the rules report, in the order of the text', () => {
    const findings = runRules(analysis, {
      rules: [ruleOf('last', [at(30, 31), at(4, 9)]), ruleOf('first', [at(4, 9), at(4, 5), at(0, 2)])],
    });
    expect(findings.map(({ rule, range }) => `${rule} ${range.start}-${range.end}`)).toEqual([
      'first 0-2',
      'first 4-5',
      'first 4-9',
      'last 4-9',
      'last 30-31',
    ]);
  });

  test('fills in what a report leaves out', () => {
    expect(runRules(analysis, { rules: [ruleOf('plain', [at(0, 2)])] })).toEqual([
      {
        rule: 'plain',
        severity: 'warning',
        range: { start: 0, end: 2 },
        message: 'at 0',
        related: [],
        fixes: [],
      },
    ]);
  });

  test('drops all that a rule reported that throws, tells of it, and keeps the others', () => {
    const thrown: string[] = [];
    const findings = runRules(analysis, {
      rules: [ruleOf('before', [at(1, 2)]), throwsAtOnce, throwsLater, ruleOf('after', [at(0, 1)])],
      onRuleError: (rule, error) => thrown.push(`${rule}: ${error}`),
    });
    expect(findings.map(({ rule }) => rule)).toEqual(['after', 'before']);
    expect(thrown).toEqual(['throws-at-once: Error: at once', 'throws-later: Error: later']);
  });

  test('does not mind where nobody wants to know of a rule that throws', () => {
    expect(runRules(analysis, { rules: [throwsAtOnce] })).toEqual([]);
  });

  test('takes the severities that are asked for, and runs no rule that is off', () => {
    const findings = runRules(analysis, {
      rules: [ruleOf('one', [at(0, 1)]), ruleOf('two', [at(1, 2)]), { ...throwsAtOnce, severity: 'off' }],
      severities: new Map([
        ['one', 'hint'],
        ['two', 'off'],
      ]),
      onRuleError: (rule) => expect.unreachable(`${rule} was run`),
    });
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['one', 'hint']]);
  });

  test('runs no rule behind one that silences others, if that one reports anything that is not silenced', () => {
    const silencing = { ...ruleOf('silencing', [at(0, 2)]), silencesOthers: true };
    const idsIn = (document: Analysis, ...list: Rule[]) =>
      runRules(document, { rules: list }).map(({ rule }) => rule);
    const other = ruleOf('other', [at(4, 9)]);
    expect(idsIn(analysis, silencing, other)).toEqual(['silencing']);
    expect(idsIn(analysis, other, { ...silencing, check: () => [] }, other)).toEqual(['other', 'other']);
    const silenced = analyze(`<!-- proviso-ignore-file silencing -->\n${analysis.snapshot.text}`);
    expect(idsIn(silenced, silencing, other)).toEqual(['other']);
  });

  test('runs all rules where none are named', () => {
    expect(runRules(analysis).map(({ rule }) => rule)).toContain('numbering-gap');
  });
});

describe('the rules', () => {
  test('have ids of their own, made of words', () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([]);
  });

  test.each(rules.map((rule) => ({ rule, id: rule.id })))(
    '$id finds nothing in a letter or in nothing',
    ({ rule }) => {
      for (const text of ['', '\n', 'Dear Ms. Sato, thank you for the paper.\n'])
        expect(runRules(analyze(text), { rules: [rule] })).toEqual([]);
    },
  );
});
