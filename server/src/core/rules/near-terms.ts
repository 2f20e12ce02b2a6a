import { stemsOf } from '../inline/term-index.ts';
import type { Definition } from '../model/definition.ts';

/**
 * Finds the defined term that was probably meant by words that are none: the same words in another order, joined or
 * hyphenated otherwise, or with one word misspelt. Two terms that differ by what tells persons or things apart
 * ("Licensor", "Licensee") are not near.
 */
export class NearTerms {
  readonly #byLetters = new Map<string, Definition | null>();
  readonly #byOrder = new Map<string, Definition | null>();
  /** Terms by their words with one left out. */
  readonly #byRest = new Map<string, Array<{ readonly definition: Definition; readonly word: string }>>();
  readonly #words = new Set<string>();

  constructor(definitions: readonly Definition[]) {
    for (const definition of definitions) {
      const stems = stemsOf(definition.term);
      if (!/^[A-Z]/.test(definition.term) || stems.join('').length < 5) continue;
      for (const stem of stems) this.#words.add(stem);
      this.#byLetters.set(lettersOf(stems), definition);
      if (stems.length > 1 && !stems.some((stem) => linking.test(stem)))
        this.#byOrder.set(orderless(stems), definition);
      for (const [at, word] of stems.entries()) {
        if (word.length < 5) continue;
        const key = restOf(stems, at);
        const list = this.#byRest.get(key);
        if (!list) this.#byRest.set(key, [{ definition, word }]);
        else if (list.length < mostAlike) list.push({ definition, word });
      }
    }
  }

  /** The term that is probably meant by these words; null where none is, or more than one. */
  find(stems: readonly string[]): Definition | null {
    if (stems.length > longestTerm || stems.join('').length < 5) return null;
    const sameLetters = this.#byLetters.get(lettersOf(stems));
    if (sameLetters) return sameLetters;
    const sameWords = this.#byOrder.get(orderless(stems));
    if (sameWords) return sameWords;
    let found: Definition | null = null;
    for (const [at, word] of stems.entries()) {
      if (word.length < 5 || this.#words.has(word)) continue;
      for (const { definition, word: own } of this.#byRest.get(restOf(stems, at)) ?? []) {
        if (!isMisspelt(word, own)) continue;
        if (found && found.term !== definition.term) return null;
        found = definition;
      }
    }
    return found;
  }
}

/** No term has more words; a heading in capitals may have thousands. */
const longestTerm = 16;

/** More terms that differ in one word alone are a family of terms: none of them is meant for certain. */
const mostAlike = 12;

/** "Non-Breaching Party" and "Nonbreaching Party", "R and D" and "R & D". */
function lettersOf(stems: readonly string[]): string {
  return stems
    .join('')
    .replace(/[^a-z0-9&]/g, '')
    .replace(/&/g, 'and');
}

/** "Request for Disbursement" is no slip for "Disbursement Request", but another way to say it. */
const linking = /^(?:of|the|and|or|for|in|to)$/;

function orderless(stems: readonly string[]): string {
  return [...stems].sort().join(' ');
}

function restOf(stems: readonly string[], at: number): string {
  return `${at} ${stems.filter((_, index) => index !== at).join(' ')}`;
}

/** Endings that make another word of one: "Affiliated" is no slip of "Affiliate". */
const endings =
  /^(?:d|ed|r|er|or|ing|al|ly|ion|ive|n|y|ment|able|ee|e|ship|ized|ised|ary|ory|ity|s|es|a|i)?$/;

/**
 * One letter left out, put in, changed or two of them swapped, inside the word: its first letter stands, and so does
 * what tells one word from its kin at the end.
 */
export function isMisspelt(written: string, own: string): boolean {
  if (written === own || written.charAt(0) !== own.charAt(0)) return false;
  if (Math.abs(written.length - own.length) > 1 || /\d/.test(written) || /\d/.test(own)) return false;
  let start = 0;
  while (start < written.length && written[start] === own[start]) start += 1;
  let end = 0;
  const most = Math.min(written.length, own.length) - start;
  while (end < most && written[written.length - 1 - end] === own[own.length - 1 - end]) end += 1;
  const left = written.slice(start, written.length - end);
  const right = own.slice(start, own.length - end);
  if (end === 0 && endings.test(left) && endings.test(right)) return false;
  const swapped = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  return swapped || (left.length <= 1 && right.length <= 1);
}
