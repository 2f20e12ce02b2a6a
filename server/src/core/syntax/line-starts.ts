import { firstAtLeast } from '../text/ascending.ts';
import type { Designation } from './designation.ts';
import { openingOf } from './line-marks.ts';
import type { ParseInput } from './parse.ts';
import { Role } from './roles.ts';

/** Finds the next lines that open in the same way as another, so that a number is understood from those behind it. */
export class LineStarts {
  readonly #lines: ParseInput['lines'];
  readonly #openings: ParseInput['openings'];
  readonly #roles: ParseInput['roles'];
  #index: ReadonlyMap<number, readonly number[]> | null = null;
  #walked = 0;
  #reached = -1;

  constructor({ lines, openings, roles }: Pick<ParseInput, 'lines' | 'openings' | 'roles'>) {
    this.#lines = lines;
    this.#openings = openings;
    this.#roles = roles;
  }

  /** The first of the `most` next lines like it whose designation `accept` takes. */
  find(
    index: number,
    designation: Designation,
    most: number,
    accept: (other: Designation) => boolean,
  ): Designation | null {
    const opening = openingOf(designation);
    let seen = 0;
    for (let line = this.#next(index, opening); line < this.#lines.length; line = this.#next(line, opening)) {
      const other = this.#lines[line]?.designation;
      seen += 1;
      if (other && accept(other)) {
        this.#reached = Math.max(this.#reached, line);
        return other;
      }
      if (seen < most) continue;
      this.#reached = Math.max(this.#reached, line);
      return null;
    }
    this.#reached = Number.POSITIVE_INFINITY;
    return null;
  }

  /** The last line that had a say in what was found since it was last asked; without end where there were too few. */
  takeReach(): number {
    const reached = this.#reached;
    this.#reached = -1;
    return reached;
  }

  #next(index: number, opening: number): number {
    // After an edit a few lines are asked about; once that has cost as much as a whole index, there shall be one.
    if (this.#index === null && this.#walked < this.#openings.length * 4) return this.#walk(index, opening);
    this.#index ??= this.#indexAll();
    const lines = this.#index.get(opening) ?? [];
    return lines[firstAfter(lines, index)] ?? this.#openings.length;
  }

  #walk(index: number, opening: number): number {
    let line = index + 1;
    while (
      line < this.#openings.length &&
      (this.#openings[line] !== opening || this.#roles[line] !== Role.text)
    )
      line += 1;
    this.#walked += line - index;
    return line;
  }

  #indexAll(): ReadonlyMap<number, readonly number[]> {
    const found = new Map<number, number[]>();
    for (let index = 0; index < this.#openings.length; index += 1) {
      const opening = this.#openings[index] ?? 0;
      if (opening === 0 || this.#roles[index] !== Role.text) continue;
      const list = found.get(opening);
      if (list) list.push(index);
      else found.set(opening, [index]);
    }
    return found;
  }
}

/** The first position in an ascending list whose value is greater than `index`. */
function firstAfter(lines: readonly number[], index: number): number {
  return firstAtLeast(lines, index + 1);
}
