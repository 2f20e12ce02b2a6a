import type { TermMatch } from '../inline/term-matches.ts';
import { readTerms, termsOf } from '../resolve/terms.ts';
import { say } from '../text/say.ts';
import type { Rule } from './rule.ts';
import { isIgnored, judges } from './terms.ts';

/** A defined term must be used so often before its words in small letters are taken for a slip. */
const fewestUses = 3;

/** The words of a defined term in small letters, where the defined thing is plainly meant. */
export const lowercaseTerm: Rule = {
  id: 'lowercase-term',
  title: 'Defined terms in small letters',
  severity: 'hint',
  scope: 'document',
  prepare: readTerms,
  *check(analysis, configuration) {
    const terms = termsOf(analysis);
    const usual = new Map<string, boolean>();
    for (const { paragraph, match } of terms.placesWhere(isInSmallLetters)) {
      const before = paragraph.text.slice(Math.max(0, match.start - 10), match.start);
      if (!/\b(?:the|such|said) $/i.test(before)) continue;
      // "The effective date of termination" is another date.
      if (
        !/^(?:[,.;:)]|$| (?:and|or|is|was|shall|will|may|has|have|by|as|on|at|that|which|until|unless)\b)/.test(
          paragraph.text.slice(match.end, match.end + 10),
        )
      )
        continue;
      const range = paragraph.rangeOf(match.start, match.end);
      const written = paragraph.text.slice(match.start, match.end);
      const definition = terms.definitionAt(written, range.start);
      if (!definition || !judges(analysis, definition) || isIgnored(configuration, definition.term)) continue;
      // Before it is defined, the words may be what the definition is about to name.
      if (definition.form !== 'means' && range.start < definition.range.end) continue;
      if (
        definition.meaning &&
        range.start >= definition.meaning.start &&
        range.end <= definition.meaning.end
      )
        continue;
      const isUsual = usual.get(definition.term) ?? terms.usesOf(definition).length >= fewestUses;
      usual.set(definition.term, isUsual);
      if (!isUsual) continue;
      yield {
        range,
        message: say`“${definition.term}” is a defined term; here its words stand in small letters. Is the term meant?`,
        related: [{ range: definition.range, message: say`The definition of “${definition.term}”.` }],
      };
    }
  },
};

/** A word alone is an ordinary word. */
function isInSmallLetters({ spelling, within, term }: TermMatch): boolean {
  return spelling === 'lower' && !within && term.stems.length > 1;
}
