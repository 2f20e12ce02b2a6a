import type { Analysis } from '../analysis.ts';

/**
 * Asks a question about an analysis once, when it is first needed: analyses never change, and many ask the same of each.
 * The answer is kept with the analysis, for the reason given with `perOutline`.
 */
export function perAnalysis<Answer>(ask: (analysis: Analysis) => Answer): (analysis: Analysis) => Answer {
  return (analysis) => {
    if (analysis.answers.has(ask)) return analysis.answers.get(ask) as Answer;
    const answer = ask(analysis);
    analysis.answers.set(ask, answer);
    return answer;
  };
}
