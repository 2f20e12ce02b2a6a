import type { Provision } from './provision.ts';

/**
 * Asks a question about a list of provisions once: published lists never change, and several rules ask the same of each.
 *
 * The answer is kept with the list. A `WeakMap` would do, but the engine, where it clears away what is young, takes all
 * that hangs in one for needed: whole outlines would outlive many edits.
 */
export function perOutline<Answer>(
  ask: (outline: readonly Provision[]) => Answer,
): (outline: readonly Provision[]) => Answer {
  return (outline) => {
    const known = answersOf(outline);
    if (known.has(ask)) return known.get(ask) as Answer;
    const answer = ask(outline);
    known.set(ask, answer);
    return answer;
  };
}

const answers = Symbol('answers');

function answersOf(
  outline: readonly Provision[] & { [answers]?: Map<unknown, unknown> },
): Map<unknown, unknown> {
  const known = outline[answers];
  if (known) return known;
  const fresh = new Map<unknown, unknown>();
  // No part of the list for those who compare or copy it.
  Object.defineProperty(outline, answers, { value: fresh, enumerable: false });
  return fresh;
}
