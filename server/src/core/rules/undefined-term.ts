import { readTerms } from '../resolve/terms.ts';
import { say } from '../text/say.ts';
import type { Rule } from './rule.ts';
import { reportsOf } from './undefined-terms.ts';

/** Words that are used as a defined term and defined nowhere. */
export const undefinedTerm: Rule = {
  id: 'undefined-term',
  title: 'Terms that are used and defined nowhere',
  severity: 'warning',
  scope: 'document',
  prepare: readTerms,
  *check(analysis, configuration) {
    yield* reportsOf(
      analysis,
      configuration,
      'sure',
      (words, reasons) => say`“${words}” is written like a defined term and is defined nowhere (${reasons}).`,
    );
  },
};
