import { readTerms } from '../resolve/terms.ts';
import { say } from '../text/say.ts';
import type { Rule } from './rule.ts';
import { reportsOf } from './undefined-terms.ts';

/** Words that may be used as a defined term and are defined nowhere: less speaks for it than `undefined-term` asks for. */
export const possibleTerm: Rule = {
  id: 'possible-term',
  title: 'Words that may be a term and are defined nowhere',
  severity: 'hint',
  scope: 'document',
  prepare: readTerms,
  *check(analysis, configuration) {
    yield* reportsOf(
      analysis,
      configuration,
      'possible',
      (words, reasons) => say`“${words}” may be meant as a defined term; it is defined nowhere (${reasons}).`,
    );
  },
};
