import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  ClientCapabilities,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { type EditPlan, type PlannedEdit, titleOfReason } from '../../core/edits/edit-plan.ts';
import type { TextRange } from '../../core/text/range.ts';
import { say } from '../../core/text/say.ts';
import { toRange } from '../protocol/convert.ts';
import { type EditedDocument, editOf } from '../protocol/edits.ts';

/** The label of the places in a preview that nothing is changed at. */
function decisionLabel(): string {
  return say`Needs your decision`;
}

/**
 * A plan as the client can show it. Where it knows annotations, edits are grouped by their reasons, what is not sure is
 * to be confirmed, and what is left to decide is shown as an edit that changes nothing. Other clients get what is sure.
 */
export function workspaceEditOf(
  analysis: EditedDocument,
  plan: EditPlan,
  client: ClientCapabilities,
): WorkspaceEdit {
  const { documentChanges, changeAnnotationSupport } = client.workspace?.workspaceEdit ?? {};
  if (!documentChanges || !changeAnnotationSupport) {
    const sure = plan.edits.filter(({ needsConfirmation }) => !needsConfirmation);
    const edits = sure.map(({ start, end, newText }) => ({ range: { start, end }, newText }));
    return editOf(analysis, edits, client);
  }
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  const annotated = (
    { start, end, newText }: Place,
    id: string,
    annotation: ChangeAnnotation,
  ): AnnotatedTextEdit => {
    changeAnnotations[id] = annotation;
    return { range: toRange(analysis.snapshot, { start, end }), newText, annotationId: id };
  };
  // Edits may not touch each other: what is open at a place that is edited is told with its edit.
  const whyAt = new Map(
    plan.edits.map((edit) => [edit, plan.decisions.find((open) => overlap(edit, open))?.why]),
  );
  const decided = plan.decisions
    .filter((open) => !plan.edits.some((edit) => overlap(edit, open)))
    .filter((open, index, all) => index === 0 || (all[index - 1]?.end ?? 0) <= open.start)
    .map((decision) => ({ ...decision, newText: analysis.snapshot.slice(decision) }));
  const edits = [...plan.edits, ...decided]
    .sort((one, other) => one.start - other.start || one.end - other.end)
    .map((place) => {
      if ('why' in place) return annotated(place, ...openAnnotation(place.why));
      const why = whyAt.get(place);
      return annotated(place, ...(why === undefined ? annotationOf(place) : markedAnnotation(why)));
    });
  const { uri, version } = analysis;
  return { documentChanges: [{ textDocument: { uri, version }, edits }], changeAnnotations };
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

function annotationOf({ reason, needsConfirmation, explanation }: PlannedEdit): [string, ChangeAnnotation] {
  const label = titleOfReason(reason);
  return needsConfirmation
    ? [`${reason}: ${explanation}`, { label, needsConfirmation, description: explanation }]
    : [reason, { label, needsConfirmation }];
}

function overlap(edit: Place, open: TextRange): boolean {
  return edit.start < open.end && open.start < edit.end;
}

/** The place is changed so that nobody takes it for settled. */
function markedAnnotation(why: string): [string, ChangeAnnotation] {
  return [`marked: ${why}`, { label: decisionLabel(), needsConfirmation: false, description: why }];
}

function openAnnotation(why: string): [string, ChangeAnnotation] {
  return [`decision: ${why}`, { label: decisionLabel(), needsConfirmation: true, description: why }];
}
