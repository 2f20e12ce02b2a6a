import type { Analysis } from '../analysis.ts';
import type { Paragraph } from '../inline/paragraph.ts';
import { type NamedParty, readParties } from '../inline/parties.ts';
import { isAttachmentKind, type Provision, walkProvisions } from '../model/provision.ts';
import type { TextRange } from '../text/range.ts';
import type { Rule } from './rule.ts';

/** A party that the preamble names has no signature block where another has one. */
export const signatoryMismatch: Rule = {
  id: 'signatory-mismatch',
  title: 'A party without a signature block',
  severity: 'information',
  scope: 'document',
  *check(analysis) {
    const preamble = findPreamble(analysis);
    const signatures = preamble && findSignatures(analysis, preamble.paragraph.end);
    if (!preamble || !signatures) return;
    const whole = analysis.snapshot.text.slice(signatures.start);
    const area = whole.slice(0, longestArea);
    // One may sign for several.
    if (/\b(?:representative|attorney[- ]in[- ]fact|on behalf of each)\b/i.test(area)) return;
    const [behind, near] = [lettersOf(whole), lettersOf(area)];
    // A short name such as "Company" comes in schedules too; where the parties sign it stands for the party.
    const signs = ({ name, shortName }: NamedParty): boolean =>
      behind.includes(distinctive(name)) || near.includes(lettersOf(shortName));
    const signers = preamble.parties.filter(signs);
    if (signers.length === 0) return;
    for (const party of preamble.parties) {
      if (signs(party)) continue;
      yield {
        range: preamble.paragraph.rangeOf(party.start, party.end),
        message: `No signature block names ${party.name}, the “${party.shortName}”; ${signers[0]?.name ?? ''} has one.`,
        related: [{ range: signatures, message: 'The parties sign here.' }],
      };
    }
  },
};

/** The page on which the parties sign, or the pages. */
const longestArea = 6000;

/** Preambles stand at the beginning; what comes later names the parties of other agreements. */
const mostParagraphs = 80;

function findPreamble(analysis: Analysis): { paragraph: Paragraph; parties: readonly NamedParty[] } | null {
  for (const paragraph of analysis.paragraphs.slice(0, mostParagraphs)) {
    const parties = paragraph.content.ask(readParties);
    if (parties.length > 1) return { paragraph, parties };
  }
  return null;
}

/**
 * Where the parties of the document itself sign; null where nothing is signed, as in a draft without its last page. What
 * follows is all looked at: signature pages may stand behind the schedules.
 */
function findSignatures(analysis: Analysis, after: number): TextRange | null {
  for (const provision of walkProvisions(analysis.outline)) {
    if (provision.kind !== 'signature' || provision.range.start < after || isAttached(provision)) continue;
    const { text } = analysis.snapshot;
    if (!/(?:\bBy|\bBY|\bName|\bTitle)\s{0,4}:|\/s\/|_{8}/.test(text.slice(provision.range.start)))
      return null;
    if (testimonium.test(text.slice(provision.range.start, provision.range.start + longestTestimonium)))
      return provision.heading;
    // Without it a block may stand before the line that was taken for the beginning.
    const before = Math.max(after, provision.range.start - longestTestimonium * 3);
    const found = testimonium.exec(text.slice(before, provision.range.start));
    return found ? { start: before + found.index, end: before + found.index + found[0].length } : null;
  }
  return null;
}

const longestTestimonium = 600;
const testimonium =
  /\b(?:in witness|first (?:above|set forth|written)|have (?:duly )?executed|duly executed|have signed|executed (?:this|as))/i;

function isAttached(provision: Provision): boolean {
  for (let above = provision.parent; above; above = above.parent)
    if (isAttachmentKind(above.kind)) return true;
  return false;
}

/** The first words of a name, which a signature block in capitals or without its legal form still has. */
function distinctive(name: string): string {
  return lettersOf(
    name
      .split(/[\s,]+/)
      .slice(0, 2)
      .join(' '),
  );
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z\d]/g, '');
}
