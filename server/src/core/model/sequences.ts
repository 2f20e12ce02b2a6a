import { isAttachmentKind, type Provision, walkProvisions } from './provision.ts';

/** Siblings that are meant to count on from each other, in the order of the text. */
export type Sequence = readonly Provision[];

/** What is wrong with a sequence. Each member is in at most one of the lists. */
export interface SequenceFaults {
  readonly gaps: ReadonlyArray<{
    readonly before: Provision | null;
    readonly after: Provision;
    readonly missing: ReadonlyArray<readonly number[]>;
  }>;
  readonly duplicates: ReadonlyArray<{ readonly first: Provision; readonly second: Provision }>;
  readonly misordered: ReadonlyArray<{ readonly provision: Provision; readonly previous: Provision }>;
}

/** Below this a node is shown, not judged. */
export const judgedConfidence = 0.6;

/** A jump wider than this is more likely a misreading than a gap. */
const widestGap = 9;

/**
 * The sequences of a document: children of one parent that are numbered in one way. A list that begins with 1 again is
 * a new sequence. Enumerations that stand wholly inside sentences are left out; their members that
 * share a list with others are not. Linear.
 */
export function findSequences(outline: readonly Provision[]): readonly Sequence[] {
  const sequences: Sequence[] = [];
  for (const parent of walkProvisions(outline)) {
    const open = new Map<string, Provision[]>();
    for (const child of parent.children) {
      const numbering = child.numbering;
      if (!numbering) continue;
      // Attachments named after provisions (Exhibit 3-7 of Section 3.7) need not be without gaps.
      if (isAttachmentKind(child.kind) && numbering.path.length > 1) continue;
      const key = `${numbering.family} ${numbering.numeral} ${numbering.family === '#.#' ? numbering.path.length : ''}`;
      const current = open.get(key);
      // Markdown numbers lists itself, and many authors write "1." before each item.
      const begins =
        numbering.path[numbering.path.length - 1] === 1 &&
        ((current?.length ?? 0) > 1 || numbering.family === '#.');
      const restarts = begins && !sameHead(current?.[0], child);
      if (current && !restarts) current.push(child);
      else {
        const fresh = [child];
        open.set(key, fresh);
        sequences.push(fresh);
      }
    }
  }
  return sequences
    .filter((sequence) => sequence.some((provision) => !provision.inline))
    .flatMap(splitSecondLists);
}

/**
 * Cuts a sequence where a second list begins whose first numbers were not recognised: the numbers fall back and then
 * count on for at least three members.
 */
function splitSecondLists(sequence: Sequence): readonly Sequence[] {
  const parts: Provision[][] = [[]];
  for (let index = 0; index < sequence.length; index += 1) {
    const provision = sequence[index];
    if (!provision) continue;
    const fallsBack = index > 0 && comparePaths(provision, sequence[index - 1]) < 0;
    const countsOn =
      isSuccessor(provision, sequence[index + 1]) && isSuccessor(sequence[index + 1], sequence[index + 2]);
    if (fallsBack && countsOn) parts.push([]);
    parts[parts.length - 1]?.push(provision);
  }
  return parts;
}

function isSuccessor(provision: Provision | undefined, next: Provision | undefined): boolean {
  const path = provision?.numbering?.path;
  const following = next?.numbering?.path;
  if (!path || !following || path.length !== following.length) return false;
  const last = path.length - 1;
  return (
    following[last] === (path[last] ?? 0) + 1 &&
    path.slice(0, last).every((value, at) => following[at] === value)
  );
}

/** Whether a number that ends in 1 goes on a sequence, as 12.1 does after 11, rather than beginning a new one. */
function sameHead(first: Provision | undefined, next: Provision): boolean {
  const path = next.numbering?.path ?? [];
  return path.length > 1 && (first?.numbering?.path.length ?? 0) < path.length;
}

/** Judges one sequence. Costs n log n in its length. */
export function judgeSequence(sequence: Sequence): SequenceFaults {
  const inOrder = longestIncreasing(sequence);
  const kept = new Set(inOrder);
  const byPath = new Map<string, Provision>();
  for (const provision of inOrder) byPath.set(pathKey(provision), provision);

  const duplicates: Array<{ first: Provision; second: Provision }> = [];
  const misordered: Array<{ provision: Provision; previous: Provision }> = [];
  for (let index = 0; index < sequence.length; index += 1) {
    const provision = sequence[index];
    if (!provision || kept.has(provision)) continue;
    const twin = byPath.get(pathKey(provision));
    if (twin) {
      const second = twin.heading.start < provision.heading.start ? provision : twin;
      duplicates.push({ first: second === provision ? twin : provision, second });
    } else {
      const previous = sequence[index - 1] ?? sequence[index + 1];
      if (previous) misordered.push({ provision, previous });
      byPath.set(pathKey(provision), provision);
    }
  }
  return {
    gaps: findGaps(inOrder, byPath, [
      ...duplicates.map(({ second }) => second),
      ...misordered.map(({ provision }) => provision),
    ]),
    duplicates: duplicates.filter(
      ({ first, second }) => isSure(first) && isSure(second) && !first.inline && !second.inline,
    ),
    misordered: misordered.filter(
      ({ provision, previous }) => isSure(provision) && isSure(previous) && !provision.inline,
    ),
  };
}

function isSure(provision: Provision): boolean {
  return provision.confidence >= judgedConfidence;
}

function findGaps(
  inOrder: readonly Provision[],
  present: ReadonlyMap<string, Provision>,
  strangers: readonly Provision[],
): SequenceFaults['gaps'] {
  const gaps: Array<{
    before: Provision | null;
    after: Provision;
    missing: ReadonlyArray<readonly number[]>;
  }> = [];
  for (let index = 1; index < inOrder.length; index += 1) {
    const before = inOrder[index - 1];
    const after = inOrder[index];
    if (!before?.numbering || !after?.numbering) continue;
    const missing = missingBetween(before.numbering.path, after.numbering.path).filter(
      (path) => !present.has(path.join('.')),
    );
    if (missing.length === 0 || missing.length > widestGap || !isSure(before) || !isSure(after)) continue;
    // A number that does not belong just there is the missing one misprinted: one finding says it.
    const misprinted = strangers.filter(
      ({ heading }) => heading.start >= before.heading.start && heading.start <= after.heading.start,
    );
    if (misprinted.length >= missing.length) continue;
    gaps.push({ before, after, missing });
  }
  return gaps;
}

/** The numbers that are due after `before` and come before `after`; none where `after` is due or is a branch of `before`. */
function missingBetween(
  before: readonly number[],
  after: readonly number[],
): ReadonlyArray<readonly number[]> {
  const shared = Math.min(before.length, after.length);
  let level = 0;
  while (level < shared && before[level] === after[level]) level += 1;
  const missing: number[][] = [];
  const from = level < before.length ? (before[level] ?? 0) + 1 : level === 0 ? 1 : 2;
  const until = after[level] ?? 0;
  const head = after.slice(0, level);
  for (let value = from; value < until && missing.length <= widestGap; value += 1)
    missing.push([...head, value]);
  // A branch number needs its stem: 12.1 after 11 says that there is no 12.
  const branches = level < after.length - 1 && level < before.length;
  if (branches && until >= from && after.length > before.length) missing.push([...head, until]);
  return missing;
}

/** The longest part of a sequence whose numbers increase; of equal numbers the earlier is kept. */
function longestIncreasing(sequence: Sequence): readonly Provision[] {
  const tails: number[] = [];
  const previous: number[] = new Array(sequence.length).fill(-1);
  for (let index = 0; index < sequence.length; index += 1) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (comparePaths(sequence[tails[middle] ?? 0], sequence[index]) < 0) low = middle + 1;
      else high = middle;
    }
    // Replacing an equal number would prefer the later of two twins.
    if (low < tails.length && comparePaths(sequence[tails[low] ?? 0], sequence[index]) === 0) continue;
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  }
  const kept: Provision[] = [];
  for (let index = tails[tails.length - 1] ?? -1; index >= 0; index = previous[index] ?? -1) {
    const provision = sequence[index];
    if (provision) kept.push(provision);
  }
  return kept.reverse();
}

function comparePaths(a: Provision | undefined, b: Provision | undefined): number {
  const left = a?.numbering?.path ?? [];
  const right = b?.numbering?.path ?? [];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? -1) - (right[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

function pathKey(provision: Provision): string {
  return provision.numbering?.path.join('.') ?? '';
}
