import type { Analysis } from '../analysis.ts';
import { nameProvision } from '../model/naming.ts';
import { isAttachmentKind, type Provision, walkProvisions } from '../model/provision.ts';
import { referencesOf } from '../resolve/references.ts';
import { say } from '../text/say.ts';
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
    let named: NamedAttachments | null = null;
    for (const provision of walkProvisions(analysis.outline).filter(isJudged)) {
      const name = nameProvision(provision);
      // A second page with the same label is the first one's.
      if (cited.has(provision) || cited.has(name) || seen.has(name)) continue;
      seen.add(name);
      named ??= findNames(analysis, cited);
      if (named.isNamedElsewhere(provision) || named.isPartOfCited(provision)) continue;
      yield {
        range: provision.designation ?? provision.heading,
        message: say`${name} is attached, but nothing in this document cites it.`,
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

interface NamedAttachments {
  /** Its name stands in the text more often than it heads a page, in whatever form: then it is not uncited. */
  isNamedElsewhere(provision: Provision): boolean;
  /** Schedules A-1 to A-6 may make up the Attachment A that is cited, and Z be the cover of Z-1 and Z-2. */
  isPartOfCited(provision: Provision): boolean;
}

const mention =
  /\b(exhibit|schedule|annex|appendix|attachment|addendum)s?[ \u00a0]{1,3}["“]?([\w.-]{1,12}|\[)/gi;

/** Reads the text once for the names of attachments. */
function findNames(
  { snapshot, outline }: Analysis,
  cited: ReadonlySet<Provision | string>,
): NamedAttachments {
  const mentions = new Map<string, number>();
  let redacted = false;
  const count = (map: Map<string, number>, key: string): void => {
    map.set(key, (map.get(key) ?? 0) + 1);
  };
  for (const [, word = '', number = ''] of snapshot.text.matchAll(mention)) {
    // "Exhibit [*]": which one is not for us to know.
    if (number === '[') redacted = true;
    count(mentions, `${word} ${number.replace(/[.-]{1,12}$/, '')}`.toLowerCase());
  }
  const headed = new Map<string, number>();
  for (const provision of walkProvisions(outline))
    if (isAttachmentKind(provision.kind)) count(headed, wordsOf(provision));
  const numbers = new Set<string>();
  const bases = new Set<string>();
  for (const name of cited) {
    if (typeof name !== 'string') continue;
    const number = name.slice(name.indexOf(' ') + 1);
    numbers.add(number);
    bases.add(baseOf(number));
  }
  return {
    isNamedElsewhere: (provision) =>
      redacted || (mentions.get(wordsOf(provision)) ?? 0) > (headed.get(wordsOf(provision)) ?? 0),
    isPartOfCited: ({ number }) => numbers.has(baseOf(number ?? '')) || bases.has(number ?? ''),
  };
}

function wordsOf({ kind, numbering, number }: Provision): string {
  const family = numbering?.family ?? '';
  return `${/^[a-z]/.test(family) ? family : kind} ${number}`.toLowerCase();
}

function baseOf(number: string): string {
  return number.split(/[-(]/)[0] ?? number;
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
