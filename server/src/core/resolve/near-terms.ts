import type { Analysis } from '../analysis.ts';
import { NearTerms } from '../inline/near-terms.ts';
import { keyOfTerms } from '../inline/term-index.ts';
import { perDocument } from './per-document.ts';

const last = perDocument((): { near: NearTerms } => ({ near: new NearTerms([]) }));

/** Finds which of the terms is nearly written. What it has found is kept as long as the terms stay the same. */
export function nearTermsFor(analysis: Analysis, terms: readonly string[]): NearTerms {
  const kept = last(analysis);
  if (kept.near.key !== keyOfTerms(terms)) kept.near = new NearTerms(terms);
  return kept.near;
}
