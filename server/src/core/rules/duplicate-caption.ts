import type { Analysis } from '../analysis.ts';
import { nameAtSentenceStart, nameProvision } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
import { findSiblingGroups } from '../model/siblings.ts';
import { perDocument } from '../resolve/per-document.ts';
import { TextMemo } from '../text/memo.ts';
import { say } from '../text/say.ts';
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
    const captions = captionsKept(analysis);
    for (const { members } of findSiblingGroups(analysis.outline, 3)) {
      // Items of lists mostly have none.
      if (!members.some(({ caption }) => caption !== null)) continue;
      const seen = new Map<string, Provision>();
      let last = 0;
      for (const provision of members) {
        // Numbers that fall back begin another list, form or agreement.
        const value = provision.numbering?.path.at(-1) ?? 0;
        if (value < last) seen.clear();
        last = value;
        const caption = provision.caption === null ? null : captions.of(provision.caption);
        if (caption === null || runsOn(analysis, provision)) continue;
        const first = seen.get(caption);
        if (!first) {
          seen.set(caption, provision);
          continue;
        }
        if (first.number === provision.number) continue;
        yield {
          range: provision.captionRange ?? provision.heading,
          message: say`${nameAtSentenceStart(provision)} has the same caption as ${nameProvision(first)}: “${provision.caption ?? ''}”.`,
          related: [
            {
              range: first.captionRange ?? first.heading,
              message: say`${nameAtSentenceStart(first)} is here.`,
            },
          ],
        };
      }
    }
  },
};

/** As captions are compared; null for what several may have in common. */
const captionsKept = perDocument(
  () =>
    new TextMemo((printed): string | null => {
      const caption = printed.toLowerCase().replace(/\s+/g, ' ').trim();
      return caption.length < 3 || placeHolder.test(caption) ? null : caption;
    }),
);

/** "Negotiation - Senior Executives" goes on behind a dash, "In this Act:" in the items below: neither is all of a caption. */
function runsOn(analysis: Analysis, provision: Provision): boolean {
  const end = provision.captionRange?.end ?? provision.heading.end;
  return /^(?:.[ \t]*[-–—]|.?:[ \t]*(?:[\r\n]|$))/.test(analysis.snapshot.text.slice(end - 1, end + 8));
}
