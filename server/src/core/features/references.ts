import type { Analysis } from '../analysis.ts';
import type { Provision } from '../model/provision.ts';
import type { Mentions } from './answers.ts';
import { targetsUnder } from './citations/cited-targets.ts';
import { piecesOf, referenceIndexOf } from './citations/reference-index.ts';
import { firstAnswer, headedAt, headingPieces, type Provider } from './provisions/places.ts';
import { mentionsOfTerm } from './term-references.ts';

/**
 * Who cites the provision whose heading, or a citation of which, is at the cursor, members of ranges included; who uses
 * the term that is there.
 */
export function mentionsAt(analysis: Analysis, offset: number): Mentions | null {
  return firstAnswer(providers, analysis, offset);
}

const providers: ReadonlyArray<Provider<Mentions>> = [mentionsOfTerm, ofProvisions];

function ofProvisions(analysis: Analysis, offset: number): Mentions | null {
  const meant = provisionsMeantAt(analysis, offset);
  return meant.length > 0 ? mentionsOf(analysis, meant) : null;
}

/** The provisions that are cited at a place, or whose heading stands there. */
export function provisionsMeantAt(analysis: Analysis, offset: number): readonly Provision[] {
  const pointed = referenceIndexOf(analysis).at(offset);
  const cited = pointed ? targetsUnder(pointed, offset).map(({ provision }) => provision) : [];
  if (cited.length > 0) return cited;
  const headed = headedAt(analysis, offset);
  return headed ? [headed] : [];
}

export function mentionsOf(analysis: Analysis, provisions: readonly Provision[]): Mentions {
  const index = referenceIndexOf(analysis);
  const distinct = [...new Set(provisions)];
  const members = new Map(
    distinct.flatMap((provision) => index.citing(provision)).map((citing) => [citing.member, citing]),
  );
  return {
    declarations: distinct.map(headingPieces).filter((pieces) => pieces.length > 0),
    uses: [...members.values()].map(piecesOf).sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0)),
  };
}
