import { findTerm } from '../core/edits/find-term.ts';
import { renameTerm as planRenaming } from '../core/edits/rename-term.ts';
import type { CommandIo } from './io.ts';
import { type PlanArguments, runPlan } from './plan.ts';

export interface RenameTermArguments extends PlanArguments {
  readonly term: string;
  readonly newName: string;
  /** The instrument or attachment that defines it, as it is cited; null where there is no doubt. */
  readonly inside: string | null;
}

/** `proviso rename-term`: changes the name of a defined term in one document. */
export async function renameTerm(args: RenameTermArguments, io: CommandIo): Promise<number> {
  return runPlan(args, io, (analysis) => {
    const found = findTerm(analysis, args.term, args.inside);
    return 'refusal' in found ? found : planRenaming(analysis, found, args.newName);
  });
}
