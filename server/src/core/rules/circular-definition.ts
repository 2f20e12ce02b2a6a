import type { Analysis } from '../analysis.ts';
import type { Definition } from '../model/definition.ts';
import { type Terms, termsOf } from '../resolve/terms.ts';
import { say } from '../text/say.ts';
import type { Rule } from './rule.ts';

/** Two terms that are each said to be the other. */
export const circularDefinition: Rule = {
  id: 'circular-definition',
  title: 'Terms that are defined by each other',
  severity: 'warning',
  scope: 'document',
  *check(analysis) {
    const terms = termsOf(analysis);
    const heads = new Map<Definition, Definition>();
    for (const definition of terms.definitions) {
      const head = headOf(analysis, terms, definition);
      if (head && head !== definition) heads.set(definition, head);
    }
    for (const [definition, head] of heads) {
      // Reported once, where the circle closes.
      if (heads.get(head) !== definition || head.range.start > definition.range.start) continue;
      yield {
        range: definition.range,
        message: say`“${definition.term}” is defined by “${head.term}”, and “${head.term}” by “${definition.term}”: neither gets a meaning.`,
        related: [{ range: head.range, message: say`The definition of “${head.term}”.` }],
      };
    }
  },
};

/** The defined term that a meaning begins with and that is nearly all of it: "means the Rent". */
function headOf(
  { snapshot }: Analysis,
  terms: Terms,
  { meaning, form, quoted }: Definition,
): Definition | null {
  if (!meaning || quoted || form !== 'means') return null;
  const words = snapshot.text.slice(meaning.start, Math.min(meaning.end, meaning.start + 200));
  const lead =
    /^(?:(?:the|an?|any|each|all) )?(?:meaning (?:given to|of) |same as )?["“]?/i.exec(words)?.[0].length ??
    0;
  const found = terms.at(meaning.start + lead + 1);
  if (!found || !('definition' in found) || found.range.start !== meaning.start + lead) return null;
  const rest = snapshot.text.slice(found.range.end, meaning.end);
  return /^["”]?(?: (?:as )?(?:defined|described|referred to) (?:herein|above|below|hereunder|in this [A-Z]\w+))?[.;,]?\s*$/.test(
    rest.slice(0, 80),
  )
    ? found.definition
    : null;
}
