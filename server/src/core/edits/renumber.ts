import type { Analysis } from '../analysis.ts';
import type { Configuration } from '../config/model.ts';
import { nameProvision } from '../model/naming.ts';
import type { Numeral } from '../model/numerals.ts';
import { isRootKind, type Provision } from '../model/provision.ts';
import { comparePaths, findListSequences, judgedConfidence, type Sequence } from '../model/sequences.ts';
import { rootOf } from '../resolve/instruments.ts';
import { letterSuffix } from '../syntax/designation.ts';
import { say } from '../text/say.ts';
import type { StructuralChange } from './change.ts';
import type { Refusal } from './edit-plan.ts';
import { type NewNumber, pathOf, seriesOf, withDescendants } from './new-numbers.ts';
import { isSamePath, type Path, startsWith } from './written-number.ts';

/** Whether 4-2 and 12A stay branches of the number before them or become numbers of their own. */
export type BranchNumbers = 'kept' | 'absorbed';

/**
 * The numbers of a document, or of what stands in one provision, in order and without gaps. Each series begins where it
 * begins now. Lists whose members are in doubt are left alone. What a project has pinned is written in the numerals that
 * it names.
 */
export function renumber(
  analysis: Analysis,
  scope: Provision | null,
  branches: BranchNumbers = 'kept',
  scheme: PinnedScheme = new Map(),
): StructuralChange | Refusal {
  const changed = new Map<Provision, NewNumber>();
  for (const series of findListSequences(analysis.outline)) {
    const [first] = series;
    if (!first || series.some(({ confidence }) => confidence < judgedConfidence)) continue;
    if (scope && !series.every((member) => standsIn(member, scope))) continue;
    for (const [provision, path] of inSuccession(series, branches)) {
      const numeral = pinnedNumeral(provision, scheme);
      if (numeral !== null) changed.set(provision, { path, like: null, numeral });
      else if (!isSamePath(path, pathOf(provision))) changed.set(provision, { path, like: null });
    }
  }
  if (changed.size === 0) return { refusal: say`All numbers are in order.` };
  return {
    renumbering: { changed: withDescendants(changed), deleted: new Set(), orders: [] },
    relocation: null,
    insertion: null,
    newParents: new Map(),
    explanation: say`The numbers come in order.`,
  };
}

/** How a project pins the numbering of kinds of provisions. */
export type PinnedScheme = Configuration['scheme'];

/**
 * The numerals to which a provision comes; null where they stay. A pinned scheme says nothing of attachments, of enumerations
 * inside sentences and of numbers that hold their parent's.
 */
function pinnedNumeral(provision: Provision, scheme: PinnedScheme): Numeral | null {
  const { kind, numbering, inline, parent } = provision;
  const pinned = scheme.get(kind);
  if (!pinned || pinned === 'decimal' || inline || numbering?.path.length !== 1) return null;
  if (parent && rootOf(parent).parent !== null) return null;
  return pinned === numbering.numeral ? null : pinned;
}

/** Another number for one provision, which must not be taken and must fit between its neighbours. */
export function renumberOne(
  analysis: Analysis,
  provision: Provision,
  path: Path,
): StructuralChange | Refusal {
  const series = seriesOf(analysis, provision);
  if ('refusal' in series) return series;
  const name = nameProvision(provision);
  if (path.length !== pathOf(provision).length)
    return { refusal: say`${name} cannot be numbered in this way.` };
  const renamed = series.map((member) =>
    member === provision ? { ...member, numbering: numberingWith(member, path) } : member,
  );
  for (let at = 1; at < renamed.length; at += 1) {
    if (comparePaths(renamed[at - 1], renamed[at]) >= 0)
      return { refusal: say`${name} would not fit in its place with this number: move it instead.` };
  }
  return {
    renumbering: {
      changed: withDescendants(new Map([[provision, { path, like: null }]])),
      deleted: new Set(),
      orders: [],
    },
    relocation: null,
    insertion: null,
    newParents: new Map(),
    explanation: say`${name} gets another number.`,
  };
}

function numberingWith({ numbering }: Provision, path: Path): Provision['numbering'] {
  return numbering && { ...numbering, path };
}

function standsIn(provision: Provision, scope: Provision): boolean {
  for (let at: Provision | null = provision.parent; at; at = at.parent) {
    if (at === scope) return true;
    if (isRootKind(at.kind)) return false;
  }
  return false;
}

/** Whether there are numbers such as 4-2 and 12A beside 4 and 12. */
export function hasBranches({ outline }: Analysis): boolean {
  return findListSequences(outline).some((series) =>
    series.some((member, at) => {
      const before = series[at - 1];
      return before !== undefined && pathOf(member).length > pathOf(before).length;
    }),
  );
}

/** The numbers that are due, one after the other. */
function inSuccession(series: Sequence, branches: BranchNumbers): Array<[Provision, Path]> {
  const due: Array<[Provision, Path]> = [];
  let stem: { before: Path; after: Path; branched: number } | null = null;
  for (const provision of series) {
    const path = pathOf(provision);
    const isBranch = stem !== null && path.length > stem.before.length && startsWith(path, stem.before);
    if (stem && isBranch && branches === 'kept') {
      stem.branched = stem.branched === 0 ? (path[stem.before.length] ?? 1) : stem.branched + 1;
      due.push([provision, [...stem.after, stem.branched, ...path.slice(stem.before.length + 1)]]);
      continue;
    }
    const after: Path = stem === null ? path : stem.after.with(-1, (stem.after.at(-1) ?? 0) + 1);
    due.push([provision, after]);
    stem = { before: path, after, branched: 0 };
  }
  return due.every(([, path]) => path.every((value) => value > 0 && value !== letterSuffix)) ? due : [];
}
