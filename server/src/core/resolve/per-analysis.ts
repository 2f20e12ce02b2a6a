import type { Analysis } from '../analysis.ts';

/** Asks a question about an analysis once, when it is first needed: analyses never change, and many ask the same of each. */
export function perAnalysis<Answer>(ask: (analysis: Analysis) => Answer): (analysis: Analysis) => Answer {
  const answers = new WeakMap<Analysis, { readonly answer: Answer }>();
  return (analysis) => {
    const known = answers.get(analysis);
    if (known) return known.answer;
    const answer = ask(analysis);
    answers.set(analysis, { answer });
    return answer;
  };
}
