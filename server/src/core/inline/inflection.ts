/**
 * Plural and possessive forms of the words of terms, by rule and by a list of exceptions. Two words count as forms of
 * one where their stems are the same; nothing is made of a stem but that comparison.
 */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = makeStem(word);
  if (stems.size > 20_000) stems.clear();
  stems.set(word, stem);
  return stem;
}

const stems = new Map<string, string>();

function makeStem(word: string): string {
  // Initials keep a small plural: "LCs", "IDs".
  if (/^[A-Z]{2,}s$/.test(word)) return word.slice(0, -1).toLowerCase();
  let plain = word.replace(/’/g, "'").toLowerCase();
  if (plain.endsWith("'s")) plain = plain.slice(0, -2);
  else if (plain.endsWith("'")) plain = plain.slice(0, -1);
  // In "Holder(s)" the plural is one of two readings.
  plain = plain.replace(/\(s\)$|\(es\)$|\(ies\)$/, '');
  return singular(plain);
}

/** The singular of a word in small letters. */
export function singular(word: string): string {
  const exception = irregular.get(word);
  if (exception !== undefined) return exception;
  if (word.length < 4 || unchanging.has(word) || !word.endsWith('s')) return word;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:sses|xes|zzes|shes|[^ai]ches|tches)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** The plural of a word as it is written, with its capitals: "Party", "NOTICE". */
export function pluralOf(word: string): string {
  const lower = word.toLowerCase();
  for (const [plural, single] of irregular) {
    // Contracts have Persons, not People, and Formulas.
    if (single === lower && single !== 'person' && single !== 'formula')
      return isUpper(word) ? plural.toUpperCase() : matchCapital(word, plural);
  }
  return regularPluralOf(word);
}

/** Whether a word is a plural of the other; some have two, "formulas" and "formulae". */
export function isPluralOf(plural: string, word: string): boolean {
  return pluralOf(word) === plural || regularPluralOf(word) === plural;
}

function regularPluralOf(word: string): string {
  const lower = word.toLowerCase();
  const add = (ending: string): string => (isUpper(word) ? ending.toUpperCase() : ending);
  if (unchanging.has(lower) || singular(lower) !== lower) return word;
  if (/[^aeiou]y$/.test(lower)) return word.slice(0, -1) + add('ies');
  if (/(?:s|x|z|sh|ch)$/.test(lower)) return word + add('es');
  return word + add('s');
}

function isUpper(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase();
}

function matchCapital(like: string, word: string): string {
  return /^[A-Z]/.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** Plurals that no rule makes, those of legal and business English among them. */
const irregular: ReadonlyMap<string, string> = new Map([
  ['appendices', 'appendix'],
  ['analyses', 'analysis'],
  ['bases', 'basis'],
  ['bonuses', 'bonus'],
  ['buses', 'bus'],
  ['children', 'child'],
  ['crises', 'crisis'],
  ['criteria', 'criterion'],
  ['curricula', 'curriculum'],
  ['formulae', 'formula'],
  ['gases', 'gas'],
  ['halves', 'half'],
  ['indices', 'index'],
  ['matrices', 'matrix'],
  ['media', 'medium'],
  ['memoranda', 'memorandum'],
  ['men', 'man'],
  ['women', 'woman'],
  ['people', 'person'],
  ['quizzes', 'quiz'],
  ['referenda', 'referendum'],
  ['shelves', 'shelf'],
  ['statuses', 'status'],
  ['surpluses', 'surplus'],
  ['syllabi', 'syllabus'],
  ['theses', 'thesis'],
  ['viruses', 'virus'],
  ['wives', 'wife'],
]);

/** Words that end in "s" and are no plural, or whose plural means another thing than their singular. */
const unchanging: ReadonlySet<string> = new Set(
  (
    'always arrears besides customs damages earnings goods headquarters hours lens means minutes news overseas ' +
    'premises proceeds savings series species terms thanks towards works'
  ).split(' '),
);
