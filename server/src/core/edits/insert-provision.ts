import type { Analysis } from '../analysis.ts';
import { nameProvision, nameSibling } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
import { say } from '../text/say.ts';
import { blockOf } from './blocks.ts';
import { nextBranch } from './branch-number.ts';
import type { StructuralChange } from './change.ts';
import type { Refusal } from './edit-plan.ts';
import { besideItem } from './inline-items.ts';
import { type Beside, slotAt } from './move-provision.ts';
import { makeRoom, seriesOf, withDescendants } from './new-numbers.ts';
import { designationLike } from './numbers-in-text.ts';
import type { Path } from './written-number.ts';

/**
 * A new provision beside another one. `heading` is what it is headed by, without its number: "Article. (Escrow)", or its
 * caption or text alone, which is then written as its neighbour's is. Its number is the next one, or one that branches
 * off its neighbour's, so that all others stay.
 */
export function insertProvision(
  analysis: Analysis,
  place: Beside,
  heading: string,
  number: 'next' | 'branch' = 'next',
): StructuralChange | Refusal {
  if (place.provision.inline) return insertItem(analysis, place, heading.trim(), number);
  const next = slotAt(analysis, place);
  if ('refusal' in next) return next;
  const block = blockOf(analysis, place.provision);
  if ('refusal' in block) return block;
  const { designation } = place.provision;
  const own = designation ? analysis.snapshot.slice(designation) : '';
  if (number === 'branch' && place.side === 'before')
    return { refusal: say`A number branches off the one before it: name that.` };
  const branch = number === 'branch' ? nextBranch(next.series, place.provision, own) : null;
  if (branch && 'refusal' in branch) return branch;
  const slot = branch ? { ...next, path: branch.path } : next;
  const written = branch?.printed ?? designationLike(own, place.provision, slot.path);
  const line = written === null ? null : headingLine(analysis, place.provision, written, heading.trim());
  if (line === null)
    return { refusal: say`A heading cannot be written in the way of ${nameProvision(place.provision)}.` };
  const between = analysis.snapshot.text.slice(block.gap.start, block.gap.end) || '\n';
  const text = slot.gap.textFollows ? line + between : between + line;
  return insertedText(slot, { at: slot.gap.at, text }, place, slot.path);
}

function insertItem(
  analysis: Analysis,
  place: Beside,
  heading: string,
  number: 'next' | 'branch',
): StructuralChange | Refusal {
  if (number === 'branch') return { refusal: say`No number branches off an item inside a sentence.` };
  const series = seriesOf(analysis, place.provision);
  if ('refusal' in series) return series;
  const item = besideItem(analysis, series, place, heading);
  return 'refusal' in item ? item : insertedText({ series, position: item.position }, item, place, item.path);
}

/** Text that is put in as a provision and carries its number already. */
export function insertedText(
  slot: { readonly series: readonly Provision[]; readonly position: number },
  insertion: { readonly at: number; readonly text: string },
  { provision }: Beside,
  path: Path,
): StructuralChange {
  const changed = makeRoom(slot.series, slot.position, path);
  return {
    renumbering: {
      changed: withDescendants(changed),
      deleted: new Set(),
      orders: [slot.series.toSpliced(slot.position, 0, ...([null] as never[]))],
    },
    relocation: null,
    insertion: { ...insertion, path },
    newParents: new Map(),
    explanation: say`${nameSibling(provision, path)} is new.`,
  };
}

/** The line of the new heading: indented and set off as its neighbour's. */
function headingLine(
  { snapshot }: Analysis,
  neighbour: Provision,
  written: string,
  heading: string,
): string | null {
  const { designation, captionRange } = neighbour;
  if (!designation) return null;
  const printed = snapshot.slice(designation);
  const line = snapshot.lineAt(designation.start);
  const { start, end } = snapshot.lineRange(line);
  const before = snapshot.text.slice(start, designation.start);
  const word = /^[A-Za-z]+\.?(?=\s|$)/.exec(printed)?.[0].replace(/\.$/, '') ?? '';
  if (word !== '' && heading.slice(0, word.length).toLowerCase() === word.toLowerCase()) {
    const rest = heading.slice(word.length);
    if (/^[A-Za-z]/.test(rest)) return null;
    const number = written.slice(word.length).replace(/[.:)]{1,3}$/, '');
    return `${before}${heading.slice(0, word.length)}${number}${rest}`;
  }
  const hasCaption =
    captionRange !== null && captionRange.start >= designation.end && captionRange.end <= end;
  const gap = hasCaption
    ? snapshot.text.slice(designation.end, captionRange.start)
    : (/^[\s\u00a0]*/.exec(snapshot.text.slice(designation.end, end))?.[0] ?? '') || ' ';
  // An anchor or a link between number and caption is the neighbour's own.
  if (!/^[\s\u00a0*_()–—:."“-]*$/.test(gap)) return null;
  const behind = hasCaption ? snapshot.text.slice(captionRange.end, end) : '';
  // Of what follows a caption on its line only its punctuation belongs to it.
  const closing = /^[)\].*_:]{0,4}/.exec(behind)?.[0] ?? '';
  const opening = /^[(“"*_]/.test(heading) && gap.endsWith(heading.charAt(0)) ? gap.slice(0, -1) : gap;
  return `${before}${written}${opening}${heading}${heading.endsWith(closing) ? '' : closing}`;
}
