import type { Analysis } from '../analysis.ts';

/**
 * Keeps something for a document from one analysis to the next, as long as it is open. What is kept must be found by all
 * that it depends on: it outlives the analysis it was made for. It hangs in the document itself, for the reason given with
 * `perOutline`: in a `WeakMap` all that was found out about thousands of documents would be cleared away late.
 */
export function perDocument<Kept>(make: () => Kept): (analysis: Analysis) => Kept {
  return ({ lineage: { kept } }) => {
    if (kept.has(make)) return kept.get(make) as Kept;
    const value = make();
    kept.set(make, value);
    return value;
  };
}
