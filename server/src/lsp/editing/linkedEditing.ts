import type { LinkedEditingRangeParams, LinkedEditingRanges } from 'vscode-languageserver';
import { linkedTermAt, linkedTermPattern } from '../../core/features/terms/linked-editing.ts';
import type { Work } from '../documents/schedule.ts';
import { toOffset, toRange } from '../protocol/convert.ts';
import type { Session } from '../session/requests.ts';

/** What is typed into a term where it is defined is typed where its definition repeats it. */
export function* linkedEditing(
  params: LinkedEditingRangeParams,
  session: Session,
): Work<LinkedEditingRanges | null> {
  const analysis = session.documents.analysis(params.textDocument.uri);
  if (!analysis) return null;
  yield;
  const linked = linkedTermAt(analysis, toOffset(analysis.snapshot, params.position));
  if (!linked) return null;
  return {
    ranges: linked.map((range) => toRange(analysis.snapshot, range)),
    wordPattern: linkedTermPattern,
  };
}
