import type {
  ClientCapabilities,
  PrepareRenameParams,
  Range,
  RenameOptions,
  RenameParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import { isRefusal, type Refusal } from '../../core/edits/edit-plan.ts';
import { numberAt, planNumber } from '../../core/edits/offered-operations.ts';
import { fileNameOf } from '../../core/features/file-name.ts';
import { say } from '../../core/text/say.ts';
import { withOutsideCiters } from '../../core/workspace/outside-citers.ts';
import {
  type FilePlan,
  type NameAcross,
  nameAcrossAt,
  renameAcross,
} from '../../core/workspace/rename-across.ts';
import { awaited, type Work } from '../documents/schedule.ts';
import { toOffset, toRange } from '../protocol/convert.ts';
import { joinEdits } from '../protocol/edits.ts';
import { readerOf } from '../session/otherDocuments.ts';
import type { Session } from '../session/requests.ts';
import { workspaceEditOf } from './plannedEdits.ts';

/** Clients that can ask first are told at once what cannot be renamed, and why. */
export function renameOptions(client: ClientCapabilities): RenameOptions {
  return client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : {};
}

/** The name under the cursor as it is defined, since the new name is put into the form of each use. */
export function* prepareRename(
  analysis: Analysis,
  { position }: PrepareRenameParams,
  session: Session,
): Work<{ range: Range; placeholder: string }> {
  const offset = toOffset(analysis.snapshot, position);
  const numbered = numberAt(analysis, offset);
  if (numbered)
    return {
      range: toRange(analysis.snapshot, numbered.range),
      placeholder: analysis.snapshot.slice(numbered.range),
    };
  const { range, name } = yield* renameable(analysis, offset, session);
  return { range: toRange(analysis.snapshot, range), placeholder: name };
}

/** Where others have the term from this document, or this one from another, it is renamed in all of them. */
export function* rename(
  analysis: Analysis,
  { position, newName }: RenameParams,
  session: Session,
): Work<WorkspaceEdit> {
  const offset = toOffset(analysis.snapshot, position);
  const numbered = numberAt(analysis, offset);
  if (numbered) {
    const display = yield* awaited(session.display.of(analysis.uri));
    const planned = planNumber(analysis, numbered.provision, newName, display);
    if (isRefusal(planned)) throw refused(planned.refusal);
    return workspaceEditOf(analysis, withOutsideCiters(analysis, planned, readerOf(session)), session.client);
  }
  // What is not read yet may use the term.
  yield* session.workspace.complete();
  const name = yield* renameable(analysis, offset, session);
  const plans = yield* renameAcross(name, newName, readerOf(session));
  if (isRefused(plans)) throw refused(plans.refusal);
  return editAcross(plans, session);
}

/** Throws what the client shows the author: that nothing here can be renamed, and why. */
function* renameable(analysis: Analysis, offset: number, session: Session): Work<NameAcross> {
  yield* session.workspace.known(analysis.uri);
  const found = yield* nameAcrossAt(analysis, offset, readerOf(session));
  if (!found) throw refused(say`No defined term stands here.`);
  if (isRefused(found)) throw refused(found.refusal);
  return found;
}

function isRefused<Found extends object>(found: Found | Refusal): found is Refusal {
  return 'refusal' in found;
}

/** A client that cannot have edits confirmed gets none that have to be: then nothing is renamed. */
function editAcross(plans: readonly FilePlan[], { client, workspace }: Session): WorkspaceEdit {
  const { documentChanges, changeAnnotationSupport } = client.workspace?.workspaceEdit ?? {};
  const doubted = plans
    .slice(1)
    .find(({ plan }) => plan.edits.some(({ needsConfirmation }) => needsConfirmation));
  if (doubted && !(documentChanges && changeAnnotationSupport)) {
    const why = doubted.plan.edits.find(({ needsConfirmation }) => needsConfirmation)?.explanation;
    throw refused(
      say`${fileNameOf(doubted.document.uri)} has to be changed too, and that is not sure: ${why ?? ''}`,
    );
  }
  return joinEdits(
    plans.map(({ document, plan }) =>
      workspaceEditOf(
        workspace.isOpen(document.uri) ? document : { ...document, version: null },
        plan,
        client,
      ),
    ),
  );
}

function refused(reason: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}
