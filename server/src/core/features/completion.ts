import type { Analysis } from '../analysis.ts';
import type { Provision } from '../model/provision.ts';
import type { TextRange } from '../text/range.ts';
import { citationCompletions } from './completion-citations.ts';

/** What may be meant to be typed at a place. */
export interface Completions {
  /** What has been typed of it, which an entry takes the place of. */
  readonly range: TextRange;
  readonly entries: readonly CompletionEntry[];
  /** Whether there are more that would show after more has been typed. */
  readonly isCut: boolean;
}

export interface CompletionEntry {
  /** What is typed for one, and what it is found by. */
  readonly text: string;
  /** What it is about: a caption or first words. */
  readonly gist: string;
  /** What it stands in; empty where nothing tells. */
  readonly container: string;
  readonly provision: Provision;
}

/** Someone who knows what may be typed. */
export interface CompletionProvider {
  /** Whether it may know anything behind these words; asked on each key, before anything is read. */
  readonly begins: (before: string) => boolean;
  readonly complete: (analysis: Analysis, offset: number, before: string) => Completions | null;
}

/** How much of the text before the cursor is looked at. */
export const longestBeginning = 200;

/** The keys behind which something may be offered without being asked for. */
export const completionCharacters: readonly string[] = [' ', '('];

const providers: readonly CompletionProvider[] = [citationCompletions];

/** Whether anything may be offered behind these words. Costs a look at the words alone. */
export function mayComplete(before: string): boolean {
  return providers.some(({ begins }) => begins(before));
}

export function completionsAt(analysis: Analysis, offset: number): Completions | null {
  const before = analysis.snapshot.text.slice(Math.max(0, offset - longestBeginning), offset);
  for (const { begins, complete } of providers) {
    const found = begins(before) ? complete(analysis, offset, before) : null;
    if (found) return found;
  }
  return null;
}
