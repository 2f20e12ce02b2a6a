import type { CodeAction, CodeActionParams, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Analysis } from '../core/analysis.ts';
import type { Finding, Fix } from '../core/rules/rule.ts';
import { toDiagnostic, toRange, toTextRange } from './convert.ts';
import type { Session } from './requests.ts';
import type { Work } from './schedule.ts';

/** The fixes of the findings that the selection touches, in the order of the document. */
export function* codeActions(params: CodeActionParams, session: Session): Work<CodeAction[] | null> {
  const canShow = session.client.textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
  const analysis = session.documents.analysis(params.textDocument.uri);
  if (!analysis || !canShow || !wantsQuickFixes(params.context.only)) return null;
  const selected = toTextRange(analysis.snapshot, params.range);
  const actions: CodeAction[] = [];
  for (const finding of yield* session.reports.findings(analysis)) {
    yield;
    if (finding.range.start > selected.end || finding.range.end < selected.start) continue;
    for (const fix of finding.fixes) actions.push(quickFix(analysis, finding, fix, session));
  }
  return actions;
}

/** A kind asked for includes all kinds below it; the empty kind includes every one. */
function wantsQuickFixes(only: readonly CodeActionKind[] | undefined): boolean {
  return only === undefined || only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix);
}

function quickFix(analysis: Analysis, finding: Finding, fix: Fix, session: Session): CodeAction {
  const action: CodeAction = {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(analysis.snapshot, analysis.uri, finding, false)],
    edit: workspaceEdit(analysis, fix, session),
  };
  if (fix.preferred) action.isPreferred = true;
  return action;
}

/** Carries the version where the client can check it, so that a fix is never applied to a text it was not made for. */
function workspaceEdit(analysis: Analysis, fix: Fix, session: Session): WorkspaceEdit {
  const { uri, version, snapshot } = analysis;
  const edits = fix.edits.map(
    (edit): TextEdit => ({ range: toRange(snapshot, edit.range), newText: edit.newText }),
  );
  return session.client.workspace?.workspaceEdit?.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}
