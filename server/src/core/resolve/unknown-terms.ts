import type { Paragraph } from '../inline/paragraph.ts';
import { stemsOf } from '../inline/term-index.ts';
import type { UnknownPhrase } from '../inline/unknown-phrases.ts';
import { TextMemo } from '../text/memo.ts';
import { perAnalysis } from './per-analysis.ts';
import { perDocument } from './per-document.ts';
import { termsOf } from './terms.ts';

/** Words with capitals that are no defined term, with all places where they stand. */
export class UnknownTerm {
  /** The stems of their words. */
  readonly stems: readonly string[];
  /** Where they stand beside others: "Gross Proceeds" in "Gross Proceeds or Production Costs". */
  readonly joined: UnknownPlace[] = [];
  /** At one of the places all of the words belong to defined terms. */
  isKnown = false;
  /** The numbers of the places among all: most terms are never asked where they stand. */
  readonly #numbers: number[] = [];
  readonly #all: PhrasesInOrder;
  #places: readonly UnknownPlace[] | null = null;

  constructor(stems: readonly string[], all: PhrasesInOrder) {
    this.stems = stems;
    this.#all = all;
  }

  /** In the order of the text; never empty. */
  get places(): readonly UnknownPlace[] {
    this.#places ??= this.#numbers.map((number) => this.#all.place(number));
    return this.#places;
  }

  /** How many places there are. */
  get count(): number {
    return this.#numbers.length;
  }

  get first(): UnknownPlace {
    return this.#all.place(this.#numbers[0] ?? 0);
  }

  add(number: number): void {
    const { known, count } = this.#all.phrases[number] as UnknownPhrase;
    this.isKnown ||= known === count;
    this.#numbers.push(number);
  }
}

export interface UnknownPlace {
  readonly paragraph: Paragraph;
  readonly phrase: UnknownPhrase;
}

/** All unknown phrases of a document side by side: pairs of them would be made by the thousand with each edit. */
class PhrasesInOrder {
  readonly paragraphs: Paragraph[] = [];
  readonly phrases: UnknownPhrase[] = [];

  /** Answers the number of the phrase. */
  add(paragraph: Paragraph, phrase: UnknownPhrase): number {
    this.paragraphs.push(paragraph);
    return this.phrases.push(phrase) - 1;
  }

  place(number: number): UnknownPlace {
    return { paragraph: this.paragraphs[number] as Paragraph, phrase: this.phrases[number] as UnknownPhrase };
  }
}

/** The words of a document that are written like terms and are none, by their stems. Linear. */
export const unknownTermsOf = perAnalysis((analysis): ReadonlyMap<string, UnknownTerm> => {
  const found = new Map<string, UnknownTerm>();
  const keys = keysKept(analysis);
  const all = new PhrasesInOrder();
  const members: Array<UnknownPlace & { readonly list: UnknownTerm }> = [];
  for (const { paragraph, answer } of termsOf(analysis).paragraphs) {
    for (const phrase of answer.unknown) {
      phrase.stems ??= keys.of(phrase.words);
      const key = phrase.stems;
      let term = found.get(key);
      if (!term) {
        term = new UnknownTerm(key.split(' '), all);
        found.set(key, term);
      }
      term.add(all.add(paragraph, phrase));
      for (const member of phrase.members) members.push({ paragraph, phrase: member, list: term });
    }
  }
  for (const { list, ...member } of members) {
    const own = found.get(keys.of(member.phrase.words));
    // What mostly stands together is one name: "Construction and Development Documents".
    if (own && own.count >= list.count) own.joined.push(member);
  }
  return found;
});

/** The same words come again and again: their stems are made once. */
const keysKept = perDocument(() => new TextMemo((words) => stemsOf(words).join(' ')));
