import type { Analysis } from '../analysis.ts';
import { perOutline } from '../model/perOutline.ts';
import { type Provision, walkProvisions } from '../model/provision.ts';
import type { TextRange } from '../text/range.ts';
import type { Finding } from './rule.ts';

/** What a finding is about, in words that stay when the document is numbered anew or grows elsewhere. */
export interface FindingSubject {
  readonly rule: string;
  /** The id of the innermost provision in which the finding starts; empty outside of all. */
  readonly provision: string;
  /** The words at its place, with single blanks; for a finding on a number, the words behind the number. */
  readonly text: string;
}

export function subjectOf(
  analysis: Analysis,
  { rule, range }: Pick<Finding, 'rule' | 'range'>,
): FindingSubject {
  const provision = innermostAt(analysis, range.start);
  return { rule, provision: provision?.id ?? '', text: wordsAt(analysis, range, provision) };
}

/**
 * Gives findings of one document, asked for in their order, short names that stay from draft to draft. Findings of one
 * subject are told apart by their order.
 */
export function findingIdentity(analysis: Analysis): (finding: Finding) => string {
  const counts = new Map<string, number>();
  return (finding) => {
    const { rule, provision, text } = subjectOf(analysis, finding);
    const name = fingerprint(`${rule}\n${provision}\n${text}`);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${name}:${count}`;
  };
}

/** Longer than any phrase that is wrong in itself, shorter than a paragraph that is edited every day. */
const longestText = 80;

function wordsAt({ snapshot }: Analysis, range: TextRange, provision: Provision | null): string {
  const number = provision?.designation;
  const start = number && range.start < number.end ? Math.max(range.start, number.end) : range.start;
  // A finding on the number alone would be lost with the number; what it stands before is not.
  const end = start < range.end ? range.end : start + longestText;
  return snapshot.text
    .slice(start, Math.min(end, start + 4 * longestText))
    .replace(/^[\s.,:)\u2013\u2014-]+/, '')
    .replace(/\s+/g, ' ')
    .slice(0, longestText)
    .trim();
}

/** The provisions in the order of the text, found by their places. */
const inOrder = perOutline((outline) => [...walkProvisions(outline)]);

function innermostAt(analysis: Analysis, offset: number): Provision | null {
  const provisions = inOrder(analysis.outline);
  let low = 0;
  let high = provisions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((provisions[middle]?.range.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  let found = provisions[low] ?? null;
  while (found && (offset < found.range.start || offset >= found.range.end)) found = found.parent;
  return found;
}

/** FNV-1a in 64 bits, in hexadecimal digits: no secret, only short. */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1)
    hash = ((hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, '0');
}
