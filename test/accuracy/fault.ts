import type { Analysis } from '../../server/src/core/analysis.ts';

/** A document with one fault put in. */
export interface Fault {
  readonly kind: string;
  /** The rules that may show it. */
  readonly expected: readonly string[];
  readonly text: string;
  /** Where the fault shows, in the altered text. */
  readonly from: number;
  readonly until: number;
  /** What the finding must be about, as `keyOf` has its words, where its place alone does not show it. */
  readonly about?: string;
  /** The same place in the text as it was: what an expected rule finds there already does not count. */
  readonly before?: { readonly text: string; readonly from: number; readonly until: number };
}

/** A place at which a document can be given a fault. */
export interface Place {
  readonly kind: string;
  /** The document's folder and name. */
  readonly path: string;
  make(): Fault;
}

/** A family of faults: all the places of a document at which one can be put in. */
export type FindPlaces = (analysis: Analysis, text: string, path: string) => Place[];
