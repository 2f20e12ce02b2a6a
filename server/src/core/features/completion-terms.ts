import type { Analysis } from '../analysis.ts';
import { stemsOf } from '../inline/term-index.ts';
import type { Definition } from '../model/definition.ts';
import { perAnalysis } from '../resolve/per-analysis.ts';
import { holdsAt } from '../resolve/scopes.ts';
import { termsOf } from '../resolve/terms.ts';
import { touches } from '../text/range.ts';
import type { CompletionEntry, CompletionProvider, Completions } from './answers.ts';
import { titleOf } from './provisions/places.ts';
import { readBegunTerm } from './terms/begun-term.ts';
import { definedIn, definedTermOf, standsOut } from './terms/defined-term.ts';
import { gistOfMeaning } from './terms/term-meaning.ts';

/** The defined terms that hold at a place, behind a capital letter or an opening quote. */
export const termCompletions: CompletionProvider = {
  begins: (before) => readBegunTerm(before) !== null,
  complete,
};

/** A list that is longer is not read through; typing more makes it shorter. */
const mostEntries = 100;

function complete(analysis: Analysis, offset: number, before: string): Completions | null {
  // In the middle of a word the rest of it would stay behind the term.
  if (/^[\p{L}\p{N}]/u.test(analysis.snapshot.text.slice(offset, offset + 2))) return null;
  for (const start of readBegunTerm(before)?.starts ?? []) {
    const typed = before.slice(start);
    const found = fitting(analysis, offset, typed);
    // Of what is written in full there is nothing to offer.
    if (found.length === 0 || (found.length === 1 && found[0]?.term === typed)) continue;
    return {
      range: { start: offset - typed.length, end: offset },
      entries: found.slice(0, mostEntries).map((definition) => toEntry(analysis, definition, typed)),
      // Editors look for the typed letters anywhere in a term: asked anew at each key, they show those that begin so.
      isCut: true,
    };
  }
  return null;
}

/** The terms that begin as typed: those of the narrowest scope first, then those that are used most. */
function fitting(analysis: Analysis, offset: number, typed: string): readonly Definition[] {
  const terms = termsOf(analysis);
  const wanted = typed.toLowerCase();
  // Behind the last character of a provision the next one begins, or nothing.
  const place = offset - Math.max(1, typed.length);
  const found = new Map<string, Definition>();
  for (const { term } of terms.definitions) {
    const key = term.toLowerCase();
    if (!key.startsWith(wanted) || found.has(key)) continue;
    const definition = terms.definitionAt(term, place);
    if (!definition || !isOffered(definition, place, typed)) continue;
    if (definition.term.toLowerCase() === key) found.set(key, definition);
  }
  const counts = mentionCounts(analysis);
  const rank = (definition: Definition): number => counts.get(keyOf(definition.term)) ?? 0;
  return [...found.values()].sort(
    (a, b) =>
      Number(a.scope === null) - Number(b.scope === null) || rank(b) - rank(a) || (a.term < b.term ? -1 : 1),
  );
}

/** Not the one that is being written here, and no word in small letters behind a capital, which may open a sentence. */
function isOffered(definition: Definition, place: number, typed: string): boolean {
  if (!standsOut(definition) || !holdsAt(definition.scope, place) || touches(definition.range, place))
    return false;
  return typed === '' || /^[^\p{Ll}]/u.test(definition.term) || /^\p{Ll}/u.test(typed);
}

/** How often the words of each term stand in the document, by their stems. */
const mentionCounts = perAnalysis((analysis): ReadonlyMap<string, number> => {
  const counts = new Map<object, { readonly key: string; count: number }>();
  for (const { answer } of termsOf(analysis).paragraphs) {
    const { matches } = answer;
    for (const { term } of matches) {
      const known = counts.get(term);
      if (known) known.count += 1;
      else counts.set(term, { key: term.stems.join(' '), count: 1 });
    }
  }
  return new Map([...counts.values()].map(({ key, count }) => [key, count]));
});

function keyOf(term: string): string {
  return stemsOf(term).join(' ');
}

function toEntry(analysis: Analysis, definition: Definition, typed: string): CompletionEntry {
  const { home } = definedTermOf(analysis, definition);
  const around = definedIn(analysis, home);
  return {
    text: inCapitals(typed) ? definition.term.toUpperCase() : definition.term,
    gist: gistOfMeaning(analysis, home),
    container: around?.parent ? titleOf(analysis, around) : '',
    subject: { kind: 'term', definition },
  };
}

/** Where all is written in capitals, so are the terms. */
function inCapitals(typed: string): boolean {
  return typed.length > 1 && typed === typed.toUpperCase() && /\p{Lu}{2}/u.test(typed);
}
