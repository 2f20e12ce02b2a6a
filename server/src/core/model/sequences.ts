import { countLeading } from '../text/ascending.ts';
import type { Numeral } from './numerals.ts';
import { perOutline } from './perOutline.ts';
import { isAttachmentKind, isRootKind, type Provision, walkProvisions } from './provision.ts';

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

/** The sequences that stand on lines of their own, at least in part. Linear in the provisions. */
export const findListSequences = perOutline((outline): readonly Sequence[] => {
  const sequences = findSequences(outline)
    .filter((sequence) => sequence.some((provision) => !provision.inline))
    .flatMap(splitSecondLists);
  return isParallelText(sequences) ? [] : sequences;
});

/** All sequences, wherever they stand; none of a text whose numbers cannot be judged. */
export const findAllSequences = perOutline((outline): readonly Sequence[] => {
  const sequences = findSequences(outline).flatMap(splitSecondLists);
  return isParallelText(sequences) ? [] : sequences;
});

/** A text printed with its translation has every number twice: such a document is shown, not judged. */
function isParallelText(sequences: readonly Sequence[]): boolean {
  let members = 0;
  let twins = 0;
  for (const sequence of sequences) {
    members += sequence.length;
    for (let index = 1; index < sequence.length; index += 1) {
      if (comparePaths(sequence[index - 1], sequence[index]) === 0) twins += 1;
    }
  }
  return twins > 5 && twins > members / 6;
}

/** The enumerations that stand wholly inside sentences. Linear in the provisions. */
export function findSentenceSequences(outline: readonly Provision[]): readonly Sequence[] {
  return findSequences(outline).filter((sequence) => sequence.every((provision) => provision.inline));
}

/**
 * Children of one parent that are numbered in one way; a list that begins with 1 again is a new sequence. Articles that
 * are numbered on through the chapters of an instrument are one sequence.
 */
const findSequences = perOutline((outline): readonly Sequence[] => {
  const sequences: Provision[][] = [];
  const lastInDivision = new Map<string, Provision[]>();
  for (const parent of walkProvisions(outline)) {
    if (parent.children.length === 0) continue;
    const open = new OpenSequences();
    let interrupted: OpenSequences | null = null;
    for (const child of parent.children) {
      const key = sequenceKey(child);
      if (key === null) continue;
      const outer: Provision[] | undefined = interrupted?.get(key);
      if (
        outer &&
        isSuccessor(lastOf(outer), child) &&
        !isSuccessor(lastOf(open.get(key)), child) &&
        !isInLaterSentence(lastOf(outer), child)
      ) {
        // A list that stood inside an item is over, and the outer one goes on.
        open.set(key, outer);
      }
      const current = open.get(key);
      if (current && !beginsAnew(current, child)) {
        current.push(child);
        continue;
      }
      const divisionKey = mayRunOn(child)
        ? `${instrumentOf(parent).id} ${parent.numbering?.family ?? ''} ${key}`
        : null;
      const earlier = current || divisionKey === null ? undefined : lastInDivision.get(divisionKey);
      const list = earlier && runsOn(earlier, child) ? earlier : [];
      if (list.length === 0) sequences.push(list);
      if (current) {
        interrupted ??= new OpenSequences();
        interrupted.set(key, current);
      }
      list.push(child);
      open.set(key, list);
      if (divisionKey !== null) lastInDivision.set(divisionKey, list);
    }
  }
  return sequences;
});

/** The sequences of one parent by their keys. Most have but one, for which a map is too much. */
class OpenSequences {
  #key: string | null = null;
  #first: Provision[] | undefined;
  #others: Map<string, Provision[]> | null = null;

  get(key: string): Provision[] | undefined {
    return key === this.#key ? this.#first : this.#others?.get(key);
  }

  set(key: string, sequence: Provision[]): void {
    this.#key ??= key;
    if (key === this.#key) this.#first = sequence;
    else {
      this.#others ??= new Map();
      this.#others.set(key, sequence);
    }
  }
}

function lastOf(sequence: Sequence | undefined): Provision | undefined {
  return sequence?.[sequence.length - 1];
}

/** An enumeration in a sentence is over with its paragraph: the next paragraph's do not go on with it. */
function isInLaterSentence(provision: Provision | undefined, next: Provision): boolean {
  return provision?.inline === true && next.inline && provision.block !== next.block;
}

function sequenceKey(provision: Provision): string | null {
  const { numbering } = provision;
  if (!numbering) return null;
  // Of attachments only some are filed, each may have a cover sheet of its own name, and many are named after the
  // provision they belong to (Exhibit 3-7 of Section 3.7): their numbers need not be without gaps.
  if (isAttachmentKind(provision.kind)) return null;
  return seriesKey(
    numbering.family,
    numbering.numeral,
    numbering.family === '#.#' ? numbering.path.length : 0,
  );
}

/** One string for each way of numbering: joined anew for each provision, they would have to be hashed each time. */
function seriesKey(family: string, numeral: Numeral, depth: number): string {
  const ofFamily = seriesKeys.get(family) ?? new Map<string, string[]>();
  seriesKeys.set(family, ofFamily);
  const ofNumeral = ofFamily.get(numeral) ?? [];
  ofFamily.set(numeral, ofNumeral);
  ofNumeral[depth] ??= `${family} ${numeral} ${depth}`;
  return ofNumeral[depth];
}

const seriesKeys = new Map<string, Map<string, string[]>>();

function beginsAnew(current: Sequence, next: Provision): boolean {
  const path = next.numbering?.path ?? [];
  if (path[path.length - 1] !== 1) return false;
  // One list after another may begin with "(a)" again, and Markdown's writers put "1." before each item.
  const begins = current.length > 1 || !/^[a-z]/.test(next.numbering?.family ?? '');
  return begins && !goesOnDeeper(current[0], next);
}

/** Whether a number that ends in 1 goes on a sequence, as 12.1 does after 11, rather than beginning a new one. */
function goesOnDeeper(first: Provision | undefined, next: Provision): boolean {
  const length = next.numbering?.path.length ?? 0;
  return length > 1 && (first?.numbering?.path.length ?? 0) < length;
}

/** Bracketed numbers begin anew below each heading, and decimals carry the number of theirs. */
function mayRunOn({ numbering }: Provision): boolean {
  const family = numbering?.family ?? '(';
  return !family.startsWith('(') && family !== '#)' && family !== '#.#';
}

/** Article 5 opens Chapter II where Article 4 closed Chapter I. */
function runsOn(earlier: Sequence, next: Provision): boolean {
  const { numbering } = next;
  if (!numbering || next.inline) return false;
  return (
    numbering.path.length === 1 &&
    numbering.path[0] !== 1 &&
    comparePaths(earlier[earlier.length - 1], next) < 0
  );
}

function instrumentOf(provision: Provision): Provision {
  let holder = provision;
  while (holder.parent && !isRootKind(holder.kind)) holder = holder.parent;
  return holder;
}

/**
 * Cuts a sequence where a second list begins whose first numbers were not recognised: the numbers fall back and then
 * count on.
 */
function splitSecondLists(sequence: Sequence): readonly Sequence[] {
  if (countsOn(sequence)) return [sequence];
  const parts: Provision[][] = [[]];
  for (let index = 0; index < sequence.length; index += 1) {
    const provision = sequence[index];
    if (!provision) continue;
    const fallsBack = index > 0 && comparePaths(provision, sequence[index - 1]) < 0;
    const onTrack = isSuccessor(sequence[index - 2], sequence[index - 1]);
    if (fallsBack && onTrack && isSuccessor(provision, sequence[index + 1])) parts.push([]);
    parts[parts.length - 1]?.push(provision);
  }
  return parts;
}

function isSuccessor(provision: Provision | undefined, next: Provision | undefined): boolean {
  const path = provision?.numbering?.path;
  const following = next?.numbering?.path;
  if (!path || !following || path.length !== following.length) return false;
  const last = path.length - 1;
  if (following[last] !== (path[last] ?? 0) + 1) return false;
  for (let at = 0; at < last; at += 1) if (following[at] !== path[at]) return false;
  return true;
}

const faultless: SequenceFaults = { gaps: [], duplicates: [], misordered: [] };

/** Judges one sequence, once for all the rules that ask. Costs n log n in its length, n where nothing is wrong. */
export function judgeSequence(sequence: Sequence): SequenceFaults {
  return countsOn(sequence) ? faultless : faultsOf(sequence);
}

/** What is wrong with the lists of an outline: of sequences without a fault there is nothing to go through. */
export const faultsOfLists = perOutline((outline): readonly SequenceFaults[] =>
  findListSequences(outline).map(judgeSequence).filter(isFaulty),
);

function isFaulty({ gaps, duplicates, misordered }: SequenceFaults): boolean {
  return gaps.length > 0 || duplicates.length > 0 || misordered.length > 0;
}

/** Each number is the one due after that before it. */
function countsOn(sequence: Sequence): boolean {
  for (let index = 1; index < sequence.length; index += 1)
    if (!isSuccessor(sequence[index - 1], sequence[index])) return false;
  return true;
}

const faultsOf = perOutline((sequence): SequenceFaults => {
  const inOrder = longestIncreasing(sequence);
  const kept = new Set(inOrder);
  const byPath = new Map<string, Provision>();
  for (const provision of inOrder) byPath.set(pathKey(provision), provision);

  const place = new Map(sequence.map((provision, index) => [provision, index]));
  const duplicates: Array<{ first: Provision; second: Provision }> = [];
  const misordered: Array<{ provision: Provision; previous: Provision }> = [];
  for (let index = 0; index < sequence.length; index += 1) {
    const provision = sequence[index];
    if (!provision || kept.has(provision)) continue;
    const twin = byPath.get(pathKey(provision));
    if (twin) {
      const second = twin.heading.start < provision.heading.start ? provision : twin;
      // Bare numbers that come again further on belong to another list more often than not.
      const apart = Math.abs((place.get(twin) ?? 0) - index);
      if (apart <= 2 || /^[a-z]/.test(second.numbering?.family ?? '')) {
        duplicates.push({ first: second === provision ? twin : provision, second });
      }
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
});

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
  // 7.2 after 5.2 says something of the headings above them, not of their own list.
  if (before.length === after.length && level < after.length - 1) return [];
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

/**
 * The longest part of a sequence whose numbers increase. Read from its end, so that of equal numbers, and of two that
 * changed places, the earlier is kept and the later is the one that does not fit.
 */
function longestIncreasing(sequence: Sequence): readonly Provision[] {
  const tails: number[] = [];
  const following: number[] = new Array(sequence.length).fill(-1);
  for (let index = sequence.length - 1; index >= 0; index -= 1) {
    const place = countLeading(tails, (tail) => comparePaths(sequence[tail], sequence[index]) > 0);
    following[index] = tails[place - 1] ?? -1;
    tails[place] = index;
  }
  const kept: Provision[] = [];
  for (let index = tails[tails.length - 1] ?? -1; index >= 0; index = following[index] ?? -1) {
    const provision = sequence[index];
    if (provision) kept.push(provision);
  }
  return kept;
}

/** Below 0 where `a` carries the lower number. */
export function comparePaths(a: Provision | undefined, b: Provision | undefined): number {
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
