import type { Analysis } from '../analysis.ts';
import type { TextRange } from '../text/range.ts';
import { mentionsAt } from './references.ts';

export interface Highlight {
  readonly range: TextRange;
  readonly kind: 'declaration' | 'use';
}

/** The heading and the citations of what is at the cursor, piece by piece where they run over a line end. */
export function highlightsAt(analysis: Analysis, offset: number): readonly Highlight[] {
  const mentions = mentionsAt(analysis, offset);
  if (!mentions) return [];
  const of = (kind: Highlight['kind'], ranges: ReadonlyArray<readonly TextRange[]>): Highlight[] =>
    ranges.flat().map((range) => ({ range, kind }));
  return [...of('declaration', mentions.declarations), ...of('use', mentions.uses)].sort(
    (a, b) => a.range.start - b.range.start,
  );
}
