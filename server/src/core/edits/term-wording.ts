import { isPluralOf, pluralOf, singular } from '../inline/inflection.ts';
import { readWords } from '../inline/words.ts';

/** A name as its words and what stands between them. */
export interface Wording {
  readonly words: readonly string[];
  /** One fewer than the words: a blank, a stroke, ", ". */
  readonly joints: readonly string[];
}

export function wordingOf(name: string): Wording {
  const places = readWords(name);
  return {
    words: places.map(({ start, end }) => name.slice(start, end)),
    joints: places.slice(1).map(({ start }, at) => name.slice(places[at]?.end ?? 0, start)),
  };
}

/**
 * The new name as the old one is written at a place: in its case, in its number. Null where the place writes the old
 * name in a form that cannot be told of the new one. `amidCapitals`: all words around the place are in capitals.
 */
export function writtenLike(
  used: readonly string[],
  own: Wording,
  fresh: Wording,
  amidCapitals: boolean,
): Wording | null {
  const cased = inCaseOf(used, own.words, fresh.words, amidCapitals);
  const words = inNumberOf(used, own.words, cased);
  return words && { words, joints: fresh.joints };
}

/** How a word differs in number from the same word of the term. */
type NumberChange = 'none' | 'plural' | 'singular' | 'either';

function inNumberOf(
  used: readonly string[],
  own: readonly string[],
  fresh: readonly string[],
): readonly string[] | null {
  if (used.length !== own.length) return null;
  const changes = used.map((word, at) => changeOf(word, own[at] ?? ''));
  const changed = changes.flatMap((change, at) => (change === 'none' ? [] : [at]));
  if (changed.length === 0) return fresh;
  const head = headOf(own);
  const onlyHead = changed.length === 1 && changed[0] === head;
  // Words of the same place answer to each other where only one of them, not the head, has changed its number.
  if (!onlyHead && (own.length !== fresh.length || headOf(fresh) !== head)) return null;
  const inflected = [...fresh];
  for (const at of changed) {
    const place = onlyHead ? headOf(fresh) : at;
    const word = inflect(fresh[place] ?? '', changes[at] ?? null, used[at] ?? '');
    if (word === null) return null;
    inflected[place] = word;
  }
  return inflected;
}

function changeOf(used: string, own: string): NumberChange | null {
  const word = plain(used);
  const term = plain(own);
  if (word === term) return 'none';
  // "Loan(s)" stands for both numbers: either alone is a form of it.
  const base = term.replace(optionalEnding, '');
  if (base !== term) return word === base ? 'singular' : singular(word) === base ? 'plural' : null;
  if (optionalEnding.test(word)) {
    const alone = word.replace(optionalEnding, '');
    return alone === term || alone === singular(term) ? 'either' : null;
  }
  if (singular(word) === term || (/^[A-Z]{2,}s$/.test(used) && used === `${own}s`)) return 'plural';
  return singular(term) === word ? 'singular' : null;
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll('’', "'");
}

/** The word that takes the plural: the last, or the one before "of": "Events of Default". */
function headOf(words: readonly string[]): number {
  const preposition = words.findIndex(
    (word, at) => at > 0 && /^(?:of|in|for|to|on|at|under|by|with|from)$/i.test(word),
  );
  return preposition > 0 ? preposition - 1 : words.length - 1;
}

const optionalEnding = /\((?:e?s|S)\)$/;

function inflect(fresh: string, change: NumberChange | null, like: string): string | null {
  const word = fresh.replace(optionalEnding, '');
  if (change === 'singular' && word !== fresh) return word;
  const plural = pluralLike(word, like);
  switch (change) {
    case 'plural':
      return plural;
    case 'singular':
      return singularOf(word);
    case 'either':
      return inBothNumbers(singularOf(word) ?? word);
    default:
      return null;
  }
}

/** "Loan(s)"; null where the plural is not made by adding to the word. */
function inBothNumbers(word: string): string | null {
  const ending = pluralOf(word).slice(word.length).toLowerCase();
  return /^e?s$/.test(ending) && pluralOf(word).startsWith(word) ? `${word}(${ending})` : null;
}

/** Behind initials the ending is in small letters unless the other plural has it in capitals: "SPVs", "LESSORS". */
function pluralLike(word: string, like: string): string {
  const initials =
    word.length > 1 && isInCapitals(word) && singular(word.toLowerCase()) === word.toLowerCase();
  return initials && /[a-z]$/.test(like) ? `${word}s` : pluralOf(word);
}

/** Null where it is not sure: what is made must have this word as its plural. */
function singularOf(word: string): string | null {
  const small = singular(word.toLowerCase());
  const kept = word.slice(0, small.length);
  // The letters that stay keep their case: "AISystems", "LESSEES".
  const made =
    kept.toLowerCase() === small ? kept : isInCapitals(word) ? small.toUpperCase() : capitalised(small, word);
  return made !== word && isPluralOf(word, made) ? made : null;
}

function capitalised(word: string, like: string): string {
  return /^[A-Z]/.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

function inCaseOf(
  used: readonly string[],
  own: readonly string[],
  fresh: readonly string[],
  amidCapitals: boolean,
): readonly string[] {
  const usedText = withoutEnding(used.join(' '));
  const ownText = withoutEnding(own.join(' '));
  const inCapitals = isInCapitals(usedText);
  if (inCapitals && (amidCapitals || !isInCapitals(ownText))) return fresh.map(upper);
  if (inCapitals) return fresh;
  // "DEVELOPMENT MANAGER", used as "Development Manager".
  if (isInCapitals(ownText)) {
    const shown = isInCapitals(fresh.join('')) ? fresh.map(titled) : fresh;
    if (own.length !== fresh.length) return shown;
    // Initials stay as they are: "EDAC Notes" for "EDAC NOTES".
    return shown.map((word, at) =>
      used[at] === own[at] ? (fresh[at] ?? word) : loweredLike(word, used[at] ?? ''),
    );
  }
  if (own.length === fresh.length)
    return fresh.map((word, at) => recased(word, used[at] ?? '', own[at] ?? ''));
  return fresh.map((word, at) => (at === 0 ? recased(word, used[0] ?? '', own[0] ?? '') : word));
}

function loweredLike(word: string, used: string): string {
  return /^[a-z]/.test(used) ? word.charAt(0).toLowerCase() + word.slice(1) : word;
}

/** A word in the case in which a word of the place differs from that of the term: "Closing date", "Business day". */
function recased(word: string, used: string, own: string): string {
  const [first = '', ownFirst = ''] = [used.charAt(0), own.charAt(0)];
  if (first === ownFirst)
    return isInCapitals(used) && !isInCapitals(own) && used.length > 2 ? upper(word) : word;
  return (isUpper(first) ? word.charAt(0).toUpperCase() : word.charAt(0).toLowerCase()) + word.slice(1);
}

function upper(word: string): string {
  return word.toUpperCase();
}

function titled(word: string, at: number): string {
  if (!isInCapitals(word)) return word;
  const small = word.toLowerCase();
  if (at > 0 && /^(?:of|the|and|or|for|in|to|on|an|by|with|at|from|under)$/.test(small)) return small;
  return small.charAt(0).toUpperCase() + small.slice(1);
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

function withoutEnding(text: string): string {
  return text.replace(/(?:['’]s|\(e?s\)|(?<=[A-Z])s)$/, '');
}

/** Has capitals and no small letter. */
export function isInCapitals(text: string): boolean {
  return /[A-Z]/.test(text) && !/[a-z]/.test(text);
}

/** Whether the words around a place are all in capitals, as in a heading: then those of a name are too. */
export function isAmidCapitals(text: string, start: number, end: number): boolean {
  const around = text.slice(Math.max(0, start - 40), start) + text.slice(end, end + 40);
  return isInCapitals(around) && /[A-Z]{3}/.test(around);
}
