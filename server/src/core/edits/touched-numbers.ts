import type { Analysis } from '../analysis.ts';
import type { CitationUnit } from '../inline/citation.ts';
import { nameProvision } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
import type { Reference, ReferenceStep } from '../model/reference.ts';
import { instrumentsOf, rootOf } from '../resolve/instruments.ts';
import { readCitedNumber, wordFit } from '../resolve/provision-index.ts';
import { say } from '../text/say.ts';
import { printedSteps } from './cited-numbers.ts';
import type { NewNumbers } from './numbers-in-text.ts';

/** What is less sure is the author's to decide. */
const surely = 0.6;

/**
 * Why a citation is left to the author: it has to do with a number that changes, and what it means is not sure. Null where
 * it has nothing to do with one, where it is sure, and where it surely means another document.
 */
export function openQuestion(analysis: Analysis, reference: Reference, numbers: NewNumbers): string | null {
  const { status, confidence, source } = reference;
  // An amendment prints provisions of the document that it amends, which cite each other.
  const amends = source !== null && instrumentsOf(analysis).get(rootOf(source))?.amends === true;
  if (status === 'resolved' && confidence >= surely && !amends) return null;
  if (status === 'external' && confidence >= surely) return null;
  const provision = provisionTouched(reference, numbers);
  if (!provision) return null;
  const name = nameProvision(provision);
  if (status === 'external') return say`This may cite ${name} or another document.`;
  if (status === 'ambiguous') return say`This may cite ${name} or another provision.`;
  if (status === 'unresolved') return say`This leads nowhere now; the number has to do with ${name}.`;
  return say`It is not sure that this cites ${name}.`;
}

/** A provision whose number changes and that the citation leads to or could mean. */
function provisionTouched(reference: Reference, numbers: NewNumbers): Provision | null {
  for (const { step, before, member } of printedSteps(reference)) {
    const { provision } = step;
    if (
      provision &&
      provision !== before?.provision &&
      (numbers.isTouched(provision) || numbers.isDeleted(provision))
    )
      return provision;
    for (const { provision: target } of member.targets)
      if (target !== provision && numbers.isTouched(target)) return target;
    const meant = provision ? null : carrying(step, reference, numbers);
    if (meant) return meant;
  }
  return null;
}

/** One that carries the number, now or later, where the citation stands or around it. */
export function carrying(
  { number, unit, bracketed }: Pick<ReferenceStep, 'number' | 'unit' | 'bracketed'>,
  { source }: Pick<Reference, 'source'>,
  numbers: NewNumbers,
): Provision | null {
  const reading = readCitedNumber(number);
  if (!reading) return null;
  const others = reading.otherReading ? [[reading.otherReading.value]] : [];
  // "III.B" and "E-1" have to do with III and E.
  const outer = reading.path.length > 1 ? [reading.path.slice(0, -1)] : [];
  for (const path of [reading.path, ...others, ...outer]) {
    for (const provision of numbers.carrying(path)) {
      const isItem = provision.numbering?.family.startsWith('(') ?? false;
      if (bracketed !== isItem || !isAround(rootOf(provision.parent ?? provision), source)) continue;
      if (unit !== null && wordFit(unit as CitationUnit, provision) === 'other') continue;
      return provision;
    }
  }
  return null;
}

function isAround(root: Provision, source: Provision | null): boolean {
  if (!source) return true;
  for (let at: Provision | null = source; at; at = at.parent) if (at === root) return true;
  return false;
}
