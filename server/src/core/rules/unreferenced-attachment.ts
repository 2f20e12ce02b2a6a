import type { Analysis } from '../analysis.ts';
import { nameProvision } from '../model/naming.ts';
import { isAttachmentKind, type Provision, walkProvisions } from '../model/provision.ts';
import { referencesOf } from '../resolve/references.ts';
import type { Rule } from './rule.ts';

/** An attachment that the document never cites. */
export const unreferencedAttachment: Rule = {
  id: 'unreferenced-attachment',
  title: 'An attachment that is never cited',
  severity: 'hint',
  scope: 'document',
  *check(analysis) {
    const cited = citedAttachments(analysis);
    const seen = new Set<string>();
    for (const provision of walkProvisions(analysis.outline)) {
      if (!isJudged(provision)) continue;
      const name = nameProvision(provision);
      // A second page with the same label is the first one's.
      if (cited.has(provision) || cited.has(name) || seen.has(name)) continue;
      seen.add(name);
      yield {
        range: provision.designation ?? provision.heading,
        message: `${name} is attached, but nothing in this document cites it.`,
      };
    }
  },
};

function isJudged({ kind, parent, number, confidence, designation }: Provision): boolean {
  return (
    isAttachmentKind(kind) &&
    kind !== 'supplement' &&
    parent !== null &&
    number !== null &&
    designation !== null &&
    confidence >= 0.6
  );
}

/** By provision, and by name: of several with one name the first is found for all. */
function citedAttachments(analysis: Analysis): ReadonlySet<Provision | string> {
  const cited = new Set<Provision | string>();
  for (const { members } of referencesOf(analysis)) {
    for (const { targets } of members) {
      for (const { provision } of targets) {
        if (!isAttachmentKind(provision.kind)) continue;
        cited.add(provision);
        cited.add(nameProvision(provision));
      }
    }
  }
  for (const provision of walkProvisions(analysis.outline)) {
    // A list of exhibits names them by number or caption: "2. Joint Filing Agreement" under "EXHIBITS".
    const lists =
      provision.caption !== null &&
      /\b(?:exhibits|schedules|annexes|appendices|attachments)\b/i.test(provision.caption);
    for (const item of lists ? provision.children : [])
      if (item.number !== null) cited.add(`Exhibit ${item.number}`);
  }
  for (const { designation } of analysis.contents) {
    const word = designation.keyword ?? '';
    cited.add(`${word.charAt(0).toUpperCase()}${word.slice(1)} ${designation.number}`);
  }
  return cited;
}
