import { termsOf } from '../resolve/terms.ts';
import { say } from '../text/say.ts';
import type { Rule } from './rule.ts';
import { judges } from './terms.ts';

/** A term is used before the sentence that defines it. */
export const earlyUse: Rule = {
  id: 'early-use',
  title: 'Terms that are used before they are defined',
  severity: 'off',
  scope: 'document',
  *check(analysis) {
    const terms = termsOf(analysis);
    for (const definition of terms.definitions) {
      // A list of definitions is looked up from anywhere.
      if (definition.listed || !judges(analysis, definition)) continue;
      if (terms.definitionsOfTerm(definition.term).length > 1) continue;
      const first = terms.usesOf(definition)[0];
      if (!first || first.range.start > definition.range.start) continue;
      yield {
        range: first.range,
        message: say`“${first.text}” is used here before it is defined.`,
        related: [{ range: definition.range, message: say`The definition of “${definition.term}”.` }],
      };
    }
  },
};
