import type { Analysis } from '../analysis.ts';
import type { CitationUnit } from '../inline/citation.ts';
import { nameAtSentenceStart, nameProvision, wordFor } from '../model/naming.ts';
import { isAttachmentKind, type Provision } from '../model/provision.ts';
import type { Reference, ReferenceMember } from '../model/reference.ts';
import { nameCited } from '../resolve/citation-names.ts';
import { instrumentsOf, rootOf } from '../resolve/instruments.ts';
import { referencesOf } from '../resolve/references.ts';
import { say } from '../text/say.ts';
import { citesAttachment, isSure, placeOfMember, replacement, standsInAttachment } from './citing.ts';
import type { Fix, Rule } from './rule.ts';

/** The number is there, under another word: "Article 10.1" is Section 10.1, "Exhibit B" is Schedule B. */
export const wrongKindReference: Rule = {
  id: 'wrong-kind-reference',
  title: 'A citation that calls a provision by another word',
  severity: 'warning',
  scope: 'document',
  *check(analysis) {
    const references = referencesOf(analysis);
    const misnaming = references.filter(({ members }) => members.some(({ misnamed }) => misnamed));
    const habits = misnaming.length > 0 ? countWords(references) : new Map<string, number>();
    for (const reference of misnaming) {
      if (!isSure(reference)) continue;
      // What is cited in a form of another document is attached to that.
      if (citesAttachment(reference) && standsInAttachment(reference)) continue;
      for (const member of reference.members) {
        const found = member.steps[0]?.provision;
        if (!member.misnamed || !found || isHabit(member, found, habits)) continue;
        // Where nothing is headed "Article", a bare 10.1 may be called one.
        if (headed(found) === 'bare' && !isHeadingWord(analysis, member, found)) continue;
        yield {
          range: placeOfMember(reference, member),
          message: say`There is no ${nameCited({ ...member, steps: member.steps.slice(0, 1) })} here; ${nameProvision(found)} has that number.`,
          related: [{ range: found.heading, message: say`${nameAtSentenceStart(found)} is here.` }],
          fixes: fixFor(analysis, member, found, reference.members.length),
        };
      }
    }
  },
};

/** How often provisions that are headed alike are cited by each word: `article: section`. */
function countWords(references: readonly Reference[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (key: string): void => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const { members } of references) {
    for (const { steps } of members) {
      const [first] = steps;
      if (!first?.unit || !first.provision) continue;
      add(headed(first.provision));
      add(`${headed(first.provision)}: ${first.unit}`);
    }
  }
  return counts;
}

/** Where a document calls its Articles "Section 4" every fifth time, or its bare 10.1 an Article, that is its way. */
function isHabit({ steps }: ReferenceMember, found: Provision, habits: ReadonlyMap<string, number>): boolean {
  const own = habits.get(`${headed(found)}: ${steps[0]?.unit ?? ''}`) ?? 0;
  return own > 1 && own * 5 > (habits.get(headed(found)) ?? 0);
}

function isHeadingWord(analysis: Analysis, { steps }: ReferenceMember, found: Provision): boolean {
  const unit = (steps[0]?.unit ?? null) as CitationUnit | null;
  return unit !== null && instrumentsOf(analysis).get(rootOf(found))?.index.isHeadingWord(unit) === true;
}

function headed({ numbering, kind }: Provision): string {
  const family = numbering?.family ?? '';
  return /^[a-z]/.test(family) ? family : isAttachmentKind(kind) ? kind : 'bare';
}

/** The word right before the number is changed; one word that stands for several numbers is left alone. */
function fixFor(analysis: Analysis, member: ReferenceMember, found: Provision, members: number): Fix[] {
  const step = member.steps[0];
  if (!step || members > 1 || member.until.length > 0) return [];
  const before = analysis.snapshot.text.slice(Math.max(0, step.range.start - 24), step.range.start);
  const word = /(?<![A-Za-z])([A-Za-z]{1,20})[ \u00a0]{1,3}$/.exec(before);
  const printed = word?.[1];
  if (!word || !printed) return [];
  const start = step.range.start - word[0].length;
  const proper = wordFor(found);
  const corrected =
    printed === printed.toUpperCase()
      ? proper.toUpperCase()
      : printed.charAt(0) === printed.charAt(0).toUpperCase()
        ? proper.charAt(0).toUpperCase() + proper.slice(1)
        : proper.toLowerCase();
  return [replacement({ start, end: start + printed.length }, printed, corrected)];
}
