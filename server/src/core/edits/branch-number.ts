import { nameProvision } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
import type { Sequence } from '../model/sequences.ts';
import { letterSuffix } from '../syntax/designation.ts';
import { say } from '../text/say.ts';
import type { Refusal } from './edit-plan.ts';
import { pathOf } from './new-numbers.ts';
import { designationLike } from './numbers-in-text.ts';
import { numberWithin, type Path, startsWith } from './written-number.ts';

/** A number that branches off another one, so that all others stay: Article 4-2, Section 4.2A. */
export interface BranchNumber {
  readonly path: Path;
  /** Its designation as it is to be printed: "Article 4-2." */
  readonly printed: string;
}

/**
 * The next number that branches off a provision's, in the form of the branches that the series has. Where it has none,
 * articles go on with 4-2 and all others with a letter.
 */
export function nextBranch(series: Sequence, stem: Provision, designation: string): BranchNumber | Refusal {
  const from = pathOf(stem);
  const branches = series.filter((member) => isBranchOf(member, from));
  const last = branches.at(-1);
  const model = last ?? series.find((member) => series.some((other) => isBranchOf(member, pathOf(other))));
  const isLettered = model
    ? (pathOf(model).at(-1) ?? 0) > letterSuffix
    : !(stem.numbering?.family === 'article' && from.length === 1);
  const first = isLettered ? letterSuffix + 1 : 2;
  const path = [...from, last ? (pathOf(last).at(-1) ?? 0) + 1 : first];
  const mark = model && !isLettered ? (/\d([.–-])\d{1,3}$/.exec(model.number ?? '')?.[1] ?? '-') : '-';
  const printed = isLettered
    ? designationLike(designation, stem, path)
    : numbered(designation, stem, `${stem.number ?? ''}${mark}${path.at(-1)}`);
  return printed === null
    ? { refusal: say`No number can branch off that of ${nameProvision(stem)}.` }
    : { path, printed };
}

function isBranchOf(member: Provision, stem: Path): boolean {
  return pathOf(member).length === stem.length + 1 && startsWith(pathOf(member), stem);
}

function numbered(designation: string, { number }: Provision, written: string): string | null {
  const place = number === null || !/^\d+$/.test(number) ? null : numberWithin(designation, number);
  return place && designation.slice(0, place.start) + written + designation.slice(place.end);
}
