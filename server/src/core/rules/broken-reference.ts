import type { Analysis } from '../analysis.ts';
import { nameAtSentenceStart, nameProvision } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
import type { ReferenceMember } from '../model/reference.ts';
import { candidatesFor } from '../resolve/candidates.ts';
import { referencesOf } from '../resolve/references.ts';
import { citesAttachment, isSure, nameCited, placeOfMember, replacement } from './citing.ts';
import type { Fix, Rule } from './rule.ts';

/** A citation of a provision that the document does not have. */
export const brokenReference: Rule = {
  id: 'broken-reference',
  title: 'A citation of a provision that is not there',
  severity: 'error',
  scope: 'document',
  *check(analysis) {
    for (const reference of referencesOf(analysis)) {
      if (reference.status !== 'unresolved' || !isSure(reference) || citesAttachment(reference)) continue;
      for (const member of reference.members) {
        if (!member.failure || member.failure.reason === 'several') continue;
        const candidates = candidatesFor(analysis, reference, member);
        const { reached } = member.failure;
        yield {
          range: placeOfMember(reference, member),
          message: `${complain(member)}${suggest(candidates)}`,
          related: reached
            ? [{ range: reached.heading, message: `${nameAtSentenceStart(reached)} is here.` }]
            : candidates.map((candidate) => ({
                range: candidate.heading,
                message: `${nameAtSentenceStart(candidate)} is here.`,
              })),
          fixes: fixesFor(analysis, member, candidates),
        };
      }
    }
  },
};

/** "There is no Section 12.4." or how deep it got: "Article 12 has items (1) and (2); (3) is missing." */
function complain(member: ReferenceMember): string {
  const { reached, sought } = member.failure ?? { reached: null, sought: '' };
  if (!reached) return `There is no ${nameCited(member)} here.`;
  const label = soughtLabel(member, sought);
  const members = reached.children.filter(({ ordinal, inline }) => ordinal !== null && !inline);
  const list = members.length > 0 ? members : reached.children.filter(({ ordinal }) => ordinal !== null);
  const name = nameAtSentenceStart(reached);
  if (list.length === 0) return `${name} has no ${label}: it is not subdivided.`;
  const [first, last] = [list[0], list.at(-1)];
  if (!first || !last || first === last)
    return `${name} has no ${label}: it has only ${nameProvision(first ?? reached)}.`;
  return `${name} has no ${label}: it has ${nameProvision(first)} to ${numberOf(last)}.`;
}

function soughtLabel(member: ReferenceMember, sought: string): string {
  const step = [...member.steps, ...member.until].find(({ number }) => number === sought);
  return step?.unit ? `${step.unit} ${sought}` : `(${sought})`;
}

function numberOf(provision: Provision): string {
  return nameProvision(provision).replace(/^\w+ /, '');
}

function suggest(candidates: readonly Provision[]): string {
  const names = candidates.map(nameProvision);
  const last = names.pop();
  if (last === undefined) return '';
  return names.length === 0 ? ` Is ${last} meant?` : ` Is ${names.join(', ')} or ${last} meant?`;
}

function fixesFor(analysis: Analysis, member: ReferenceMember, candidates: readonly Provision[]): Fix[] {
  const sought = member.failure?.sought ?? '';
  const step = [...member.steps, ...member.until].find(({ number, shared }) => number === sought && !shared);
  if (!step) return [];
  const printed = analysis.snapshot.slice(step.range);
  return candidates.flatMap(({ ordinal }) => {
    if (ordinal === null || ordinal === sought) return [];
    const corrected = printed.replace(sought, ordinal);
    return corrected === printed ? [] : [replacement(step.range, printed, corrected)];
  });
}
