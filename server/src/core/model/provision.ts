import type { TextRange } from '../text/range.ts';
import type { Numeral } from './numerals.ts';
import { perOutline } from './perOutline.ts';

/** What a unit of a legal document is, in the field's terms. The order is that of `inspect --json`. */
export const provisionKinds = [
  'instrument',
  'statement',
  'preamble',
  'recital',
  'part',
  'chapter',
  'article',
  'section',
  'subsection',
  'clause',
  'paragraph',
  'item',
  'subitem',
  'exhibit',
  'schedule',
  'annex',
  'appendix',
  'supplement',
  'signature',
] as const;

export type ProvisionKind = (typeof provisionKinds)[number];

/** A number as siblings compare it. */
export interface Numbering {
  /** Siblings of one family and numeral count on from each other: `article`, `(#)`, `#.#`. */
  readonly family: string;
  readonly numeral: Numeral;
  /** `[3, 10]` for 3.10, `[20, 2]` for Article 20.2, one value for the rest. */
  readonly path: readonly number[];
}

/**
 * A unit of a document: an instrument, a chapter, an article, an item of a list, a signature block.
 * Immutable once its analysis is published. All ranges are half-open UTF-16 offsets into the document.
 */
export interface Provision {
  /** Does not depend on the number printed, so that it survives a renumbering. Unique in its document. */
  readonly id: string;
  readonly kind: ProvisionKind;
  /** As printed, without the dots and brackets around it; null where none is printed (and for implied ones). */
  readonly number: string | null;
  /** The number to show: as `number`, or what an implied paragraph would carry. */
  readonly ordinal: string | null;
  /** How the number is written and what it is worth; null where there is none. */
  readonly numbering: Numbering | null;
  readonly caption: string | null;
  /** Covers the printed designation ("Article 5.", "(a)"); null where none is printed. */
  readonly designation: TextRange | null;
  /** Inside the heading, but for a caption that stands above its number: that is before the provision's range. */
  readonly captionRange: TextRange | null;
  /** Designation and caption: what an editor selects for it. Never empty unless the document is. */
  readonly heading: TextRange;
  /** All of it, its children included; furniture behind its last text is left out. */
  readonly range: TextRange;
  /** Stands inside a sentence or behind other text on its line. */
  readonly inline: boolean;
  /** The paragraph it begins in, as a place in the analysis's blocks; -1 for what begins in none. */
  readonly block: number;
  /** A first paragraph without a printed number, followed by one that carries "2." */
  readonly implied: boolean;
  /** From 0 to 1: how sure it is that this is a provision at all. Rules judge nothing below 0.6. */
  readonly confidence: number;
  readonly parent: Provision | null;
  readonly children: readonly Provision[];
}

/**
 * All provisions under `roots`, each before its children. Linear, and walked once for all who ask; keeps no stack frames,
 * so any depth will do.
 */
export const walkProvisions = perOutline((roots): readonly Provision[] => {
  const found: Provision[] = [];
  const pending = [...roots].reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    found.push(next);
    for (let index = next.children.length - 1; index >= 0; index -= 1) {
      const child = next.children[index];
      if (child) pending.push(child);
    }
  }
  return found;
});

/** Kinds that open a scope of numbering of their own. */
export function isRootKind(kind: ProvisionKind): boolean {
  return kind === 'instrument' || kind === 'statement' || isAttachmentKind(kind);
}

export function isAttachmentKind(kind: ProvisionKind): boolean {
  return (
    kind === 'exhibit' ||
    kind === 'schedule' ||
    kind === 'annex' ||
    kind === 'appendix' ||
    kind === 'supplement'
  );
}
