import type { Analysis } from '../analysis.ts';
import { nameAtSentenceStart } from '../model/naming.ts';
import { type Candidate, candidatesFor } from '../resolve/candidates.ts';
import { nameInPlace } from '../resolve/citation-names.ts';
import { explainFailure } from '../resolve/failures.ts';
import { readReferences, referencesOf } from '../resolve/references.ts';
import { say } from '../text/say.ts';
import { citesAttachment, isSure, placeOfMember, replacement } from './citing.ts';
import type { Fix, Rule } from './rule.ts';

/** A citation of a provision that the document does not have. */
export const brokenReference: Rule = {
  id: 'broken-reference',
  title: 'A citation of a provision that is not there',
  severity: 'error',
  scope: 'document',
  prepare: readReferences,
  *check(analysis) {
    for (const reference of referencesOf(analysis).filter(({ status }) => status === 'unresolved')) {
      if (!isSure(reference) || citesAttachment(reference)) continue;
      for (const member of reference.members) {
        if (!member.failure || member.failure.reason === 'several') continue;
        const candidates = candidatesFor(analysis, reference, member);
        const { reached } = member.failure;
        yield {
          range: placeOfMember(reference, member),
          message: explainFailure(analysis, reference, member),
          related: reached
            ? [{ range: reached.heading, message: say`${nameInPlace(reached)} is here.` }]
            : candidates.map(({ provision }) => ({
                range: provision.heading,
                message: say`${nameAtSentenceStart(provision)} is here.`,
              })),
          fixes: candidates.flatMap((candidate) => fixFor(analysis, candidate)),
        };
      }
    }
  },
};

function fixFor({ snapshot }: Analysis, { step, number }: Candidate): Fix[] {
  if (!step) return [];
  const printed = snapshot.slice(step.range);
  const corrected = printed.replace(step.number, number);
  return corrected === printed ? [] : [replacement(step.range, printed, corrected)];
}
