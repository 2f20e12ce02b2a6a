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
  termsInView: 'proviso/termsInView',
  termsOfMeaning: 'proviso/termsOfMeaning',
  termTable: 'proviso/termTable',
  termUses: 'proviso/termUses',
  provisionReferences: 'proviso/provisionReferences',
  documentReferences: 'proviso/documentReferences',
  signings: 'proviso/signings',
  typeset: 'proviso/typeset',
  card: 'proviso/card',
  htmlPage: 'proviso/htmlPage',
  map: 'proviso/map',
} as const;

/** What Proviso's own clients may tell beyond the protocol. */
export const notifications = {
  /** What a document says in the last commit. */
  committedText: 'proviso/committedText',
} as const;

export interface CommittedTextParams {
  readonly textDocument: TextDocumentIdentifier;
  /** Null where the last commit does not hold the document. */
  readonly text: string | null;
}

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
  /** The path of a folder in which the server may keep what it learned of the files of a workspace, to start faster. */
  readonly cacheFolder: string;
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

/** What is known of a document and not of a place in it. */
export interface DocumentParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** A place with one line of words for it. */
export interface NamedPlace {
  readonly name: string;
  readonly detail: string;
  readonly range: Range;
}

/** Stands for a term in later requests: its words, and which of its definitions in the order of the text. */
export interface TermHandle {
  readonly term: string;
  readonly nth: number;
}

export interface TermsInViewParams extends PlaceParams {
  /** Terms that are shown wherever the cursor is. */
  readonly pinned: readonly string[];
}

export interface TermsInViewResult {
  /** What is read at the position: "Section 4.2"; empty outside of all provisions. */
  readonly title: string;
  /** In the order in which they are used first. */
  readonly terms: readonly ShownTerm[];
  readonly pinned: readonly ShownTerm[];
}

export interface ShownTerm extends TermHandle {
  /** In plain text on one line, cut; empty where it does not stand in the document. */
  readonly meaning: string;
  /** The whole meaning with its links and what else is known of the term, in Markdown. */
  readonly card: string;
  /** Where the meaning stands. */
  readonly range: Range;
  /** Whether its meaning names other terms. */
  readonly isBuilt: boolean;
}

export interface TermParams extends TermHandle {
  readonly textDocument: TextDocumentIdentifier;
}

export interface TermTableResult {
  /** By the alphabet. */
  readonly terms: readonly TermTableEntry[];
  /** Terms that are used and defined nowhere, each with its places. */
  readonly undefined: readonly UndefinedTerm[];
}

export interface TermTableEntry extends TermHandle {
  readonly meaning: string;
  /** Where the meaning is said to stand if not in this document; else empty. */
  readonly pointsTo: string;
  readonly provision: string;
  /** Where alone it holds; empty for the whole document. */
  readonly scope: string;
  readonly range: Range;
  readonly uses: number;
  readonly findings: readonly FoundFault[];
}

export interface UndefinedTerm {
  readonly term: string;
  /** Why it is taken for a term. */
  readonly message: string;
  readonly places: readonly NamedPlace[];
}

/** A finding where it stands. */
export interface FoundFault {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly range: Range;
}

/** The provisions that use a term; `detail` is the line of a use. */
export interface TermUsesResult {
  readonly provisions: readonly NamedGroup[];
}

/** A provision or another document with the places that belong to it. */
export interface NamedGroup {
  readonly name: string;
  readonly detail: string;
  /** Its heading; null for what is not part of the document. */
  readonly range: Range | null;
  readonly places: readonly NamedPlace[];
}

export interface ProvisionReferencesResult {
  readonly title: string;
  readonly cites: readonly NamedGroup[];
  readonly citedBy: readonly NamedGroup[];
  readonly external: readonly NamedGroup[];
}

export interface DocumentReferencesResult {
  readonly broken: readonly BrokenPlace[];
  readonly external: readonly NamedGroup[];
}

export interface BrokenPlace extends FoundFault {
  /** The provision in which it stands. */
  readonly provision: string;
  /** The words of the citation. */
  readonly text: string;
}

export interface SigningsResult {
  readonly signings: readonly SigningEntry[];
}

export interface SigningEntry {
  /** The document, or what is attached to it. */
  readonly name: string;
  readonly parties: readonly PartyEntry[];
  readonly signatures: readonly NamedGroup[];
}

export interface PartyEntry {
  readonly name: string;
  readonly shortName: string;
  readonly range: Range;
  readonly uses: number;
  /** Where the short name is defined. */
  readonly definition: Range | null;
}

export interface TypesetParams extends DocumentParams {
  /** The last answer that the client holds, of which it then gets the difference alone. */
  readonly previous: string | null;
}

/** A document as it is set, block by block, each a piece of HTML in which the text is escaped. */
export interface TypesetResult {
  readonly resultId: string;
  /** How blocks look, with variables for the colours; only where nothing was held before. */
  readonly style: string | null;
  /** The first line of each block, counted from 0. */
  readonly lines: readonly number[];
  /** What to put in place of how many blocks; `start` is 0 and all is new where nothing was held before. */
  readonly edit: { readonly start: number; readonly deleteCount: number; readonly blocks: readonly string[] };
  /** Whether `edit` says what changed since `previous`; else it is all there is. */
  readonly isDifference: boolean;
}

export interface CardParams extends DocumentParams {
  /** What a link in a block leads to. */
  readonly anchor: string;
}

export interface CardResult {
  /** Null where it is gone. */
  readonly html: string | null;
}

/** A file of HTML that needs nothing else to be read and printed. */
export interface HtmlPageResult {
  readonly html: string;
}

export interface MapParams extends DocumentParams {
  readonly of: 'citations' | 'terms';
}

export interface MapResult {
  readonly nodes: readonly MapEntry[];
  readonly edges: readonly MapArrow[];
}

export interface MapEntry {
  readonly id: string;
  readonly name: string;
  /** A caption, the beginning of a meaning, or why a citation is broken. */
  readonly detail: string;
  readonly kind: 'provision' | 'term' | 'missing';
  /** What it stands in; null on the highest level. */
  readonly parent: string | null;
  readonly range: Range;
}

/** That one cites another, or is defined by it, so many times. */
export interface MapArrow {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}
