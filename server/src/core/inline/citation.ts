import type { DesignationKeyword } from '../syntax/designation.ts';

/**
 * A citation as one paragraph shows it; what it leads to is found later, from the tree. All offsets count from the start
 * of the paragraph's text, half-open.
 */
export interface Citation {
  readonly start: number;
  readonly end: number;
  readonly unit: CitationUnit | null;
  readonly plural: boolean;
  readonly place: CitationPlace;
  /** "the second and third paragraphs": `[2, 3]`; the last is -1. */
  readonly ordinals: readonly number[];
  /** "the preceding two Articles": 2. */
  readonly count: number | null;
  /** Empty where no number is printed. */
  readonly members: readonly CitedMember[];
  /** "Article 7" in "paragraph 2 of Article 7". */
  readonly outer: Citation | null;
  readonly qualifier: Qualifier | null;
  readonly caption: { readonly text: string; readonly start: number; readonly end: number } | null;
  /** The law named before it: "Internal Revenue Code" in "Internal Revenue Code Section 409A". */
  readonly lawBefore: string | null;
}

/** The words for parts of a document, in the singular: those that head provisions, and those that only cite. */
export type CitationUnit =
  | DesignationKeyword
  | 'regulation'
  | 'subparagraph'
  | 'subitem'
  | 'recital'
  | 'sentence'
  | 'definition';

/**
 * Where a citation says that its target stands: `this` Section, the `preceding` Article, the `following` paragraphs, item
 * (iii) `above`, `such` Section (cited before); null where it does not say.
 */
export type CitationPlace = 'this' | 'preceding' | 'following' | 'above' | 'below' | 'such' | null;

export interface CitedMember {
  readonly start: number;
  readonly end: number;
  readonly steps: readonly CitedNumber[];
  /** The end of a range: "12.3" in "12.1 through 12.3". Empty where it is none. */
  readonly until: readonly CitedNumber[];
}

/** One number of a citation: "16.4", "(2)". */
export interface CitedNumber {
  readonly unit: CitationUnit | null;
  /** As printed, without brackets and quotation marks. */
  readonly number: string;
  readonly bracketed: boolean;
  /** Taken over from the member before, where it is printed: the 4.1 of "(b)" in "Sections 4.1(a) and (b)". */
  readonly shared: boolean;
  readonly start: number;
  readonly end: number;
}

/**
 * What is said behind a citation of the document it belongs to: this one ("hereof", "of this Agreement"), the one spoken
 * of ("thereof", "of such Act"), or one that is named ("of the Commercial Code of Japan").
 */
export interface Qualifier {
  readonly kind: 'here' | 'there' | 'named';
  /** The name without article; empty for "hereof" and "thereof". */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}
