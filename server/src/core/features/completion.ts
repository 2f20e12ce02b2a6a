import type { Analysis } from '../analysis.ts';
import type { Definition } from '../model/definition.ts';
import type { Provision } from '../model/provision.ts';
import type { TextRange } from '../text/range.ts';
import { citationCompletions } from './completion-citations.ts';
import { termCompletions } from './completion-terms.ts';
import type { HoverPart } from './hover.ts';
import { passageOf } from './provisions/passage.ts';
import { wholeOf } from './provisions/places.ts';
import { definedTermOf } from './terms/defined-term.ts';
import { termCardOf } from './terms/term-card.ts';

/** What may be meant to be typed at a place. */
export interface Completions {
  /** What has been typed of it, which an entry takes the place of. */
  readonly range: TextRange;
  readonly entries: readonly CompletionEntry[];
  /** Whether it holds for what has been typed alone: it is to be asked for anew at each key. */
  readonly isCut: boolean;
}

export interface CompletionEntry {
  /** What is typed for one, and what it is found by. */
  readonly text: string;
  /** What it is about: a caption, first words or what a term means. */
  readonly gist: string;
  /** What it stands in; empty where nothing tells. */
  readonly container: string;
  readonly subject: CompletionSubject;
}

/** What an entry names. */
export type CompletionSubject =
  | { readonly kind: 'provision'; readonly provision: Provision }
  | { readonly kind: 'term'; readonly definition: Definition };

/** Someone who knows what may be typed. */
export interface CompletionProvider {
  /** Whether it may know anything behind these words; asked on each key, before anything is read. */
  readonly begins: (before: string) => boolean;
  readonly complete: (analysis: Analysis, offset: number, before: string) => Completions | null;
}

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
