import type { Analysis } from '../../analysis.ts';
import { innermostProvision } from '../../model/locate.ts';
import { type Provision, walkProvisions } from '../../model/provision.ts';
import type { Reference } from '../../model/reference.ts';
import type { Finding } from '../../rules/rule.ts';
import { contains, type TextRange } from '../../text/range.ts';
import { namedAround } from '../provisions/places.ts';
import { tellsOfCitation } from './broken-citations.ts';
import { type CitingProvision, grouped } from './call-hierarchy.ts';
import { type Citing, referenceIndexOf } from './reference-index.ts';

/** What a provision cites and who cites it, its subdivisions included; what it cites of itself is left out. */
export interface ProvisionReferences {
  readonly cites: readonly CitingProvision[];
  readonly citedBy: readonly CitingProvision[];
}

export function referencesOfProvision(analysis: Analysis, provision: Provision): ProvisionReferences {
  const index = referenceIndexOf(analysis);
  const isInside = (range: TextRange): boolean => contains(provision.range, range);
  const cited: Array<[Provision, Citing]> = [];
  for (const reference of index.touching(provision.range))
    for (const member of reference.members)
      for (const target of member.targets)
        if (!isInside(target.provision.range)) cited.push([target.provision, { reference, member }]);
  const citing: Array<[Provision | null, Citing]> = [];
  for (const part of walkProvisions(analysis.outline)) {
    if (part.range.start < provision.range.start || part.range.end > provision.range.end) continue;
    for (const found of index.citing(part))
      if (!isInside(found.reference.range)) citing.push([namedAround(found.reference.source), found]);
  }
  citing.sort(([, one], [, other]) => one.reference.range.start - other.reference.range.start);
  return { cites: grouped(cited), citedBy: grouped(citing) };
}

/** A law, or another document, with the citations that lead there. */
export interface ExternalSource {
  /** "the Commercial Code of Japan"; empty where the text does not name it. */
  readonly name: string;
  readonly citations: readonly Reference[];
}

/** What leads out of a stretch of the document, by where it leads: those that are named by the alphabet, then the rest. */
export function externalSources(analysis: Analysis, within: TextRange | null): readonly ExternalSource[] {
  const index = referenceIndexOf(analysis);
  const sources = new Map<string, { name: string; citations: Reference[] }>();
  for (const reference of within ? index.touching(within) : index.all) {
    if (reference.status !== 'external') continue;
    const name = (reference.external ?? '').replace(/\s+/g, ' ');
    const key = name.toLowerCase().replace(/^the /, '');
    const known = sources.get(key);
    if (known) known.citations.push(reference);
    else sources.set(key, { name, citations: [reference] });
  }
  return [...sources]
    .sort(([one], [other]) => Number(one === '') - Number(other === '') || (one < other ? -1 : 1))
    .map(([, source]) => source);
}

/** A citation that does not lead where it says, as a rule tells it. */
export interface BrokenCitation {
  readonly finding: Finding;
  /** Where it stands; null outside of all provisions. */
  readonly source: Provision | null;
}

/** Those of the findings that tell of citations, in the order of the text. What is silenced is not among them. */
export function brokenCitations(analysis: Analysis, findings: readonly Finding[]): readonly BrokenCitation[] {
  return findings
    .filter(tellsOfCitation)
    .sort((one, other) => one.range.start - other.range.start)
    .map((finding) => ({
      finding,
      source: namedAround(innermostProvision(analysis.outline, finding.range.start)),
    }));
}
