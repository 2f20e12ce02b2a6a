import type { LinkedEditingRangeParams, LinkedEditingRanges } from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import { linkedTermAt, linkedTermPattern } from '../../core/features/terms/linked-editing.ts';
import type { Work } from '../documents/schedule.ts';
import { toOffset, toRange } from '../protocol/convert.ts';

/** What is typed into a term where it is defined is typed where its definition repeats it. */
export function* linkedEditing(
  analysis: Analysis,
  params: LinkedEditingRangeParams,
): Work<LinkedEditingRanges | null> {
  yield;
  const linked = linkedTermAt(analysis, toOffset(analysis.snapshot, params.position));
  if (!linked) return null;
  return {
    ranges: linked.map((range) => toRange(analysis.snapshot, range)),
    wordPattern: linkedTermPattern,
  };
}
