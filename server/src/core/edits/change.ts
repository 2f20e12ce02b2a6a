import type { Provision } from '../model/provision.ts';
import type { Insertion, Relocation } from './arranged-text.ts';
import type { Renumbering } from './new-numbers.ts';
import type { Path } from './written-number.ts';

/** What a command does to a document: to its text but for numbers and citations, and to its numbers. Immutable. */
export interface StructuralChange {
  readonly renumbering: Renumbering;
  readonly relocation: Relocation | null;
  readonly insertion: (Insertion & { readonly path: Path }) | null;
  /** The provisions that come to stand in another one. */
  readonly newParents: ReadonlyMap<Provision, Provision>;
  /** What it does with text, as a sentence for the author. */
  readonly explanation: string;
}
