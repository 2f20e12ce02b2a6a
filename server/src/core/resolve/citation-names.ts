import { nameAtSentenceStart, nameProvision } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
import type { ReferenceMember } from '../model/reference.ts';

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
