import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { findingIdentity, subjectOf } from '../../server/src/core/rules/identity.ts';
import { runRules } from '../../server/src/core/rules/run.ts';

const draft = `ARTICLES OF ASSOCIATION

Article 1. (Name)

The name of the club is Linnet.

Article 2. (Seat)

The seat of the club is Kyoto.

Article 4. (Members)

Anyone may join who (a) sings, (b) plays or (d) listens.
`;

function subjects(text: string) {
  const analysis = analyze(text);
  return runRules(analysis).map((finding) => subjectOf(analysis, finding));
}

function identities(text: string): string[] {
  const analysis = analyze(text);
  return runRules(analysis).map(findingIdentity(analysis));
}

describe('what a finding is about', () => {
  test('is told by its rule, its provision and the words behind the number', () => {
    const [gap, item] = subjects(draft);
    expect(gap).toEqual({
      rule: 'numbering-gap',
      provision: expect.stringMatching(/article:members$/),
      text: 'Members',
    });
    expect(item).toMatchObject({
      rule: 'inline-enumeration',
      provision: expect.stringContaining('article:members'),
    });
  });

  test('stays when the provisions are numbered anew, lines are wrapped and text is put before', () => {
    const renumbered = draft.replace('Article 4.', 'Article 14.').replace('Article 2.', 'Article 12.');
    const moved = draft.replace('Article 1.', 'Adopted in May, the month\nof the linnet.\n\nArticle 1.');
    const shifted = moved.replace('Article 4.', 'Article 5.').replace('Anyone may', 'Anyone\nmay');
    expect(identities(shifted)).toEqual(identities(draft));
    expect(subjects(renumbered).map(({ text }) => text)).toContain(subjects(draft)[0]?.text);
  });

  test('differs where the words do', () => {
    const others = identities(draft.replace('(Members)', '(Singers)'));
    for (const identity of identities(draft)) expect(others).not.toContain(identity);
  });

  test('is counted where findings are alike', () => {
    const analysis = analyze(draft);
    const [gap] = runRules(analysis);
    if (!gap) throw new Error('Nothing was found.');
    const identityOf = findingIdentity(analysis);
    const [first, second] = [identityOf(gap), identityOf(gap)];
    expect(second).toBe(first.replace(/:1$/, ':2'));
  });
});
