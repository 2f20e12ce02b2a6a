import type { TextRange } from '../text/range.ts';
import type { Provision } from './provision.ts';

/**
 * How a term is defined.
 *
 * - `means`: "X" means …
 * - `includes`: "X" includes …
 * - `parenthesis`: … (the "X")
 * - `hereinafter`: … hereinafter called "X", referred to herein as the "X"
 * - `being`: … such date being the "X"; … shall constitute the "X"
 * - `colon`: "X": …, "X" - …
 * - `pointer`: "X" has the meaning set forth in Section 4
 * - `label`: a row of a table of labels, or of an index of terms
 * - `abbreviation`: Securities and Exchange Commission (SEC)
 */
export type DefinitionForm =
  | 'means'
  | 'includes'
  | 'parenthesis'
  | 'hereinafter'
  | 'being'
  | 'colon'
  | 'pointer'
  | 'label'
  | 'abbreviation';

/** A place where a term gets its meaning. Immutable. Offsets are UTF-16, ranges half-open. */
export interface Definition {
  /** The term as a reader reads it: line ends are one blank, no marks around it. */
  readonly term: string;
  /** From the first to behind the last character of the term; furniture may stand inside. */
  readonly range: TextRange;
  /** What the term covers of the document, line by line. */
  readonly pieces: readonly TextRange[];
  readonly form: DefinitionForm;
  /** Opens its paragraph, as in a list of definitions. */
  readonly listed: boolean;
  /** How the term is set off where it is defined. */
  readonly mark: 'quotes' | 'emphasis' | 'none';
  /** The words that say what it means, as far as they stand beside it; null where they stand elsewhere. */
  readonly meaning: TextRange | null;
  /** Where the meaning is said to stand, in the words of the text: "Section 4.1". */
  readonly pointer: DefinitionPointer | null;
  /** Where it holds; null for the whole document. */
  readonly scope: Provision | null;
  /** The innermost provision in which it stands. */
  readonly source: Provision | null;
  /** Stands in text that is quoted from another document, as an amendment quotes what it puts in: it defines nothing here. */
  readonly quoted: boolean;
  /** From 0 to 1: how sure it is that this defines a term. Rules judge nothing below 0.6. */
  readonly confidence: number;
}

export interface DefinitionPointer {
  /** "Section 4.1.11", "the Credit Agreement", "Article 2". */
  readonly text: string;
  readonly range: TextRange;
}
