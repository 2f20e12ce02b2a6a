import { applyPlan, type Planned } from '../../server/src/core/edits/edit-plan.ts';

/** The lines that a plan writes anew, and what it leaves to the author; or why nothing is done. */
export function changedLines(text: string, planned: Planned): readonly string[] | string {
  if ('refusal' in planned) return planned.refusal;
  const before = new Set(text.split('\n'));
  return [
    ...applyPlan(text, planned)
      .split('\n')
      .filter((line) => !before.has(line)),
    ...planned.decisions.map(({ start, end, why }) => `${text.slice(start, end)}: ${why}`),
  ];
}
