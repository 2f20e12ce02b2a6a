import { linkingWord } from './name-words.ts';
import { isMisspelt, misspellingsOf } from './spelling.ts';
import { sharedSpelling } from './spelling-variants.ts';
import { type IndexedTerm, keyOfTerms, TermIndex } from './term-index.ts';
import { twinsOf } from './twin-words.ts';

/** A defined term that was probably meant by some words of a phrase. */
export interface NearTerm {
  /** As it is defined. */
  readonly term: string;
  /** Which words of the phrase stand for the term: from this one up to, without, that one. */
  readonly from: number;
  readonly until: number;
  /** In which way they differ from it. */
  readonly slip: Slip;
}

/**
 * - `joined`: joined or hyphenated otherwise
 * - `variant`: spelled as the other side of the Atlantic does
 * - `spelling`: one letter of a word is wrong
 * - `order`: two words stand in the other order
 * - `word`: a word is another one that drafters write for it
 */
export type Slip = 'joined' | 'variant' | 'spelling' | 'order' | 'word';

/**
 * Finds the defined term that was probably meant by words that are none. One word of them is put right, or two are
 * exchanged, and a term must then cover that place. Two terms that differ by what tells persons or things apart
 * ("Licensor", "Licensee") are not near.
 */
export class NearTerms {
  /** The same for the same terms in the same order. */
  readonly key: string;
  readonly #index: TermIndex;
  readonly #written = new Map<IndexedTerm, string>();
  readonly #byLetters = new Map<string, string>();
  /** The words of all terms. */
  readonly #words = new Set<string>();
  /** The words of terms by what is left of them without one letter. */
  readonly #byRest = new Map<string, string[]>();
  /** The words of terms by the spelling that two ways to write them share. */
  readonly #byShared = new Map<string, string>();
  readonly #known = new Map<string, readonly string[]>();
  readonly #found = new Map<string, NearTerm | null>();

  constructor(terms: readonly string[]) {
    this.key = keyOfTerms(terms);
    const judged = terms.filter((term) => /^(?:the |an? )?[A-Z]/.test(term) && term.length >= shortestTerm);
    this.#index = new TermIndex(judged);
    for (const written of judged) {
      const term = this.#index.find(written);
      if (!term || this.#written.has(term)) continue;
      this.#written.set(term, written);
      this.#byLetters.set(lettersOf(term.stems), written);
      for (const stem of term.stems) this.#addWord(stem);
    }
  }

  /** The term that is probably meant by words, given by their stems and as they are written; null where none is. */
  find(stems: readonly string[], written: readonly string[]): NearTerm | null {
    const key = written.join(' ');
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const found = this.#search(stems, written);
    if (this.#found.size >= mostRemembered) this.#found.clear();
    this.#found.set(key, found);
    return found;
  }

  #search(stems: readonly string[], written: readonly string[]): NearTerm | null {
    if (stems.length > longestPhrase || stems.length !== written.length) return null;
    const joined = this.#byLetters.get(lettersOf(stems));
    if (joined) return { term: joined, from: 0, until: stems.length, slip: 'joined' };
    for (const [at, stem] of stems.entries()) {
      if (this.#words.has(stem)) continue;
      const variant = this.#byShared.get(sharedSpelling(stem));
      const same = variant && this.#findOver(withWord(stems, at, variant), at, at, 'variant');
      if (same) return same;
      for (const word of this.#nearWords(stem, written[at] ?? '')) {
        const found = this.#findOver(withWord(stems, at, word), at, at, 'spelling');
        if (found && (word.length >= shortestAlone || found.until - found.from > 1)) return found;
      }
    }
    return this.#findExchanged(stems) ?? this.#findTwin(stems);
  }

  #addWord(stem: string): void {
    if (this.#words.has(stem)) return;
    this.#words.add(stem);
    this.#byShared.set(sharedSpelling(stem), stem);
    if (stem.length < shortestWord) return;
    for (const rest of misspellingsOf(stem)) {
      const list = this.#byRest.get(rest);
      if (!list) this.#byRest.set(rest, [stem]);
      else if (list.length < mostAlike) list.push(stem);
    }
  }

  /** The words of terms of which this one may be a misspelling. */
  #nearWords(stem: string, written: string): readonly string[] {
    const plural = /es$/.test(written);
    const known = this.#known.get(written);
    if (known) return known;
    const found = new Set<string>();
    // "Persones": the stem of a plural that is formed wrongly.
    if (plural && stem.endsWith('e') && this.#words.has(stem.slice(0, -1))) found.add(stem.slice(0, -1));
    // "Primises": what looks like a plural may be the word itself.
    for (const form of new Set([stem, written.toLowerCase()]))
      for (const rest of form.length >= shortestWord - 1 ? misspellingsOf(form) : [])
        for (const word of this.#byRest.get(rest) ?? []) if (isMisspelt(form, word)) found.add(word);
    const words = [...found];
    this.#known.set(written, words);
    return words;
  }

  /** "Date Closing", "Default of Event", "Rate Euro-Dollar". */
  #findExchanged(stems: readonly string[]): NearTerm | null {
    for (let at = 0; at + 1 < stems.length; at += 1) {
      const linked = /^(?:of|in|for|to|on|by)$/.test(stems[at + 1] ?? '');
      const found =
        this.#findTurned(stems, at, linked ? at + 2 : at + 1, linked) ?? this.#findRotated(stems, at);
      if (found) return found;
    }
    return null;
  }

  #findTurned(stems: readonly string[], at: number, next: number, linked: boolean): NearTerm | null {
    const [one, other] = [stems[at], stems[next]];
    if (one === undefined || other === undefined || one === other) return null;
    const turned = linked ? [other, stems[at + 1] ?? '', one] : [other, one];
    return this.#findInstead(stems, at, turned);
  }

  /** The first of three words stands last, or the last first. */
  #findRotated(stems: readonly string[], at: number): NearTerm | null {
    const [one, two, three] = stems.slice(at, at + 3);
    if (one === undefined || two === undefined || three === undefined) return null;
    return this.#findInstead(stems, at, [two, three, one]) ?? this.#findInstead(stems, at, [three, one, two]);
  }

  #findInstead(stems: readonly string[], at: number, words: readonly string[]): NearTerm | null {
    const last = at + words.length - 1;
    if (!words.every((word) => this.#words.has(word)) || linkingWord.test(words[0] ?? '')) return null;
    const found = this.#findOver(
      [...stems.slice(0, at), ...words, ...stems.slice(last + 1)],
      at,
      last,
      'order',
    );
    return found && !this.#isPartOfTerm(stems, at) && !this.#isPartOfTerm(stems, last) ? found : null;
  }

  /** What is a term of several words as it stands is not turned round. */
  #isPartOfTerm(stems: readonly string[], at: number): boolean {
    const found = this.#findOver(stems, at, at, 'order');
    return found !== null && found.until - found.from > 1;
  }

  #findTwin(stems: readonly string[]): NearTerm | null {
    for (const [at, stem] of stems.entries()) {
      for (const twin of twinsOf(stem)) {
        if (!this.#words.has(twin)) continue;
        const found = this.#findOver(withWord(stems, at, twin), at, at, 'word');
        if (this.#isPartOfTerm(stems, at)) continue;
        if (found && found.until - found.from > 1 && standsAlone(found, stems)) return found;
      }
    }
    return null;
  }

  /** The longest term that covers the words from `first` to `last`. */
  #findOver(stems: readonly string[], first: number, last: number, slip: Slip): NearTerm | null {
    let best: NearTerm | null = null;
    for (let from = Math.max(0, first - longestTerm); from <= first; from += 1) {
      let node = this.#index.root.next.get(stems[from] ?? '');
      for (let at = from; node && at < stems.length; node = node.next.get(stems[++at] ?? '')) {
        const term = node.term && at >= last ? this.#written.get(node.term) : undefined;
        if (term === undefined || (best && best.until - best.from > at - from)) continue;
        best = { term, from, until: at + 1, slip };
      }
    }
    // One word inside a name is a part of the name.
    return best && (best.until - best.from > 1 || standsAlone(best, stems)) ? best : null;
  }
}

/** No other word with a capital stands beside it. */
function standsAlone({ from, until }: NearTerm, stems: readonly string[]): boolean {
  return [stems[from - 1], stems[until]].every((word) => word === undefined || linkingWord.test(word));
}

function withWord(stems: readonly string[], at: number, word: string): readonly string[] {
  return stems.map((stem, index) => (index === at ? word : stem));
}

/** A heading in capitals may have thousands of words. */
const longestPhrase = 24;
const longestTerm = 8;
const shortestTerm = 5;
/** Phrases come again from edit to edit. */
const mostRemembered = 50_000;
const shortestWord = 4;
/** A shorter word alone is like too many others. */
const shortestAlone = 5;

/** More words that are alike but for one letter are a family: none of them is meant for certain. */
const mostAlike = 12;

/** "Non-Breaching Party" and "Nonbreaching Party", "R and D" and "R & D". */
function lettersOf(stems: readonly string[]): string {
  return stems
    .join('')
    .replace(/[^a-z0-9&]/g, '')
    .replace(/&/g, 'and');
}
