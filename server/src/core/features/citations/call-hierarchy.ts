import type { Analysis } from '../../analysis.ts';
import { innermostProvision } from '../../model/locate.ts';
import type { Provision } from '../../model/provision.ts';
import type { TextRange } from '../../text/range.ts';
import { headedAt, namedAround } from '../provisions/places.ts';
import { targetsUnder } from './cited-targets.ts';
import { type Citing, piecesOf, referenceIndexOf } from './reference-index.ts';

/** A provision that cites another or is cited by it, with the places where it does so. */
export interface CitingProvision {
  readonly provision: Provision;
  /** Each citation as it stands in its first line. */
  readonly citations: readonly TextRange[];
}

/** Whose citations are asked for at a cursor: what is cited there, else what is headed there, else what stands there. */
export function hierarchyRootsAt(analysis: Analysis, offset: number): readonly Provision[] {
  const pointed = referenceIndexOf(analysis).at(offset);
  const cited = pointed ? targetsUnder(pointed, offset).map(({ provision }) => provision) : [];
  if (cited.length > 0) return [...new Set(cited)];
  const around = headedAt(analysis, offset) ?? namedAround(innermostProvision(analysis.outline, offset));
  return around ? [around] : [];
}

/** The provisions that cite this very one, in the order of the text. */
export function citedBy(analysis: Analysis, provision: Provision): readonly CitingProvision[] {
  return grouped(
    referenceIndexOf(analysis)
      .citing(provision)
      .map((citing): [Provision | null, Citing] => [namedAround(citing.reference.source), citing]),
  );
}

/** The provisions that are cited in this one and in its subdivisions, in the order in which they are cited first. */
export function citesOthers(analysis: Analysis, provision: Provision): readonly CitingProvision[] {
  const references = referenceIndexOf(analysis).touching(provision.range);
  const cited = references.flatMap((reference) =>
    reference.members.flatMap((member) =>
      member.targets.map((target): [Provision, Citing] => [target.provision, { reference, member }]),
    ),
  );
  return grouped(cited);
}

/** Each provision once, with its citations by where they stand. */
export function grouped(
  pairs: ReadonlyArray<readonly [Provision | null, Citing]>,
): readonly CitingProvision[] {
  const groups = new Map<Provision, Map<number, TextRange>>();
  for (const [provision, citing] of pairs) {
    const place = piecesOf(citing)[0];
    if (!provision || !place) continue;
    const places = groups.get(provision) ?? new Map<number, TextRange>();
    groups.set(provision, places.set(place.start, place));
  }
  return [...groups].map(([provision, places]) => ({ provision, citations: [...places.values()] }));
}
