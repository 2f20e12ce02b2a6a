import type { Analysis } from '../../analysis.ts';
import type { Finding } from '../../rules/rule.ts';

/** Words that are written like a term and are defined nowhere, with the findings that tell of them. */
export interface UndefinedTerm {
  readonly term: string;
  readonly findings: readonly Finding[];
}

const rulesOfUndefinedTerms: ReadonlySet<string> = new Set(['undefined-term', 'possible-term']);

/** What was found to be used as a term without being one, by the alphabet. What is silenced is not among it. */
export function undefinedTerms(
  { snapshot }: Analysis,
  findings: readonly Finding[],
): readonly UndefinedTerm[] {
  const found = new Map<string, { term: string; findings: Finding[] }>();
  for (const finding of findings) {
    if (!rulesOfUndefinedTerms.has(finding.rule)) continue;
    const term = snapshot.slice(finding.range).replace(/\s+/g, ' ');
    const key = term.toLowerCase();
    const known = found.get(key);
    if (known) known.findings.push(finding);
    else found.set(key, { term, findings: [finding] });
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, missing]) => missing);
}
