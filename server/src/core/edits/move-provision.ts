import type { Analysis } from '../analysis.ts';
import { nameProvision } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
import type { Sequence } from '../model/sequences.ts';
import { say } from '../text/say.ts';
import { type Block, blockOf, type Gap, gapBefore, gapBehind } from './blocks.ts';
import type { StructuralChange } from './change.ts';
import type { Refusal } from './edit-plan.ts';
import { closeUp, makeRoom, type NewNumber, pathOf, seriesOf, withDescendants } from './new-numbers.ts';
import { type Path, startsWith } from './written-number.ts';

/** A place in the order of a document: beside a provision that is there. */
export interface Beside {
  readonly side: 'before' | 'after';
  readonly provision: Provision;
}

/** A place in the order of a document, with the number that comes to it. */
export interface Slot {
  readonly series: Sequence;
  /** How many members of the series stand before it. */
  readonly position: number;
  readonly path: Path;
  readonly gap: Gap;
}

/** The provision goes to another place of its own series, or of one that is numbered in the same way. */
export function moveProvision(
  analysis: Analysis,
  provision: Provision,
  place: Beside,
): StructuralChange | Refusal {
  const series = removable(analysis, provision);
  if ('refusal' in series) return series;
  const block = blockOf(analysis, provision);
  if ('refusal' in block) return block;
  if (isInside(place.provision, provision))
    return { refusal: say`${nameProvision(provision)} cannot be moved into itself.` };
  const slot = slotAt(analysis, place);
  if ('refusal' in slot) return slot;
  if (!isNumberedAlike(provision, place.provision))
    return {
      refusal: say`${nameProvision(provision)} and ${nameProvision(place.provision)} are numbered in different ways.`,
    };
  const moved =
    slot.series === series ? withinSeries(series, provision, slot) : acrossSeries(series, provision, slot);
  if ('refusal' in moved) return moved;
  const { changed, orders } = moved;
  const text = analysis.snapshot.text;
  return {
    renumbering: { changed: withDescendants(changed), deleted: new Set(), orders },
    relocation: relocate(text, block, slot.gap),
    insertion: null,
    newParents: place.provision.parent ? new Map([[provision, place.provision.parent]]) : new Map(),
    explanation:
      place.side === 'before'
        ? say`${nameProvision(provision)} comes to stand before ${nameProvision(place.provision)}.`
        : say`${nameProvision(provision)} comes to stand after ${nameProvision(place.provision)}.`,
  };
}

/** The series of a provision that can be taken out of it. */
export function removable(analysis: Analysis, provision: Provision): Sequence | Refusal {
  const series = seriesOf(analysis, provision);
  if ('refusal' in series) return series;
  const branch = series.find(
    (member) => member !== provision && startsWith(pathOf(member), pathOf(provision)),
  );
  if (branch)
    return { refusal: say`${nameProvision(branch)} belongs to ${nameProvision(provision)} by its number.` };
  return series;
}

/** The slot before or behind a provision; behind it is behind what branches off its number: 4-2 of 4. */
export function slotAt(analysis: Analysis, { side, provision }: Beside): Slot | Refusal {
  const series = seriesOf(analysis, provision);
  if ('refusal' in series) return series;
  if (provision.inline || provision.implied)
    return { refusal: say`${nameProvision(provision)} does not stand on lines of its own.` };
  const at = series.indexOf(provision);
  const path = pathOf(provision);
  const level = path.length - 1;
  if (side === 'before') {
    const block = blockOf(analysis, provision);
    if ('refusal' in block) return block;
    return { series, position: at, path, gap: gapBefore(block) };
  }
  let last = at;
  while (series[last + 1] && startsWith(pathOf(series[last + 1] ?? provision), path)) last += 1;
  const block = blockOf(analysis, series[last] ?? provision);
  if ('refusal' in block) return block;
  return {
    series,
    position: last + 1,
    path: path.with(level, (path[level] ?? 0) + 1),
    gap: gapBehind(block),
  };
}

interface Moved {
  readonly changed: ReadonlyMap<Provision, NewNumber>;
  readonly orders: StructuralChange['renumbering']['orders'];
}

/** The members between the two places hand their numbers on; those that branch off them keep to them. */
function withinSeries(series: Sequence, provision: Provision, slot: Slot): Moved | Refusal {
  const path = pathOf(provision);
  const outer = path.slice(0, -1);
  if (slot.path.length !== path.length || !startsWith(slot.path, outer))
    return { refusal: say`${nameProvision(provision)} would have to be numbered in another way there.` };
  const from = series.indexOf(provision);
  const order = series
    .toSpliced(slot.position, 0, provision)
    .toSpliced(from < slot.position ? from : from + 1, 1);
  const isStem = (member: Provision): boolean =>
    pathOf(member).length === path.length && startsWith(pathOf(member), outer);
  const numbers = series.filter(isStem).map(pathOf);
  const changed = new Map<Provision, NewNumber>();
  for (const [at, stem] of order.filter(isStem).entries()) {
    const before = pathOf(stem);
    const after = numbers[at] ?? before;
    if (before.at(-1) === after.at(-1)) continue;
    changed.set(stem, { path: after, like: null });
    for (const branch of series) {
      if (branch === stem || !startsWith(pathOf(branch), before)) continue;
      changed.set(branch, { path: [...after, ...pathOf(branch).slice(before.length)], like: null });
    }
  }
  return { changed, orders: [order] };
}

function acrossSeries(series: Sequence, provision: Provision, slot: Slot): Moved {
  const from = series.indexOf(provision);
  const changed = new Map([
    ...closeUp(series, from + 1, pathOf(provision)),
    ...makeRoom(slot.series, slot.position, slot.path),
    [provision, { path: slot.path, like: null }] as const,
  ]);
  const orders = [series.toSpliced(from, 1), slot.series.toSpliced(slot.position, 0, provision)];
  return { changed, orders };
}

function isNumberedAlike(a: Provision, b: Provision): boolean {
  return (
    a.numbering?.family === b.numbering?.family &&
    a.numbering?.numeral === b.numbering?.numeral &&
    a.kind === b.kind
  );
}

function isInside(provision: Provision, outer: Provision): boolean {
  for (let at: Provision | null = provision; at; at = at.parent) if (at === outer) return true;
  return false;
}

export function relocate(text: string, block: Block, gap: Gap): StructuralChange['relocation'] {
  const removed = { start: Math.min(block.start, block.gap.start), end: Math.max(block.end, block.gap.end) };
  const between = text.slice(block.gap.start, block.gap.end);
  return {
    removed,
    destination: { kept: { start: block.start, end: block.end }, at: gap.at },
    before: gap.textFollows ? '' : between,
    behind: gap.textFollows ? between : '',
  };
}
