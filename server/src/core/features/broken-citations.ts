import type { Finding } from '../rules/rule.ts';
import type { TextRange } from '../text/range.ts';

/** The rules that tell of citations which do not lead where they say. */
const rulesOfCitations: ReadonlySet<string> = new Set([
  'broken-reference',
  'wrong-kind-reference',
  'ambiguous-reference',
  'caption-mismatch',
  'doubtful-target',
  'missing-attachment',
]);

/** Whether a broken citation was found here, which editors then tell of by themselves. */
export function isReportedAsBroken(findings: readonly Finding[], { start, end }: TextRange): boolean {
  return findings.some(
    ({ rule, range }) => rulesOfCitations.has(rule) && range.start < end && start < range.end,
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
  const broken = findings
    .filter(({ rule }) => rulesOfCitations.has(rule))
    .sort((a, b) => a.range.start - b.range.start);
  const found =
    direction === 'next'
      ? (broken.find(({ range }) => range.start > offset) ?? broken[0])
      : (broken.findLast(({ range }) => range.start < offset) ?? broken.at(-1));
  return found ?? null;
}
