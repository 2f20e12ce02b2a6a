import type {
  ClientCapabilities,
  PrepareRenameParams,
  Range,
  RenameOptions,
  RenameParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Analysis } from '../core/analysis.ts';
import { isRefusal } from '../core/edits/edit-plan.ts';
import { numberAt, planNumber } from '../core/edits/offered-operations.ts';
import { type RenameableTerm, renameableAt, renameInSteps } from '../core/edits/rename-term.ts';
import { toOffset, toRange } from './convert.ts';
import { workspaceEditOf } from './plannedEdits.ts';
import type { Session } from './requests.ts';
import { awaited, type Work } from './schedule.ts';

/** Clients that can ask first are told at once what cannot be renamed, and why. */
export function renameOptions(client: ClientCapabilities): RenameOptions {
  return client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : {};
}

/** The name under the cursor as it is defined, since the new name is put into the form of each use. */
export function* prepareRename(
  { textDocument, position }: PrepareRenameParams,
  session: Session,
): Work<{ range: Range; placeholder: string } | null> {
  const analysis = session.documents.analysis(textDocument.uri);
  if (!analysis) return null;
  yield;
  const numbered = numberAt(analysis, toOffset(analysis.snapshot, position));
  if (numbered)
    return {
      range: toRange(analysis.snapshot, numbered.range),
      placeholder: analysis.snapshot.slice(numbered.range),
    };
  const { range, name } = renameable(analysis, toOffset(analysis.snapshot, position));
  return { range: toRange(analysis.snapshot, range), placeholder: name };
}

export function* rename(
  { textDocument, position, newName }: RenameParams,
  session: Session,
): Work<WorkspaceEdit | null> {
  const analysis = session.documents.analysis(textDocument.uri);
  if (!analysis) return null;
  yield;
  const offset = toOffset(analysis.snapshot, position);
  const numbered = numberAt(analysis, offset);
  const planned = numbered
    ? planNumber(analysis, numbered.provision, newName, yield* awaited(session.display.of(analysis.uri)))
    : yield* renameInSteps(analysis, renameable(analysis, offset).definition, newName);
  if (isRefusal(planned)) throw refused(planned.refusal);
  return workspaceEditOf(analysis, planned, session.client);
}

/** Throws what the client shows the author: that nothing here can be renamed, and why. */
function renameable(analysis: Analysis, offset: number): RenameableTerm {
  const found = renameableAt(analysis, offset);
  if (!found) throw refused('No defined term stands here.');
  if ('refusal' in found) throw refused(found.refusal);
  return found;
}

function refused(reason: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}
