import { nameAtSentenceStart } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
import { nameCited } from '../resolve/citation-names.ts';
import { referencesOf } from '../resolve/references.ts';
import { say } from '../text/say.ts';
import { isSure, lineOf, placeOfMember } from './citing.ts';
import { isDoubtful } from './doubts.ts';
import type { Rule, RuleReport } from './rule.ts';

/** Two provisions answer to a citation, since both carry its number. */
export const ambiguousReference: Rule = {
  id: 'ambiguous-reference',
  title: 'A citation that two provisions answer to',
  severity: 'hint',
  scope: 'document',
  *check(analysis) {
    const reports: RuleReport[] = [];
    const numbers = new Set<string>();
    const judged = new Map<Provision, boolean>();
    for (const reference of referencesOf(analysis).filter(({ status }) => status === 'ambiguous')) {
      if (!isSure(reference)) continue;
      for (const member of reference.members) {
        const [first, second] = member.targets.map(({ provision }) => provision);
        if (member.status !== 'ambiguous' || !first || !second) continue;
        numbers.add(nameCited(member));
        if (numbers.size > mostTwins) return;
        // Only twins of one list are a slip; equal numbers elsewhere are told apart by what a reader knows.
        if (first.parent !== second.parent || first.numbering?.family !== second.numbering?.family) continue;
        const doubtful = judged.get(second) ?? isDoubtful(analysis, first, second, []);
        judged.set(second, doubtful);
        if (doubtful) continue;
        reports.push({
          range: placeOfMember(reference, member),
          message: say`There is one ${nameCited(member)} on ${lineOf(analysis, first.heading)} and another on ${lineOf(analysis, second.heading)}: the citation could mean either.`,
          related: member.targets.map(({ provision }) => ({
            range: provision.heading,
            message: say`${nameAtSentenceStart(provision)} is here.`,
          })),
        });
      }
    }
    yield* reports;
  },
};

/** A document that says everything twice, in two languages or in several copies of a form, has no slip. */
const mostTwins = 3;
