import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { applyEdits, certainFixes, fixDocument } from '../../server/src/core/rules/fix.ts';
import type { Fix, Rule } from '../../server/src/core/rules/rule.ts';
import { runRules } from '../../server/src/core/rules/run.ts';

/** A rule that reports each place of a text, with the fixes given for it. */
function ruleFor(found: string, fixesAt: (start: number) => readonly Fix[]): Rule {
  return {
    id: `no-${found}`,
    title: 'A made-up rule',
    severity: 'hint',
    scope: 'document',
    *check({ snapshot: { text } }) {
      for (let start = text.indexOf(found); start !== -1; start = text.indexOf(found, start + 1))
        yield { range: { start, end: start + found.length }, message: 'No.', fixes: fixesAt(start) };
    },
  };
}

function replacing(found: string, newText: string, certain = true): Rule {
  return ruleFor(found, (start) => [
    {
      title: `Write "${newText}"`,
      edits: [{ range: { start, end: start + found.length }, newText }],
      certain,
    },
  ]);
}

function fixed(text: string, ...rules: Rule[]) {
  const analysis = analyze(text);
  return fixDocument(analysis, runRules(analysis, { rules }), { rules });
}

describe('fixing a document', () => {
  test('does what is certain and nothing else', () => {
    const { text, applied, settled } = fixed(
      'a cat, a dog',
      replacing('cat', 'Cat'),
      replacing('dog', 'Dog', false),
    );
    expect(text).toBe('a Cat, a dog');
    expect(applied).toEqual([{ rule: 'no-cat', title: 'Write "Cat"' }]);
    expect(settled).toBe(true);
  });

  test('takes the first of two that overlap, and the other from the text that then stands', () => {
    const { text, applied } = fixed(
      'one two three',
      replacing('two three', 'four'),
      replacing('one two', 'two'),
    );
    expect(text).toBe('four');
    expect(applied.map(({ rule }) => rule)).toEqual(['no-one two', 'no-two three']);
  });

  test('takes a fix of several edits whole or not at all', () => {
    const brackets = ruleFor('(', (start) => [
      {
        title: 'Take the brackets',
        edits: [
          { range: { start: start + 4, end: start + 5 }, newText: '' },
          { range: { start, end: start + 1 }, newText: '' },
        ],
        certain: true,
      },
    ]);
    expect(fixed('(cat) sat', brackets, replacing('cat', 'dog')).text).toBe('dog sat');
    const findings = runRules(analyze('(cat) sat'), { rules: [brackets, replacing('cat', 'dog')] });
    expect(certainFixes(findings).map(({ rule }) => rule)).toEqual(['no-(']);
  });

  test('does two at one place one after the other', () => {
    const ahead = (found: string, newText: string) =>
      ruleFor(found, (start) =>
        start === 0
          ? [{ title: newText, edits: [{ range: { start, end: start }, newText }], certain: true }]
          : [],
      );
    expect(fixed('cat', ahead('cat', 'a '), ahead('ca', 'b ')).text).toMatch(/^(?:a|b) cat$/);
  });

  test('ends where fixes undo each other, and says so', () => {
    const { settled, applied } = fixed('cat', replacing('cat', 'dog'), replacing('dog', 'cat'));
    expect(settled).toBe(false);
    expect(applied).toHaveLength(10);
  });
});

test('edits are applied in whatever order they come', () => {
  const edits = [
    { range: { start: 4, end: 5 }, newText: 'E' },
    { range: { start: 0, end: 0 }, newText: '>' },
    { range: { start: 1, end: 3 }, newText: '' },
  ];
  expect(applyEdits('abcde', edits)).toBe('>adE');
});
