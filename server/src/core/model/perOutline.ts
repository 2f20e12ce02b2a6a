import type { Provision } from './provision.ts';

/** Asks a question about an outline once: outlines never change, and several rules ask the same of each. */
export function perOutline<Answer>(
  ask: (outline: readonly Provision[]) => Answer,
): (outline: readonly Provision[]) => Answer {
  const answers = new WeakMap<readonly Provision[], { readonly answer: Answer }>();
  return (outline) => {
    const known = answers.get(outline);
    if (known) return known.answer;
    const answer = ask(outline);
    answers.set(outline, { answer });
    return answer;
  };
}
