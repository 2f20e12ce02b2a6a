import type { Analysis } from '../analysis.ts';
import { nameProvision } from '../model/naming.ts';
import { type Provision, walkProvisions } from '../model/provision.ts';
import { readCitedNumber } from '../resolve/provision-index.ts';
import type { TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';
import type { StructuralChange } from './change.ts';
import { deleteProvision } from './delete-provision.ts';
import type { Planned, Refusal } from './edit-plan.ts';
import { insertProvision } from './insert-provision.ts';
import { insertTyped, typedHeadingAt } from './insert-typed.ts';
import { moveProvision } from './move-provision.ts';
import { seriesOf } from './new-numbers.ts';
import { type ChangeOptions, defaultChangeOptions, planChange } from './plan-change.ts';
import { demoteProvision, promoteProvision } from './relevel-provision.ts';
import { hasBranches, type PinnedScheme, renumber, renumberOne } from './renumber.ts';
import { restateCitation, restatementAt } from './restate-citation.ts';
import { numberWithin } from './written-number.ts';

export const operations = [
  'insert typed',
  'restate citation',
  'move up',
  'move down',
  'promote',
  'demote',
  'insert after',
  'insert branch',
  'delete',
  'renumber children',
  'renumber',
  'absorb branches',
] as const;

/** What can be done about the citation at the cursor, or the provision whose heading it is in. */
export type Operation = (typeof operations)[number];

export interface OfferedOperation {
  readonly operation: Operation;
  readonly title: string;
}

/** What may be done at a place, from the headings alone: nothing is planned yet. Costs a walk over the provisions. */
export function operationsAt(
  analysis: Analysis,
  offset: number,
  scheme?: PinnedScheme,
): readonly OfferedOperation[] {
  const offered: OfferedOperation[] = [];
  const typed = typedHeadingAt(analysis, offset);
  if (typed)
    offered.push({
      operation: 'insert typed',
      title: say`Insert as ${nameProvision(typed.typed)} and renumber what follows`,
    });
  const restated = restatementAt(analysis, offset);
  if (restated) offered.push({ operation: 'restate citation', title: say`Cite as “${restated.words}”` });
  const provision = headedAt(analysis, offset);
  if (!provision) return offered;
  const name = nameProvision(provision);
  for (const [operation, title] of [
    ['move up', say`Move ${name} up`],
    ['move down', say`Move ${name} down`],
    ['promote', say`Promote ${name} to the level above`],
    ['demote', say`Demote ${name} into its neighbour above`],
    ['insert after', say`Insert a provision after ${name}`],
    ['insert branch', say`Insert a provision after ${name} without renumbering`],
    ['delete', say`Delete ${name} and renumber what follows`],
    ['renumber children', say`Renumber what stands in ${name}`],
    ['renumber', say`Renumber the document`],
    ['absorb branches', say`Renumber the document, and make branches such as 4-2 numbers of their own`],
  ] as const) {
    if (!('refusal' in changeFor(analysis, provision, operation, scheme))) offered.push({ operation, title });
  }
  return offered;
}

/** The edits of an operation at a place. */
export function planOperation(
  analysis: Analysis,
  offset: number,
  operation: Operation,
  options: ChangeOptions = defaultChangeOptions,
): Planned {
  if (operation === 'insert typed') {
    const typed = typedHeadingAt(analysis, offset);
    return typed ? insertTyped(analysis, typed, options) : nothingHere();
  }
  if (operation === 'restate citation') {
    const restated = restatementAt(analysis, offset);
    return restated ? restateCitation(analysis, restated) : nothingHere();
  }
  const provision = headedAt(analysis, offset);
  if (!provision) return nothingHere();
  const change = changeFor(analysis, provision, operation, options.scheme);
  return 'refusal' in change ? change : planChange(analysis, change, options);
}

function nothingHere(): Refusal {
  return { refusal: say`No provision with a number of its own is headed here.` };
}

/** What stands where the author is to write a caption. */
const newCaption = '[insert caption]';

function changeFor(
  analysis: Analysis,
  provision: Provision,
  operation: Exclude<Operation, 'insert typed' | 'restate citation'>,
  scheme: PinnedScheme = new Map(),
): StructuralChange | Refusal {
  switch (operation) {
    case 'move up':
    case 'move down':
      return moveByOne(analysis, provision, operation === 'move up' ? -1 : 1);
    case 'promote':
      return promoteProvision(analysis, provision);
    case 'demote':
      return demoteProvision(analysis, provision);
    case 'insert after':
      return insertProvision(analysis, { side: 'after', provision }, newCaption);
    case 'insert branch':
      return insertProvision(analysis, { side: 'after', provision }, newCaption, 'branch');
    case 'delete':
      return deleteProvision(analysis, provision);
    case 'renumber children':
      return renumber(analysis, provision, 'kept', scheme);
    case 'renumber':
      return renumber(analysis, null, 'kept', scheme);
    case 'absorb branches':
      return hasBranches(analysis)
        ? renumber(analysis, null, 'absorbed', scheme)
        : { refusal: say`No number branches off another one.` };
  }
}

function moveByOne(analysis: Analysis, provision: Provision, by: -1 | 1): StructuralChange | Refusal {
  const series = seriesOf(analysis, provision);
  if ('refusal' in series) return series;
  const neighbour = series[series.indexOf(provision) + by];
  if (!neighbour) return { refusal: say`${nameProvision(provision)} has no neighbour there.` };
  return moveProvision(analysis, provision, { side: by < 0 ? 'before' : 'after', provision: neighbour });
}

/** The provision in whose heading a place is. */
function headedAt({ outline }: Analysis, offset: number): Provision | null {
  let found: Provision | null = null;
  for (const provision of walkProvisions(outline)) {
    if (provision.range.start > offset) break;
    const { designation, heading, inline } = provision;
    if (designation && heading.start <= offset && offset <= (inline ? designation.end : heading.end))
      found = provision;
  }
  return found;
}

/** The printed number at a place, if it is that of a heading. */
export function numberAt(
  analysis: Analysis,
  offset: number,
): { provision: Provision; range: TextRange } | null {
  const provision = headedAt(analysis, offset);
  if (!provision?.designation || provision.number === null) return null;
  const place = numberWithin(analysis.snapshot.slice(provision.designation), provision.number);
  if (!place) return null;
  const { start } = provision.designation;
  const range = { start: start + place.start, end: start + place.end };
  return start <= offset && offset <= range.end ? { provision, range } : null;
}

/** The provision gets another number, and citations follow; what stands around it keeps its own. */
export function planNumber(
  analysis: Analysis,
  provision: Provision,
  number: string,
  options: ChangeOptions = defaultChangeOptions,
): Planned {
  const reading = readCitedNumber(number.trim());
  if (!reading) return { refusal: say`“${number}” is no number.` };
  const change = renumberOne(analysis, provision, reading.path);
  return 'refusal' in change ? change : planChange(analysis, change, options);
}
