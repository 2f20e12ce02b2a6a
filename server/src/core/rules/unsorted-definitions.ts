import { countLeading } from '../text/ascending.ts';
import { say } from '../text/say.ts';
import { definitionLists } from './definition-lists.ts';
import type { Rule } from './rule.ts';

/** Shorter lists are in alphabetical order by chance. */
const shortestList = 8;

/** A list of definitions that is in alphabetical order but for one of them. */
export const unsortedDefinitions: Rule = {
  id: 'unsorted-definitions',
  title: 'Definitions out of alphabetical order',
  severity: 'hint',
  scope: 'document',
  *check(analysis) {
    for (const all of definitionLists(analysis)) {
      // "S&P" stands where its full name would, or where its letters do.
      const list = all.filter(({ term }) => !term.includes('&'));
      if (list.length < shortestList) continue;
      const keys = list.map(({ term }) => alphabeticalKey(term));
      const sorted = longestSorted(keys);
      if (list.length - sorted.size !== 1) continue;
      const at = keys.findIndex((_, index) => !sorted.has(index));
      const definition = list[at];
      const next = list.find((_, index) => sorted.has(index) && (keys[index] ?? '') > (keys[at] ?? ''));
      if (!definition) continue;
      yield {
        range: definition.range,
        message: next
          ? say`“${definition.term}” stands out of alphabetical order: its place is before “${next.term}”.`
          : say`“${definition.term}” stands out of alphabetical order: its place is at the end.`,
        related: next ? [{ range: next.range, message: say`“${next.term}” comes next.` }] : [],
      };
    }
  },
};

/** What the alphabetical order of terms goes by. */
export function alphabeticalKey(term: string): string {
  return term.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The positions of a longest run that is in order, others left out. */
export function longestSorted(keys: readonly string[]): ReadonlySet<number> {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [at, key] of keys.entries()) {
    const place = countLeading(ends, (end) => (keys[end] ?? '') <= key);
    before[at] = ends[place - 1] ?? -1;
    ends[place] = at;
  }
  const found = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) found.add(at);
  return found;
}
