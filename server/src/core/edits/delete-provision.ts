import type { Analysis } from '../analysis.ts';
import { nameProvision } from '../model/naming.ts';
import { isRootKind, type Provision } from '../model/provision.ts';
import type { Sequence } from '../model/sequences.ts';
import type { TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';
import { blockOf } from './blocks.ts';
import type { StructuralChange } from './change.ts';
import type { Refusal } from './edit-plan.ts';
import { withoutItem } from './inline-items.ts';
import { removable } from './move-provision.ts';
import { closeUp, pathOf, withDescendants } from './new-numbers.ts';

/** The provision goes with all that stands in it, and those behind it close up. */
export function deleteProvision(analysis: Analysis, provision: Provision): StructuralChange | Refusal {
  if (isRootKind(provision.kind) && provision.parent === null)
    return { refusal: say`The document itself cannot be deleted.` };
  const series = removable(analysis, provision);
  if ('refusal' in series) return series;
  const removed = removedWith(analysis, series, provision);
  if ('refusal' in removed) return removed;
  const at = series.indexOf(provision);
  return {
    renumbering: {
      changed: withDescendants(closeUp(series, at + 1, pathOf(provision))),
      deleted: new Set([provision]),
      orders: [series.toSpliced(at, 1)],
    },
    relocation: {
      removed,
      destination: null,
      before: '',
      behind: '',
    },
    insertion: null,
    newParents: new Map(),
    explanation: say`${nameProvision(provision)} is deleted.`,
  };
}

function removedWith(analysis: Analysis, series: Sequence, provision: Provision): TextRange | Refusal {
  if (provision.inline) return withoutItem(analysis, series, provision);
  const block = blockOf(analysis, provision);
  if ('refusal' in block) return block;
  return { start: Math.min(block.start, block.gap.start), end: Math.max(block.end, block.gap.end) };
}
