import type { Paragraph } from '../inline/paragraph.ts';
import { stemsOf } from '../inline/term-index.ts';
import type { UnknownPhrase } from '../inline/unknown-phrases.ts';
import { perAnalysis } from './per-analysis.ts';
import { termsOf } from './terms.ts';

/** Words with capitals that are no defined term, with all places where they stand. */
export interface UnknownTerm {
  /** The stems of their words. */
  readonly stems: readonly string[];
  readonly places: readonly UnknownPlace[];
}

export interface UnknownPlace {
  readonly paragraph: Paragraph;
  readonly phrase: UnknownPhrase;
}

/** The words of a document that are written like terms and are none, by their stems. Linear. */
export const unknownTermsOf = perAnalysis((analysis): ReadonlyMap<string, UnknownTerm> => {
  const found = new Map<string, { stems: readonly string[]; places: UnknownPlace[] }>();
  const keyOf = rememberedKeys();
  for (const { paragraph, unknown } of termsOf(analysis).paragraphs) {
    for (const phrase of unknown) {
      const key = keyOf(phrase.words);
      const known = found.get(key);
      if (known) known.places.push({ paragraph, phrase });
      else found.set(key, { stems: key.split(' '), places: [{ paragraph, phrase }] });
    }
  }
  return found;
});

/** The same words come again and again: their stems are made once. */
function rememberedKeys(): (words: string) => string {
  const known = new Map<string, string>();
  return (words) => {
    const key = known.get(words) ?? stemsOf(words).join(' ');
    known.set(words, key);
    return key;
  };
}
