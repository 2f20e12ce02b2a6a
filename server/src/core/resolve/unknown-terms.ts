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
  const known = wordsKept(analysis);
  const lists: UnknownPlace[] = [];
  for (const { paragraph, unknown } of termsOf(analysis).paragraphs) {
    for (const phrase of unknown) {
      const { key, isList } = known.of(phrase.words);
      let term = found.get(key);
      if (!term) {
        term = { stems: key.split(' '), places: [], joined: [] };
        found.set(key, term);
      }
      term.places.push({ paragraph, phrase });
      if (isList) lists.push({ paragraph, phrase });
    }
  }
  for (const { paragraph, phrase } of lists)
    for (const part of membersOf(phrase))
      found.get(known.of(part.words).key)?.joined.push({ paragraph, phrase: part });
  return found;
});

/** The same words come again and again: what they are made of is found out once. */
const wordsKept = perDocument(
  () => new TextMemo((words) => ({ key: stemsOf(words).join(' '), isList: / (?:and|or) /.test(words) })),
);

/** "Gross Proceeds" and "Production Costs" in "Gross Proceeds or the Production Costs". */
function membersOf(list: UnknownPhrase): readonly UnknownPhrase[] {
  const members: UnknownPhrase[] = [];
  // Where the list runs over a line end, its words are found no more by counting characters.
  if (list.end - list.start !== list.words.length) return members;
  let from = 0;
  for (const separator of [...list.words.matchAll(/ (?:and|or) (the )?/g), null]) {
    const until = separator?.index ?? list.words.length;
    const words = list.words.slice(from, until);
    const end = list.start + until;
    members.push({
      ...list,
      words,
      start: list.start + from,
      end,
      lead: leadOf(list, from),
      opens: list.opens && from === 0,
      behind: '',
    });
    if (separator) from = until + separator[0].length;
  }
  return members;
}

function leadOf({ words, lead }: UnknownPhrase, from: number): string {
  if (from === 0) return lead;
  return words.slice(0, from).endsWith(' the ') ? 'the' : 'and';
}
