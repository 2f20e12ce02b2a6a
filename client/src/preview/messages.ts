import type { TypesetResult } from '../../../server/src/lsp/protocol/protocol.ts';

/** What a preview is told. */
export type ToPreview =
  | { readonly kind: 'typeset'; readonly typeset: TypesetResult }
  /** The line at the top of the editor; what stands between two lines is told by a fraction. */
  | { readonly kind: 'scroll'; readonly line: number }
  | { readonly kind: 'card'; readonly anchor: string; readonly html: string | null };

/** What a preview tells. */
export type FromPreview =
  | { readonly kind: 'ready' }
  | { readonly kind: 'scrolled'; readonly line: number }
  /** Somebody chose a place: `focus` where they go on there. */
  | { readonly kind: 'goTo'; readonly line: number; readonly column: number; readonly focus: boolean }
  | { readonly kind: 'card'; readonly anchor: string };
