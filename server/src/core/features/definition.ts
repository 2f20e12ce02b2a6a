import type { Analysis } from '../analysis.ts';
import { touches } from '../text/range.ts';
import type { Definition } from './answers.ts';
import { targetsUnder } from './citations/cited-targets.ts';
import { referenceIndexOf } from './citations/reference-index.ts';
import {
  firstAnswer,
  headedAt,
  headingPieces,
  type Provider,
  placeOf,
  wholeOf,
} from './provisions/places.ts';
import { declarationOfTerm, definitionOfTerm } from './term-definition.ts';

/**
 * A cursor on a number of a citation leads to what it cites, on its word to all that it cites; on a defined term to its
 * meaning; on a heading to itself, from where editors go on to the citations of it.
 */
export function definitionAt(analysis: Analysis, offset: number): Definition | null {
  return firstAnswer(providers, analysis, offset);
}

/** The same, but for a term: there it is what names it, which may stand apart from what it means. */
export function declarationAt(analysis: Analysis, offset: number): Definition | null {
  return declarationOfTerm(analysis, offset) ?? definitionAt(analysis, offset);
}

const providers: ReadonlyArray<Provider<Definition>> = [definitionOfTerm, ofCitation, ofHeading];

function ofCitation(analysis: Analysis, offset: number): Definition | null {
  const pointed = referenceIndexOf(analysis).at(offset);
  const targets = pointed ? targetsUnder(pointed, offset) : [];
  return pointed && targets.length > 0 ? { origin: pointed.piece, places: targets.map(placeOf) } : null;
}

function ofHeading(analysis: Analysis, offset: number): Definition | null {
  const provision = headedAt(analysis, offset);
  const origin = provision && headingPieces(provision).find((piece) => touches(piece, offset));
  return origin ? { origin, places: [placeOf(wholeOf(provision))] } : null;
}
