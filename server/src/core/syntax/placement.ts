import type { Numeral } from '../model/numerals.ts';
import { isAttachmentKind } from '../model/provision.ts';
import {
  type Designation,
  type DesignationKeyword,
  isAttachmentKeyword,
  letterSuffix,
} from './designation.ts';
import { type Draft, isNext, isNextBranch, isPrefix } from './draft.ts';

/** How a designation relates to the provisions open before it. */
export type Relation =
  | 'next'
  | 'first'
  | 'restart'
  | 'second-of-implied'
  | 'new-series'
  | 'late-first'
  | 'gap'
  | 'duplicate'
  | 'backwards'
  | 'unexpected';

export interface Placement {
  readonly relation: Relation;
  readonly parent: Draft;
  /** The open provision it counts on from, or stands beside; null where it begins a list. */
  readonly sibling: Draft | null;
  readonly numeral: Numeral;
  readonly path: readonly number[];
  /** By how much it leaves the sequence, 0 where it does not. */
  readonly jump: number;
}

/** Which of two kinds of headings contains the other; smaller is wider. */
const ranks: Readonly<Record<DesignationKeyword, number>> = {
  title: 1,
  part: 2,
  division: 3,
  chapter: 4,
  article: 5,
  rule: 6,
  section: 6,
  clause: 7,
  subsection: 8,
  paragraph: 9,
  item: 10,
  exhibit: 0,
  schedule: 0,
  annex: 0,
  appendix: 0,
  attachment: 0,
  addendum: 0,
};

/** What siblings have in common, whatever their numbers. */
export function familyOf(designation: Designation): string {
  // "5 BENEFITS" goes on from "4. HOURS": the dot is no difference between siblings.
  return designation.keyword ?? (designation.shape === '#' ? '#.' : designation.shape);
}

interface Reading {
  readonly numeral: Numeral;
  readonly path: readonly number[];
}

/** What is known of a designation's line besides the designation. */
export interface PlacementContext {
  /** The next enumerator of the same brackets, to tell the letter i from the numeral i. */
  readonly lookahead: string | null;
  /** Lets enumerators inside the running sentence be siblings. */
  readonly includeWeak: boolean;
  /** Columns of white space before it, or null inside a line. */
  readonly indent: number | null;
  readonly headingLevel: number;
  /** The line reads like a heading: its words are in capitals or marked as one. */
  readonly heading: boolean;
  /** The last provision of each family and numeral in this instrument, open or not: numbers may run on through chapters. */
  readonly lastOfFamily: ReadonlyMap<string, Draft>;
}

/** No document is numbered in so many levels. In one that is, each line would cost as many as are open. */
const mostLevels = 500;

/**
 * Finds the place of a designation among the open provisions (`stack`, outermost first; never empty), of which the root and
 * the innermost are looked at. Costs the depth of the stack.
 */
export function place(
  stack: readonly Draft[],
  designation: Designation,
  context: PlacementContext,
): Placement {
  const family = familyOf(designation);
  const readings = readingsOf(designation, context.lookahead);
  const near = stack.length > mostLevels ? [...stack.slice(0, 1), ...stack.slice(-mostLevels)] : stack;
  const open = context.includeWeak ? near : near.filter((draft) => !draft.weak);
  return (
    placeNext(open, designation, family, readings, context.indent, context.headingLevel) ??
    placeUnderPrefix(open, designation, family, readings) ??
    placeContinued(open, designation, family, readings, context) ??
    (designation.keyword
      ? placeKeyworded(open, designation, readings)
      : placeBare(open, designation, family, readings, context))
  );
}

/** Preamble, recitals and signatures hold no numbered provisions of their own. */
export function outOfPlainParts(placement: Placement): Placement {
  let parent = placement.parent;
  while (parent.family === '' && parent.parent && !isAttachmentKind(parent.kind)) parent = parent.parent;
  return parent === placement.parent ? placement : { ...placement, parent };
}

export function familyKey(family: string, numeral: Numeral): string {
  return `${family} ${numeral}`;
}

function readingsOf(designation: Designation, lookahead: string | null): readonly Reading[] {
  const primary: Reading = { numeral: designation.numeral, path: designation.path };
  const other = designation.otherReading;
  if (!other) return [primary];
  const secondary: Reading = { numeral: other.numeral, path: [other.value] };
  const small = designation.number.toLowerCase();
  const next = lookahead?.toLowerCase() ?? '';
  // "(i)" before "(ii)" is a numeral, before "(j)" a letter; "(v)" before "(vi)", "(x)" before "(y)" likewise.
  const letterNext = String.fromCharCode(small.charCodeAt(0) + 1).repeat(small.length);
  if (next === letterNext) return [designation.numeral.startsWith('roman') ? secondary : primary];
  if (next !== '' && next === `${small}i`)
    return [designation.numeral.startsWith('roman') ? primary : secondary];
  if (small === 'i' && designation.keyword === null) return [secondary, primary];
  return [primary, secondary];
}

function placeNext(
  open: readonly Draft[],
  designation: Designation,
  family: string,
  readings: readonly Reading[],
  indent: number | null,
  headingLevel: number,
): Placement | null {
  let best: Placement | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let depth = open.length - 1; depth > 0; depth -= 1) {
    const sibling = open[depth];
    if (!sibling?.parent || sibling.family !== family || !sameRank(sibling, designation, headingLevel))
      continue;
    for (const reading of readings) {
      if (reading.numeral !== sibling.numeral) continue;
      const due =
        isNext(sibling.path, reading.path) ||
        (mayBranch(designation, sibling) && isNextBranch(sibling.path, reading.path));
      if (!due) continue;
      // Lists of one kind inside each other are told apart by their indentation; else the innermost goes on.
      const distance = indent === null || sibling.inline ? 0 : Math.abs(indent - sibling.indent);
      if (distance + 1 < bestDistance) {
        best = { relation: 'next', parent: sibling.parent, sibling, ...reading, jump: 0 };
        bestDistance = distance;
      }
    }
  }
  return best;
}

/** Articles branch by numbers (20.2), anything by letters (2A); 4.2 after Section 4 is a part of it. */
function mayBranch(designation: Designation, sibling: Draft): boolean {
  if (designation.keyword === 'article') return true;
  return [designation.path, sibling.path].some((path) => (path[path.length - 1] ?? 0) > letterSuffix);
}

/** Without a keyword, "## 4." and the "4." of a list below it are no siblings. */
function sameRank(sibling: Draft, designation: Designation, headingLevel: number): boolean {
  return designation.keyword !== null || sibling.inline || sibling.headingLevel > 0 === headingLevel > 0;
}

/** Articles that are numbered on through the chapters: 5 opens Chapter II where 4 closed Chapter I. */
function placeContinued(
  open: readonly Draft[],
  designation: Designation,
  family: string,
  readings: readonly Reading[],
  context: PlacementContext,
): Placement | null {
  if (family.startsWith('(') || family === '#)' || isAttachmentKeyword(designation.keyword)) return null;
  for (const reading of readings) {
    const last = context.lastOfFamily.get(familyKey(family, reading.numeral));
    const due = last && (isNext(last.path, reading.path) || isNextBranch(last.path, reading.path));
    if (!last?.parent || !due || open.includes(last)) continue;
    const division = last.parent;
    const top = open[open.length - 1];
    // A division of another kind may have been opened since: "a) Delegate Assembly" between Articles 7 and 8.
    if (top && top.start > last.start && top.headingLevel > 0 && top.headingLevel < context.headingLevel) {
      return { relation: 'next', parent: top, sibling: last, ...reading, jump: 0 };
    }
    for (let depth = open.length - 1; depth > 0; depth -= 1) {
      const parent = open[depth];
      if (!parent || parent.family === '' || parent.family !== division.family) continue;
      if (parent.numeral !== division.numeral) continue;
      return { relation: 'next', parent, sibling: last, ...reading, jump: 0 };
    }
  }
  return null;
}

/** `3.1` under Article 3, Section 3 or a bare 3, whichever is open. */
function placeUnderPrefix(
  open: readonly Draft[],
  designation: Designation,
  family: string,
  readings: readonly Reading[],
): Placement | null {
  const reading = readings[0];
  if (!reading || reading.path.length < 2 || isAttachmentKeyword(designation.keyword)) return null;
  const last = reading.path[reading.path.length - 1] ?? 0;
  // Beside 2.2 stands 2.4, not below a "2." or a "B." that is inside 2.2.
  const beside = open.findLastIndex(
    ({ family: other, path }) =>
      other === family && path.length === reading.path.length && isPrefix(path.slice(0, -1), reading.path),
  );
  for (let depth = beside > 0 ? beside : open.length - 1; depth > 0; depth -= 1) {
    const parent = open[depth];
    if (!parent || parent.weak || !isPrefix(parent.path, reading.path)) continue;
    if (parent.path.length !== reading.path.length - 1 || parent.family.startsWith('(')) continue;
    if (parent.keyword === null && parent.numeral.startsWith('alpha')) continue;
    if (last > letterSuffix) break;
    if (designation.keyword === 'article' && parent.keyword === 'article' && last > 1) break;
    const sibling = open[depth + 1];
    if (sibling && sibling.family === family && sibling.path.length === reading.path.length) {
      return outOfSequence(sibling, reading);
    }
    return {
      relation: last <= 1 ? 'first' : 'late-first',
      parent,
      sibling: null,
      ...reading,
      jump: last - 1,
    };
  }
  return null;
}

function placeKeyworded(
  open: readonly Draft[],
  designation: Designation,
  readings: readonly Reading[],
): Placement {
  const reading = readings[0] ?? { numeral: designation.numeral, path: designation.path };
  for (let depth = open.length - 1; depth > 0; depth -= 1) {
    const sibling = open[depth];
    if (sibling && sibling.keyword === designation.keyword && sibling.path.length <= reading.path.length) {
      const same = readings.find((candidate) => candidate.numeral === sibling.numeral) ?? reading;
      return outOfSequence(sibling, same);
    }
  }
  const rank = designation.keyword ? ranks[designation.keyword] : 99;
  let depth = open.length - 1;
  while (depth > 0) {
    const draft = open[depth];
    if (!draft) break;
    const holds = isAttachmentKind(draft.kind)
      ? true
      : draft.keyword
        ? ranks[draft.keyword] < rank
        : draft.firstText < 0 && draft.children.length === 0 && isDivision(draft);
    if (holds) break;
    depth -= 1;
  }
  const parent = open[depth] ?? (open[0] as Draft);
  const value = reading.path[reading.path.length - 1] ?? 0;
  return { relation: 'new-series', parent, sibling: null, ...reading, jump: Math.max(0, value - 1) };
}

/** A heading without a keyword that divides the document: "I. Name and headquarters", "a) Delegate Assembly". */
function isDivision(draft: Draft): boolean {
  return (
    draft.numeral === 'roman-upper' ||
    draft.numeral === 'alpha-upper' ||
    draft.evidence.includes('heading mark')
  );
}

function placeBare(
  open: readonly Draft[],
  designation: Designation,
  family: string,
  readings: readonly Reading[],
  context: PlacementContext,
): Placement {
  const top = holderOf(open, family, context);
  const first = readings.find((reading) => reading.path.length === 1 && reading.path[0] === 1);
  let fallback: Placement | null = null;
  for (let depth = open.length - 1; depth > 0; depth -= 1) {
    const sibling = open[depth];
    if (
      !sibling?.parent ||
      sibling.family !== family ||
      !sameRank(sibling, designation, context.headingLevel)
    )
      continue;
    if (first && first.numeral === sibling.numeral) {
      const deeper = context.indent !== null && !sibling.inline && context.indent > sibling.indent + 1;
      const inSentence = context.indent === null && !sibling.weak;
      if (deeper || inSentence) return { relation: 'first', parent: top, sibling: null, ...first, jump: 0 };
      return { relation: 'restart', parent: sibling.parent, sibling, ...first, jump: 0 };
    }
    const same = readings.find(
      (reading) => reading.numeral === sibling.numeral && reading.path.length === sibling.path.length,
    );
    if (!same) continue;
    if (same.path.length > 1 && same.path[0] !== sibling.path[0]) {
      const above = sibling.parent.parent ?? sibling.parent;
      const begins = same.path[same.path.length - 1] === 1;
      fallback ??= { relation: begins ? 'restart' : 'unexpected', parent: above, sibling, ...same, jump: 1 };
      continue;
    }
    fallback ??= outOfSequence(sibling, same);
  }
  if (first) return { relation: 'first', parent: top, sibling: null, ...first, jump: 0 };
  if (fallback) return fallback;
  const reading = readings[0] ?? { numeral: designation.numeral, path: designation.path };
  const value = reading.path[0] ?? 0;
  if (value === 2 && reading.path.length === 1 && reading.numeral === 'arabic' && takesImpliedFirst(top)) {
    return { relation: 'second-of-implied', parent: articleOf(top), sibling: null, ...reading, jump: 0 };
  }
  if (reading.numeral === 'alpha-lower' && reading.path[0] === 24) {
    return { relation: 'first', parent: top, sibling: null, ...reading, jump: 0 };
  }
  if (reading.path.length > 1 && reading.path[reading.path.length - 1] === 1) {
    return { relation: 'new-series', parent: top, sibling: null, ...reading, jump: 0 };
  }
  return { relation: 'unexpected', parent: top, sibling: null, ...reading, jump: value };
}

/**
 * What a list that begins here would belong to: the innermost open provision; for a heading, the innermost one that
 * is wider. Items in brackets do not hold headings, and what is marked as a heading goes by its depth.
 */
function holderOf(open: readonly Draft[], family: string, context: PlacementContext): Draft {
  let depth = open.length - 1;
  while (depth > 0) {
    const draft = open[depth] as Draft;
    if (isAttachmentKind(draft.kind)) break;
    const bracketed = draft.family.startsWith('(') || draft.family === '#)';
    if (context.headingLevel > 0) {
      if (draft.headingLevel > 0 && draft.headingLevel <= context.headingLevel) break;
      if (draft.headingLevel === 0 && draft.keyword !== null) break;
    } else if (!context.heading || !bracketed || family.startsWith('(')) break;
    depth -= 1;
  }
  return open[depth] as Draft;
}

/** An article whose text began without a number may go on with "2." */
function takesImpliedFirst(top: Draft): boolean {
  return articleOf(top).firstText >= 0;
}

function articleOf(top: Draft): Draft {
  let draft: Draft | null = top;
  while (draft && draft.keyword !== 'article') draft = draft.parent;
  return draft ?? top;
}

function outOfSequence(sibling: Draft, reading: Reading): Placement {
  const parent = sibling.parent ?? sibling;
  const last = sibling.path[reading.path.length - 1] ?? 0;
  const value = reading.path[reading.path.length - 1] ?? 0;
  const headDiffers = reading.path.length > 1 && sibling.path[0] !== reading.path[0];
  if (sibling.numeral !== reading.numeral)
    return { relation: 'new-series', parent, sibling: null, ...reading, jump: 0 };
  if (headDiffers) {
    const forward = (reading.path[0] ?? 0) > (sibling.path[0] ?? 0);
    return { relation: forward ? 'gap' : 'backwards', parent, sibling, ...reading, jump: 1 };
  }
  if (value === 1 && last !== 1) return { relation: 'restart', parent, sibling, ...reading, jump: last };
  if (value === last) return { relation: 'duplicate', parent, sibling, ...reading, jump: 0 };
  return {
    relation: value > last ? 'gap' : 'backwards',
    parent,
    sibling,
    ...reading,
    jump: Math.abs(value - last),
  };
}
