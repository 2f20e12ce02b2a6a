import type { MapResult } from '../../../server/src/lsp/protocol/protocol.ts';

/** What may be drawn: who cites whom, or which terms are defined by which. */
export type MapSubject = 'citations' | 'terms';

/** What a map is told. */
export interface ToMap {
  readonly kind: 'map';
  readonly of: MapSubject;
  readonly map: MapResult;
}

/** What a map tells. */
export type FromMap =
  | { readonly kind: 'ready' }
  | { readonly kind: 'ask'; readonly of: MapSubject }
  | { readonly kind: 'goTo'; readonly line: number; readonly column: number; readonly focus: boolean }
  | { readonly kind: 'export'; readonly svg: string };

/** What a map says, in the language of the editor; numbers and words are put in for `{0}` and `{1}`. */
export interface MapTexts {
  readonly citations: string;
  readonly terms: string;
  readonly show: string;
  readonly filter: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly expandAll: string;
  readonly collapseAll: string;
  readonly exportSvg: string;
  readonly noCitations: string;
  readonly noTerms: string;
  readonly noMatch: string;
  readonly shown: string;
  readonly lesser: string;
  readonly hidden: string;
  readonly missing: string;
  readonly contains: string;
  readonly leads: string;
  readonly keys: string;
}
