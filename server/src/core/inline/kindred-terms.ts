import { linkingWord } from './name-words.ts';
import { stemsOf } from './term-index.ts';

/**
 * Finds defined terms that a reader would think of at words that are none of them: with other small words ("Change of
 * Control", "Change in Control"), with another ending ("Capital Lease", "Capitalized Lease") or with a word more
 * ("Change in Control Event"). They are named, not put in: nobody knows that they are meant.
 */
export class KindredTerms {
  readonly #byLetters = new Set<string>();
  readonly #byRoots = new Map<string, string>();
  /** The terms of one word more, by the words without it. */
  readonly #longer = new Map<string, string[]>();

  constructor(terms: readonly string[]) {
    for (const term of terms) {
      const stems = stemsOf(term);
      this.#byLetters.add(stems.join(''));
      const key = rootsOf(stems);
      if (!this.#byRoots.has(key)) this.#byRoots.set(key, term);
      if (stems.length < 2 || !/^[A-Z]/.test(term)) continue;
      for (const part of [stems.slice(1), stems.slice(0, -1)]) {
        const known = this.#longer.get(part.join(' '));
        if (!known) this.#longer.set(part.join(' '), [term]);
        else if (!known.includes(term)) known.push(term);
      }
    }
  }

  /** Whether the letters are those of a term whose words a conversion, or another hand, has parted otherwise. */
  hasLetters(stems: readonly string[]): boolean {
    return this.#byLetters.has(stems.join(''));
  }

  /** The terms with a word more, before or behind. */
  longerThan(stems: readonly string[]): readonly string[] {
    return this.#longer.get(stems.join(' ')) ?? none;
  }

  /** The terms with one word more before them. */
  endingWith(stems: readonly string[]): readonly string[] {
    return this.longerThan(stems).filter((term) => stemsOf(term).at(-1) === stems.at(-1));
  }

  /** Those that differ by endings or small words alone, else those with a word more. */
  find(stems: readonly string[]): readonly string[] {
    if (stems.length === 1) return this.endingWith(stems);
    const alike = this.#byRoots.get(rootsOf(stems));
    return alike === undefined ? this.longerThan(stems) : [alike];
  }
}

const none: readonly string[] = [];

function rootsOf(stems: readonly string[]): string {
  return stems
    .filter((stem) => !linkingWord.test(stem))
    .map(rootOf)
    .join(' ');
}

/** Not "ing", "ee" and "or": these tell persons and sides apart. */
function rootOf(stem: string): string {
  return stem.length < shortest
    ? stem
    : stem.replace(/(?:ali[sz]ed|i[sz]ed|al|ed|able|ation|ion|ive|ity|ly|e)$/, '');
}

/** Less is left of shorter words than tells them apart. */
const shortest = 6;
