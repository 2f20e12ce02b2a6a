import type { Analysis } from '../core/analysis.ts';
import type { Configuration } from '../core/config/model.ts';
import { applyPlan, type EditPlan, isRefusal, type Planned } from '../core/edits/edit-plan.ts';
import { complain, reasonOf } from './complaints.ts';
import { diffOf } from './diff.ts';
import {
  type DocumentArguments,
  faultOf,
  isComplete,
  type OpenedDocument,
  visitDocuments,
} from './documents.ts';
import { type CommandIo, exitCodes } from './io.ts';
import { bytesOf, FileChanged, replaceFile } from './replaceFile.ts';

/** What every command is told that plans edits of one document. */
export interface PlanArguments extends DocumentArguments {
  /** Whether to print the edits as JSON instead of a diff. */
  readonly json: boolean;
  /** Whether to write the document; without it the edits are only shown. */
  readonly write: boolean;
  /** Whether also edits are made that want to be confirmed. */
  readonly all: boolean;
  /** Whether nothing is written while a place is left to the author, unless all is asked for. */
  readonly stopsAtDecisions?: boolean;
}

/**
 * Plans edits of one document and shows them as a diff, or as JSON; writes them where that is asked for, all or none.
 * What is not sure is left out and listed. Ends with 1 where something is left for the author to decide, and with 2
 * where nothing can be done.
 */
export async function runPlan(
  args: PlanArguments,
  io: CommandIo,
  plan: (analysis: Analysis, configuration: Configuration) => Planned,
): Promise<number> {
  const fault =
    faultOf(args) ?? (args.write && args.paths[0] === '-' ? 'standard input cannot be written to' : null);
  if (fault !== null) {
    io.err(`proviso: ${fault}\n`);
    return exitCodes.trouble;
  }
  let exitCode: number = exitCodes.trouble;
  const visit = await visitDocuments(args, io, async (document) => {
    exitCode = await runOn(document, args, io, plan(document.analysis, document.configuration));
  });
  return visit.settings === 'refused' || !isComplete(visit) ? exitCodes.trouble : exitCode;
}

async function runOn(
  document: OpenedDocument,
  args: PlanArguments,
  io: CommandIo,
  planned: Planned,
): Promise<number> {
  if (isRefusal(planned)) {
    if (args.json) io.out(`${JSON.stringify({ version: 1, file: document.path, ...planned }, null, 2)}\n`);
    else complain(io, document.path, planned.refusal);
    return exitCodes.trouble;
  }
  const made: EditPlan = {
    edits: planned.edits.filter(({ needsConfirmation }) => args.all || !needsConfirmation),
    decisions: planned.decisions,
  };
  const text = applyPlan(document.source.text, made);
  const stops =
    args.write && args.stopsAtDecisions === true && openPlaces(planned, args).length > 0 && !args.all;
  const writes = args.write && !stops;
  try {
    if (writes && document.file !== null && made.edits.length > 0)
      await replaceFile(document.file, document.source.bytes, bytesOf(document.source, text));
  } catch (error) {
    const reason = error instanceof FileChanged ? error.message : reasonOf(error);
    complain(io, document.path, `left as it is: ${reason}`);
    return exitCodes.trouble;
  }
  if (args.json)
    io.out(`${JSON.stringify(report(document, planned, { ...args, write: writes }), null, 2)}\n`);
  else {
    if (made.edits.length > 0) io.out(diffOf(document.path, document.source.text, text, io.color));
    for (const { start, message } of openPlaces(planned, args))
      complain(io, `${document.path}:${placeOf(document, start)}`, message);
  }
  if (stops)
    complain(io, document.path, 'nothing is written while places need your decision; --all writes the rest');
  return openPlaces(planned, args).length > 0 ? exitCodes.findings : exitCodes.clean;
}

/** What is left to the author, in the order of the text. */
function openPlaces(
  { edits, decisions }: EditPlan,
  { all }: PlanArguments,
): { readonly start: number; readonly message: string }[] {
  const unsure = edits
    .filter(({ needsConfirmation }) => needsConfirmation && !all)
    .map(({ start, explanation }) => ({
      start,
      message: `not changed: ${explanation} --all changes it too`,
    }));
  const open = decisions.map(({ start, why }) => ({ start, message: `decide: ${why}` }));
  return [...unsure, ...open].sort((a, b) => a.start - b.start);
}

function placeOf({ analysis }: OpenedDocument, offset: number): string {
  const { line, column } = analysis.snapshot.positionAt(offset);
  return `${line + 1}:${column + 1}`;
}

/** The keys are a promise to other programs: change them only together with the version. */
function report(document: OpenedDocument, { edits, decisions }: EditPlan, args: PlanArguments): object {
  const { snapshot } = document.analysis;
  const place = ({ start, end }: { readonly start: number; readonly end: number }) => {
    const { line, column } = snapshot.positionAt(start);
    return { start, end, line: line + 1, column: column + 1, text: snapshot.slice({ start, end }) };
  };
  return {
    version: 1,
    file: document.path,
    written: args.write,
    edits: edits.map((edit) => ({
      ...place(edit),
      newText: edit.newText,
      reason: edit.reason,
      explanation: edit.explanation,
      needsConfirmation: edit.needsConfirmation,
      made: args.all || !edit.needsConfirmation,
    })),
    decisions: decisions.map((decision) => ({ ...place(decision), why: decision.why })),
  };
}
