import type { Analysis } from '../analysis.ts';
import type { Provision } from '../model/provision.ts';
import type { ContentsEntry } from '../syntax/contents-entries.ts';
import type { TextRange } from '../text/range.ts';
import type { NewNumbers } from './numbers-in-text.ts';
import { numberWithin } from './written-number.ts';

/** The number of an entry of the contents, and what is written over it. */
export interface EntryNumber extends TextRange {
  readonly newText: string;
}

/** What becomes of the number of an entry; null where it stays. */
export function entryNumber(
  analysis: Analysis,
  { designation, range, caption }: ContentsEntry,
  provision: Provision,
  numbers: NewNumbers,
): EntryNumber | 'unsure' | null {
  const { number, path } = designation;
  const place = numberWithin(analysis.snapshot.slice(range), number);
  const newText = numbers.write(number, path, provision);
  if (!place || newText === null || !agree(caption, provision.caption ?? '')) return 'unsure';
  if (newText === number) return null;
  return { start: range.start + place.start, end: range.start + place.end, newText };
}

/** Wrapped entries, capitals and punctuation may differ. */
export function agree(left: string, right: string): boolean {
  const [a, b] = [lettersOf(left), lettersOf(right)];
  return !a || !b || a.startsWith(b) || b.startsWith(a);
}

export function lettersOf(caption: string): string {
  return caption
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^\p{L}]/gu, '');
}
