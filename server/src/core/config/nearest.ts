import { distance } from 'fastest-levenshtein';
import { say, translated } from '../text/say.ts';

/** Says that there is no such name, and which one was meant, if any is close. */
export function unknownName(name: string, noun: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  const [what, written] = [translated(noun), JSON.stringify(name)];
  return nearest === null
    ? say`There is no ${what} ${written}.`
    : say`There is no ${what} ${written}; did you mean ${JSON.stringify(nearest)}?`;
}

/** The candidate that `name` most likely was meant to be; null where none is close. */
export function nearestName(name: string, candidates: Iterable<string>): string | null {
  // What is longer than any candidate could excuse is not compared: the comparison costs the product of the lengths.
  if (name.length > longestName) return null;
  let nearest: string | null = null;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    const difference = distance(name.toLowerCase(), candidate.toLowerCase());
    if (difference >= least) continue;
    nearest = candidate;
    least = difference;
  }
  return nearest;
}

const longestName = 100;
