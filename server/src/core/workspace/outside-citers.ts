import type { Analysis } from '../analysis.ts';
import type { Decision, EditPlan } from '../edits/edit-plan.ts';
import { fileNameOf } from '../features/file-name.ts';
import { nameProvision } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
import { say } from '../text/say.ts';
import { followCitation } from './follow-citation.ts';
import type { DocumentReader } from './reading.ts';

/** More files are not named one by one. */
const mostNamed = 20;

/**
 * A plan that gives provisions other numbers, with what it leaves to the author in other files: those that cite such a provision
 * are not edited, since nobody may want that of a document that was signed.
 */
export function withOutsideCiters<Wait>(
  analysis: Analysis,
  plan: EditPlan,
  { index, addressOf }: DocumentReader<Wait>,
): EditPlan {
  const found: Decision[] = [];
  for (const [uri, names] of index.citersOf(addressOf(analysis))) {
    const citations = index.get(uri)?.citations.filter(({ name }) => names.has(name)) ?? [];
    for (const citation of citations) {
      const target = followCitation(analysis, citation).targets.find(({ provision }) =>
        isTouched(provision, plan),
      );
      if (!target) continue;
      const { provision } = target;
      const why = say`${fileNameOf(uri)} cites ${nameProvision(provision)} of this document and is not changed.`;
      const { start, end } = provision.designation ?? provision.heading;
      found.push({ start, end, why });
      break;
    }
    if (found.length >= mostNamed) break;
  }
  if (found.length === 0) return plan;
  return {
    ...plan,
    decisions: [...plan.decisions, ...found].sort((a, b) => a.start - b.start || a.end - b.end),
  };
}

/** Its number, or that of what it is a part of, is edited. */
function isTouched(provision: Provision, { edits }: EditPlan): boolean {
  for (let at: Provision | null = provision; at?.parent; at = at.parent) {
    const { designation } = at;
    if (designation && edits.some(({ start, end }) => start < designation.end && designation.start < end))
      return true;
  }
  return false;
}
