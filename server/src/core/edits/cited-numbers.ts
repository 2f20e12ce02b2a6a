import type { Provision } from '../model/provision.ts';
import type { Reference, ReferenceMember, ReferenceStep } from '../model/reference.ts';
import { readCitedNumber } from '../resolve/provision-index.ts';
import type { TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';
import type { NewNumbers } from './numbers-in-text.ts';
import { isSamePath, type Path, startsWith } from './written-number.ts';

/** What becomes of one number of a citation. */
export type NewCitedNumber =
  | { readonly kind: 'same' }
  | { readonly kind: 'changed'; readonly text: string; readonly path: Path }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'open'; readonly why: string };

const same: NewCitedNumber = { kind: 'same' };

/** The number of one step of a citation after the command; `before` is the step above it. */
export function newCitedNumber(
  step: ReferenceStep,
  before: ReferenceStep | undefined,
  numbers: NewNumbers,
): NewCitedNumber {
  const { provision } = step;
  // "Article 5, paragraph 1" of an article that is one paragraph: no number of its own.
  if (!provision || provision === before?.provision) return same;
  if (numbers.isDeleted(provision)) return { kind: 'deleted' };
  const cited = citedPath(step, provision);
  if (cited === null)
    return numbers.isTouched(provision)
      ? { kind: 'open', why: say`“${step.number}” is not the number of the provision that it seems to mean.` }
      : same;
  const whole = provision.numbering?.path ?? [];
  const after =
    cited.length < whole.length ? groupPath(provision, cited, numbers) : numbers.pathOf(provision);
  if (after === 'open')
    return { kind: 'open', why: say`The provisions whose numbers begin with ${step.number} part company.` };
  const text = numbers.write(step.number, cited, provision, after);
  if (isSamePath(cited, after) && (text === null || text === step.number)) return same;
  return text === null
    ? { kind: 'open', why: say`${after.join('.')} cannot be written in the way of “${step.number}”.` }
    : { kind: 'changed', text, path: after };
}

/** What the cited number is worth, if it is the provision's own or, for "Section 8" of 8.1 to 8.4, the beginning of it. */
function citedPath({ number }: ReferenceStep, { numbering }: Provision): Path | null {
  const own = numbering?.path ?? [];
  const reading = readCitedNumber(number);
  if (!reading || own.length === 0) return null;
  if (isSamePath(reading.path, own)) return own;
  const other = reading.otherReading;
  if (other && own.length === 1 && other.value === own[0]) return own;
  return reading.path.length < own.length && startsWith(own, reading.path) ? reading.path : null;
}

/** The new beginning of all numbers that begin so, where they still begin alike. */
function groupPath(provision: Provision, prefix: Path, numbers: NewNumbers): Path | 'open' {
  const group = (provision.parent?.children ?? []).filter(
    ({ numbering }) => numbering !== null && startsWith(numbering.path, prefix),
  );
  const [first, ...others] = group.map((member) => numbers.pathOf(member).slice(0, prefix.length));
  if (!first || group.some((member) => numbers.isDeleted(member))) return 'open';
  return others.every((path) => isSamePath(path, first)) ? first : 'open';
}

/** Where a number stands without its brackets. */
export function numberRange({ range, bracketed, number }: ReferenceStep, text: string): TextRange {
  if (!bracketed) return range;
  const at = text.slice(range.start, range.end).indexOf(number);
  return at < 0 ? range : { start: range.start + at, end: range.start + at + number.length };
}

/** All numbers that are printed in a citation, with the step above each; what is taken over from a member before is not. */
export function* printedSteps(
  reference: Reference,
): Generator<{ step: ReferenceStep; before: ReferenceStep | undefined; member: ReferenceMember }> {
  for (const member of reference.members) {
    for (const steps of [member.steps, member.until]) {
      for (const [at, step] of steps.entries()) yield { step, before: steps[at - 1], member };
    }
  }
  if (reference.outer) yield* printedSteps(reference.outer);
}
