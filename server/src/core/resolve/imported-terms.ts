import type { Analysis } from '../analysis.ts';
import { importedTerms } from '../inline/definition-words.ts';
import { foundIn } from './found.ts';
import { perAnalysis } from './per-analysis.ts';

/**
 * Whether a document says that words with capitals have the meaning they have in another one: "capitalized terms used
 * and not defined herein have the meanings given to them in the Credit Agreement".
 */
export const importsTerms = perAnalysis(
  (analysis: Analysis): boolean => foundIn(analysis, readImport).length > 0,
);

function readImport(text: string): boolean {
  return (
    /\bdefine|\bmeaning/.test(text) &&
    importedTerms.some((pattern) => pattern.test(text.replace(/\s+/g, ' ')))
  );
}
