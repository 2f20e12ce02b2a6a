import type { Analysis } from '../../analysis.ts';
import type { Definition } from '../../model/definition.ts';
import { termsOf } from '../../resolve/terms.ts';
import { type DefinedTerm, definedTermOf, standsOut } from './defined-term.ts';
import type { InView } from './in-view.ts';

/**
 * The terms that are used in what somebody reads, in the order in which they are used first; of a definition without the
 * term that it defines. Costs what is read.
 */
export function termsInView(analysis: Analysis, { range, definition }: InView): readonly DefinedTerm[] {
  const own = definition && definedTermOf(analysis, definition).home;
  const found = new Map<Definition, DefinedTerm>();
  const known = new Set<Definition>();
  for (const use of termsOf(analysis).usesWithin(range)) {
    if (known.has(use.definition) || !standsOut(use.definition)) continue;
    known.add(use.definition);
    const term = definedTermOf(analysis, use.definition);
    if (term.home !== own) found.set(term.home, term);
  }
  return [...found.values()];
}

/** The terms of these names, wherever they are defined; a name that no definition has any more is left out. */
export function termsNamed(analysis: Analysis, names: readonly string[]): readonly DefinedTerm[] {
  const found = new Map<Definition, DefinedTerm>();
  for (const name of names) {
    const [definition] = termsOf(analysis).definitionsOfTerm(name);
    if (!definition) continue;
    const term = definedTermOf(analysis, definition);
    found.set(term.home, term);
  }
  return [...found.values()];
}
