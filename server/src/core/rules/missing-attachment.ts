import type { Analysis } from '../analysis.ts';
import type { CitationUnit } from '../inline/citation.ts';
import { isAttachmentUnit } from '../inline/unit-words.ts';
import { nameAtSentenceStart, nameProvision } from '../model/naming.ts';
import { isAttachmentKind, walkProvisions } from '../model/provision.ts';
import type { Reference } from '../model/reference.ts';
import { candidatesFor } from '../resolve/candidates.ts';
import { nameCited } from '../resolve/citation-names.ts';
import { instrumentsOf, rootOf } from '../resolve/instruments.ts';
import { referencesOf } from '../resolve/references.ts';
import { allOf, say } from '../text/say.ts';
import { isSure, placeOfMember, standsInAttachment } from './citing.ts';
import type { RelatedPlace, Rule } from './rule.ts';

/**
 * An exhibit or schedule is cited and not attached. Reported once for each attachment, at its first citation, and only in
 * documents that hold attachments: in others they are kept elsewhere. Not where another file is the attachment.
 */
export const missingAttachment: Rule = {
  id: 'missing-attachment',
  title: 'An attachment that is cited and not attached',
  severity: 'warning',
  scope: 'document',
  *check(analysis, _configuration, _silenced, others) {
    if (!holdsAttachments(analysis)) return;
    const reported = new Set<string>();
    for (const reference of referencesOf(analysis).filter(({ status }) => status === 'unresolved')) {
      // What is attached to a form of another document is attached to that.
      if (!isSure(reference) || standsInAttachment(reference)) continue;
      for (const member of reference.members) {
        const step = member.steps[0];
        if (!member.failure || !step || !isAttachmentUnit((step.unit ?? null) as CitationUnit | null))
          continue;
        const name = nameCited({ ...member, steps: [step] });
        if (
          reported.has(name.toLowerCase()) ||
          others.withAttachment(step.unit ?? '', step.number).length > 0
        )
          continue;
        reported.add(name.toLowerCase());
        const related: RelatedPlace[] = candidatesFor(analysis, reference, member).map(({ provision }) => ({
          range: provision.heading,
          message: say`${nameAtSentenceStart(provision)} is here.`,
        }));
        yield {
          range: placeOfMember(reference, member),
          message: say`${name} is cited, but not attached${whatIs(analysis, reference)}.`,
          related,
        };
      }
    }
  },
};

/** More than these are no help in a sentence. */
const mostNamed = 6;

function whatIs(analysis: Analysis, { source }: Reference): string {
  const index = source && instrumentsOf(analysis).get(rootOf(source))?.index;
  const attached = index?.allAttachments.filter(({ number }) => number !== null) ?? [];
  const names = [...new Set(attached.map(nameProvision))];
  const [only] = names;
  if (only === undefined || names.length > mostNamed) return '';
  return names.length === 1 ? say`; only ${only} is` : say`; ${allOf(names)} are`;
}

/** A document that is an exhibit itself holds attachments only where others follow it. */
function holdsAttachments({ outline }: Analysis): boolean {
  for (const { kind, parent } of walkProvisions(outline))
    if (parent !== null && isAttachmentKind(kind)) return true;
  return false;
}
