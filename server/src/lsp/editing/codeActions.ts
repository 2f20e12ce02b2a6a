import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import { certainFixes } from '../../core/rules/fix.ts';
import type { Finding, Fix } from '../../core/rules/rule.ts';
import { say } from '../../core/text/say.ts';
import { awaited, type Work } from '../documents/schedule.ts';
import { toDiagnostic, toTextRange } from '../protocol/convert.ts';
import { editOf } from '../protocol/edits.ts';
import type { Session } from '../session/requests.ts';
import { silencingActions } from './silencingActions.ts';
import { structureActions } from './structureActions.ts';
import { termFixes, termRefactorings } from './termActions.ts';

const fixAllKind = `${CodeActionKind.SourceFixAll}.proviso`;

/** What is offered at all; "Fix All" is a kind of its own, which editors also run when they save. */
export const codeActionKinds = [CodeActionKind.QuickFix, CodeActionKind.Refactor, fixAllKind];

/**
 * The fixes of the findings that the selection touches, in the order of the document; then the ways to silence them;
 * then what can be made of the selected words. Where all is to be fixed, which must be asked for by its kind: one action
 * with all that is certain.
 */
export function* codeActions(
  analysis: Analysis,
  params: CodeActionParams,
  session: Session,
): Work<CodeAction[] | null> {
  const canShow = session.client.textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
  const { only } = params.context;
  if (!canShow) return null;
  const all =
    only && includes(only, fixAllKind)
      ? fixAll(analysis, yield* session.reports.findings(analysis), session)
      : [];
  const selected = toTextRange(analysis.snapshot, params.range);
  yield;
  const { scheme } = yield* awaited(session.configurations.of(analysis.uri));
  const structural = structureActions(analysis, selected, session, scheme).filter(
    ({ kind = '' }) => !only || includes(only, kind),
  );
  const refactorings = asksFor(only, CodeActionKind.Refactor)
    ? termRefactorings(analysis, selected, session).filter(({ kind = '' }) => !only || includes(only, kind))
    : [];
  if (only && !includes(only, CodeActionKind.QuickFix)) return [...all, ...refactorings, ...structural];
  const findings: Finding[] = [];
  for (const finding of yield* session.reports.findings(analysis)) {
    yield;
    if (finding.range.start <= selected.end && finding.range.end >= selected.start) findings.push(finding);
  }
  const fixes = findings.flatMap((finding) =>
    finding.fixes.map((fix) => quickFix(analysis, finding, fix, session)),
  );
  yield;
  const planned = termFixes(analysis, findings, session);
  const silencing = yield* silencingActions(analysis, findings, session);
  return [...all, ...fixes, ...planned, ...silencing, ...refactorings, ...structural];
}

/** A kind asked for includes all kinds below it; the empty kind includes every one. */
function includes(asked: readonly CodeActionKind[], kind: CodeActionKind): boolean {
  return asked.some((wide) => wide === '' || wide === kind || kind.startsWith(`${wide}.`));
}

/** Whether anything of a kind may be wanted: a kind below it is also asked for by its own name. */
function asksFor(asked: readonly CodeActionKind[] | undefined, kind: CodeActionKind): boolean {
  return !asked || includes(asked, kind) || asked.some((narrow) => narrow.startsWith(`${kind}.`));
}

function fixAll(analysis: Analysis, findings: readonly Finding[], session: Session): CodeAction[] {
  const edits = certainFixes(findings).flatMap(({ fix }) => fix.edits);
  if (edits.length === 0) return [];
  const title = say`Fix all that is certain`;
  return [{ title, kind: fixAllKind, edit: editOf(analysis, edits, session.client) }];
}

function quickFix(analysis: Analysis, finding: Finding, fix: Fix, session: Session): CodeAction {
  const action: CodeAction = {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(analysis.snapshot, analysis.uri, finding)],
    edit: editOf(analysis, fix.edits, session.client),
  };
  if (fix.preferred || fix.certain) action.isPreferred = true;
  return action;
}
