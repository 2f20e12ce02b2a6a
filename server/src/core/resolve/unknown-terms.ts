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
  /** Where they stand beside others: "Gross Proceeds" in "Gross Proceeds or Production Costs". */
  readonly joined: readonly UnknownPlace[];
}

export interface UnknownPlace {
  readonly paragraph: Paragraph;
  readonly phrase: UnknownPhrase;
}

interface FoundTerm extends UnknownTerm {
  readonly places: UnknownPlace[];
  readonly joined: UnknownPlace[];
}

/** The words of a document that are written like terms and are none, by their stems. Linear. */
export const unknownTermsOf = perAnalysis((analysis): ReadonlyMap<string, UnknownTerm> => {
  const found = new Map<string, FoundTerm>();
  const keys = keysKept(analysis);
  const members: Array<UnknownPlace & { readonly list: FoundTerm }> = [];
  for (const { paragraph, answer } of termsOf(analysis).paragraphs) {
    for (const phrase of answer.unknown) {
      const key = keys.of(phrase.words);
      let term = found.get(key);
      if (!term) {
        term = { stems: key.split(' '), places: [], joined: [] };
        found.set(key, term);
      }
      term.places.push({ paragraph, phrase });
      for (const member of phrase.members) members.push({ paragraph, phrase: member, list: term });
    }
  }
  for (const { list, ...member } of members) {
    const own = found.get(keys.of(member.phrase.words));
    // What mostly stands together is one name: "Construction and Development Documents".
    if (own && own.places.length >= list.places.length) own.joined.push(member);
  }
  return found;
});

/** The same words come again and again: their stems are made once. */
const keysKept = perDocument(() => new TextMemo((words) => stemsOf(words).join(' ')));
