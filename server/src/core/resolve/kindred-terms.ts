import { KindredTerms } from '../inline/kindred-terms.ts';
import { keyOfTerms } from '../inline/term-index.ts';
import { perAnalysis } from './per-analysis.ts';
import { perDocument } from './per-document.ts';
import { termsOf } from './terms.ts';

const last = perDocument(() => ({ key: '', kindred: new KindredTerms([]) }));

/**
 * The defined terms, those in text that is quoted included, for finding what is akin to them. The same as long as the
 * terms stay the same, so that an edit does not make them again.
 */
export const kindredTermsOf = perAnalysis((analysis): KindredTerms => {
  const terms = termsOf(analysis).definitions.map(({ term }) => term);
  const key = keyOfTerms(terms);
  const kept = last(analysis);
  if (kept.key !== key) {
    kept.key = key;
    kept.kindred = new KindredTerms(terms);
  }
  return kept.kindred;
});
