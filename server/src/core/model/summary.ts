import type { ProvisionKind } from './provision.ts';

/**
 * What one file tells the others: nothing of its text but what they may cite, and what it cites of them. Plain data, so
 * that it can be kept on disk and carried between processes. Offsets are UTF-16, ranges half-open.
 */
export interface FileSummary {
  readonly uri: string;
  /** The title as it is printed; null where there is none. */
  readonly title: string | null;
  /** What the document and its instruments are called, in small letters without punctuation: `credit agreement`. */
  readonly names: readonly string[];
  /** The files that its front matter says it belongs with. */
  readonly imports: readonly ImportSummary[];
  /** The documents whose terms it says it uses, named as in `names`. */
  readonly termSources: readonly string[];
  /** The attachments it holds, and the one it is itself where it is headed as one. */
  readonly attachments: readonly AttachmentSummary[];
  readonly provisions: readonly ProvisionSummary[];
  readonly definitions: readonly DefinitionSummary[];
  /** Figures that others may state too. */
  readonly figures: readonly FigureSummary[];
  /** What it cites of other documents that it names, in the order of the text. */
  readonly citations: readonly OutsideCitation[];
  /** The attachments it cites and does not hold. */
  readonly missing: readonly OutsideCitation[];
  /** The stems of the words with a capital in a file that uses the terms of others: which of those it may use. */
  readonly capitals: readonly string[];
  /** Where its lines start, so that places in it can be shown without its text. */
  readonly lineStarts: readonly number[];
}

/** A file that the front matter names, by its path from the folder of the document. */
export interface ImportSummary {
  /** What the document calls it; null where the path alone is given. */
  readonly title: string | null;
  readonly path: string;
  /** Of the path where it is written. */
  readonly start: number;
  readonly end: number;
}

export interface AttachmentSummary {
  readonly kind: ProvisionKind;
  /** The word it is headed by: `exhibit`, `attachment`. */
  readonly word: string;
  readonly number: string;
  readonly start: number;
  readonly end: number;
  /** Nothing stands before it: the file is this attachment. */
  readonly isWholeFile: boolean;
}

/** A provision that a citation from another file can name by its number. */
export interface ProvisionSummary {
  readonly id: string;
  readonly kind: ProvisionKind;
  readonly number: string;
  readonly caption: string | null;
  /** How it is called in a list of many documents: "Section 16.4(2) Notices". */
  readonly name: string;
  /** Of its heading. */
  readonly start: number;
  readonly end: number;
}

export interface DefinitionSummary {
  readonly term: string;
  /** The words that say what it means, in small letters without punctuation; empty where they stand elsewhere. */
  readonly meaning: string;
  /** The document that is said to give the meaning, named as in `names`; null where none is. */
  readonly pointsTo: string | null;
  /** Of the term where it is defined. */
  readonly start: number;
  readonly end: number;
}

/** A figure and what it is the figure of. */
export interface FigureSummary {
  /** `authorised shares`, `authorised shares preferred`, `par value common stock`, `directors`. */
  readonly subject: string;
  /** What it counts where that is written before it, as `$`; else empty. */
  readonly unit: string;
  /** Whose figure it is, in small letters; empty where that is the company the document is about. */
  readonly holder: string;
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** A citation that leads out of its file. */
export interface OutsideCitation {
  /** The document it names, as in `names`; for an attachment its word and number: `exhibit b`. */
  readonly name: string;
  /** As a reader reads it: "Section 2.1(b) of the Credit Agreement". */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The one way in which the core sees other files. Whoever has them answers: the open documents, an index of the
 * workspace, or nobody.
 */
export interface OtherFiles {
  /** The files in which an instrument goes by this name, as a citation prints it: "the Credit Agreement". */
  called(name: string): readonly FileSummary[];
  /** The files that are, or hold, the attachment. `word` is that of the citation: `exhibit`. */
  withAttachment(word: string, number: string): readonly FileSummary[];
  /** What a path in the front matter leads to; unknown where not all files were looked at. */
  imported(path: string): 'document' | 'missing' | 'outside' | 'unknown';
  /** The files that surely belong with this one: those it imports or is attached, and those it names that its project knows. */
  together(): readonly FileSummary[];
}

export const noOtherFiles: OtherFiles = {
  called: () => [],
  withAttachment: () => [],
  imported: () => 'unknown',
  together: () => [],
};

/** How an attachment is known among files: `exhibit b`. */
export function attachmentName(word: string, number: string): string {
  return `${word} ${number}`.toLowerCase();
}

/** The words of a meaning as meanings are compared: a number stays one word. */
export function simplifyMeaning(words: string): string {
  return words
    .toLowerCase()
    .replace(/(?<=\d),(?=\d)/g, '')
    .replace(/(?<!\d)\.|\.(?!\d)/g, ' ')
    .replace(/[^a-z\d.]+/g, ' ')
    .trim();
}

/** A name as names are compared: small letters, no punctuation. */
export function simplifyName(name: string): string {
  return name
    .toLowerCase()
    .replace(/by-laws/g, 'bylaws')
    .replace(/[^a-z\d]+/g, ' ')
    .trim();
}
