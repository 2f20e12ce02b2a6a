import type { Analysis } from '../analysis.ts';
import { nameProvision } from '../model/naming.ts';
import type { Numeral } from '../model/numerals.ts';
import { perOutline } from '../model/perOutline.ts';
import { isAttachmentKind, isRootKind, type Provision } from '../model/provision.ts';
import { comparePaths, findAllSequences, judgedConfidence, type Sequence } from '../model/sequences.ts';
import { letterSuffix } from '../syntax/designation.ts';
import { say } from '../text/say.ts';
import type { Refusal } from './edit-plan.ts';
import { isSamePath, type Path, startsWith } from './written-number.ts';

/** A number that a provision is to carry. */
export interface NewNumber {
  readonly path: Path;
  /** The provision whose designation it is written like, where it is to be written in another way than now. */
  readonly like: Provision | null;
  /** The numerals it is to be written in, where they are others than now: Article IV for Article 4. */
  readonly numeral?: Numeral;
}

/** What a command makes of the numbers of a document, before anything is written. Immutable. */
export interface Renumbering {
  /** Those that change, with what stands below them and carries their number: 4.1 of Article 4. */
  readonly changed: ReadonlyMap<Provision, NewNumber>;
  readonly deleted: ReadonlySet<Provision>;
  /** The series that gain, lose or reorder members, as they will be; null stands for a provision that is new. */
  readonly orders: ReadonlyArray<ReadonlyArray<Provision | null>>;
}

/** The provisions that count on with this one, in the order of the text; a refusal where their numbers are in doubt. */
export function seriesOf(analysis: Analysis, provision: Provision): Sequence | Refusal {
  const name = nameProvision(provision);
  const series = isAttachmentKind(provision.kind)
    ? attachmentsLike(provision)
    : sequenceByMember(analysis.outline).get(provision);
  if (!series || !provision.designation || pathOf(provision).length === 0)
    return { refusal: say`It is not clear what ${name} counts on from.` };
  const doubtful = series.find(({ confidence }) => confidence < judgedConfidence);
  if (doubtful) return { refusal: say`It is not sure that ${nameProvision(doubtful)} is a provision.` };
  for (let at = 1; at < series.length; at += 1) {
    const [before, after] = [series[at - 1], series[at]];
    if (before && after && comparePaths(before, after) >= 0)
      return {
        refusal: say`${nameProvision(after)} stands after ${nameProvision(before)}: the numbers are to be put in order first.`,
      };
  }
  return series;
}

const sequenceByMember = perOutline((outline): ReadonlyMap<Provision, Sequence> => {
  const byMember = new Map<Provision, Sequence>();
  for (const sequence of findAllSequences(outline))
    for (const member of sequence) byMember.set(member, sequence);
  return byMember;
});

/** The attachments of one instrument that are called by one word. */
function attachmentsLike({ parent, numbering }: Provision): readonly Provision[] {
  return (parent?.children ?? []).filter(
    (other) =>
      isAttachmentKind(other.kind) &&
      other.numbering !== null &&
      other.numbering.path.length > 0 &&
      other.numbering.family === numbering?.family &&
      other.numbering.numeral === numbering.numeral,
  );
}

/** One more member at `position` of a series, on the level of `path`: those that follow there make room if they must. */
export function makeRoom(series: Sequence, position: number, path: Path): Map<Provision, NewNumber> {
  const following = series.slice(position);
  const taken = following.some((member) => startsWith(pathOf(member), path));
  return taken ? shift(following, path, 1) : new Map();
}

/** The members behind `position` close up where the member that carried `path` is gone. */
export function closeUp(series: Sequence, position: number, path: Path): Map<Provision, NewNumber> {
  return shift(series.slice(position), path, -1);
}

function shift(members: Sequence, path: Path, by: number): Map<Provision, NewNumber> {
  const level = path.length - 1;
  const outer = path.slice(0, level);
  const isLettered = (path[level] ?? 0) > letterSuffix;
  const changed = new Map<Provision, NewNumber>();
  for (const member of members) {
    const own = pathOf(member);
    const value = own[level];
    if (value === undefined || !startsWith(own, outer) || value > letterSuffix !== isLettered) continue;
    changed.set(member, { path: own.with(level, value + by), like: null });
  }
  return changed;
}

/** All that follows from the numbers of a series: what stands below its members and carries their numbers. */
export function withDescendants(changed: ReadonlyMap<Provision, NewNumber>): Map<Provision, NewNumber> {
  const all = new Map<Provision, NewNumber>();
  for (const [provision, number] of changed) {
    const { path, like, numeral } = number;
    const before = pathOf(provision);
    if (isSamePath(before, path) && like === null && numeral === undefined) continue;
    all.set(provision, number);
    const hands = like === null || before.length === path.length;
    if (hands && !isSamePath(before, path)) descend(provision, before, path, all);
  }
  return all;
}

function descend(provision: Provision, before: Path, after: Path, all: Map<Provision, NewNumber>): void {
  const pending = [...provision.children];
  for (let child = pending.pop(); child; child = pending.pop()) {
    if (isRootKind(child.kind)) continue;
    const path = pathOf(child);
    if (path.length > before.length && startsWith(path, before) && !all.has(child))
      all.set(child, { path: [...after, ...path.slice(before.length)], like: null });
    pending.push(...child.children);
  }
}

export function pathOf({ numbering }: Provision): Path {
  return numbering?.path ?? [];
}
