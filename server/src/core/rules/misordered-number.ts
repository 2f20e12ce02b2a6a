import { nameAtSentenceStart, nameProvision } from '../model/naming.ts';
import { faultsOfLists } from '../model/sequences.ts';
import { isDoubtful } from './doubts.ts';
import type { Rule } from './rule.ts';

/** A provision stands among its siblings where its number does not belong. */
export const misorderedNumber: Rule = {
  id: 'misordered-number',
  title: 'A number out of order',
  severity: 'warning',
  scope: 'document',
  *check(analysis) {
    for (const { misordered } of faultsOfLists(analysis.outline)) {
      for (const { provision, previous } of misordered) {
        if (isDoubtful(analysis, previous, provision, [])) continue;
        const side = previous.heading.start < provision.heading.start ? 'after' : 'before';
        yield {
          range: provision.designation ?? provision.heading,
          message: `${nameAtSentenceStart(provision)} stands ${side} ${nameProvision(previous)}: the numbers are out of order here.`,
          related: [
            {
              range: previous.designation ?? previous.heading,
              message: `${nameAtSentenceStart(previous)} is here.`,
            },
          ],
        };
      }
    }
  },
};
