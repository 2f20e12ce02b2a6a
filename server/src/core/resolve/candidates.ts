import { distance } from 'fastest-levenshtein';
import type { Analysis } from '../analysis.ts';
import type { CitationUnit } from '../inline/citation.ts';
import { isAttachmentUnit } from '../inline/unit-words.ts';
import type { Provision } from '../model/provision.ts';
import type { Reference, ReferenceMember } from '../model/reference.ts';
import { instrumentsOf, rootOf } from './instruments.ts';

/** More than these are no help. */
const mostCandidates = 3;

/** A series is not compared beyond this: nobody looks for a slip of the pen among more. */
const longestSeries = 2000;

/**
 * What a broken citation may mean, the likeliest first: where a subdivision is missing, those next to it; else provisions
 * whose numbers are one slip away, which count on with the missing one or stand in the same group. Costs the series.
 */
export function candidatesFor(
  analysis: Analysis,
  reference: Reference,
  member: ReferenceMember,
): readonly Provision[] {
  const { failure } = member;
  if (!failure || failure.reason === 'several') return [];
  const unit = (member.steps[0]?.unit ?? null) as CitationUnit | null;
  const series = failure.reached ? numbered(failure.reached.children) : seriesFor(analysis, reference, unit);
  return series
    .slice(0, longestSeries)
    .map((provision) => ({ provision, far: remoteness(provision.ordinal ?? '', failure.sought) }))
    .filter(({ far }) => far <= 1.5)
    .sort((a, b) => a.far - b.far)
    .slice(0, mostCandidates)
    .map(({ provision }) => provision);
}

function numbered(provisions: readonly Provision[]): readonly Provision[] {
  return provisions.filter(({ ordinal }) => ordinal !== null);
}

function seriesFor(
  analysis: Analysis,
  reference: Reference,
  unit: CitationUnit | null,
): readonly Provision[] {
  const instruments = instrumentsOf(analysis);
  const instrument = reference.source ? instruments.get(rootOf(reference.source)) : undefined;
  if (!instrument || unit === null) return [];
  if (isAttachmentUnit(unit)) return [...instrument.index.allAttachments];
  return instrument.index.headedBy(unit);
}

/** 0 for the same, 0.5 and more for neighbours (12.3 and 12.4), 1 for one slip of the pen, more for the rest. */
function remoteness(number: string, sought: string): number {
  const a = number.toLowerCase();
  const b = sought.toLowerCase();
  if (a === b) return 0;
  const last = /^(.*?)(\d+|[a-z])$/;
  const [, headA, tailA = ''] = last.exec(a) ?? [];
  const [, headB, tailB = ''] = last.exec(b) ?? [];
  if (headA !== undefined && headA === headB && Math.abs(worth(tailA) - worth(tailB)) === 1) return 0.5;
  const slips = distance(a, b);
  return slips === 1 ? 1 : isTransposed(a, b) ? 1.2 : slips + 1;
}

function worth(tail: string): number {
  return /^\d/.test(tail) ? Number(tail) : tail.charCodeAt(0) + 10_000;
}

/** 5.12 for 5.21. */
function isTransposed(a: string, b: string): boolean {
  return a.length === b.length && distance(a, b) === 2 && [...a].sort().join('') === [...b].sort().join('');
}
