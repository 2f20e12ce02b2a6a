import type { Analysis } from '../../analysis.ts';
import type { Definition } from '../../model/definition.ts';
import { perAnalysis } from '../../resolve/per-analysis.ts';
import { termsOf } from '../../resolve/terms.ts';
import { definedTermOf, standsOut, termUnder } from './defined-term.ts';
import { extentOf } from './term-meaning.ts';

/** The term at a cursor, as the definition that gives its meaning. */
export function termRootAt(analysis: Analysis, offset: number): Definition | null {
  const pointed = termUnder(analysis, offset);
  return pointed && definedTermOf(analysis, pointed.definition).home;
}

/** The terms that the meaning of a term is built from, in the order in which it names them first. */
export function builtFrom(analysis: Analysis, definition: Definition): readonly Definition[] {
  const { home } = definedTermOf(analysis, definition);
  return [...(builtTermsOf(analysis).from.get(home) ?? [])];
}

/** The terms whose meanings name a term, in the order of the text. */
export function builtOn(analysis: Analysis, definition: Definition): readonly Definition[] {
  const { home } = definedTermOf(analysis, definition);
  return [...(builtTermsOf(analysis).on.get(home) ?? [])];
}

type Edges = ReadonlyMap<Definition, ReadonlySet<Definition>>;

/** Which terms the meanings of all terms name, from either side. Costs the meanings, once an analysis. */
const builtTermsOf = perAnalysis((analysis): { readonly from: Edges; readonly on: Edges } => {
  const terms = termsOf(analysis);
  const from = new Map<Definition, Set<Definition>>();
  const on = new Map<Definition, Set<Definition>>();
  for (const definition of terms.definitions) {
    const extent = definition.quoted || !standsOut(definition) ? null : extentOf(analysis, definition);
    if (!extent) continue;
    // Definitions of the same words are one term: what any of them names, it is built from.
    const { home } = definedTermOf(analysis, definition);
    const known = new Set<Definition>();
    for (const use of terms.usesWithin(extent)) {
      if (known.has(use.definition)) continue;
      known.add(use.definition);
      const named = definedTermOf(analysis, use.definition).home;
      if (named === home || use.range.end > extent.end || !standsOut(named)) continue;
      add(from, home, named);
      add(on, named, home);
    }
  }
  return { from, on };
});

function add(edges: Map<Definition, Set<Definition>>, one: Definition, other: Definition): void {
  const others = edges.get(one);
  if (others) others.add(other);
  else edges.set(one, new Set([other]));
}
