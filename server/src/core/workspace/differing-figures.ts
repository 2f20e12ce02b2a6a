/** Where two meanings have the same words but for figures. */
export interface DifferingFigures {
  readonly here: readonly string[];
  readonly there: readonly string[];
}

/** Of so few words nobody can tell whether they are meant to be the same, unless they are a sum of money. */
const fewestWords = 6;
/** Where more figures differ, they are two texts and no two versions of one. */
const mostDifferent = 3;

/**
 * Compares two meanings in small letters without punctuation; null where they do not say the same in all but figures.
 * Numbers of provisions and dates of documents are each document's own.
 */
export function differingFigures(here: string, there: string): DifferingFigures | null {
  const own = wordsOf(here);
  const other = wordsOf(there);
  if (own.length !== other.length) return null;
  if (own.length < fewestWords && !(isSum(own) && isSum(other))) return null;
  const found = { here: [] as string[], there: [] as string[] };
  for (const [at, word] of own.entries()) {
    const against = other[at] ?? '';
    if (word === against || areSame(word, against)) continue;
    if (!isFigure(word) || !isFigure(against) || isOwnNumber(own, at) || isOwnNumber(other, at)) return null;
    if (isYear(word) && isYear(against)) return null;
    found.here.push(word);
    found.there.push(against);
  }
  const count = found.here.length;
  return count > 0 && count <= mostDifferent ? found : null;
}

function wordsOf(meaning: string): readonly string[] {
  return meaning.split(' ').filter((word) => word !== '' && word !== 'the');
}

/** What each document calls itself. */
function areSame(one: string, other: string): boolean {
  return selfNames.has(one) && selfNames.has(other);
}

const selfNames: ReadonlySet<string> = new Set(
  'agreement amendment deed guarantee guaranty indenture lease note plan pledge hereof hereunder thereof thereunder this that such'.split(
    ' ',
  ),
);

const numberWords: ReadonlySet<string> = new Set(
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million half third quarter'.split(
    ' ',
  ),
);

const sumWords: ReadonlySet<string> = new Set(
  'a an aggregate amount cents dollar dollars eur euro euros equal gbp in jpy of pounds principal s sterling sum to u us usd yen'.split(
    ' ',
  ),
);

/** "an amount equal to $1,500,000", "US$ 25,000": what a price or a principal amount is; small numbers and years are mostly something else. */
function isSum(words: readonly string[]): boolean {
  return (
    words.every((word) => sumWords.has(word) || isFigure(word)) &&
    words.some((word) => Number(word) >= leastSum && !isYear(word))
  );
}

const leastSum = 1_000;

function isFigure(word: string): boolean {
  return /^\d/.test(word) || numberWords.has(word);
}

/** A year is part of a date, also where its end is left to be filled in: 19__. */
function isYear(word: string): boolean {
  return /^(?:19|20)(?:\d\d)?$/.test(word);
}

const ownUnits =
  /^(?:sections?|articles?|clauses?|paragraphs?|exhibits?|schedules?|annex|appendix|items?|rules?|chapters?|parts?|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** The number of a provision, or part of a date: "section 4 2", "march 3 2025". */
function isOwnNumber(words: readonly string[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 4); before -= 1) {
    const word = words[before] ?? '';
    if (ownUnits.test(word)) return true;
    if (!/^(?:\d+|[a-z]|and|or|to)$/.test(word)) return false;
  }
  return false;
}
