import type { Analysis } from '../analysis.ts';
import { walkProvisions } from '../model/provision.ts';
import type { TextRange } from '../text/range.ts';
import { referenceIndexOf } from './reference-index.ts';

/** A line that an editor shows above a heading. */
export interface CodeLens {
  /** The printed number of the provision. */
  readonly range: TextRange;
  /** How many citations lead to it. */
  readonly citations: number;
}

/** By how many each provision with a line of its own is cited; nothing of those that nobody cites. Linear. */
export function codeLenses(analysis: Analysis): readonly CodeLens[] {
  const index = referenceIndexOf(analysis);
  const lenses: CodeLens[] = [];
  for (const provision of walkProvisions(analysis.outline)) {
    if (provision.inline || provision.implied || !provision.designation) continue;
    const citations = index.citing(provision).length;
    if (citations > 0) lenses.push({ range: provision.designation, citations });
  }
  return lenses;
}
