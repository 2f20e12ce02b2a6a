import { redactedProvision, redaction } from '../inline/redaction.ts';
import { nameAtSentenceStart, nameProvision, nameSibling, numberBeside } from '../model/naming.ts';
import { type Provision, walkProvisions } from '../model/provision.ts';
import { findSentenceSequences, judgeSequence, type Sequence } from '../model/sequences.ts';
import { say } from '../text/say.ts';
import type { Rule, RuleReport } from './rule.ts';

/** The enumerators inside a sentence do not count on: (i), (ii), (iv), or (i), (ii), (ii). */
export const inlineEnumeration: Rule = {
  id: 'inline-enumeration',
  title: 'An enumeration in a sentence that does not count on',
  severity: 'warning',
  scope: 'document',
  *check(analysis) {
    for (const sequence of findSentenceSequences(analysis.outline)) {
      for (const { before, after, missing } of judgeSequence(sequence).gaps) {
        const first = missing[0];
        if (!before || !first) continue;
        if (mayHold(analysis.snapshot.text, before, after, first)) continue;
        // A conversion runs whole sections into one line; they are no items of a sentence.
        yield report(
          after,
          before,
          isBracketed(after)
            ? say`${nameAtSentenceStart(after)} follows ${nameProvision(before)} in this sentence: ${nameSibling(after, first)} is missing.`
            : say`${nameAtSentenceStart(after)} follows ${nameProvision(before)} in this paragraph: ${nameSibling(after, first)} is missing.`,
        );
      }
      yield* findTwins(sequence);
    }
  },
};

/** Text left out that may be an item, or the rest of one and more: it stands behind punctuation or an enumerator. */
const redactedItem = new RegExp(`(?:^|[\\n\\r.,;:)]|\\s\\s)\\s{0,40}${redaction.source}`);

/** Punctuation and an enumerator behind it. */
const otherEnumerator = /[;,]\s{1,3}(?=\([a-zA-Z\d]{1,4}\){1,2}\s)/g;

/** The number stands there in a misprint such as "4)", or may stand in text left out, or a conversion made it a list mark. */
function mayHold(text: string, before: Provision, after: Provision, path: readonly number[]): boolean {
  const from = before.heading.end;
  const between = text.slice(from, after.heading.start);
  const label = numberBeside(after, path).replace(/[()]/g, '');
  return (
    new RegExp(`(?<![A-Za-z\\d])${label}\\s?\\)`).test(between) ||
    (isBracketed(after) ? redactedItem : redactedProvision).test(between) ||
    /[\n\r][ \t]*[-*•·][ \t]/.test(between) ||
    // The sentence is over, and what follows may belong to another.
    (isBracketed(after) && /[a-z)]\.\s{1,3}$/.test(between)) ||
    hasStranger(between, from, before)
  );
}

/** Another enumerator stands there, mistyped or of a list that was not recognised. */
function hasStranger(between: string, from: number, before: Provision): boolean {
  const inner = new Set<number>();
  for (const provision of walkProvisions(before.children)) {
    if ((provision.parent?.children.length ?? 0) > 1) inner.add(provision.heading.start);
  }
  for (const found of between.matchAll(otherEnumerator)) {
    if (!inner.has(from + found.index + found[0].length)) return true;
  }
  return false;
}

/** An item that comes twice in a row. */
function* findTwins(sequence: Sequence): Generator<RuleReport> {
  if (!isBracketed(sequence[0])) return;
  for (let index = 1; index < sequence.length; index += 1) {
    const first = sequence[index - 1];
    const second = sequence[index];
    if (!first || !second || worth(first) !== worth(second)) continue;
    yield report(second, first, say`${nameAtSentenceStart(second)} comes twice in this sentence.`);
  }
}

function isBracketed(provision: Provision | undefined): boolean {
  return provision?.numbering?.family.endsWith('#)') ?? false;
}

function worth(provision: Provision | undefined): number | undefined {
  return provision?.numbering?.path[0];
}

function report(place: Provision, other: Provision, message: string): RuleReport {
  return {
    range: place.designation ?? place.heading,
    message,
    related: [
      { range: other.designation ?? other.heading, message: say`${nameAtSentenceStart(other)} is here.` },
    ],
  };
}
