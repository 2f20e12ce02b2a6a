import type { DefinitionForm } from '../model/definition.ts';

/** A definition while it is being read. Offsets into the folded text. */
export interface DefinitionDraft {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  readonly form: DefinitionForm;
  readonly mark: 'quotes' | 'emphasis' | 'none';
  /** Behind the verb; -1 where the meaning stands before the term. */
  readonly behindVerb: number;
  /** Where a bracket opens behind the meaning; -1 where the meaning stands behind the term. */
  readonly bracket: number;
  readonly listed: boolean;
  readonly needsCompany: boolean;
  readonly confidence: number;
}
