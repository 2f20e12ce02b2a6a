import type { CodeAction, TextDocumentIdentifier } from 'vscode-languageserver';
import { CodeActionKind, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import { isRefusal } from '../../core/edits/edit-plan.ts';
import {
  type Operation,
  operations,
  operationsAt,
  planOperation,
} from '../../core/edits/offered-operations.ts';
import type { PinnedScheme } from '../../core/edits/renumber.ts';
import type { TextRange } from '../../core/text/range.ts';
import { say } from '../../core/text/say.ts';
import { withOutsideCiters } from '../../core/workspace/outside-citers.ts';
import { awaited, type Work } from '../documents/schedule.ts';
import { readerOf } from '../session/otherDocuments.ts';
import type { Session } from '../session/requests.ts';
import { workspaceEditOf } from './plannedEdits.ts';

/** What an action must be told again when its edits are asked for. */
interface OperationData {
  readonly textDocument: TextDocumentIdentifier;
  readonly version: number;
  readonly offset: number;
  readonly operation: Operation;
}

/** Kinds by which editors bind the commands to keys. */
const kinds: Readonly<Record<Operation, CodeActionKind>> = {
  'insert typed': `${CodeActionKind.QuickFix}.insert`,
  'restate citation': `${CodeActionKind.RefactorRewrite}.citation`,
  'move up': `${CodeActionKind.Refactor}.move.up`,
  'move down': `${CodeActionKind.Refactor}.move.down`,
  promote: `${CodeActionKind.Refactor}.move.promote`,
  demote: `${CodeActionKind.Refactor}.move.demote`,
  'insert after': `${CodeActionKind.RefactorRewrite}.insert`,
  'insert branch': `${CodeActionKind.RefactorRewrite}.branch`,
  delete: `${CodeActionKind.RefactorRewrite}.delete`,
  'renumber children': `${CodeActionKind.RefactorRewrite}.renumber.children`,
  'absorb branches': `${CodeActionKind.RefactorRewrite}.renumber.absorb`,
  renumber: `${CodeActionKind.RefactorRewrite}.renumber.document`,
};

/** What can be done about the provision under the cursor; its edits are planned when one is chosen. */
export function structureActions(
  analysis: Analysis,
  selected: TextRange,
  session: Session,
  scheme: PinnedScheme,
): CodeAction[] {
  // Planning each of them would cost a reading of the document.
  const { resolveSupport } = session.client.textDocument?.codeAction ?? {};
  if (!resolveSupport?.properties.includes('edit')) return [];
  const { uri, version } = analysis;
  return operationsAt(analysis, selected.start, scheme).map(({ operation, title }) => {
    const data: OperationData = { textDocument: { uri }, version, offset: selected.start, operation };
    return { title, kind: kinds[operation], data };
  });
}

/** The edits of a chosen action. */
export function* resolveStructureAction(action: CodeAction, session: Session): Work<CodeAction> {
  const data = action.data as OperationData;
  if (!operations.includes(data.operation)) return action;
  const analysis = session.documents.analysis(data.textDocument.uri);
  yield;
  if (!analysis || analysis.version !== data.version)
    throw new ResponseError(LSPErrorCodes.ContentModified, say`The document has changed.`);
  const { relativeCitations } = yield* awaited(session.display.of(analysis.uri));
  const { scheme } = yield* awaited(session.configurations.of(analysis.uri));
  const planned = planOperation(analysis, data.offset, data.operation, { relativeCitations, scheme });
  if (isRefusal(planned)) throw new ResponseError(LSPErrorCodes.RequestFailed, planned.refusal);
  return {
    ...action,
    edit: workspaceEditOf(analysis, withOutsideCiters(analysis, planned, readerOf(session)), session.client),
  };
}

/** The document that an action is about. */
export function documentOf({ data }: CodeAction): unknown {
  return (data as Partial<OperationData> | undefined)?.textDocument?.uri;
}
