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
      if (isNamedElsewhere(analysis, provision) || isPartOfCited(provision, cited)) continue;
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

/** Its name stands in the text more often than it heads a page, in whatever form: then it is not uncited. */
function isNamedElsewhere({ snapshot, outline }: Analysis, { kind, numbering, number }: Provision): boolean {
  const family = numbering?.family ?? '';
  const name = `${/^[a-z]/.test(family) ? family : kind} ${number}`.toLowerCase();
  const text = snapshot.text.toLowerCase();
  let count = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) count += 1;
  let headed = 0;
  for (const provision of walkProvisions(outline)) {
    if (isAttachmentKind(provision.kind) && provision.number === number) headed += 1;
  }
  return count > headed || /(?:exhibit|schedule|annex|appendix|attachment)s? \[/.test(text);
}

/** Schedules may make up the Attachment A that is cited, and Z be the cover of Z-1 and Z-2. */
function isPartOfCited({ number }: Provision, cited: ReadonlySet<Provision | string>): boolean {
  const base = (number ?? '').split(/[-(]/)[0] ?? '';
  for (const name of cited) {
    if (typeof name !== 'string') continue;
    const other = name.replace(/^\w+ /, '');
    if (other === base || other.split(/[-(]/)[0] === number) return true;
  }
  return false;
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
