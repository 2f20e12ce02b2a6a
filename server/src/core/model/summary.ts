import type { ProvisionKind } from './provision.ts';

/**
 * What one file tells the others: nothing of its text but what they may cite. Plain data, so that it can be kept on disk
 * and carried between processes. Offsets are UTF-16, ranges half-open.
 */
export interface FileSummary {
  readonly uri: string;
  /** What the document and its instruments are called, in small letters without punctuation: `credit agreement`. */
  readonly names: readonly string[];
  /** The attachments it holds, and the one it is itself where it is headed as one. */
  readonly attachments: readonly AttachmentSummary[];
  readonly provisions: readonly ProvisionSummary[];
  readonly definitions: readonly DefinitionSummary[];
}

export interface AttachmentSummary {
  readonly kind: ProvisionKind;
  /** The word it is headed by: `exhibit`, `attachment`. */
  readonly word: string;
  readonly number: string;
  readonly start: number;
  readonly end: number;
}

/** A provision that a citation from another file can name by its number. */
export interface ProvisionSummary {
  readonly id: string;
  readonly kind: ProvisionKind;
  readonly number: string;
  readonly caption: string | null;
  /** Of its heading. */
  readonly start: number;
  readonly end: number;
}

export interface DefinitionSummary {
  readonly term: string;
  /** Of the term where it is defined. */
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
}

export const noOtherFiles: OtherFiles = { called: () => [], withAttachment: () => [] };

/** Other files out of a list of their summaries, which is asked for when one is needed. Costs the list. */
export function otherFilesAmong(summaries: () => Iterable<FileSummary>): OtherFiles {
  return {
    called(name) {
      const wanted = simplifyName(name);
      return [...summaries()].filter(({ names }) => wanted !== '' && names.includes(wanted));
    },
    withAttachment(word, number) {
      const wanted = number.toLowerCase();
      return [...summaries()].filter(({ attachments }) =>
        attachments.some(
          (attachment) =>
            attachment.word === word.toLowerCase() && attachment.number.toLowerCase() === wanted,
        ),
      );
    },
  };
}

/** A name as names are compared: small letters, no punctuation. */
export function simplifyName(name: string): string {
  return name
    .toLowerCase()
    .replace(/by-laws/g, 'bylaws')
    .replace(/[^a-z\d]+/g, ' ')
    .trim();
}
