import { nameAtSentenceStart, nameProvision } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
import { findSiblingGroups } from '../model/siblings.ts';
import type { Rule } from './rule.ts';

/** Captions that several provisions may well have in common: place holders. */
const placeHolder = /reserved|omitted|deleted|not used|redacted|blank|amended|\*/i;

/** Two siblings have the same caption. */
export const duplicateCaption: Rule = {
  id: 'duplicate-caption',
  title: 'Two provisions with one caption',
  severity: 'hint',
  scope: 'document',
  *check(analysis) {
    for (const { members } of findSiblingGroups(analysis.outline, 3)) {
      const seen = new Map<string, Provision>();
      for (const provision of members) {
        const caption = provision.caption?.toLowerCase().replace(/\s+/g, ' ').trim() ?? '';
        if (caption.length < 3 || placeHolder.test(caption)) continue;
        const first = seen.get(caption);
        if (!first) {
          seen.set(caption, provision);
          continue;
        }
        if (first.number === provision.number) continue;
        yield {
          range: provision.captionRange ?? provision.heading,
          message: `${nameAtSentenceStart(provision)} has the caption of ${nameProvision(first)}: “${provision.caption ?? ''}”.`,
          related: [
            { range: first.captionRange ?? first.heading, message: `${nameAtSentenceStart(first)} is here.` },
          ],
        };
      }
    }
  },
};
