import { stemOf } from './inflection.ts';
import { isWordCode, readWords } from './words.ts';

/** A term to look for, with all ways in which it may be written: singular, plural, possessive, in capitals. */
export interface IndexedTerm {
  /** Its place in the index. */
  readonly id: number;
  /** The stems of its words. */
  readonly stems: readonly string[];
  /** As it was first given. */
  readonly written: string;
  /** Begins with a capital: in small letters it is another word. */
  readonly capital: boolean;
  /** Short and in capitals throughout, as "NTT": small letters are not it. */
  readonly initials: boolean;
}

export interface TrieNode {
  readonly next: Map<string, TrieNode>;
  /** Whether a term has its word in the possessive here: "Buyer's Counsel". */
  possessive: boolean;
  term: IndexedTerm | null;
}

/** Terms by the stems of their words, for finding them all in one pass over a text. Immutable. */
export class TermIndex {
  readonly terms: readonly IndexedTerm[];
  /** The same for the same terms in the same order: what was found with one index holds for its equal. */
  readonly key: string;
  /** The first two letters, in small ones, of the terms: most words of a text are passed over by them. */
  readonly #beginnings = new Set<number>();
  readonly #root: TrieNode = { next: new Map(), possessive: false, term: null };
  readonly #byKey = new Map<string, IndexedTerm>();

  constructor(written: readonly string[]) {
    const terms: IndexedTerm[] = [];
    for (const one of written) {
      const stems = stemsOf(one);
      const key = stems.join(' ');
      if (stems.length === 0 || this.#byKey.has(key)) continue;
      const term: IndexedTerm = {
        id: terms.length,
        stems,
        written: one.replace(/^(?:the|an?) /, ''),
        capital: /^[^A-Za-z]*(?:(?:the|an?) )?[A-Z]/.test(one),
        initials: stems.length === 1 && one.length <= 5 && !/[a-z]/.test(one.replace(/s$/, '')),
      };
      terms.push(term);
      this.#byKey.set(key, term);
      this.#insert(term);
    }
    this.terms = terms;
    this.key = keyOfTerms(written);
  }

  /** The term that is written so in any number and case. */
  find(written: string): IndexedTerm | null {
    return this.#byKey.get(stemsOf(written).join(' ')) ?? null;
  }

  get root(): TrieNode {
    return this.#root;
  }

  /** Whether a term may begin with a word that begins with these two characters. */
  mayBegin(first: number, second: number): boolean {
    return this.#beginnings.has(beginning(first, second));
  }

  #insert(term: IndexedTerm): void {
    const opening = term.stems[0] ?? '';
    this.#beginnings.add(beginning(opening.charCodeAt(0), opening.length > 1 ? opening.charCodeAt(1) : 0));
    const words = readWords(term.written).map(({ start, end }) => term.written.slice(start, end));
    let node = this.#root;
    for (const [at, stem] of term.stems.entries()) {
      let next = node.next.get(stem);
      if (!next) {
        next = { next: new Map(), possessive: false, term: null };
        node.next.set(stem, next);
      }
      next.possessive ||= /['’]s?$/.test(words[at] ?? '');
      node = next;
    }
    node.term ??= term;
  }
}

/** Letters without their case; what is no letter behind a word of one letter counts as nothing. */
function beginning(first: number, second: number): number {
  return lower(first) * 65536 + (isWordCode(second) ? lower(second) : 0);
}

function lower(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

export function keyOfTerms(written: readonly string[]): string {
  return written.join('\n');
}

/** The stems of the words of a term; an article before it and what is no word are left out. */
export function stemsOf(written: string): readonly string[] {
  const words = readWords(written).map(({ start, end }) => written.slice(start, end));
  return words.filter((word, at) => words.length === 1 || at > 0 || !/^(?:the|an?)$/i.test(word)).map(stemOf);
}
