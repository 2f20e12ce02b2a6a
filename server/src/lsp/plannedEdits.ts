import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  ClientCapabilities,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Analysis } from '../core/analysis.ts';
import { type EditPlan, editReasons, type PlannedEdit } from '../core/edits/edit-plan.ts';
import { toRange } from './convert.ts';
import { editOf } from './edits.ts';

/** The label of the places in a preview that nothing is changed at. */
const decisionLabel = 'Needs your decision';

/**
 * A plan as the client can show it. Where it knows annotations, edits are grouped by their reasons, what is not sure is
 * to be confirmed, and what is left to decide is shown as an edit that changes nothing. Other clients get what is sure.
 */
export function workspaceEditOf(
  analysis: Analysis,
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
  const decided = plan.decisions.map((decision) => ({
    ...decision,
    newText: analysis.snapshot.slice(decision),
  }));
  const edits = [...plan.edits, ...decided]
    .sort((one, other) => one.start - other.start)
    .map((place) => annotated(place, ...('why' in place ? openAnnotation(place.why) : annotationOf(place))));
  const { uri, version } = analysis;
  return { documentChanges: [{ textDocument: { uri, version }, edits }], changeAnnotations };
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

function annotationOf({ reason, needsConfirmation, explanation }: PlannedEdit): [string, ChangeAnnotation] {
  const label = editReasons[reason];
  return needsConfirmation
    ? [`${reason}: ${explanation}`, { label, needsConfirmation, description: explanation }]
    : [reason, { label, needsConfirmation }];
}

function openAnnotation(why: string): [string, ChangeAnnotation] {
  return [`decision: ${why}`, { label: decisionLabel, needsConfirmation: true, description: why }];
}
