import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Analysis } from '../core/analysis.ts';
import { defineInList, type OfferedPlan } from '../core/edits/define-term.ts';
import { isRefusal } from '../core/edits/edit-plan.ts';
import { sortDefinitions } from '../core/edits/sort-definitions.ts';
import type { Finding } from '../core/rules/rule.ts';
import { toDiagnostic } from './convert.ts';
import { workspaceEditOf } from './plannedEdits.ts';
import type { Session } from './requests.ts';

/** The fixes of findings about terms that are planned only where somebody asks for them. */
export function termFixes(analysis: Analysis, findings: readonly Finding[], session: Session): CodeAction[] {
  return findings.flatMap((finding) => {
    const offered = planFor(analysis, finding);
    if (!offered || isRefusal(offered.planned)) return [];
    return [
      {
        title: offered.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(analysis.snapshot, analysis.uri, finding)],
        edit: workspaceEditOf(analysis, offered.planned, session.client),
      },
    ];
  });
}

function planFor(analysis: Analysis, { rule, range }: Finding): OfferedPlan | null {
  switch (rule) {
    case 'undefined-term':
      return defineInList(analysis, analysis.snapshot.slice(range), range.start);
    case 'unsorted-definitions':
      return sortDefinitions(analysis, range.start);
    default:
      return null;
  }
}
