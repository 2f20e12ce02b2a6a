import type { Analysis } from '../analysis.ts';
import type { Definition } from './answers.ts';
import { definedTermOf, meaningPlaces, termUnder } from './terms/defined-term.ts';

/**
 * A cursor on a term leads to its meaning: behind the term where that opens its definition, the words in front where the
 * term is named in brackets behind them, and past a definition that only points, to where it points.
 */
export function definitionOfTerm(analysis: Analysis, offset: number): Definition | null {
  const pointed = termUnder(analysis, offset);
  if (!pointed) return null;
  const term = definedTermOf(analysis, pointed.definition);
  return { origin: pointed.piece, places: meaningPlaces(analysis, term) };
}

/** A cursor on a term leads to the words that make it one: those that point to its meaning, where there are any. */
export function declarationOfTerm(analysis: Analysis, offset: number): Definition | null {
  const pointed = termUnder(analysis, offset);
  if (!pointed) return null;
  const { home, definitions } = definedTermOf(analysis, pointed.definition);
  const pointers = definitions.filter((definition) => definition.pointer !== null && definition !== home);
  const declarations = pointers.length > 0 ? pointers : [home];
  return {
    origin: pointed.piece,
    places: declarations.map(({ range }) => ({ range, selection: range })),
  };
}
