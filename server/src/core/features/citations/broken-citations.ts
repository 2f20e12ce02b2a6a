import type { Finding } from '../../rules/rule.ts';
import type { TextRange } from '../../text/range.ts';

/** The rules that tell of citations which do not lead where they say. */
const rulesOfCitations: ReadonlySet<string> = new Set([
  'broken-reference',
  'wrong-kind-reference',
  'ambiguous-reference',
  'caption-mismatch',
  'doubtful-target',
  'missing-attachment',
]);

/** Whether a finding tells of a citation that does not lead where it says. */
export function tellsOfCitation({ rule }: Finding): boolean {
  return rulesOfCitations.has(rule);
}

/** Whether a broken citation was found here, which editors then tell of by themselves. */
export function isReportedAsBroken(findings: readonly Finding[], { start, end }: TextRange): boolean {
  return findings.some(
    (finding) => tellsOfCitation(finding) && finding.range.start < end && start < finding.range.end,
  );
}

/**
 * Of what was found, the nearest broken citation behind or before a place, beginning again at the other end of the
 * document. What somebody silenced is not among the findings, and so is not gone to.
 */
export function nearestBrokenCitation(
  findings: readonly Finding[],
  offset: number,
  direction: 'next' | 'previous',
): Finding | null {
  const broken = findings.filter(tellsOfCitation).sort((a, b) => a.range.start - b.range.start);
  const found =
    direction === 'next'
      ? (broken.find(({ range }) => range.start > offset) ?? broken[0])
      : (broken.findLast(({ range }) => range.start < offset) ?? broken.at(-1));
  return found ?? null;
}
