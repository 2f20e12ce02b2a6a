import type { Analysis } from '../analysis.ts';

/**
 * Keeps something for a document from one analysis to the next, as long as it is open. What is kept must be found by all
 * that it depends on: it outlives the analysis it was made for.
 */
export function perDocument<Kept>(make: () => Kept): (analysis: Analysis) => Kept {
  const kept = new WeakMap<object, { readonly value: Kept }>();
  return ({ lineage }) => {
    const known = kept.get(lineage);
    if (known) return known.value;
    const value = make();
    kept.set(lineage, { value });
    return value;
  };
}
