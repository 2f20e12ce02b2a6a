import type { Analysis } from '../analysis.ts';
import type { Configuration } from '../config/model.ts';
import { stemsOf } from '../inline/term-index.ts';
import { walkProvisions } from '../model/provision.ts';
import { definitionsOf } from '../resolve/definitions.ts';
import { importingParts } from '../resolve/imported-terms.ts';
import { instrumentsOf } from '../resolve/instruments.ts';
import { kindredTermsOf } from '../resolve/kindred-terms.ts';
import { perAnalysis } from '../resolve/per-analysis.ts';
import { unknownTermsOf } from '../resolve/unknown-terms.ts';
import { allOf, inSeries, say } from '../text/say.ts';
import { type NearMiss, nearMissesOf } from './near-misses.ts';
import type { RuleReport } from './rule.ts';
import { type Weighed, weighTerm } from './term-evidence.ts';
import { isIgnored } from './terms.ts';
import { WordsOfHeadings } from './words-of-headings.ts';

/** What the rules on terms that are defined nowhere report: each those of its certainty. */
export function* reportsOf(
  analysis: Analysis,
  configuration: Configuration,
  certainty: Weighed['certainty'],
  message: (words: string, reasons: string) => string,
): Generator<RuleReport> {
  for (const weighed of undefinedTermsOf(analysis)) {
    const first = weighed.places[0];
    if (weighed.certainty !== certainty || !first || isIgnored(configuration, first.phrase.words)) continue;
    const { paragraph, phrase } = first;
    const kindred = kindredTermsOf(analysis).find(stemsOf(phrase.words)).slice(0, mostKindred);
    const similar = allOf(kindred.map((term) => say`“${term}”`));
    const said = message(phrase.words, inSeries(weighed.reasons));
    yield {
      range: paragraph.rangeOf(phrase.start, phrase.end),
      message:
        kindred.length === 0
          ? said
          : kindred.length === 1
            ? say`${said} A similar term is defined: ${similar}.`
            : say`${said} Similar terms are defined: ${similar}.`,
      related: weighed.places.slice(1, 4).map((place) => ({
        range: place.paragraph.rangeOf(place.phrase.start, place.phrase.end),
        message: say`Also used here.`,
      })),
    };
  }
}

const mostKindred = 2;

/** The words for whose being a term at least something speaks. */
const undefinedTermsOf = perAnalysis((analysis): readonly Weighed[] => {
  if (!definesItsTerms(analysis)) return [];
  const headings = new WordsOfHeadings(analysis);
  const meant = new Set(
    nearMissesOf(analysis)
      .flat()
      .filter(isWhole)
      .map(({ place: { phrase } }) => phrase),
  );
  return [...unknownTermsOf(analysis).values()]
    .filter((term) => meant.size === 0 || !term.places.some(({ phrase }) => meant.has(phrase)))
    .map((term) => weighTerm(analysis, term, headings))
    .filter(({ certainty }) => certainty !== 'none');
});

/** All its words are meant as another term, which `term-variant` reports. */
function isWhole({ place: { phrase }, range }: NearMiss): boolean {
  return range.start === phrase.start && range.end >= phrase.end;
}

/** Fewer definitions are no sign that a document defines its terms: bylaws write "the Board of Directors". */
const fewestDefinitions = 3;

/** Whether a document defines the terms it uses, and does not take them over from another one. */
function definesItsTerms(analysis: Analysis): boolean {
  if (definitionsOf(analysis).length < fewestDefinitions || importingParts(analysis).has(null)) return false;
  // An amendment uses the terms of what it amends.
  if (analysis.outline.some((instrument) => instrumentsOf(analysis).get(instrument)?.amends)) return false;
  // A form whose words are linked to a cover page has them defined there.
  const { text } = analysis.snapshot;
  if (text.includes('_link"') && /class="\w{1,20}_link"/.test(text)) return false;
  if (text.includes('{{') && /\{\{ ?(?:def|term)\b/.test(text)) return false;
  return !isFragment(analysis);
}

/**
 * A document that opens with a later article or section is a part of another, in which the terms may be defined. One that
 * has a title, or much text before it, has its first sections in a form that was not recognised.
 */
function isFragment({ outline }: Analysis): boolean {
  if (outline[0]?.caption) return false;
  for (const { kind, numbering, heading } of walkProvisions(outline))
    if (numbering && (kind === 'article' || kind === 'section'))
      return (numbering.path[0] ?? 0) > 2 && heading.start < longestOpening;
  return false;
}

/** Page headers and the like may stand before the first section of a part. */
const longestOpening = 3000;
