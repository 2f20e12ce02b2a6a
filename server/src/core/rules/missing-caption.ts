import type { Analysis } from '../analysis.ts';
import { nameAtSentenceStart, nameProvision } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
import { findMinority, findSiblingGroups, isListItem } from '../model/siblings.ts';
import { say } from '../text/say.ts';
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
      // Items of a list are captioned as it comes; one section in nine without a caption is an oversight.
      if (!minority?.prevailing || isListItem(members[0]) || minority.few.length * 9 > members.length)
        continue;
      for (const provision of minority.few) {
        if (!beginsWithText(analysis, provision)) continue;
        const [name, others] = [nameAtSentenceStart(provision), minority.many.length];
        const example = minority.many[0];
        yield {
          range: provision.designation ?? provision.heading,
          message:
            parent.ordinal === null
              ? say`${name} has no caption; the ${others} others have one.`
              : say`${name} has no caption; the ${others} others in ${nameProvision(parent)} have one.`,
          related: example
            ? [
                {
                  range: example.heading,
                  message: say`${nameAtSentenceStart(example)} is captioned “${example.caption ?? ''}”.`,
                },
              ]
            : [],
        };
      }
    }
  },
};

/** Fewer words may be a caption of which only the first is capitalised. */
const fewestWords = 10;

/** Longer openings than this are not looked at: no caption is as long. */
const longestOpening = 300;

/** What ends an opening: a stop, a blank line, or an item on a line of its own. */
const openingEnd = /[.;:](?=\s|$)|\s\.|\n[ \t]*\r?\n|\n[ \t]*\(/;

/** A sentence that begins behind other words without a stop between: those words are a caption. */
const sentenceBehindCaption =
  /^(?:[^\s,]+\s+){1,9}(?:The|This|These|Each|Every|Any|All|No|If|In|For|Subject|Upon|Neither|Either|Except|Unless)\s/;

const capitalsBeforeGap = /^[A-Z][A-Z &,/-]+\s{2,}/;

/**
 * Whether a sentence follows the number. A caption may be set in a way that was not recognised, and "Reserved" or next
 * to nothing behind a number keeps its place: only what plainly runs as text lacks a caption.
 */
function beginsWithText(analysis: Analysis, provision: Provision): boolean {
  const from = provision.designation?.end ?? provision.heading.end;
  const text = analysis.snapshot.text
    .slice(from, Math.min(provision.range.end, from + longestOpening))
    .replace(/^[\s.:*_–—-]+/, '');
  if (sentenceBehindCaption.test(text) || capitalsBeforeGap.test(text)) return false;
  const opening = text.slice(0, openingEnd.exec(text)?.index ?? text.length);
  const words = opening.split(/\s+/).filter((word) => word !== '');
  const small = words.filter((word) => /^[a-z]{3}/.test(word)).length;
  const capital = words.filter((word) => /^[A-Z]/.test(word)).length;
  return words.length >= fewestWords && small > capital;
}
