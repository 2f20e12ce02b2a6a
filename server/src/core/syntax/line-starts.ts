import type { Designation } from './designation.ts';
import { LineMark } from './line-marks.ts';
import type { ParseInput } from './parse.ts';
import { Role } from './roles.ts';

/** Finds the next lines that open in the same way as another, so that a number is understood from those behind it. */
export class LineStarts {
  readonly #lines: ParseInput['lines'];
  readonly #marks: ParseInput['marks'];
  readonly #roles: ParseInput['roles'];
  #index: ReadonlyMap<string, readonly number[]> | null = null;
  #walked = 0;
  #reached = -1;

  constructor({ lines, marks, roles }: Pick<ParseInput, 'lines' | 'marks' | 'roles'>) {
    this.#lines = lines;
    this.#marks = marks;
    this.#roles = roles;
  }

  /** The first of the `most` next lines like it whose designation `accept` takes. */
  find(
    index: number,
    designation: Designation,
    most: number,
    accept: (other: Designation) => boolean,
  ): Designation | null {
    const key = lookaheadKey(designation);
    let seen = 0;
    for (let line = this.#next(index, key); line < this.#lines.length; line = this.#next(line, key)) {
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

  #next(index: number, key: string): number {
    // After an edit a few lines are asked about; once that has cost a part of what a whole index does, there shall be one.
    if (this.#index === null && this.#walked < this.#lines.length / 8) return this.#walk(index, key);
    this.#index ??= this.#indexAll();
    const lines = this.#index.get(key) ?? [];
    return lines[firstAfter(lines, index)] ?? this.#lines.length;
  }

  #walk(index: number, key: string): number {
    let line = index + 1;
    for (; line < this.#lines.length; line += 1) {
      const designation = this.#designationAt(line);
      if (designation && lookaheadKey(designation) === key) break;
    }
    this.#walked += line - index;
    return line;
  }

  /** That of a line of text. */
  #designationAt(line: number): Designation | null {
    if (!((this.#marks[line] ?? 0) & LineMark.designation) || this.#roles[line] !== Role.text) return null;
    return this.#lines[line]?.designation ?? null;
  }

  #indexAll(): ReadonlyMap<string, readonly number[]> {
    const found = new Map<string, number[]>();
    for (let index = 0; index < this.#lines.length; index += 1) {
      const designation = this.#designationAt(index);
      if (!designation) continue;
      const key = lookaheadKey(designation);
      const list = found.get(key);
      if (list) list.push(index);
      else found.set(key, [index]);
    }
    return found;
  }
}

/** The first position in an ascending list whose value is greater than `index`. */
function firstAfter(lines: readonly number[], index: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lookaheadKey({ keyword, shape, number }: Designation): string {
  if (keyword) return keyword;
  const keys = isInCapitals(number) ? capitalKeys : smallKeys;
  const known = keys.get(shape);
  if (known) return known;
  const key = `${shape} ${keys === capitalKeys ? 'upper' : 'lower'}`;
  keys.set(shape, key);
  return key;
}

/** One string for each shape: thousands of lines are asked. */
const capitalKeys = new Map<string, string>();
const smallKeys = new Map<string, string>();

/** Or in figures. */
function isInCapitals(number: string): boolean {
  for (let at = 0; at < number.length; at += 1) {
    const code = number.charCodeAt(at);
    if (code >= 97 && code <= 122) return false;
    if (code > 127) return number === number.toUpperCase();
  }
  return true;
}
