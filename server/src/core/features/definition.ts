import type { Analysis } from '../analysis.ts';
import type { Reference, ReferenceMember, ReferenceTarget } from '../model/reference.ts';
import type { TextRange } from '../text/range.ts';
import { touches } from '../text/range.ts';
import {
  firstAnswer,
  headedAt,
  headingPieces,
  type Place,
  type Provider,
  placeOf,
  wholeOf,
} from './places.ts';
import { type PointedCitation, referenceIndexOf } from './reference-index.ts';

/** Where "go to definition" leads. */
export interface Definition {
  /** What is underlined as the link. */
  readonly origin: TextRange;
  readonly places: readonly Place[];
}

/**
 * A cursor on a number of a citation leads to what it cites, on its word to all that it cites; on a heading to itself,
 * from where editors go on to the citations of it.
 */
export function definitionAt(analysis: Analysis, offset: number): Definition | null {
  return firstAnswer(providers, analysis, offset);
}

const providers: ReadonlyArray<Provider<Definition>> = [ofCitation, ofHeading];

function ofCitation(analysis: Analysis, offset: number): Definition | null {
  const pointed = referenceIndexOf(analysis).at(offset);
  const targets = pointed ? targetsUnder(pointed, offset) : [];
  return pointed && targets.length > 0 ? { origin: pointed.piece, places: targets.map(placeOf) } : null;
}

/** What a cursor on a citation means: the member under it, else all. Each provision once. */
export function targetsUnder({ reference, member }: PointedCitation, offset: number): ReferenceTarget[] {
  const targets = targetsOf(reference, member);
  if (targets.length > 0) return targets;
  // Of "Section 4.2(z)", which is not there, the 4.2 may be.
  const step = reference.members
    .flatMap(({ steps }) => steps)
    .find(({ range, provision }) => provision !== null && touches(range, offset));
  return step?.provision ? [wholeOf(step.provision)] : [];
}

export function targetsOf(reference: Reference, member: ReferenceMember | null): ReferenceTarget[] {
  const members = member ? [member] : reference.members;
  const found = new Map<string, ReferenceTarget>();
  for (const { targets } of members)
    for (const target of targets) found.set(`${target.provision.id} ${target.range.start}`, target);
  return [...found.values()];
}

function ofHeading(analysis: Analysis, offset: number): Definition | null {
  const provision = headedAt(analysis, offset);
  const origin = provision && headingPieces(provision).find((piece) => touches(piece, offset));
  return origin ? { origin, places: [placeOf(wholeOf(provision))] } : null;
}
