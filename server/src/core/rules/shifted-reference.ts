import type { Analysis } from '../analysis.ts';
import { explicitCitation, isPlain, isPlainRelative } from '../features/citations/restated-citation.ts';
import { nameAtSentenceStart, nameProvision } from '../model/naming.ts';
import { fullName, type ShiftedCitation, shiftedCitations } from '../resolve/meanings.ts';
import { say } from '../text/say.ts';
import { replacement } from './citing.ts';
import type { Fix, Rule, RuleReport } from './rule.ts';

/**
 * A citation that nobody touched and that means another provision than before: "the preceding Article" since the document
 * was opened or its author saved it, a number since the last commit.
 */
export const shiftedReference: Rule = {
  id: 'shifted-reference',
  title: 'A citation that came to mean another provision',
  severity: 'information',
  scope: 'document',
  *check(analysis, _configuration, _silenced, _others, { saved, committed }) {
    const told = new Set<number>();
    // What a number means is on its way while its author renumbers: it counts from one commit to the next.
    for (const [earlier, when, forms] of [
      [saved, 'saved', /^relative$/],
      [committed, 'committed', /^(?:relative|explicit)$/],
    ] as const) {
      if (!earlier) continue;
      for (const shifted of shiftedCitations(analysis, earlier, ({ form }) => forms.test(form))) {
        const { start } = shifted.reference.range;
        if (!told.has(start)) yield report(analysis, shifted, when);
        told.add(start);
      }
    }
  },
};

function report(analysis: Analysis, shifted: ShiftedCitation, when: 'saved' | 'committed'): RuleReport {
  const { reference, then, now, meant } = shifted;
  const before =
    meant && fullName(meant) !== then.name
      ? say`${then.name}, which is ${nameProvision(meant)} now`
      : then.name;
  return {
    range: reference.range,
    message:
      when === 'saved'
        ? say`When this document was opened, or last saved by hand, this citation meant ${before}; it now means ${fullName(now)}.`
        : say`In the last commit, this citation meant ${before}; it now means ${fullName(now)}.`,
    related: [...(meant ? [meant] : []), now].map((provision) => ({
      range: provision.heading,
      message: say`${nameAtSentenceStart(provision)} is here.`,
    })),
    fixes: fixesOf(analysis, shifted),
  };
}

function fixesOf(analysis: Analysis, { reference, meant }: ShiftedCitation): Fix[] {
  if (!meant || !(isPlain(reference, analysis) || isPlainRelative(reference, analysis))) return [];
  const written = explicitCitation(reference, meant, analysis, (offset) => offset);
  return written === null ? [] : [replacement(reference.range, reference.text, written)];
}
