import type { Analysis } from '../analysis.ts';
import type { Definition as TermDefinition } from '../model/definition.ts';
import type { Provision } from '../model/provision.ts';
import type { TextRange } from '../text/range.ts';
import type { Passage } from './provisions/passage.ts';
import type { Place } from './provisions/places.ts';
import type { TermCard } from './terms/term-card.ts';

/** Where "go to definition" leads. */
export interface Definition {
  /** What is underlined as the link. */
  readonly origin: TextRange;
  readonly places: readonly Place[];
}

/** All places where the thing at the cursor is named. */
export interface Mentions {
  /** Where it is declared: the headings of provisions, a term where it is defined. Each in pieces, as it stands in its lines. */
  readonly declarations: ReadonlyArray<readonly TextRange[]>;
  /** Where it is cited or used, in the order of the text. */
  readonly uses: ReadonlyArray<readonly TextRange[]>;
}

/** What is told of the thing under the mouse, as plain data: how it looks is the adapter's matter. */
export interface Hover {
  /** What it speaks of. */
  readonly range: TextRange;
  readonly parts: readonly HoverPart[];
}

/** A sentence, one that says why a citation is broken, a provision with its text, or a term with its meaning. */
export type HoverPart =
  | { readonly kind: 'note' | 'trouble'; readonly text: string }
  | { readonly kind: 'term'; readonly card: TermCard }
  | { readonly kind: 'passage'; readonly passage: Passage };

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
  | { readonly kind: 'term'; readonly definition: TermDefinition };

/** Someone who knows what may be typed. */
export interface CompletionProvider {
  /** Whether it may know anything behind these words; asked on each key, before anything is read. */
  readonly begins: (before: string) => boolean;
  readonly complete: (analysis: Analysis, offset: number, before: string) => Completions | null;
}
