import type { Analysis } from '../../analysis.ts';
import type { Definition } from '../../model/definition.ts';
import { innermostProvision } from '../../model/locate.ts';
import type { Provision } from '../../model/provision.ts';
import { type TermUse, termsOf } from '../../resolve/terms.ts';
import { namedAround } from '../provisions/places.ts';
import { definedTermOf } from './defined-term.ts';

/** A provision with the places where it uses a term. */
export interface UsingProvision {
  /** Null outside of all provisions. */
  readonly provision: Provision | null;
  readonly uses: readonly TermUse[];
}

/** The provisions that use a term, in the order of the text, under the innermost one that has a name. */
export function usesByProvision(analysis: Analysis, definition: Definition): readonly UsingProvision[] {
  const { definitions } = definedTermOf(analysis, definition);
  const groups = new Map<Provision | null, TermUse[]>();
  for (const use of termsOf(analysis).usesOfAny(definitions)) {
    const provision = namedAround(innermostProvision(analysis.outline, use.range.start));
    const known = groups.get(provision);
    if (known) known.push(use);
    else groups.set(provision, [use]);
  }
  return [...groups].map(([provision, uses]) => ({ provision, uses }));
}
