import type { Analysis } from '../analysis.ts';
import { nameProvision, nameSibling } from '../model/naming.ts';
import { perOutline } from '../model/perOutline.ts';
import { isRootKind, type Provision, walkProvisions } from '../model/provision.ts';
import type { Sequence } from '../model/sequences.ts';
import { rootOf } from '../resolve/instruments.ts';
import { say } from '../text/say.ts';
import { type Block, blockOf } from './blocks.ts';
import type { StructuralChange } from './change.ts';
import type { Refusal } from './edit-plan.ts';
import { relocate, removable, slotAt } from './move-provision.ts';
import { closeUp, makeRoom, type NewNumber, pathOf, withDescendants } from './new-numbers.ts';
import { type Path, startsWith } from './written-number.ts';

/** The provision leaves the one that it stands in and follows it as its neighbour; its siblings stay where they are. */
export function promoteProvision(analysis: Analysis, provision: Provision): StructuralChange | Refusal {
  const { parent } = provision;
  const name = nameProvision(provision);
  if (
    !parent?.designation ||
    !parent.parent ||
    isRootKind(parent.kind) ||
    /^(?:part|chapter)$/.test(parent.kind)
  )
    return { refusal: say`${name} stands in no provision that it could follow.` };
  const taken = takeOut(analysis, provision);
  if ('refusal' in taken) return taken;
  const slot = slotAt(analysis, { side: 'after', provision: parent });
  if ('refusal' in slot) return slot;
  const outer = blockOf(analysis, parent);
  if ('refusal' in outer) return outer;
  const level: Level = { ...slot, model: parent, parent: parent.parent };
  const change = toLevel(analysis, provision, taken.series, level);
  if ('refusal' in change || taken.block.end === outer.end) return change;
  return { ...change, relocation: relocate(analysis.snapshot.text, taken.block, slot.gap) };
}

/** The provision becomes the last of those that stand in its neighbour above. */
export function demoteProvision(analysis: Analysis, provision: Provision): StructuralChange | Refusal {
  const taken = takeOut(analysis, provision);
  if ('refusal' in taken) return taken;
  const { series, block } = taken;
  const above = series[series.indexOf(provision) - 1];
  const name = nameProvision(provision);
  if (!above || above.parent !== provision.parent || pathOf(above).length !== pathOf(provision).length)
    return { refusal: say`${name} has no neighbour above that it could stand in.` };
  const outer = blockOf(analysis, above);
  if ('refusal' in outer) return outer;
  if (analysis.snapshot.text.slice(outer.end, block.start).trim() !== '')
    return { refusal: say`Other text stands between ${nameProvision(above)} and ${name}.` };
  const level = lastLevelIn(analysis, above);
  return 'refusal' in level ? level : toLevel(analysis, provision, series, level);
}

/** A place in a series on another level. */
interface Level {
  readonly series: Sequence;
  readonly position: number;
  readonly path: Path;
  /** Whose designation shows how numbers are printed there. */
  readonly model: Provision;
  readonly parent: Provision;
}

function takeOut(
  analysis: Analysis,
  provision: Provision,
): { readonly series: Sequence; readonly block: Block } | Refusal {
  const series = removable(analysis, provision);
  if ('refusal' in series) return series;
  if (isRootKind(provision.kind))
    return { refusal: say`${nameProvision(provision)} has no level to change.` };
  const block = blockOf(analysis, provision);
  return 'refusal' in block ? block : { series, block };
}

/** Behind the last of what stands in a provision; where nothing does, as in the first of its kind that holds anything. */
function lastLevelIn(analysis: Analysis, outer: Provision): Level | Refusal {
  const last = outer.children.filter(isOnLines).at(-1);
  if (last) {
    const slot = slotAt(analysis, { side: 'after', provision: last });
    return 'refusal' in slot ? slot : { ...slot, model: last, parent: outer };
  }
  const model = modelBelow(analysis, outer, outer);
  if (!model)
    return { refusal: say`Nothing shows how what stands in ${nameProvision(outer)} is to be numbered.` };
  return { series: [], position: 0, path: pathBelow(model, pathOf(outer), 1), model, parent: outer };
}

function toLevel(
  analysis: Analysis,
  provision: Provision,
  series: Sequence,
  { series: others, position, path, model, parent }: Level,
): StructuralChange | Refusal {
  const own = releveled(analysis, provision, model, path);
  if ('refusal' in own) return own;
  const from = series.indexOf(provision);
  const shifted = withDescendants(
    new Map([...closeUp(series, from + 1, pathOf(provision)), ...makeRoom(others, position, path)]),
  );
  return {
    renumbering: {
      changed: new Map([...shifted, ...own]),
      deleted: new Set(),
      orders: [series.toSpliced(from, 1), others.toSpliced(position, 0, provision)],
    },
    relocation: null,
    insertion: null,
    newParents: new Map([[provision, parent]]),
    explanation: say`${nameProvision(provision)} becomes ${nameSibling(model, path)}.`,
  };
}

/** The new numbers of a provision and of what stands in it, each in the form that the document has for that level. */
function releveled(
  analysis: Analysis,
  provision: Provision,
  model: Provision,
  path: Path,
): Map<Provision, NewNumber> | Refusal {
  const numbers = new Map<Provision, NewNumber>([[provision, { path, like: model }]]);
  const pending = [{ provision, model, path }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const child of next.provision.children) {
      if (!child.designation || pathOf(child).length === 0) continue;
      if (child.inline) {
        if (looksLikeOuter(child, next.model))
          return {
            refusal: say`${nameProvision(child)} inside a sentence would be numbered like what it stands in.`,
          };
        continue;
      }
      const like = modelBelow(analysis, next.model, provision);
      if (!like || child.implied || like.parent?.children.some(({ implied }) => implied))
        return {
          refusal: say`Nothing shows how ${nameProvision(child)} is to be numbered on its new level.`,
        };
      const own = pathBelow(like, next.path, pathOf(child).at(-1) ?? 1);
      numbers.set(child, { path: own, like });
      pending.push({ provision: child, model: like, path: own });
    }
  }
  return numbers;
}

function looksLikeOuter({ numbering }: Provision, model: Provision): boolean {
  for (let at: Provision | null = model; at; at = at.parent)
    if (at.numbering?.family === numbering?.family && at.numbering?.numeral === numbering?.numeral)
      return true;
  return false;
}

function pathBelow(model: Provision, outer: Path, value: number): Path {
  const own = pathOf(model);
  const isCompound = model.parent !== null && own.length > 1 && startsWith(own, pathOf(model.parent));
  return isCompound ? [...outer, value] : [value];
}

/** What shows how things are numbered in a provision: in another one, in or around the same attachment as `place`. */
function modelBelow({ outline }: Analysis, outer: Provision, place: Provision): Provision | null {
  const models = modelsOf(outline);
  const { numbering, kind } = outer;
  for (let root: Provision | null = rootOf(place); root; root = root.parent && rootOf(root.parent)) {
    const found = models.get(root)?.get(formOf(kind, numbering));
    if (found) return found;
  }
  return null;
}

/** The first child that each form of numbering has, by instrument and attachment. */
const modelsOf = perOutline((outline): ReadonlyMap<Provision, ReadonlyMap<string, Provision>> => {
  const byRoot = new Map<Provision, Map<string, Provision>>();
  for (const provision of walkProvisions(outline)) {
    if (!provision.parent || !isOnLines(provision) || isRootKind(provision.kind)) continue;
    const root = rootOf(provision.parent);
    const models = byRoot.get(root) ?? new Map<string, Provision>();
    byRoot.set(root, models);
    const form = formOf(provision.parent.kind, provision.parent.numbering);
    if (!models.has(form)) models.set(form, provision);
  }
  return byRoot;
});

function formOf(kind: Provision['kind'], numbering: Provision['numbering']): string {
  return `${kind} ${numbering?.family} ${numbering?.numeral}`;
}

function isOnLines(provision: Provision): boolean {
  return (
    provision.designation !== null && !provision.inline && !provision.implied && pathOf(provision).length > 0
  );
}
