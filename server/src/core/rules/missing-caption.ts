import { nameAtSentenceStart, nameProvision } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
import { findMinority, findSiblingGroups } from '../model/siblings.ts';
import type { Rule } from './rule.ts';

/** One provision has no caption where its siblings have. */
export const missingCaption: Rule = {
  id: 'missing-caption',
  title: 'A provision without a caption among captioned ones',
  severity: 'hint',
  scope: 'document',
  *check(analysis) {
    for (const { parent, members } of findSiblingGroups(analysis.outline, 5)) {
      const minority = findMinority(members, (provision) => provision.caption !== null);
      // Items of a list are captioned as it comes; one section in ten without a caption is an oversight.
      if (!minority?.prevailing || isListed(members[0]) || minority.few.length * 9 > members.length) continue;
      for (const provision of minority.few) {
        if (!hasText(provision.range.end, provision.heading.end)) continue;
        const place = parent.ordinal === null ? '' : ` in ${nameProvision(parent)}`;
        const example = minority.many[0];
        yield {
          range: provision.designation ?? provision.heading,
          message: `${nameAtSentenceStart(provision)} has no caption; the ${minority.many.length} others${place} have one.`,
          related: example
            ? [
                {
                  range: example.heading,
                  message: `${nameAtSentenceStart(example)} is captioned “${example.caption ?? ''}”.`,
                },
              ]
            : [],
        };
      }
    }
  },
};

function isListed(provision: Provision | undefined): boolean {
  const family = provision?.numbering?.family ?? '';
  return (
    family.startsWith('(') || family === '#)' || /^(?:item|subitem|recital)$/.test(provision?.kind ?? '')
  );
}

/** "Reserved" stands for a caption; a number with next to nothing behind it is a place holder too. */
function hasText(end: number, headingEnd: number): boolean {
  return end - headingEnd > 40;
}
