import type { Analysis } from '../analysis.ts';
import type { Citation, Qualifier } from '../inline/citation.ts';
import { readCitations } from '../inline/citations.ts';
import { isAttachmentUnit } from '../inline/unit-words.ts';
import { isAttachmentKind, type Provision, walkProvisions } from '../model/provision.ts';
import type { ReferenceTarget } from '../model/reference.ts';
import { attachmentName, type OutsideCitation } from '../model/summary.ts';
import { type Instrument, instrumentsOf } from '../resolve/instruments.ts';
import { perAnalysis } from '../resolve/per-analysis.ts';
import { type Answer, type Resolved, Resolver } from '../resolve/resolver.ts';

/** Where a citation from another file leads in a document. */
export interface FollowedCitation {
  readonly targets: readonly ReferenceTarget[];
  /** Whether all that is cited is there; where not, `targets` are how far it leads. */
  readonly isWhole: boolean;
}

type CitedOutside = Pick<OutsideCitation, 'name' | 'text'>;

/** Rules judge no citation below this, and nobody is led anywhere by one. */
const surely = 0.6;

const nowhere: FollowedCitation = { targets: [], isWhole: false };

/**
 * Looks up in a document what a citation from another file names: "Sections 2.1(b) and 3 of the Credit Agreement", where
 * `name` is how the document is called there. With `at`, a place in the citation's text, only the member at that place.
 */
export function followCitation(
  analysis: Analysis,
  { name, text }: CitedOutside,
  at: number | null = null,
): FollowedCitation {
  const known = followedIn(analysis);
  const key = `${name}\n${text}\n${at ?? ''}`;
  const followed = known.get(key) ?? follow(analysis, name, text, at);
  known.set(key, followed);
  return followed;
}

/** Who asks for all citations of a document asks for few different ones. */
const followedIn = perAnalysis(() => new Map<string, FollowedCitation>());

function follow(analysis: Analysis, name: string, text: string, at: number | null): FollowedCitation {
  const citation = readCitations(text).find(({ start }) => start === 0);
  const [paragraph] = analysis.paragraphs;
  if (!citation || !paragraph || citation.place !== null) return nowhere;
  const attached = attachmentCited(analysis, citation);
  if (attached) return { targets: [{ provision: attached, range: attached.range }], isWhole: true };
  const instrument = instrumentCalled(analysis, name);
  if (!instrument) return nowhere;
  const source = instrument.provision;
  const position = { source, offset: source.range.start, paragraph, quoted: false };
  const answer = new Resolver(analysis, instrumentsOf(analysis)).resolve(asOwn(citation), position);
  if (!answer || answer.status === 'external' || answer.status === 'ambiguous') return nowhere;
  return followedOf(answer, membersAt(citation, answer.members, at));
}

function followedOf({ confidence, status }: Answer, members: readonly Resolved[]): FollowedCitation {
  if (confidence < surely && status === 'resolved') return nowhere;
  const isWhole = members.every((member) => member.status === 'resolved');
  const found = members.flatMap(({ targets, failure }): readonly ReferenceTarget[] => {
    if (targets.length > 0 || !failure?.reached) return targets;
    return [{ provision: failure.reached, range: failure.reached.range }];
  });
  return { targets: found, isWhole: isWhole && found.length > 0 };
}

function membersAt(citation: Citation, members: readonly Resolved[], at: number | null): readonly Resolved[] {
  if (at === null) return members;
  const index = citation.members.findIndex(({ start, end }) => start <= at && at <= end);
  const member = members[index];
  return member ? [member] : members;
}

/** The document is asked as if it cited its own provisions. */
function asOwn(citation: Citation): Citation {
  const own: Qualifier = { kind: 'here', name: '', start: citation.end, end: citation.end };
  return { ...citation, qualifier: own, lawBefore: null, outer: citation.outer && asOwn(citation.outer) };
}

/** The instrument of that name, or the document's own. */
function instrumentCalled(analysis: Analysis, name: string): Instrument | null {
  const instruments = [...instrumentsOf(analysis).values()];
  return instruments.find((one) => one.isCalled(name)) ?? instruments[0] ?? null;
}

/** The attachment that a citation names and no part of it: an attachment that is a file of its own is not attached in it. */
function attachmentCited(analysis: Analysis, { unit, members, outer }: Citation): Provision | null {
  const [step, deeper] = members[0]?.steps ?? [];
  if (!step || deeper || outer || unit === null || !isAttachmentUnit(unit)) return null;
  const wanted = attachmentName(unit, step.number);
  for (const provision of walkProvisions(analysis.outline)) {
    const { kind, number, numbering } = provision;
    if (!isAttachmentKind(kind) || number === null) continue;
    const family = numbering?.family ?? '';
    if (attachmentName(/^[a-z]/.test(family) ? family : kind, number) === wanted) return provision;
  }
  return null;
}
