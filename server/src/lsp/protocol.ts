import type { Position, Range, TextDocumentIdentifier } from 'vscode-languageserver';

/**
 * What Proviso's own clients may ask beyond the Language Server Protocol. Each request names an open document; the
 * answer is null where it is not open. The client imports this file and nothing else of the server.
 */
export const requests = {
  findProvisions: 'proviso/findProvisions',
  citation: 'proviso/citation',
  scheme: 'proviso/scheme',
  explain: 'proviso/explain',
  brokenCitation: 'proviso/brokenCitation',
} as const;

/** The commands of Proviso's own clients that answers of the server name. */
export const clientCommands = {
  /** Shows the citations of the provision whose heading is at a place. */
  showCitations: 'proviso.showCitations',
} as const;

/** The one argument of `showCitations`. */
export interface CitationsOfParams {
  readonly uri: string;
  readonly position: Position;
}

/** What a client may say of itself when it initializes the server. */
export interface InitializationOptions {
  /** It checks a proviso.json on its screen by the schema: the server then reports what is wrong in it only while it is closed. */
  readonly validatesConfiguration: boolean;
  /** The link by which it opens the manual's page of a rule, with `{rule}` for the name of the rule. */
  readonly rulePage: string;
}

export interface FindProvisionsParams {
  readonly textDocument: TextDocumentIdentifier;
  /** The cursor: its instrument is searched before others. */
  readonly position: Position;
  /** An address ("16.4(2)", "Article 7 paragraph 2") or words of a caption; empty for all provisions. */
  readonly query: string;
}

export interface FindProvisionsResult {
  /** Best first; in the order of the text where nothing is asked for. */
  readonly provisions: readonly FoundProvision[];
  /** How many more there are that were not sent. */
  readonly left: number;
}

export interface FoundProvision {
  readonly name: string;
  /** What it stands in, outermost first; empty on the highest level. */
  readonly containers: readonly string[];
  readonly range: Range;
  /** Its designation and caption. */
  readonly selectionRange: Range;
}

export interface PlaceParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
}

export interface CitationResult {
  /** "Section 16.4(2)"; null where nothing that can be cited stands at the position. */
  readonly citation: string | null;
}

export interface SchemeParams {
  readonly textDocument: TextDocumentIdentifier;
}

export interface SchemeResult {
  /** The scheme in one line: "Articles 1, Sections 1.1, (a)"; empty where nothing is numbered. */
  readonly text: string;
  readonly levels: readonly { readonly label: string; readonly count: number }[];
  /** The value of the key `scheme` of proviso.json that says the same. */
  readonly pinned: Readonly<Record<string, string>>;
}

export interface ExplainResult {
  /** From 0. */
  readonly line: number;
  readonly text: string;
  readonly isHeading: boolean;
  readonly verdict: string;
  readonly score: { readonly reached: number; readonly needed: number } | null;
  readonly evidence: readonly string[];
}

export interface BrokenCitationParams extends PlaceParams {
  readonly direction: 'next' | 'previous';
}

export interface BrokenCitationResult {
  /** The nearest in that direction, beginning again at the other end; null where there is none. */
  readonly citation: { readonly range: Range; readonly message: string } | null;
}
