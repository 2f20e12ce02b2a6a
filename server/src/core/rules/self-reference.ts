import type { Analysis } from '../analysis.ts';
import { paragraphAt } from '../inline/paragraphs.ts';
import { nameAtSentenceStart } from '../model/naming.ts';
import { isAttachmentKind, type Provision } from '../model/provision.ts';
import type { Reference } from '../model/reference.ts';
import { nameCited, nameInPlace } from '../resolve/citation-names.ts';
import { referencesOf } from '../resolve/references.ts';
import { say } from '../text/say.ts';
import { isSure } from './citing.ts';
import type { Rule } from './rule.ts';

/** A provision cites itself by its number, without "this": often another one is meant. */
export const selfReference: Rule = {
  id: 'self-reference',
  title: 'A provision that cites itself by number',
  severity: 'hint',
  scope: 'document',
  *check(analysis) {
    for (const reference of referencesOf(analysis).filter(citesItself)) {
      const { source, members, text } = reference;
      const member = members[0];
      const target = member?.targets[0]?.provision;
      if (
        !member ||
        !target ||
        !source ||
        target.parent === null ||
        /\bthis\b|\babove\b|\bbelow\b/i.test(text)
      )
        continue;
      if (target.inline || target.confidence < 0.6 || isAttachmentKind(target.kind)) continue;
      // The text that goes on behind a list seems to be its last item's.
      if (/item/.test(target.kind) && !isInFirstParagraph(analysis, target, reference)) continue;
      // “Section 2.2 Fee” is the name of something.
      if (/["“]/.test(analysis.snapshot.text.charAt(reference.range.start - 1))) continue;
      yield {
        range: reference.range,
        message: say`${nameInPlace(target)} cites itself: write “this ${nameCited(member)}”, or the number of the provision that is meant.`,
        related: [{ range: target.heading, message: say`${nameAtSentenceStart(target)} is here.` }],
      };
    }
  },
};

function citesItself(reference: Reference): boolean {
  const { source, members, form, status } = reference;
  const targets = members[0]?.targets ?? [];
  return (
    form === 'explicit' &&
    status === 'resolved' &&
    members.length === 1 &&
    targets.length === 1 &&
    targets[0]?.provision === source &&
    isSure(reference)
  );
}

function isInFirstParagraph(analysis: Analysis, target: Provision, { range }: Reference): boolean {
  const paragraph = paragraphAt(analysis.paragraphs, range.start);
  return paragraph !== null && paragraph.start <= target.heading.start && target.children.length === 0;
}
