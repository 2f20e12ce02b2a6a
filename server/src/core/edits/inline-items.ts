import type { Analysis } from '../analysis.ts';
import { nameProvision } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
import type { Sequence } from '../model/sequences.ts';
import { Role } from '../syntax/roles.ts';
import type { TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';
import type { Insertion } from './arranged-text.ts';
import type { Refusal } from './edit-plan.ts';
import { pathOf } from './new-numbers.ts';
import { designationLike } from './numbers-in-text.ts';
import type { Path } from './written-number.ts';

/**
 * What goes with an item of an enumeration inside a sentence: up to the next one, but for the "and" between the last two.
 * A refusal where what is left would have to be worded anew.
 */
export function withoutItem(analysis: Analysis, series: Sequence, item: Provision): TextRange | Refusal {
  const at = series.indexOf(item);
  const parts = partsOf(analysis, series);
  if ('refusal' in parts) return parts;
  const part = parts[at];
  if (!part)
    return {
      refusal: say`${nameProvision(item)} is the last of its enumeration: the one before it is to be worded as the last.`,
    };
  if (series.length < 3)
    return { refusal: say`No enumeration would be left without ${nameProvision(item)}.` };
  const before = parts[at - 1];
  if (part.joint === '' || areAllJoined(parts)) return { start: part.start, end: part.end };
  if (!before)
    return {
      refusal: say`“${part.joint.trim()}” after ${nameProvision(item)} would have to be worded anew.`,
    };
  return { start: before.wordsEnd, end: part.wordsEnd };
}

/** A new item beside another one of an enumeration inside a sentence, parted from it as the others are. */
export function besideItem(
  analysis: Analysis,
  series: Sequence,
  { side, provision: item }: { readonly side: 'before' | 'after'; readonly provision: Provision },
  heading: string,
): (Insertion & { readonly position: number; readonly path: Path }) | Refusal {
  const at = series.indexOf(item);
  const position = side === 'before' ? at : at + 1;
  const parts = partsOf(analysis, series);
  if ('refusal' in parts) return parts;
  const before = parts[Math.max(0, position - 1)];
  const next = series[position];
  if (!next?.designation || !before)
    return {
      refusal: say`${nameProvision(item)} is the last of its enumeration: a new one after it is to be worded as the last.`,
    };
  const path = side === 'before' ? pathOf(item) : pathOf(item).with(-1, (pathOf(item).at(-1) ?? 0) + 1);
  const written = item.designation && designationLike(analysis.snapshot.slice(item.designation), item, path);
  if (!written) return { refusal: say`A number cannot be written in the way of ${nameProvision(item)}.` };
  const sign = parts.find(({ joint }) => joint === '')?.sign ?? (before.sign || ',');
  const parting = areAllJoined(parts) ? `${before.sign} ${before.joint}` : `${sign} `;
  return position === 0
    ? { at: next.designation.start, text: `${written} ${heading}${parting}`, position, path }
    : { at: before.wordsEnd, text: `${parting}${written} ${heading}`, position, path };
}

/** "(a) and (b) and (c)" */
function areAllJoined(parts: readonly ItemPart[]): boolean {
  return parts.length > 1 && parts.every(({ joint }) => joint !== '');
}

/** An item with what parts it from the next one. */
interface ItemPart extends TextRange {
  /** Where its words end and what parts it from the next one begins. */
  readonly wordsEnd: number;
  /** The comma or semicolon behind it; empty where there is none. */
  readonly sign: string;
  /** "and ", if the next item is joined by a word; empty where it is not. */
  readonly joint: string;
}

/** All items but the last. */
function partsOf({ snapshot, roles }: Analysis, series: Sequence): readonly ItemPart[] | Refusal {
  const parts: ItemPart[] = [];
  const torn = { refusal: say`This enumeration is torn apart by what is no text of it.` };
  for (let at = 0; at + 1 < series.length; at += 1) {
    const [start, end] = [series[at]?.designation?.start, series[at + 1]?.designation?.start];
    if (start === undefined || end === undefined || end <= start) return torn;
    for (let line = snapshot.lineAt(start); line <= snapshot.lineAt(end); line += 1)
      if (roles[line] !== Role.text) return torn;
    const tail = snapshot.text.slice(Math.max(start, end - 24), end);
    const found = /([;,]?)\s{1,8}((?:and\/or|and|or)\s{1,8})?$/.exec(tail);
    if (!found) return torn;
    const wordsEnd = end - found[0].length;
    parts.push({ start, end, wordsEnd, sign: found[1] ?? '', joint: found[2] ?? '' });
  }
  return parts;
}
