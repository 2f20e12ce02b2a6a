import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { applyPlan } from '../../server/src/core/edits/edit-plan.ts';
import { operationsAt, planOperation } from '../../server/src/core/edits/offered-operations.ts';
import { parseDocument } from '../fixture.ts';

function restated(source: string): string {
  const { text, cursor } = parseDocument(source);
  const analysis = analyze(text);
  const offered = operationsAt(analysis, cursor ?? 0).find(
    ({ operation }) => operation === 'restate citation',
  );
  if (!offered) return 'nothing is offered';
  const planned = planOperation(analysis, cursor ?? 0, 'restate citation');
  if ('refusal' in planned) return planned.refusal;
  const line = analysis.snapshot.lineAt(cursor ?? 0);
  return `${offered.title}: ${applyPlan(text, planned).split('\n')[line]}`;
}

const lease = `Article 1. (House)

1.1 The house is let.

1.2 Guests are free, but Section 1.1 holds.

Article 2. (Rent)

The rent is due under WORDS.

Article 3. (Term)

The term ends in May.
`;

describe('a citation', () => {
  test.each([
    ['the pre$0ceding Article', 'Cite as “Article 1”: The rent is due under Article 1.'],
    ['the follow$0ing Article', 'Cite as “Article 3”: The rent is due under Article 3.'],
    ['Art$0icle 1', 'Cite as “the preceding Article”: The rent is due under the preceding Article.'],
    ['Art$0icle 3', 'Cite as “the following Article”: The rent is due under the following Article.'],
    ['Art$0icle 2', 'Cite as “this Article”: The rent is due under this Article.'],
    ['Sec$0tion 1.2', 'nothing is offered'],
    ['Art$0icles 1 and 3', 'nothing is offered'],
    ['each of the pre$0ceding Articles', 'nothing is offered'],
    ['Art$0icle 9', 'nothing is offered'],
  ])('is put in other words: %s', (words, expected) => {
    expect(restated(lease.replace('WORDS', words))).toBe(expected);
  });

  test('begins a sentence with a capital', () => {
    expect(restated(lease.replace('Guests are free, but Section', 'Guests are free. Sec$0tion'))).toBe(
      'Cite as “The preceding Section”: 1.2 Guests are free. The preceding Section 1.1 holds.'.replace(
        ' 1.1',
        '',
      ),
    );
  });
});
