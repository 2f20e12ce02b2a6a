import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import { defineSelection } from '../../core/edits/define-selection.ts';
import { defineInList, type OfferedPlan } from '../../core/edits/define-term.ts';
import { isRefusal } from '../../core/edits/edit-plan.ts';
import { inlineDefinition } from '../../core/edits/inline-definition.ts';
import { moveIntoList } from '../../core/edits/move-definition.ts';
import { sortDefinitions } from '../../core/edits/sort-definitions.ts';
import { termAt } from '../../core/resolve/terms.ts';
import type { Finding } from '../../core/rules/rule.ts';
import type { TextRange } from '../../core/text/range.ts';
import { toDiagnostic } from '../protocol/convert.ts';
import type { Session } from '../session/requests.ts';
import { workspaceEditOf } from './plannedEdits.ts';

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

/** What can be made of the words that are selected, or of the definition under the cursor. */
export function termRefactorings(analysis: Analysis, selected: TextRange, session: Session): CodeAction[] {
  const action =
    (kind: string) =>
    (offered: OfferedPlan | null): CodeAction[] =>
      !offered || isRefusal(offered.planned)
        ? []
        : [{ title: offered.title, kind, edit: workspaceEditOf(analysis, offered.planned, session.client) }];
  if (selected.end > selected.start)
    return defineSelection(analysis, selected).flatMap(action(CodeActionKind.RefactorExtract));
  const found = termAt(analysis, selected.start);
  if (!found || 'definition' in found) return [];
  return [
    ...action(`${CodeActionKind.Refactor}.move`)(moveIntoList(analysis, found)),
    ...action(`${CodeActionKind.Refactor}.move`)(sortDefinitions(analysis, selected.start)),
    ...action(CodeActionKind.RefactorInline)(inlineDefinition(analysis, found)),
  ];
}

function planFor(analysis: Analysis, { rule, range }: Finding): OfferedPlan | null {
  switch (rule) {
    case 'undefined-term':
    case 'possible-term':
      return defineInList(analysis, analysis.snapshot.slice(range), range.start);
    case 'unsorted-definitions':
      return sortDefinitions(analysis, range.start);
    default:
      return null;
  }
}
