import type { Analysis } from '../analysis.ts';
import type { CompletionProvider, CompletionSubject, Completions, HoverPart } from './answers.ts';
import { citationCompletions } from './completion-citations.ts';
import { termCompletions } from './completion-terms.ts';
import { passageOf } from './provisions/passage.ts';
import { wholeOf } from './provisions/places.ts';
import { definedTermOf } from './terms/defined-term.ts';
import { termCardOf } from './terms/term-card.ts';

/** How much of the text before the cursor is looked at. */
export const longestBeginning = 200;

/**
 * The keys behind which something may be offered without being asked for. Some editors ask at letters of their own
 * accord, as VS Code does where quick suggestions are on, and at no letter otherwise; others at these alone. Capitals
 * begin terms; with small ones they would ask at every word of prose.
 */
export const completionCharacters: readonly string[] = [' ', '(', '"', '“', ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const providers: readonly CompletionProvider[] = [citationCompletions, termCompletions];

/** Whether anything may be offered behind these words. Costs a look at the words alone. */
export function mayComplete(before: string): boolean {
  return providers.some(({ begins }) => begins(before));
}

/** About what the box beside the list can show. */
const longestPreview = 800;

/** What is told of an entry once someone looks at it. */
export function previewOf(analysis: Analysis, subject: CompletionSubject): HoverPart {
  if (subject.kind === 'provision')
    return { kind: 'passage', passage: passageOf(analysis, wholeOf(subject.provision), longestPreview) };
  const defined = definedTermOf(analysis, subject.definition);
  return { kind: 'term', card: termCardOf(analysis, defined, longestPreview) };
}

export function completionsAt(analysis: Analysis, offset: number): Completions | null {
  const before = analysis.snapshot.text.slice(Math.max(0, offset - longestBeginning), offset);
  for (const { begins, complete } of providers) {
    const found = begins(before) ? complete(analysis, offset, before) : null;
    if (found) return found;
  }
  return null;
}
