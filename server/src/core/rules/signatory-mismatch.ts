import type { Analysis } from '../analysis.ts';
import type { Paragraph } from '../inline/paragraph.ts';
import { paragraphsWithin } from '../inline/paragraphs.ts';
import { type NamedParty, readParties } from '../inline/parties.ts';
import { isAttachmentKind, type Provision, walkProvisions } from '../model/provision.ts';
import type { TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';
import type { Rule, RuleReport } from './rule.ts';

/** A party that the preamble names has no signature block where another has one; in its place may sign who is no party. */
export const signatoryMismatch: Rule = {
  id: 'signatory-mismatch',
  title: 'A party without a signature block, or a block without a party',
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
    const missing = preamble.parties.filter((party) => !signs(party));
    const [first] = missing;
    if (first) yield* findStrangers(analysis, signatures.start, preamble, first);
    for (const party of missing) {
      yield {
        range: preamble.paragraph.rangeOf(party.start, party.end),
        message: say`No signature block names ${party.name}, the “${party.shortName}”; ${signers[0]?.name ?? ''} has one.`,
        related: [{ range: signatures, message: say`The parties sign here.` }],
      };
    }
  },
};

/** The page on which the parties sign, or the pages. */
const longestArea = 6000;

/** Companies that have a block of their own and are no party, where a party has none. */
function* findStrangers(
  { paragraphs, snapshot }: Analysis,
  from: number,
  { paragraph: preamble, parties }: Preamble,
  missing: NamedParty,
): Generator<RuleReport> {
  const known = parties.map(({ name }) => distinctive(name));
  for (const paragraph of paragraphsWithin(paragraphs, { start: from, end: from + longestArea })) {
    const name = companyAlone.exec(paragraph.text)?.[1];
    if (name === undefined) continue;
    const range = paragraph.rangeOf(0, name.length);
    const behind = snapshot.text.slice(range.end, range.end + longestBlock);
    if (!/^[\s,:.*_|]{0,60}By\s{0,4}:/i.test(behind) || /\bits\b|general partner/i.test(behind)) continue;
    const letters = lettersOf(name);
    if (known.some((one) => letters.includes(one))) continue;
    yield {
      range,
      message: say`${name} signs here, but is no party; ${missing.name}, the “${missing.shortName}”, has no signature block.`,
      related: [
        { range: preamble.rangeOf(missing.start, missing.end), message: say`The parties are named here.` },
      ],
    };
  }
}

const longestBlock = 160;

/** A line that is the name of a company with its legal form, and nothing else. */
const companyAlone =
  /^([A-Z][\w&'’.-]{0,30}(?:,? [A-Z&][\w&'’.-]{0,30}){0,6},? (?:Inc|Corp|Corporation|Incorporated|Company|Co|Limited|Ltd|LLC|L\.L\.C|LLP|LP|L\.P|plc|GmbH|AG|S\.A|N\.V|B\.V|INC|CORP|CORPORATION|INCORPORATED|COMPANY|CO|LIMITED|LTD|PLC)\.?)[,:]?$/;

/** Preambles stand at the beginning; what comes later names the parties of other agreements. */
const mostParagraphs = 80;

interface Preamble {
  readonly paragraph: Paragraph;
  readonly parties: readonly NamedParty[];
}

function findPreamble(analysis: Analysis): Preamble | null {
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
