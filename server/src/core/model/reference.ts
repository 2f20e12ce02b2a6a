import type { TextRange } from '../text/range.ts';
import type { Provision } from './provision.ts';

/**
 * Where a citation leads.
 *
 * - `resolved`: every member was found, to the deepest level named.
 * - `unresolved`: it means a provision of this document that is not there.
 * - `ambiguous`: two provisions answer to it.
 * - `external`: it means a law, a rule or another document.
 */
export type ReferenceStatus = 'resolved' | 'unresolved' | 'ambiguous' | 'external';

/**
 * A citation of a provision, a list or range of provisions, or an attachment: "Sections 16.4(2) or 16.4(3)", "the
 * fourth paragraph of Article 6", "Rule 144(k) under the Securities Act". Immutable. Offsets are UTF-16, ranges half-open.
 */
export interface Reference {
  /** From its first to behind its last character; furniture may stand inside. */
  readonly range: TextRange;
  /** What it covers of the document, line by line: several where it runs over a line end. */
  readonly pieces: readonly TextRange[];
  /** As a reader reads it: line ends are one blank. */
  readonly text: string;
  readonly form: ReferenceForm;
  readonly status: ReferenceStatus;
  readonly members: readonly ReferenceMember[];
  /** What it says that its members are parts of: "Article 7" in "paragraph 2 of Article 7". */
  readonly outer: Reference | null;
  /** The law, rule or document it is taken to mean where it is external, as far as it is named. */
  readonly external: string | null;
  /** "(Indemnity)" in "Section 8.2 (Indemnity)". */
  readonly caption: { readonly text: string; readonly range: TextRange } | null;
  /** From 0 to 1: how sure it is that this is a citation and that it means what `members` say. Rules judge nothing below 0.6. */
  readonly confidence: number;
  /** The innermost provision in which it stands. */
  readonly source: Provision | null;
}

/**
 * How it cites: by number; as one of the neighbours ("the preceding Article", "this Section"); by place in an order
 * ("the fourth paragraph"); by pointing back to what was cited before ("such Section").
 */
export type ReferenceForm = 'explicit' | 'relative' | 'ordinal' | 'anaphoric';

/** One of the provisions a citation names, or a range of them. */
export interface ReferenceMember {
  readonly range: TextRange;
  readonly text: string;
  readonly status: ReferenceStatus;
  /** All the provisions it leads to: one, or each of a range; both where it is ambiguous; none where it is broken. */
  readonly targets: readonly ReferenceTarget[];
  /** The numbers it is written with, outermost first; empty for relative ones without a number. */
  readonly steps: readonly ReferenceStep[];
  /** The numbers of the range's end. */
  readonly until: readonly ReferenceStep[];
  /** It is headed by another word than it is cited by: "Article 10.1" for Section 10.1. */
  readonly misnamed: boolean;
  /** Why it is not resolved; null where it is. */
  readonly failure: ReferenceFailure | null;
}

/** A number in a citation: "16.4", "(2)", with the word before it where there is one. */
export interface ReferenceStep {
  /** The word as a document's keywords are called (`section`), or null: "(2)" in "Section 16.4(2)". */
  readonly unit: string | null;
  /** As printed, without brackets. */
  readonly number: string;
  readonly bracketed: boolean;
  /** Covers the number with its brackets. */
  readonly range: TextRange;
  /** Printed with the member before, from which it is taken over: the 4.1 of "(b)" in "Sections 4.1(a) and (b)". */
  readonly shared: boolean;
  /** The provision the citation has come to with this number. */
  readonly provision: Provision | null;
}

export interface ReferenceTarget {
  readonly provision: Provision;
  /** What is meant of it: its text's paragraph where a paragraph without a number is cited, else all of it. */
  readonly range: TextRange;
}

export interface ReferenceFailure {
  /** `missing`: no such number; `too-deep`: the provision is there, its subdivision is not; `several`: more than one. */
  readonly reason: 'missing' | 'too-deep' | 'several';
  /** How far it got. */
  readonly reached: Provision | null;
  /** The number that was looked for there. */
  readonly sought: string;
}
