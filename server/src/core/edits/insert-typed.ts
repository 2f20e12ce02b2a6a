import { type Analysis, analyze } from '../analysis.ts';
import { nameProvision } from '../model/naming.ts';
import { type Provision, walkProvisions } from '../model/provision.ts';
import { referencesOf } from '../resolve/references.ts';
import { say } from '../text/say.ts';
import { blockOf } from './blocks.ts';
import { type Decision, type Planned, planEdits, type Refusal } from './edit-plan.ts';
import { insertedText } from './insert-provision.ts';
import { slotAt } from './move-provision.ts';
import { pathOf } from './new-numbers.ts';
import { type ChangeOptions, planChange } from './plan-change.ts';
import { isSamePath } from './written-number.ts';

/** A heading that somebody has put above another one of the same number. */
export interface TypedHeading {
  readonly typed: Provision;
  readonly displaced: Provision;
}

/** The typed heading at a place: the upper one of two neighbours with one number, whichever the place is in. */
export function typedHeadingAt({ outline }: Analysis, offset: number): TypedHeading | null {
  let above: Provision | null = null;
  for (const provision of walkProvisions(outline)) {
    const { designation, numbering, inline } = provision;
    if (!designation || !numbering || inline || provision.implied) continue;
    if (above && isTwin(above, provision)) {
      const isAt = ({ heading }: Provision): boolean => heading.start <= offset && offset <= heading.end;
      if (isAt(above) || isAt(provision)) return { typed: above, displaced: provision };
    }
    if (!above || isKindred(above, provision)) above = provision;
    else if (designation.start > offset) break;
    else if (!isWithin(provision, above)) above = provision;
  }
  return null;
}

function isTwin(above: Provision, provision: Provision): boolean {
  return (
    isKindred(above, provision) && isSamePath(pathOf(above), pathOf(provision)) && !isWithin(provision, above)
  );
}

function isKindred(a: Provision, b: Provision): boolean {
  return a.kind === b.kind && a.numbering?.family === b.numbering?.family;
}

function isWithin(provision: Provision, outer: Provision): boolean {
  for (let at: Provision | null = provision; at; at = at.parent) if (at === outer) return true;
  return false;
}

/**
 * The typed heading keeps its number, and what stood there moves on. Citations are read as they were before it was typed:
 * they mean the old provisions.
 */
export function insertTyped(
  analysis: Analysis,
  { typed, displaced }: TypedHeading,
  options: ChangeOptions,
): Planned {
  const { text } = analysis.snapshot;
  const block = blockOf(analysis, typed);
  if ('refusal' in block) return block;
  const start = Math.min(block.start, block.gap.start);
  const length = Math.max(block.end, block.gap.end) - start;
  const before = analyze(text.slice(0, start) + text.slice(start + length), analysis.uri);
  const place = (displaced.designation?.start ?? 0) - length;
  const old = [...walkProvisions(before.outline)].find(({ designation }) => designation?.start === place);
  if (!old) return notTold(displaced);
  const slot = slotAt(before, { side: 'before', provision: old });
  if ('refusal' in slot) return slot;
  const insertion = { at: start, text: text.slice(start, start + length) };
  const planned = planChange(
    before,
    insertedText(slot, insertion, { side: 'before', provision: old }, slot.path),
    options,
  );
  if ('refusal' in planned) return planned;
  const shifted = <Place extends { start: number; end: number }>(at: Place): Place =>
    at.start >= start ? { ...at, start: at.start + length, end: at.end + length } : at;
  const edits = planned.edits.filter(({ reason }) => reason !== 'moved').map(shifted);
  return planEdits(text, edits, [...planned.decisions.map(shifted), ...citationsIn(analysis, typed)]);
}

function notTold(displaced: Provision): Refusal {
  return { refusal: say`${nameProvision(displaced)} is not read in the same way without the new heading.` };
}

/** Whoever typed them may have meant the old numbers or the new ones. */
function citationsIn(analysis: Analysis, typed: Provision): Decision[] {
  return referencesOf(analysis)
    .filter(
      ({ source, form, status }) =>
        source && isWithin(source, typed) && form === 'explicit' && status !== 'external',
    )
    .map(({ range }) => ({
      ...range,
      why: say`This stands in the new provision: see that it says the new number.`,
    }));
}
