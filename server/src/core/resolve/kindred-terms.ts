import { KindredTerms } from '../inline/kindred-terms.ts';
import { perAnalysis } from './per-analysis.ts';
import { termsOf } from './terms.ts';

/** The defined terms, those in text that is quoted included, for finding what is akin to them. */
export const kindredTermsOf = perAnalysis(
  (analysis) => new KindredTerms(termsOf(analysis).definitions.map(({ term }) => term)),
);
