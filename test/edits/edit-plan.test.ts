import { describe, expect, test } from 'vitest';
import { applyPlan, isRefusal, type PlannedEdit, planEdits } from '../../server/src/core/edits/edit-plan.ts';

const text = 'Article 5. See Article 6.';

function edit(start: number, end: number, newText: string): PlannedEdit {
  return { start, end, newText, reason: 'number', needsConfirmation: false, explanation: 'It moved.' };
}

describe('a plan', () => {
  test('is in the order of the text and changes nothing else', () => {
    const plan = planEdits(text, [edit(23, 24, '7'), edit(8, 9, '6')]);
    if (isRefusal(plan)) throw new Error(plan.refusal);
    expect(plan.edits.map(({ start }) => start)).toEqual([8, 23]);
    expect(applyPlan(text, plan)).toBe('Article 6. See Article 7.');
  });

  test('leaves out what would leave the text as it is', () => {
    expect(planEdits(text, [edit(8, 9, '5')])).toEqual({ edits: [], decisions: [] });
  });

  test('is refused where two edits want the same text', () => {
    expect(planEdits(text, [edit(8, 9, '6'), edit(0, 9, 'Article 4')])).toEqual({
      refusal: 'Two changes of “Article 5” contradict each other.',
    });
    expect(planEdits(text, [edit(8, 8, 'a'), edit(8, 8, 'b')])).toHaveProperty('refusal');
  });

  test('may insert text where another edit begins or ends', () => {
    const plan = planEdits(text, [edit(8, 9, '6'), edit(9, 9, 'A'), edit(8, 8, 'No. ')]);
    if (isRefusal(plan)) throw new Error(plan.refusal);
    expect(applyPlan(text, plan)).toBe('Article No. 6A. See Article 6.');
  });

  test('holds what the author must decide, in the order of the text', () => {
    const plan = planEdits(
      text,
      [],
      [
        { start: 15, end: 24, why: 'b' },
        { start: 0, end: 9, why: 'a' },
      ],
    );
    expect(plan).toMatchObject({ decisions: [{ why: 'a' }, { why: 'b' }] });
  });
});
