import type { Reference, ReferenceStatus } from '../../server/src/core/model/reference.ts';
import type { TextSnapshot } from '../../server/src/core/text/snapshot.ts';

/** A citation that a careful reader found; lines count from 1. A list or range is one. */
export interface GoldReference {
  readonly text: string;
  readonly line: number;
  readonly status: ReferenceStatus;
  /** The lines of the provisions it leads to. */
  readonly targets: readonly number[];
  /** May be found or not. */
  readonly optional?: boolean;
}

/** How well the references of a document agree with the gold; each from 0 to 1, with every fault in words. */
export interface ReferenceScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** The share of the gold that was found and leads to exactly the right lines, with the right status. */
  readonly resolution: number;
  readonly wanted: number;
  readonly faults: readonly string[];
}

interface Found {
  readonly text: string;
  readonly line: number;
  readonly status: ReferenceStatus;
  readonly targets: readonly number[];
}

/**
 * Pairs by line (the same, then one off) and words: equal ones first, then one inside the other with all of its numbers
 * ("Exhibit 1" for "Exhibit 1 to this Schedule"). What a list was split into belongs to it.
 */
export function scoreReferences(
  gold: readonly GoldReference[],
  references: readonly Reference[],
  snapshot: TextSnapshot,
): ReferenceScore {
  let left = gold.slice();
  const found = references.map((reference) => toFound(reference, snapshot));
  const pairs: Array<{ entry: GoldReference; uses: Found[] }> = [];
  for (const isSame of [equalText, insideText]) {
    for (const slack of [0, 1]) {
      left = left.filter((entry) => {
        const at = found.findIndex(
          (one) => Math.abs(one.line - entry.line) <= slack && isSame(entry.text, one.text),
        );
        const use = found[at];
        if (!use) return true;
        found.splice(at, 1);
        pairs.push({ entry, uses: [use] });
        return false;
      });
    }
  }
  for (const { entry, uses } of pairs) takeParts(entry, uses, found);
  const missed = left.filter(({ optional }) => !optional);
  const counted = pairs.filter(({ entry }) => !entry.optional);
  const wrong = counted.filter(({ entry, uses }) => !leadsRight(entry, uses));
  const precision = share(counted.length, counted.length + found.length);
  const recall = share(counted.length, counted.length + missed.length);
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    resolution: share(counted.length - wrong.length, counted.length + missed.length),
    wanted: counted.length + missed.length,
    faults: [
      ...wrong.map(
        ({ entry, uses }) =>
          `line ${entry.line}: “${entry.text}” is ${entry.status} ${entry.targets.join()}, not ${uses.map(({ status, targets }) => `${status} ${targets.join()}`).join(' and ')}`,
      ),
      ...missed.map(({ line, text }) => `line ${line}: “${text}” was missed`),
      ...found.map(({ line, text, status }) => `line ${line}: “${text}” (${status}) is none`),
    ],
  };
}

function toFound({ text, range, status, members }: Reference, snapshot: TextSnapshot): Found {
  const lineOf = (offset: number): number => snapshot.lineAt(offset) + 1;
  return {
    text,
    line: lineOf(range.start),
    status,
    // A target stands where its number is printed; a part of one where its text begins.
    targets: members.flatMap(({ targets }) =>
      targets.map(({ provision, range: meant }) =>
        lineOf(
          meant.start === provision.range.start
            ? (provision.designation ?? provision.heading).start
            : meant.start,
        ),
      ),
    ),
  };
}

function takeParts(entry: GoldReference, uses: Found[], found: Found[]): void {
  const wanted = numbersOf(entry.text);
  const first = uses[0];
  if (!first) return;
  const known = numbersOf(first.text);
  for (const part of found.slice()) {
    const numbers = [...numbersOf(part.text)];
    const near = part.line - entry.line >= 0 && part.line - entry.line <= 1;
    if (!near || numbers.length === 0 || simplify(part.text) === simplify(first.text)) continue;
    if (!numbers.every((number) => wanted.has(number)) || numbers.every((number) => known.has(number)))
      continue;
    uses.push(part);
    found.splice(found.indexOf(part), 1);
  }
}

function leadsRight(entry: GoldReference, uses: readonly Found[]): boolean {
  const lines = new Set(uses.flatMap(({ targets }) => targets));
  const wanted = new Set(entry.targets);
  return (
    uses.every(({ status }) => status === entry.status) &&
    lines.size === wanted.size &&
    [...wanted].every((line) => lines.has(line))
  );
}

function equalText(gold: string, found: string): boolean {
  return simplify(gold) === simplify(found);
}

function insideText(gold: string, found: string): boolean {
  const [a, b] = [simplify(gold), simplify(found)];
  if (b.length < 4 || !(a.includes(b) || b.includes(a))) return false;
  const wanted = [...numbersOf(gold)];
  const numbers = numbersOf(found);
  return wanted.some((number) => numbers.has(number)) === wanted.length > 0;
}

function numbersOf(text: string): ReadonlySet<string> {
  return new Set(simplify(text).match(/\d+[a-z]?(?:[.-]\d+)*|\b[ivx]+\b|\b[a-z]\b/g) ?? []);
}

function simplify(text: string): string {
  return text
    .replace(/[\s"“”*_]+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/[.,; ]+$/, '');
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
