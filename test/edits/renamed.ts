import { analyze } from '../../server/src/core/analysis.ts';
import { applyPlan, isRefusal } from '../../server/src/core/edits/edit-plan.ts';
import { renameableAt, renameTerm } from '../../server/src/core/edits/rename-term.ts';
import { parseDocument } from '../fixture.ts';

/** The document behind the renaming of the term at `$0`, and what is left to the author; or the refusal. */
export function renamed(source: string, newName: string): string {
  const { text, cursor } = parseDocument(source);
  const analysis = analyze(text);
  const target = renameableAt(analysis, cursor ?? 0);
  if (!target) return 'nothing to rename';
  if ('refusal' in target) return target.refusal;
  const plan = renameTerm(analysis, target.definition, newName);
  if (isRefusal(plan)) return plan.refusal;
  const unsure = plan.edits
    .filter(({ needsConfirmation }) => needsConfirmation)
    .map(
      ({ start, explanation }) => `confirm in line ${analysis.snapshot.lineAt(start) + 1}: ${explanation}`,
    );
  const open = plan.decisions.map(
    ({ start, why }) => `decide in line ${analysis.snapshot.lineAt(start) + 1}: ${why}`,
  );
  return [applyPlan(text, plan).trimEnd(), ...unsure, ...open].join('\n');
}
