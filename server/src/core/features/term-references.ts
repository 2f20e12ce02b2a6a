import type { Analysis } from '../analysis.ts';
import { termsOf } from '../resolve/terms.ts';
import type { Mentions } from './answers.ts';
import { type DefinedTerm, definedTermOf, termUnder } from './terms/defined-term.ts';

/** Where the term at the cursor is defined and used, piece by piece where it runs over a line end. */
export function mentionsOfTerm(analysis: Analysis, offset: number): Mentions | null {
  const pointed = termUnder(analysis, offset);
  return pointed && mentionsOfDefined(analysis, definedTermOf(analysis, pointed.definition));
}

export function mentionsOfDefined(analysis: Analysis, { definitions }: DefinedTerm): Mentions {
  return {
    declarations: definitions.map(({ pieces }) => pieces),
    uses: termsOf(analysis)
      .usesOfAny(definitions)
      .map(({ pieces }) => pieces),
  };
}
