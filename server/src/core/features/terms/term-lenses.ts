import { paragraphAt } from '../../inline/paragraphs.ts';
import { perAnalysis } from '../../resolve/per-analysis.ts';
import { termsOf } from '../../resolve/terms.ts';
import type { TextRange } from '../../text/range.ts';
import { say } from '../../text/say.ts';
import { definedTermOf, standsOut } from './defined-term.ts';
import { timesUsed } from './term-card.ts';

/** A line that an editor shows above a definition. */
export interface TermLens {
  /** Where it is shown: above the paragraph, since a line inside would tear it apart. */
  readonly range: TextRange;
  /** "used 12 times", with the term where the paragraph does not begin with it. */
  readonly text: string;
  /** Where the term stands whose uses a click lists. */
  readonly place: number;
}

/** How often each defined term is used, in the order of the text. Linear. */
export const termLenses = perAnalysis((analysis): readonly TermLens[] => {
  const terms = termsOf(analysis);
  return terms.definitions
    .filter((definition) => !definition.quoted && standsOut(definition))
    .map((definition) => {
      const { range, listed, term } = definition;
      const { definitions } = definedTermOf(analysis, definition);
      const used = timesUsed(terms.countUsesOfAny(definitions));
      const lower = used.charAt(0).toLowerCase() + used.slice(1);
      const start = listed
        ? range.start
        : (paragraphAt(analysis.paragraphs, range.start)?.start ?? range.start);
      return {
        range: listed ? range : { start, end: start },
        text: listed ? lower : say`“${term}” ${lower}`,
        place: range.start,
      };
    });
});
