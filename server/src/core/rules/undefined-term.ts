import { definitionsOf } from '../resolve/definitions.ts';
import { importingParts } from '../resolve/imported-terms.ts';
import { instrumentsOf } from '../resolve/instruments.ts';
import { unknownTermsOf } from '../resolve/unknown-terms.ts';
import type { Rule } from './rule.ts';
import { WordsOfHeadings, weighTerm } from './term-evidence.ts';
import { isIgnored } from './terms.ts';

/** Fewer definitions are no sign that a document defines its terms: bylaws write "the Board of Directors". */
const fewestDefinitions = 3;

/** Words that are used as a defined term and defined nowhere. */
export const undefinedTerm: Rule = {
  id: 'undefined-term',
  title: 'Terms that are used and defined nowhere',
  severity: 'warning',
  scope: 'document',
  *check(analysis, configuration) {
    if (definitionsOf(analysis).length < fewestDefinitions || importingParts(analysis).has(null)) return;
    // An amendment uses the terms of what it amends.
    if (analysis.outline.some((instrument) => instrumentsOf(analysis).get(instrument)?.amends)) return;
    // A form whose words are linked to a cover page has them defined there.
    const { text } = analysis.snapshot;
    if (text.includes('_link"') && /class="\w{1,20}_link"/.test(text)) return;
    if (text.includes('{{') && /\{\{ ?(?:def|term)\b/.test(text)) return;
    const headings = new WordsOfHeadings(analysis);
    for (const term of unknownTermsOf(analysis).values()) {
      const { convincing, reasons, places } = weighTerm(analysis, term, headings);
      const first = places[0];
      if (!convincing || !first || isIgnored(configuration, first.phrase.words)) continue;
      const { paragraph, phrase } = first;
      yield {
        range: paragraph.rangeOf(phrase.start, phrase.end),
        message: `“${phrase.words}” is written like a defined term and is defined nowhere (${reasons.join(', ')}).`,
        related: places.slice(1, 4).map((place) => ({
          range: place.paragraph.rangeOf(place.phrase.start, place.phrase.end),
          message: `Also used here.`,
        })),
      };
    }
  },
};
