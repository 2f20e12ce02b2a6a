import type { Analysis } from '../analysis.ts';
import { walkProvisions } from '../model/provision.ts';
import { readReferences, referencesOf } from '../resolve/references.ts';
import { readTerms, termsOf } from '../resolve/terms.ts';
import { runRulesInSteps } from '../rules/run.ts';
import type { TextRange } from '../text/range.ts';
import type { Steps } from '../text/steps.ts';
import type { SpacedText } from './spaced-text.ts';

/**
 * All that a document is read as, piece by piece: provisions, paragraphs, citations, terms and findings, with their places
 * counted in characters without blanks, so that two layouts of one text can be compared. The value of an entry is the
 * stretch of characters that it speaks of.
 */
export type Meaning = ReadonlyMap<string, TextRange>;

export function* meaningOf(analysis: Analysis, spaced: SpacedText): Steps<Meaning> {
  const meaning = new Map<string, TextRange>();
  const place = (offset: number): number => spaced.countBefore(offset);
  const add = ({ start, end }: TextRange, ...words: readonly unknown[]): void => {
    const range = { start: place(start), end: place(end) };
    meaning.set(`${range.start}-${range.end} ${words.join(' ')}`, range);
  };
  for (const { start, end } of analysis.paragraphs) add({ start, end }, 'paragraph');
  for (const { labelRange, valueRange } of analysis.labelRows)
    add(labelRange, 'label', place(valueRange.start));
  for (const provision of walkProvisions(analysis.outline)) {
    const { heading, kind, number, numbering, parent, range, captionRange, inline, implied } = provision;
    const above = parent ? place(parent.heading.start) : -1;
    const caption = captionRange ? `${place(captionRange.start)}-${place(captionRange.end)}` : '';
    const sure = provision.confidence >= judged;
    add(heading, 'provision', kind, number, numbering?.family, above, caption, inline, implied, sure);
    add(range, 'all of', kind, number);
  }
  yield;
  yield* readReferences(analysis);
  for (const { range, status, members, confidence } of referencesOf(analysis)) {
    const targets = members.flatMap((member) => member.targets);
    const cited = targets.map(({ provision }) => place(provision.heading.start));
    add(range, 'citation', status, cited.join(','), confidence >= judged);
  }
  yield;
  yield* readTerms(analysis);
  const terms = termsOf(analysis);
  for (const { range, term } of terms.definitions) add(range, 'definition', term.replace(/\s+/g, ' '));
  for (const { paragraph, answer } of terms.paragraphs) {
    for (const { start, end } of answer.matches) {
      const use = paragraph.rangeOf(start, end);
      const definition = terms.definitionAt(paragraph.text.slice(start, end), use.start);
      add(use, 'use', definition ? place(definition.range.start) : '');
    }
    yield;
  }
  yield;
  for (const { range, rule } of yield* runRulesInSteps(analysis)) add(range, 'finding', rule);
  return meaning;
}

/** Rules judge nothing that is less sure. */
const judged = 0.6;

/** The stretches of characters of which something is said in one of the two alone. */
export function differencesBetween(before: Meaning, after: Meaning): readonly TextRange[] {
  const found: TextRange[] = [];
  for (const [entry, range] of before) if (!after.has(entry)) found.push(range);
  for (const [entry, range] of after) if (!before.has(entry)) found.push(range);
  return found;
}
