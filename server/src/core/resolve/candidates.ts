import { distance } from 'fastest-levenshtein';
import type { Analysis } from '../analysis.ts';
import type { CitationUnit } from '../inline/citation.ts';
import { isAttachmentUnit } from '../inline/unit-words.ts';
import type { Provision } from '../model/provision.ts';
import type { Reference, ReferenceFailure, ReferenceMember } from '../model/reference.ts';
import { instrumentsOf, rootOf } from './instruments.ts';
import { perAnalysis } from './per-analysis.ts';
import { readCitedNumber } from './provision-index.ts';

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
  const root = reference.source ? rootOf(reference.source).id : '';
  const key = [failure.reached?.id ?? `${root} ${unit}`, failure.sought].join('\n');
  const known = candidatesByNumber(analysis);
  const candidates = known.get(key) ?? findCandidates(analysis, reference, failure, unit);
  known.set(key, candidates);
  return candidates;
}

/** A number that is not there may be cited on every page. */
const candidatesByNumber = perAnalysis(() => new Map<string, readonly Provision[]>());

function findCandidates(
  analysis: Analysis,
  reference: Reference,
  failure: ReferenceFailure,
  unit: CitationUnit | null,
): readonly Provision[] {
  const series = failure.reached ? numbered(failure.reached.children) : seriesFor(analysis, reference, unit);
  const near = series
    .slice(0, longestSeries)
    .map((provision) => ({ provision, far: remoteness(provision.ordinal ?? '', failure.sought) }))
    .filter(({ far }) => far <= 1.5)
    .sort((a, b) => a.far - b.far)
    .map(({ provision }) => provision);
  // Where a number stands twice, one suggestion says it.
  return near
    .filter(({ ordinal }, index) => near.findIndex((other) => other.ordinal === ordinal) === index)
    .slice(0, mostCandidates);
}

/**
 * What shows that a number is not there: the other members of its group ("12.1 to 12.3" for 12.4), or the last of the
 * series where the number is beyond it. Empty where neither says anything.
 */
export function relativesOf(
  analysis: Analysis,
  reference: Reference,
  { steps, failure }: ReferenceMember,
): readonly Provision[] {
  const unit = (steps[0]?.unit ?? null) as CitationUnit | null;
  const instrument = reference.source && instrumentsOf(analysis).get(rootOf(reference.source));
  if (!instrument || !failure || unit === null || isAttachmentUnit(unit)) return [];
  const prefix = /^(\d[\d.]*)\.\d+$/.exec(failure.sought)?.[1];
  if (prefix) return instrument.index.withPrefix(prefix);
  const value = readCitedNumber(failure.sought)?.path[0] ?? 0;
  const { highest, depths } = instrument.index.series(unit);
  const last = instrument.index.headedBy(unit).at(-1);
  return last?.numbering?.path[0] === highest && depths.size === 1 && depths.has(1) && highest < value
    ? [last]
    : [];
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
  const [tailA, tailB] = [tailOf(a), tailOf(b)];
  const sameHead = a.slice(0, a.length - tailA.length) === b.slice(0, b.length - tailB.length);
  if (sameHead && tailA !== '' && tailB !== '' && Math.abs(worth(tailA) - worth(tailB)) === 1) return 0.5;
  const slips = distance(a, b);
  // One letter is as far from any other as from all of them.
  if (a.length === 1 && b.length === 1) return slips + 1;
  return slips === 1 ? 1 : isTransposed(a, b) ? 1.2 : slips + 1;
}

/** The figures at the end, or the last letter. */
function tailOf(number: string): string {
  let start = number.length;
  while (start > 0 && /\d/.test(number.charAt(start - 1))) start -= 1;
  return start < number.length ? number.slice(start) : number.slice(-1);
}

function worth(tail: string): number {
  return /^\d/.test(tail) ? Number(tail) : tail.charCodeAt(0) + 10_000;
}

/** 5.12 for 5.21. */
function isTransposed(a: string, b: string): boolean {
  return a.length === b.length && distance(a, b) === 2 && [...a].sort().join('') === [...b].sort().join('');
}
