import { distance } from 'fastest-levenshtein';
import type { Analysis } from '../analysis.ts';
import type { CitationUnit } from '../inline/citation.ts';
import { isAttachmentUnit } from '../inline/unit-words.ts';
import type { Provision } from '../model/provision.ts';
import type { Reference, ReferenceFailure, ReferenceMember, ReferenceStep } from '../model/reference.ts';
import { meantByWords } from './candidate-evidence.ts';
import { chainOf } from './follow.ts';
import { type Instrument, instrumentsOf, rootOf } from './instruments.ts';
import { membersWith } from './members.ts';
import { perAnalysis } from './per-analysis.ts';
import { readCitedNumber } from './provision-index.ts';

/** A provision that a broken citation may mean, with the number that would have to be changed. */
export interface Candidate {
  readonly provision: Provision;
  /** The number of the citation that is wrong; null where it is not printed in it. */
  readonly step: ReferenceStep | null;
  /** What would have to stand there. */
  readonly number: string;
}

/** More than these are no help; where as many are equally likely, none is told from the others. */
const mostCandidates = 2;

/** A series is not compared beyond this: nobody looks for a slip of the pen among more. */
const longestSeries = 2000;

/**
 * What a broken citation may mean, the likeliest first, or nothing where that is anybody's guess. What it says of itself
 * comes first ("this Section", a caption, a term that is defined elsewhere), then a neighbour of which the same
 * subdivision is there, then a slip of the pen. Costs the series.
 */
export function candidatesFor(
  analysis: Analysis,
  reference: Reference,
  member: ReferenceMember,
): readonly Candidate[] {
  const { failure } = member;
  const instrument = reference.source && instrumentsOf(analysis).get(rootOf(reference.source));
  if (!failure || failure.reason === 'several' || !instrument) return [];
  const known = knownCandidates(analysis);
  let candidates = known.get(member);
  if (!candidates) {
    candidates = find({ analysis, reference, member, failure, instrument });
    known.set(member, candidates);
  }
  return candidates;
}

/** The rule, the mouse and the fixes all ask. */
const knownCandidates = perAnalysis(() => new Map<ReferenceMember, readonly Candidate[]>());

interface Question {
  readonly analysis: Analysis;
  readonly reference: Reference;
  readonly member: ReferenceMember;
  readonly failure: ReferenceFailure;
  readonly instrument: Instrument;
}

function find(question: Question): readonly Candidate[] {
  return question.failure.reached === null
    ? forMissing(question)
    : forTooDeep(question, question.failure.reached);
}

/** No provision has the first number. */
function forMissing({ analysis, reference, member, failure, instrument }: Question): readonly Candidate[] {
  const unit = (member.steps[0]?.unit ?? null) as CitationUnit | null;
  if (unit === null) return [];
  const series = isAttachmentUnit(unit) ? instrument.index.allAttachments : instrument.index.headedBy(unit);
  const step = printedStep(member, failure);
  const toCandidate = (provision: Provision): Candidate => ({
    provision,
    step,
    number: provision.ordinal ?? '',
  });
  const own = /^this\b/i.test(reference.text) ? ofSameDepth(chainOf(reference.source), failure.sought) : null;
  if (own) return [toCandidate(own)];
  const deeper = stepsBehind(member, step);
  const near = nearest(series, failure.sought);
  const fitting = deeper.length === 0 ? near : near.filter((provision) => follows(provision, deeper));
  const told = meantByWords(analysis, reference, near, instrument);
  if (told) return [toCandidate(told)];
  return (fitting.length > 0 ? fitting : near).length > mostCandidates
    ? []
    : (fitting.length > 0 ? fitting : near).map(toCandidate);
}

/** "Section 6.6(d)" where Section 6.6 ends with (c): (d) of its neighbour, or another item of its own. */
function forTooDeep({ member, failure, instrument }: Question, reached: Provision): readonly Candidate[] {
  const step = printedStep(member, failure);
  if (!step) return [];
  const children = reached.children.filter(({ ordinal, inline }) => ordinal !== null && !inline);
  const deeper = stepsBehind(member, step);
  // "(d)(iii)" where (b) alone has a (iii).
  const holding = deeper.length === 0 ? [] : children.filter((child) => follows(child, deeper));
  const [only] = holding;
  if (only && holding.length === 1) return [{ provision: only, step, number: only.ordinal ?? '' }];
  const upper = member.steps.find(({ provision, shared }) => provision === reached && !shared) ?? null;
  const beside = upper ? besideWith(instrument, reached, [step, ...deeper]) : [];
  const [neighbour] = beside;
  if (neighbour && beside.length === 1)
    return [{ provision: neighbour, step: upper, number: neighbour.ordinal ?? '' }];
  const near = nearest(children, failure.sought);
  return near.length > mostCandidates
    ? []
    : near.map((provision) => ({ provision, step, number: provision.ordinal ?? '' }));
}

/** The provisions right before and right behind this one that have the subdivision. */
function besideWith(
  { index }: Instrument,
  reached: Provision,
  steps: readonly ReferenceStep[],
): readonly Provision[] {
  const series = index.seriesOf(reached);
  const at = series.indexOf(reached);
  return [series[at - 1], series[at + 1]].filter(
    (provision) => provision !== undefined && follows(provision, steps),
  ) as readonly Provision[];
}

/** Whether the provision has these subdivisions, one inside the other. */
function follows(provision: Provision, steps: readonly ReferenceStep[]): boolean {
  let at: Provision | undefined = provision;
  for (const step of steps) at = at && membersWith(at, step)[0];
  return at !== undefined;
}

/** The number that was not found, where it is printed in this member. */
function printedStep({ steps, until }: ReferenceMember, { sought }: ReferenceFailure): ReferenceStep | null {
  return [...steps, ...until].find(({ number, shared }) => number === sought && !shared) ?? null;
}

function stepsBehind({ steps }: ReferenceMember, step: ReferenceStep | null): readonly ReferenceStep[] {
  const at = step === null ? -1 : steps.indexOf(step);
  return at < 0 ? [] : steps.slice(at + 1);
}

/** The provision around the citation whose number is as deep as the cited one: 12.7 for "this Section 2.7". */
function ofSameDepth(chain: readonly Provision[], sought: string): Provision | null {
  const depth = readCitedNumber(sought)?.path.length ?? 0;
  return (
    chain.find(
      ({ numbering, designation }) =>
        designation !== null &&
        numbering !== null &&
        !numbering.family.startsWith('(') &&
        numbering.path.length === depth,
    ) ?? null
  );
}

/** Those whose numbers are nearest to it, all of them equally near. */
function nearest(series: readonly Provision[], sought: string): readonly Provision[] {
  const near = series
    .slice(0, longestSeries)
    .filter(({ ordinal }) => ordinal !== null)
    .map((provision) => ({ provision, far: remoteness(provision.ordinal ?? '', sought) }))
    .filter(({ far }) => far <= 1.5);
  const least = Math.min(...near.map(({ far }) => far));
  const best = near.filter(({ far }) => far === least).map(({ provision }) => provision);
  // Where a number stands twice, one suggestion says it.
  return best.filter(({ ordinal }, index) => best.findIndex((other) => other.ordinal === ordinal) === index);
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

/** 0 for the same, 0.5 and more for neighbours (12.3 and 12.4), 1 for one slip of the pen, more for the rest. */
function remoteness(number: string, sought: string): number {
  const a = number.toLowerCase();
  const b = sought.toLowerCase();
  if (a === b) return 0;
  const [tailA, tailB] = [tailOf(a), tailOf(b)];
  const sameHead = a.slice(0, a.length - tailA.length) === b.slice(0, b.length - tailB.length);
  if (sameHead && tailA !== '' && tailB !== '' && Math.abs(worth(tailA) - worth(tailB)) === 1) return 0.5;
  const slips = distance(a, b);
  // One letter is as far from any other as from all of them, and 16 from 1, 6 and every 1x.
  if (a.length < 3 && b.length < 3) return slips + 1;
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
