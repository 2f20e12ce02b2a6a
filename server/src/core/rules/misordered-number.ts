import { nameAtSentenceStart, nameProvision } from '../model/naming.ts';
import { faultsOfLists } from '../model/sequences.ts';
import { say } from '../text/say.ts';
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
        const [own, other] = [nameAtSentenceStart(provision), nameProvision(previous)];
        yield {
          range: provision.designation ?? provision.heading,
          message:
            previous.heading.start < provision.heading.start
              ? say`${own} stands after ${other}: the numbers are out of order here.`
              : say`${own} stands before ${other}: the numbers are out of order here.`,
          related: [
            {
              range: previous.designation ?? previous.heading,
              message: say`${nameAtSentenceStart(previous)} is here.`,
            },
          ],
        };
      }
    }
  },
};
