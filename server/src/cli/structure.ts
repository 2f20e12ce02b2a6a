import { planCommand, type StructureCommand } from '../core/edits/structure-commands.ts';
import { type CommandIo, exitCodes } from './io.ts';
import { type PlanArguments, runPlan } from './plan.ts';

export interface StructureArguments extends PlanArguments {
  /** Null where the command line does not say what to do. */
  readonly command: StructureCommand | null;
  /** The instrument or attachment that the provisions are of, as it is cited; null for the document's own. */
  readonly inside: string | null;
  /** Leave "the preceding Article" as it is where it would come to mean another one, and list it. */
  readonly keepRelative: boolean;
}

/** `proviso insert`, `move`, `delete` and `renumber`: numbers shift, and every citation follows. */
export async function changeStructure(args: StructureArguments, io: CommandIo): Promise<number> {
  const { command } = args;
  if (!command) {
    io.err('proviso: give either --before or --after, with a provision as it is cited\n');
    return exitCodes.trouble;
  }
  const relativeCitations = args.keepRelative ? 'keep' : 'rewrite';
  return runPlan({ ...args, stopsAtDecisions: true }, io, (analysis, { scheme }) =>
    planCommand(analysis, command, args.inside, { relativeCitations, scheme }),
  );
}
