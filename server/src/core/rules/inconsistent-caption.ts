import type { Analysis } from '../analysis.ts';
import { nameAtSentenceStart, nameProvision } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
import { findMinority, findSiblingGroups, isListItem } from '../model/siblings.ts';
import { say } from '../text/say.ts';
import type { Fix, Rule } from './rule.ts';

/** A caption stands in brackets where its siblings' do not, or the other way round. */
export const inconsistentCaption: Rule = {
  id: 'inconsistent-caption',
  title: 'A caption written differently from its siblings',
  severity: 'hint',
  scope: 'document',
  *check(analysis) {
    for (const { members } of findSiblingGroups(analysis.outline, 5)) {
      if (isListItem(members[0])) continue;
      const captioned = members.filter((provision) => provision.captionRange !== null && !isBare(provision));
      const minority = findMinority(captioned, (provision) => isBracketed(analysis, provision));
      if (!minority) continue;
      for (const provision of minority.few) {
        const example = minority.many[0];
        const name = nameAtSentenceStart(provision);
        yield {
          range: provision.captionRange ?? provision.heading,
          message: minority.prevailing
            ? say`The caption of ${nameProvision(provision)} has no brackets; those of the ${minority.many.length} others have.`
            : say`The caption of ${nameProvision(provision)} stands in brackets; those of the ${minority.many.length} others do not.`,
          related: example
            ? [{ range: example.heading, message: say`${nameAtSentenceStart(example)} is captioned so.` }]
            : [],
          fixes: fixFor(provision, minority.prevailing, name),
        };
      }
    }
  },
};

/** A number with its caption in a list of provisions, as "7.1 (Guarantees)" is, and nothing below it. */
function isBare(provision: Provision): boolean {
  return provision.children.length === 0 && provision.range.end <= provision.heading.end + 2;
}

function isBracketed(analysis: Analysis, provision: Provision): boolean {
  const caption = provision.captionRange;
  if (!caption) return false;
  return analysis.snapshot.text[caption.start - 1] === '(' && analysis.snapshot.text[caption.end] === ')';
}

function fixFor(provision: Provision, bracketed: boolean, name: string): readonly Fix[] {
  const caption = provision.captionRange;
  if (!caption) return [];
  const before = { start: caption.start - (bracketed ? 0 : 1), end: caption.start };
  const after = { start: caption.end, end: caption.end + (bracketed ? 0 : 1) };
  return [
    {
      title: bracketed
        ? say`Put the caption of ${name} in brackets`
        : say`Take the brackets from the caption of ${name}`,
      edits: [
        { range: before, newText: bracketed ? '(' : '' },
        { range: after, newText: bracketed ? ')' : '' },
      ],
      preferred: true,
    },
  ];
}
