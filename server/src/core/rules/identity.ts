import type { Analysis } from '../analysis.ts';
import { type Provision, walkProvisions } from '../model/provision.ts';
import { countLeading } from '../text/ascending.ts';
import type { TextRange } from '../text/range.ts';
import type { Finding } from './rule.ts';

/** What a finding is about, in words that stay when the document is numbered anew or grows elsewhere. */
export interface FindingSubject {
  readonly rule: string;
  /** The innermost provision in which the finding starts, as `nameForGood` has it; empty outside of all. */
  readonly provision: string;
  /** The words at its place, with single blanks; for a finding on a number, the words behind the number. */
  readonly text: string;
}

export function subjectOf(
  analysis: Analysis,
  { rule, range }: Pick<Finding, 'rule' | 'range'>,
): FindingSubject {
  const provision = innermostAt(analysis, range.start);
  return {
    rule,
    provision: provision ? nameForGood(analysis, provision) : '',
    text: wordsAt(analysis, range, provision),
  };
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

/** The levels of a name: enough to tell provisions apart, however deep they nest. */
const deepestName = 6;

/**
 * A name for a provision that does not depend on its number, nor on what stands before or behind it: the kinds and the
 * captions or first words of itself and of what it stands in.
 */
export function nameForGood(analysis: Analysis, provision: Provision): string {
  const parts: string[] = [];
  for (let at: Provision | null = provision; at && parts.length < deepestName; at = at.parent) {
    const from = at.designation?.end ?? at.range.start;
    const said = at.caption ?? (at.parent ? words(analysis.snapshot.slice(ownText(at, from))) : '');
    const slug = said
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .slice(0, 48);
    parts.unshift(`${at.kind}:${slug}`);
  }
  return parts.join('/');
}

/** Longer than any phrase that is wrong in itself, shorter than a paragraph that is edited every day. */
const longestText = 80;

function wordsAt({ snapshot }: Analysis, { start, end }: TextRange, provision: Provision | null): string {
  const number = provision?.designation;
  // A finding on the number alone would be lost with the number; what it stands before is not.
  if (provision && number && start < number.end && end <= number.end)
    return provision.caption ?? words(snapshot.slice(ownText(provision, number.end)));
  return words(snapshot.text.slice(start, Math.min(end, start + 4 * longestText)));
}

/** What stands behind the number, up to the first provision below it. */
function ownText({ children, range: { end } }: Provision, from: number): TextRange {
  const first = children.find(({ range }) => range.start >= from);
  return { start: from, end: Math.min(end, first?.range.start ?? end, from + 4 * longestText) };
}

/** With single blanks, and without the marks at both ends, which change when an item is put behind or before. */
function words(text: string): string {
  const inner = text.replace(/^[\s.,:;)\u2013\u2014-]+/, '').replace(/\s+/g, ' ');
  return inner.slice(0, longestText).replace(/[ .,:;]{1,9}$/, '');
}

function innermostAt(analysis: Analysis, offset: number): Provision | null {
  const provisions = walkProvisions(analysis.outline);
  let found = provisions[countLeading(provisions, ({ range }) => range.start <= offset) - 1] ?? null;
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
