import type { Analysis } from '../../analysis.ts';
import { type Provision, walkProvisions } from '../../model/provision.ts';
import type { TextRange } from '../../text/range.ts';
import { referenceIndexOf } from './reference-index.ts';

/** A line that an editor shows above a heading. */
export interface CodeLens {
  /** The printed number of the provision. */
  readonly range: TextRange;
  /** How many citations lead to it. */
  readonly citations: number;
}

/**
 * By how many each headed provision is cited; nothing of those that nobody cites. Items have none: lines between them
 * would tear their lists apart. Linear.
 */
export function codeLenses(analysis: Analysis): readonly CodeLens[] {
  const index = referenceIndexOf(analysis);
  const lenses: CodeLens[] = [];
  for (const provision of walkProvisions(analysis.outline)) {
    if (provision.inline || provision.implied || !provision.designation || isListed(provision)) continue;
    const citations = index.citing(provision).length;
    if (citations > 0) lenses.push({ range: provision.designation, citations });
  }
  return lenses;
}

function isListed({ kind, numbering }: Provision): boolean {
  return kind === 'item' || kind === 'subitem' || numbering?.family.startsWith('(') === true;
}
