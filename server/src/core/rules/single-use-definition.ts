import { termsOf } from '../resolve/terms.ts';
import { say } from '../text/say.ts';
import type { Rule } from './rule.ts';
import { judges } from './terms.ts';

/** A term is defined for one use. */
export const singleUseDefinition: Rule = {
  id: 'single-use-definition',
  title: 'Terms that are defined and used once',
  severity: 'off',
  scope: 'document',
  *check(analysis) {
    const terms = termsOf(analysis);
    for (const definition of terms.definitions) {
      if (!judges(analysis, definition) || terms.definitionsOfTerm(definition.term).length > 1) continue;
      const [only, second] = terms.usesOf(definition);
      if (!only || second) continue;
      yield {
        range: definition.range,
        message: say`“${definition.term}” is defined here and used only once.`,
        related: [{ range: only.range, message: say`Its only use.` }],
      };
    }
  },
};
