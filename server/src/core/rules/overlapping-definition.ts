import { termsOf } from '../resolve/terms.ts';
import { say } from '../text/say.ts';
import type { Rule } from './rule.ts';

/** Words in which two defined terms overlap, so that they can be read in two ways. */
export const overlappingDefinition: Rule = {
  id: 'overlapping-definition',
  title: 'Words in which two defined terms overlap',
  severity: 'hint',
  scope: 'document',
  *check(analysis) {
    const terms = termsOf(analysis);
    for (const { paragraph, match } of terms.placesWhere(({ crossing }) => crossing !== null)) {
      const { crossing, term, start, end } = match;
      if (!crossing) continue;
      const range = paragraph.rangeOf(start, end);
      const [first, second] = [
        terms.definitionAt(term.written, range.start),
        terms.definitionAt(crossing.written, range.start),
      ];
      if (!first || !second) continue;
      yield {
        range,
        message: say`“${first.term}” and “${second.term}” overlap here: it is open which of the two defined terms is meant.`,
        related: [
          { range: first.range, message: say`The definition of “${first.term}”.` },
          { range: second.range, message: say`The definition of “${second.term}”.` },
        ],
      };
    }
  },
};
