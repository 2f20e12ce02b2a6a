import { nameAtSentenceStart, nameProvision, nameSibling } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
import { findSentenceSequences, judgeSequence } from '../model/sequences.ts';
import type { Rule, RuleReport } from './rule.ts';

/** The enumerators inside a sentence do not count on: (i), (ii), (iv). */
export const inlineEnumeration: Rule = {
  id: 'inline-enumeration',
  title: 'An enumeration in a sentence that does not count on',
  severity: 'warning',
  scope: 'document',
  *check(analysis) {
    for (const sequence of findSentenceSequences(analysis.outline)) {
      const { gaps, duplicates, misordered } = judgeSequence(sequence);
      for (const { before, after, missing } of gaps) {
        const first = missing[0];
        if (!before || !first) continue;
        const printed = nameSibling(after, first).replace(/^\w+ /, '');
        const between = analysis.snapshot.text.slice(before.heading.end, after.heading.start);
        // A conversion may have left a list mark where the number was.
        if (between.includes(printed) || /[\n\r][ \t]*[-*•·][ \t]/.test(between)) continue;
        yield report(
          after,
          before,
          `${nameAtSentenceStart(after)} follows ${nameProvision(before)} in this sentence: ${nameSibling(after, first)} is missing.`,
        );
      }
      for (const { first, second } of duplicates) {
        yield report(
          second,
          first,
          `This sentence has two items ${second.ordinal === null ? '' : shown(second)}: the enumeration does not count on.`,
        );
      }
      for (const { provision, previous } of misordered) {
        yield report(
          provision,
          previous,
          `${nameAtSentenceStart(provision)} comes after ${nameProvision(previous)} in this sentence: the items are out of order.`,
        );
      }
    }
  },
};

function shown(provision: Provision): string {
  return nameProvision(provision).replace(/^\w+ /, '');
}

function report(place: Provision, other: Provision, message: string): RuleReport {
  return {
    range: place.designation ?? place.heading,
    message,
    related: [
      { range: other.designation ?? other.heading, message: `${nameAtSentenceStart(other)} is here.` },
    ],
  };
}
