import type { Paragraph } from '../inline/paragraph.ts';
import { stemsOf } from '../inline/term-index.ts';
import type { UnknownPhrase } from '../inline/unknown-phrases.ts';
import { TextMemo } from '../text/memo.ts';
import { perAnalysis } from './per-analysis.ts';
import { perDocument } from './per-document.ts';
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
  const keys = keysKept(analysis);
  for (const { paragraph, unknown } of termsOf(analysis).paragraphs) {
    for (const phrase of unknown) {
      const key = keys.of(phrase.words);
      const known = found.get(key);
      if (known) known.places.push({ paragraph, phrase });
      else found.set(key, { stems: key.split(' '), places: [{ paragraph, phrase }] });
    }
  }
  return found;
});

/** The same words come again and again: their stems are made once. */
const keysKept = perDocument(() => new TextMemo((words) => stemsOf(words).join(' ')));
