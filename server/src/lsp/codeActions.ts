import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Analysis } from '../core/analysis.ts';
import type { Finding, Fix } from '../core/rules/rule.ts';
import { toDiagnostic, toTextRange } from './convert.ts';
import { editOf } from './edits.ts';
import type { Session } from './requests.ts';
import type { Work } from './schedule.ts';
import { silencingActions } from './silencingActions.ts';

/** The fixes of the findings that the selection touches, in the order of the document; then the ways to silence them. */
export function* codeActions(params: CodeActionParams, session: Session): Work<CodeAction[] | null> {
  const canShow = session.client.textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
  const analysis = session.documents.analysis(params.textDocument.uri);
  if (!analysis || !canShow || !wantsQuickFixes(params.context.only)) return null;
  const selected = toTextRange(analysis.snapshot, params.range);
  const findings: Finding[] = [];
  for (const finding of yield* session.reports.findings(analysis)) {
    yield;
    if (finding.range.start <= selected.end && finding.range.end >= selected.start) findings.push(finding);
  }
  const fixes = findings.flatMap((finding) =>
    finding.fixes.map((fix) => quickFix(analysis, finding, fix, session)),
  );
  return [...fixes, ...(yield* silencingActions(analysis, findings, session))];
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
    edit: editOf(analysis, fix.edits, session.client),
  };
  if (fix.preferred) action.isPreferred = true;
  return action;
}
