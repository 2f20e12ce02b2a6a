import { nameAtSentenceStart, nameProvision } from '../model/naming.ts';
import { isAttachmentKind } from '../model/provision.ts';
import { referencesOf } from '../resolve/references.ts';
import { isSure } from './citing.ts';
import type { Rule } from './rule.ts';

/** A provision cites itself by its number, without "this": often another one is meant. */
export const selfReference: Rule = {
  id: 'self-reference',
  title: 'A provision that cites itself by number',
  severity: 'hint',
  scope: 'document',
  *check(analysis) {
    for (const reference of referencesOf(analysis)) {
      const { source, members, form, text } = reference;
      if (form !== 'explicit' || reference.status !== 'resolved' || !isSure(reference) || members.length > 1)
        continue;
      const target = members[0]?.targets.length === 1 ? members[0].targets[0]?.provision : undefined;
      if (!target || !source || target.parent === null || /\bthis\b|\babove\b|\bbelow\b/i.test(text))
        continue;
      if (target !== source || target.inline || target.confidence < 0.6 || isAttachmentKind(target.kind))
        continue;
      // “Section 2.2 Fee” is the name of something.
      if (/["“]/.test(analysis.snapshot.text.charAt(reference.range.start - 1))) continue;
      const name = nameProvision(target);
      yield {
        range: reference.range,
        message: `${nameAtSentenceStart(target)} cites itself. Write “this ${name}”, or cite the provision that is meant.`,
        related: [{ range: target.heading, message: `${nameAtSentenceStart(target)} is here.` }],
      };
    }
  },
};
