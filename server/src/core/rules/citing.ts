import type { Analysis } from '../analysis.ts';
import type { CitationUnit } from '../inline/citation.ts';
import { isAttachmentUnit } from '../inline/unit-words.ts';
import { nameAtSentenceStart, nameProvision } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
import type { Reference, ReferenceMember } from '../model/reference.ts';
import { rootOf } from '../resolve/instruments.ts';
import type { TextRange } from '../text/range.ts';
import type { Fix } from './rule.ts';

/** What is less sure is shown, not judged. */
const surely = 0.6;

export function isSure({ confidence }: Reference): boolean {
  return confidence >= surely;
}

export function citesAttachment({ members }: Reference): boolean {
  return members.some(({ steps }) => isAttachmentUnit((steps[0]?.unit ?? null) as CitationUnit | null));
}

/** Whether it stands in an attachment, a document with attachments of its own as often as not. */
export function standsInAttachment({ source }: Reference): boolean {
  return source !== null && rootOf(source).parent !== null;
}

/** Where a finding on a member is shown: on the whole citation where it has but one. */
export function placeOfMember(reference: Reference, member: ReferenceMember): TextRange {
  return reference.members.length === 1 ? reference.range : member.range;
}

/** A member as a lawyer would write it alone: `Section 4.1(b)`. */
export function nameCited({ steps, text }: ReferenceMember): string {
  const unit = steps[0]?.unit;
  if (!unit || !steps[0]) return text;
  const numbers = steps
    .map(({ unit: inner, number, bracketed }, index) => {
      const printed = bracketed ? `(${number})` : number;
      return index > 0 && inner ? `, ${inner} ${printed}` : printed;
    })
    .join('');
  const word = isSmall(unit) ? unit : capitalise(unit);
  return `${word} ${numbers}`;
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function isSmall(unit: string): boolean {
  return /^(?:paragraph|subparagraph|clause|item|subitem|recital)$/.test(unit);
}

/** A provision with the numbers above it that a reader needs to find it: `Section 9(a)`, and not only `item (a)`. */
export function nameInPlace(provision: Provision): string {
  let numbers = '';
  for (let at: Provision | null = provision; at?.parent; at = at.parent) {
    if (at.ordinal === null) continue;
    if (!at.numbering?.family.startsWith('(')) return capitalise(nameProvision(at)) + numbers;
    numbers = `(${at.ordinal})${numbers}`;
  }
  return nameAtSentenceStart(provision);
}

/** What a member cites, up to the number that is not there: `Section 2.10` of "Section 2.10(c)". */
export function nameMissing(member: ReferenceMember): string {
  const { steps, until } = member;
  const begins = steps.every(({ provision }) => provision !== null);
  const unit = steps[0]?.unit ?? null;
  const sought =
    begins && until.length > 0 ? until.map((step, index) => (index === 0 ? { ...step, unit } : step)) : steps;
  const missing = sought.findIndex(({ provision }) => provision === null);
  return nameCited({ ...member, steps: sought.slice(0, missing + 1) });
}

/** Replaces what is printed, and says so. */
export function replacement(range: TextRange, printed: string, corrected: string): Fix {
  return { title: `Change “${printed}” to “${corrected}”`, edits: [{ range, newText: corrected }] };
}

/** "line 20" */
export function lineOf(analysis: Analysis, { start }: TextRange): string {
  return `line ${analysis.snapshot.lineAt(start) + 1}`;
}
