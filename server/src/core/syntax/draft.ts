import type { Numeral } from '../model/numerals.ts';
import type { ProvisionKind } from '../model/provision.ts';
import { type Designation, type DesignationKeyword, letterSuffix } from './designation.ts';
import type { Opening } from './readings.ts';

/** Siblings that count on from each other. */
export interface Run {
  members: number;
  /** One member alone is no list: it is dropped unless a second one follows. */
  readonly needsCompany: boolean;
}

/** A provision while the tree is being built. Offsets are absolute; ends grow as text is added. */
export interface Draft {
  kind: ProvisionKind;
  /** What makes two designations siblings: keyword or brackets, and how many parts the number has. */
  readonly family: string;
  readonly keyword: DesignationKeyword | null;
  numeral: Numeral;
  path: readonly number[];
  number: string | null;
  ordinal: string | null;
  caption: string | null;
  captionStart: number;
  captionEnd: number;
  line: number;
  start: number;
  /** Behind the designation, or `start` where none is printed. */
  designationEnd: number;
  end: number;
  /** Columns of white space before it; 0 where it stands inside a line. */
  readonly indent: number;
  /** See LineFlow.headingLevel. */
  readonly headingLevel: number;
  readonly inline: boolean;
  /** A list mark stands before it. */
  readonly bullet: boolean;
  /** An enumerator inside a sentence. */
  readonly weak: boolean;
  /** The list it is a member of: shared by the siblings that count on from each other. */
  run: Run;
  /** The sibling whose list it goes on, until it is opened; null where it begins one. */
  joined: Draft | null;
  /** The paragraph it stands in; what is weak is over when its paragraph is. */
  block: number;
  implied: boolean;
  confidence: number;
  /** Why it was taken for a provision, in words for the reader who asks. */
  readonly evidence: readonly string[];
  parent: Draft | null;
  children: Draft[];
  /** Offset of the first text of its own behind heading and caption, or -1. */
  firstText: number;
  firstTextLine: number;
  /** How it is kept for the next reading; null until it is opened. */
  opening: Opening | null;
}

/** Written out, so that all drafts are alike to the engine: thousands are made. */
export function newDraft(fields: Pick<Draft, 'kind' | 'line' | 'start'> & Partial<Draft>): Draft {
  return {
    kind: fields.kind,
    family: fields.family ?? '',
    keyword: fields.keyword ?? null,
    numeral: fields.numeral ?? 'arabic',
    path: fields.path ?? [],
    number: fields.number ?? null,
    ordinal: fields.ordinal ?? fields.number ?? null,
    caption: fields.caption ?? null,
    captionStart: fields.captionStart ?? -1,
    captionEnd: fields.captionEnd ?? -1,
    line: fields.line,
    start: fields.start,
    designationEnd: fields.designationEnd ?? fields.start,
    end: fields.end ?? fields.start,
    indent: fields.indent ?? 0,
    headingLevel: fields.headingLevel ?? 0,
    inline: fields.inline ?? false,
    bullet: fields.bullet ?? false,
    weak: fields.weak ?? false,
    run: fields.run ?? { members: 1, needsCompany: false },
    joined: fields.joined ?? null,
    block: fields.block ?? -1,
    implied: fields.implied ?? false,
    confidence: fields.confidence ?? 1,
    evidence: fields.evidence ?? [],
    parent: fields.parent ?? null,
    children: fields.children ?? [],
    firstText: fields.firstText ?? -1,
    firstTextLine: fields.firstTextLine ?? -1,
    opening: null,
  };
}

/** Counts a new member into the list of the sibling it follows, or begins a list with it. */
export function joinRun(sibling: Draft | null, needsCompany: boolean): Run {
  const run = sibling ? sibling.run : { members: 0, needsCompany };
  run.members += 1;
  return run;
}

/** Forms that are often something else: initials, list bullets, row numbers. One alone is not taken for a list. */
export function needsCompany(designation: Designation): boolean {
  if (designation.keyword) return false;
  return (
    designation.shape === '#)' ||
    designation.shape === '#' ||
    (designation.shape === '#.' && designation.numeral !== 'arabic')
  );
}

/** `2` after `1`, `3.11` after `3.10`: whether `next` is the number due after `last`. */
export function isNext(last: readonly number[], next: readonly number[]): boolean {
  const end = next.length - 1;
  if (last.length !== next.length || end < 0) return false;
  for (let index = 0; index < end; index += 1) if (next[index] !== last[index]) return false;
  return next[end] === (last[end] ?? 0) + 1;
}

/**
 * Branch numbers, as statutes and Japanese articles insert them: 20.2 is a peer put in behind 20 (the first is .2),
 * 20.3 follows it, and 21 goes on. `20.1` is no branch but the first part of 20.
 */
export function isNextBranch(last: readonly number[], next: readonly number[]): boolean {
  if (next.length === last.length + 1) {
    const branch = next[last.length];
    return isPrefix(last, next) && (branch === 2 || branch === letterSuffix + 1);
  }
  if (next.length === last.length - 1) return isNext(last.slice(0, next.length), next);
  return false;
}

export function isPrefix(prefix: readonly number[], path: readonly number[]): boolean {
  return prefix.length < path.length && prefix.every((value, index) => path[index] === value);
}
