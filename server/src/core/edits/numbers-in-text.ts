import type { Analysis } from '../analysis.ts';
import { nameProvision } from '../model/naming.ts';
import { formatNumeral, type Numeral } from '../model/numerals.ts';
import { isAttachmentKind, type Provision, walkProvisions } from '../model/provision.ts';
import { say } from '../text/say.ts';
import type { PlannedEdit, Refusal } from './edit-plan.ts';
import type { Renumbering } from './new-numbers.ts';
import { numberWithin, type Path, writeNumberLike } from './written-number.ts';

/** The numbers of a document after a command, and how each is printed. */
export class NewNumbers {
  readonly #analysis: Analysis;
  readonly renumbering: Renumbering;

  constructor(analysis: Analysis, renumbering: Renumbering) {
    this.#analysis = analysis;
    this.renumbering = renumbering;
  }

  pathOf(provision: Provision): Path {
    return this.renumbering.changed.get(provision)?.path ?? provision.numbering?.path ?? [];
  }

  /**
   * The number of a provision as it is printed at some place, which is worth `from` there, as it is to be printed. Where the
   * provision comes to other numerals they follow only if those of before are printed there too.
   */
  write(printed: string, from: Path, provision: Provision, after = this.pathOf(provision)): string | null {
    const before = provision.numbering?.numeral ?? 'arabic';
    const numeral = this.renumbering.changed.get(provision)?.numeral;
    const [old, value] = [from[0], after[0]];
    if (numeral === undefined || old === undefined || value === undefined || from.length + after.length > 2)
      return writeNumberLike(printed, from, after, before);
    const isOld = writeNumeral(old, before).toLowerCase() === printed.toLowerCase();
    return isOld ? writeNumeral(value, numeral) : writeNumberLike(printed, from, after, before);
  }

  isTouched(provision: Provision): boolean {
    return this.renumbering.changed.has(provision) || this.renumbering.deleted.has(provision);
  }

  /** It is deleted, or stands in something that is. */
  isDeleted(provision: Provision): boolean {
    if (this.renumbering.deleted.size === 0) return false;
    for (let at: Provision | null = provision; at; at = at.parent)
      if (this.renumbering.deleted.has(at)) return true;
    return false;
  }

  /** It comes to another level, where numbers are printed in another way. */
  isReleveled(provision: Provision): boolean {
    const like = this.renumbering.changed.get(provision)?.like ?? null;
    return like !== null && like !== provision;
  }

  /** The provisions that carry a number now or will carry it, where that changes. */
  carrying(path: Path): readonly Provision[] {
    this.#byPath ??= this.#collect();
    return this.#byPath.get(path.join('.')) ?? [];
  }
  #byPath: Map<string, Provision[]> | null = null;

  #collect(): Map<string, Provision[]> {
    const byPath = new Map<string, Provision[]>();
    const add = (path: Path, provision: Provision): void => {
      const key = path.join('.');
      const known = byPath.get(key);
      if (known) known.push(provision);
      else byPath.set(key, [provision]);
    };
    for (const [provision, { path }] of this.renumbering.changed) {
      add(path, provision);
      add(provision.numbering?.path ?? [], provision);
    }
    for (const deleted of this.renumbering.deleted)
      for (const provision of walkProvisions([deleted])) add(provision.numbering?.path ?? [], provision);
    return byPath;
  }

  /** The edits of the designations; a refusal where one cannot be written. */
  edits(): readonly PlannedEdit[] | Refusal {
    const edits: PlannedEdit[] = [];
    for (const [provision, { path, like }] of this.renumbering.changed) {
      if (this.isDeleted(provision)) continue;
      const edit = designationEdit(this.#analysis, provision, path, like, this);
      if ('refusal' in edit) return edit;
      edits.push(edit);
    }
    return edits;
  }
}

function designationEdit(
  { snapshot }: Analysis,
  provision: Provision,
  path: Path,
  like: Provision | null,
  numbers: NewNumbers,
): PlannedEdit | Refusal {
  const { designation, number, numbering } = provision;
  const cannot = { refusal: say`The number of ${nameProvision(provision)} cannot be written anew.` };
  if (!designation || number === null || !numbering) return cannot;
  const reason = isAttachmentKind(provision.kind) ? 'attachment' : 'number';
  if (like && like !== provision) {
    const written = designationLike(snapshot.slice(like.designation ?? { start: 0, end: 0 }), like, path);
    if (written === null) return cannot;
    const explanation = say`${nameProvision(provision)} becomes ${written.replace(/[.:]$/, '')}.`;
    return { ...designation, newText: written, reason, needsConfirmation: false, explanation };
  }
  const place = numberWithin(snapshot.slice(designation), number);
  const newText = numbers.write(number, numbering.path, provision);
  if (!place || newText === null) return cannot;
  return {
    start: designation.start + place.start,
    end: designation.start + place.end,
    newText,
    reason,
    needsConfirmation: false,
    explanation: say`${nameProvision(provision)} becomes ${newText}.`,
  };
}

function writeNumeral(value: number, numeral: Numeral): string {
  const written = formatNumeral(value, numeral);
  return numeral === 'word' ? written.charAt(0).toUpperCase() + written.slice(1) : written;
}

/** A designation with another number in the form of a printed one. */
export function designationLike(
  printed: string,
  { number, numbering }: Provision,
  path: Path,
): string | null {
  const place = number === null ? null : numberWithin(printed, number);
  const written =
    place && numbering && number !== null
      ? writeNumberLike(number, numbering.path, path, numbering.numeral)
      : null;
  return place && written !== null
    ? printed.slice(0, place.start) + written + printed.slice(place.end)
    : null;
}
