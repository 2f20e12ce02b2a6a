import type {
  CallHierarchyItem,
  ClientCapabilities,
  CompletionItem,
  Connection,
  ServerCapabilities,
  TypeHierarchyItem,
} from 'vscode-languageserver';
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeLensRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DeclarationRequest,
  DefinitionRequest,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  LinkedEditingRangeRequest,
  PositionEncodingKind,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRequest,
  TextDocumentSyncKind,
  TypeHierarchyPrepareRequest,
  TypeHierarchySubtypesRequest,
  TypeHierarchySupertypesRequest,
  WillRenameFilesRequest,
  WorkspaceDiagnosticRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import { codeActionKinds, codeActions } from './editing/codeActions.ts';
import { completion, completionOptions, completionResolved } from './editing/completion.ts';
import { fileOperations, registerFileOperations } from './editing/fileOperations.ts';
import { formatting } from './editing/formatting.ts';
import { linkedEditing } from './editing/linkedEditing.ts';
import { formattedCharacters, onTypeFormatting } from './editing/onTypeFormatting.ts';
import { prepareRename, rename, renameOptions } from './editing/rename.ts';
import { documentOf, resolveStructureAction } from './editing/structureActions.ts';
import { requests } from './protocol/protocol.ts';
import { inlays, lenses } from './reading/annotations.ts';
import { citedProvisions, citingProvisions, hierarchyRoots } from './reading/callHierarchy.ts';
import { documentLinks } from './reading/documentLinks.ts';
import { declaration, definition, highlights, hover, references } from './reading/lookups.ts';
import { documentSymbols, folding, selection } from './reading/navigation.ts';
import { registerSemanticTokens, semanticTokensOptions } from './reading/semanticTokens.ts';
import { subtypes, supertypes, typeRoots } from './reading/typeHierarchy.ts';
import { symbolsOfAll } from './reading/workspaceSymbols.ts';
import { canPullDiagnostics, documentDiagnostics } from './session/diagnostics.ts';
import { answerAbout, answerRequests, answerUnread, type Session } from './session/requests.ts';
import { registerWorkspaceDiagnostics } from './session/workspaceDiagnostics.ts';
import { registerProvisoRequests } from './views/provisoRequests.ts';
import { registerTermViews } from './views/termViews.ts';
import { registerTypesetting } from './views/typesetting.ts';
import { registerViewRequests } from './views/viewRequests.ts';

/** One thing the server can do: what it declares to the client, and how it is answered. */
export interface FeatureRow {
  readonly title: string;
  readonly method: string;
  /** What is declared to this client; undefined where the feature is not for it. */
  readonly capability: (client: ClientCapabilities) => ServerCapabilities | undefined;
  readonly register: (connection: Connection, session: Session) => void;
}

/** The one table of features. A feature that is not in it does not exist for a client. */
export const features: readonly FeatureRow[] = [
  {
    title: 'Outline',
    method: DocumentSymbolRequest.method,
    capability: () => ({ documentSymbolProvider: { label: 'Proviso' } }),
    register: (connection, session) =>
      answerUnread(connection, session, DocumentSymbolRequest.method, documentSymbols),
  },
  {
    title: 'Folding',
    method: FoldingRangeRequest.method,
    capability: () => ({ foldingRangeProvider: true }),
    register: (connection, session) =>
      answerRequests(connection, session, FoldingRangeRequest.method, folding),
  },
  {
    title: 'Expand selection',
    method: SelectionRangeRequest.method,
    capability: () => ({ selectionRangeProvider: true }),
    register: (connection, session) =>
      answerRequests(connection, session, SelectionRangeRequest.method, selection),
  },
  {
    title: 'Findings, pulled',
    method: DocumentDiagnosticRequest.method,
    capability: (client) =>
      canPullDiagnostics(client)
        ? {
            diagnosticProvider: {
              identifier: 'proviso',
              interFileDependencies: false,
              workspaceDiagnostics: true,
            },
          }
        : undefined,
    register: (connection, session) =>
      answerUnread(connection, session, DocumentDiagnosticRequest.method, documentDiagnostics, 'patient'),
  },
  {
    title: 'Findings of files that are not open',
    method: WorkspaceDiagnosticRequest.method,
    // Declared with those of open documents.
    capability: () => undefined,
    register: registerWorkspaceDiagnostics,
  },
  {
    title: 'Quick fixes, and making terms of words',
    method: CodeActionRequest.method,
    capability: () => ({ codeActionProvider: { codeActionKinds, resolveProvider: true } }),
    register: (connection, session) => {
      answerRequests(connection, session, CodeActionRequest.method, codeActions);
      answerAbout(connection, session, CodeActionResolveRequest.method, resolveStructureAction, documentOf);
    },
  },
  {
    title: 'Colours by meaning',
    method: SemanticTokensRequest.method,
    capability: (client) => {
      const semanticTokensProvider = semanticTokensOptions(client);
      return semanticTokensProvider && { semanticTokensProvider };
    },
    register: registerSemanticTokens,
  },
  {
    title: 'Lists that go on',
    method: DocumentOnTypeFormattingRequest.method,
    capability: () => ({ documentOnTypeFormattingProvider: formattedCharacters }),
    register: (connection, session) =>
      answerRequests(connection, session, DocumentOnTypeFormattingRequest.method, onTypeFormatting),
  },
  {
    title: 'Laying out a document',
    method: DocumentFormattingRequest.method,
    capability: () => ({ documentFormattingProvider: true }),
    register: (connection, session) =>
      answerUnread(connection, session, DocumentFormattingRequest.method, formatting, 'patient'),
  },
  {
    title: 'Laying out what is selected',
    method: DocumentRangeFormattingRequest.method,
    capability: () => ({ documentRangeFormattingProvider: true }),
    register: (connection, session) =>
      answerUnread(connection, session, DocumentRangeFormattingRequest.method, formatting, 'patient'),
  },
  {
    title: 'Going to what a citation cites and a term means',
    method: DefinitionRequest.method,
    capability: () => ({ definitionProvider: true }),
    register: (connection, session) =>
      answerRequests(connection, session, DefinitionRequest.method, definition),
  },
  {
    title: 'Going to what names a term',
    method: DeclarationRequest.method,
    capability: () => ({ declarationProvider: true }),
    register: (connection, session) =>
      answerRequests(connection, session, DeclarationRequest.method, declaration),
  },
  {
    title: 'Who cites a provision or uses a term',
    method: ReferencesRequest.method,
    capability: () => ({ referencesProvider: true }),
    register: (connection, session) =>
      answerRequests(connection, session, ReferencesRequest.method, references),
  },
  {
    title: 'Heading and citations of a provision, definition and uses of a term, highlighted',
    method: DocumentHighlightRequest.method,
    capability: () => ({ documentHighlightProvider: true }),
    register: (connection, session) =>
      answerRequests(connection, session, DocumentHighlightRequest.method, highlights),
  },
  {
    title: 'What a citation cites and a term means, on hovering',
    method: HoverRequest.method,
    capability: () => ({ hoverProvider: true }),
    register: (connection, session) => answerRequests(connection, session, HoverRequest.method, hover),
  },
  {
    title: 'Numbers of provisions and terms, as they are typed',
    method: CompletionRequest.method,
    capability: () => ({ completionProvider: completionOptions }),
    register: (connection, session) => {
      const about = (item: CompletionItem) => item?.label;
      answerUnread(connection, session, CompletionRequest.method, completion);
      answerAbout(connection, session, CompletionResolveRequest.method, completionResolved, about);
    },
  },
  {
    title: 'Provisions that cite one, and that it cites',
    method: CallHierarchyPrepareRequest.method,
    capability: () => ({ callHierarchyProvider: true }),
    register: (connection, session) => {
      const about = ({ item }: { item: CallHierarchyItem }) => item?.uri;
      answerRequests(connection, session, CallHierarchyPrepareRequest.method, hierarchyRoots);
      answerAbout(connection, session, CallHierarchyIncomingCallsRequest.method, citingProvisions, about);
      answerAbout(connection, session, CallHierarchyOutgoingCallsRequest.method, citedProvisions, about);
    },
  },
  {
    title: 'Terms that a meaning is built from, and that are built on it',
    method: TypeHierarchyPrepareRequest.method,
    capability: () => ({ typeHierarchyProvider: true }),
    register: (connection, session) => {
      const about = ({ item }: { item: TypeHierarchyItem }) => item?.uri;
      answerRequests(connection, session, TypeHierarchyPrepareRequest.method, typeRoots);
      answerAbout(connection, session, TypeHierarchySupertypesRequest.method, supertypes, about);
      answerAbout(connection, session, TypeHierarchySubtypesRequest.method, subtypes, about);
    },
  },
  {
    title: 'A term and its repetitions in its definition, edited together',
    method: LinkedEditingRangeRequest.method,
    capability: () => ({ linkedEditingRangeProvider: true }),
    register: (connection, session) =>
      answerRequests(connection, session, LinkedEditingRangeRequest.method, linkedEditing),
  },
  {
    title: 'What citations without a number mean',
    method: InlayHintRequest.method,
    capability: () => ({ inlayHintProvider: true }),
    register: (connection, session) => answerUnread(connection, session, InlayHintRequest.method, inlays),
  },
  {
    title: 'By how many a provision is cited, and how often a term is used',
    method: CodeLensRequest.method,
    capability: () => ({ codeLensProvider: {} }),
    register: (connection, session) =>
      answerUnread(connection, session, CodeLensRequest.method, lenses, 'last'),
  },
  {
    title: 'Provisions and terms of all documents',
    method: WorkspaceSymbolRequest.method,
    capability: () => ({ workspaceSymbolProvider: true }),
    register: (connection, session) =>
      answerAbout(
        connection,
        session,
        WorkspaceSymbolRequest.method,
        symbolsOfAll,
        (params) => params?.query,
      ),
  },
  {
    title: 'Folders, and paths to files that are moved',
    method: WillRenameFilesRequest.method,
    capability: fileOperations,
    register: registerFileOperations,
  },
  {
    title: 'Renaming a defined term in all its forms',
    method: RenameRequest.method,
    capability: (client) => ({ renameProvider: renameOptions(client) }),
    register: (connection, session) => {
      answerRequests(connection, session, PrepareRenameRequest.method, prepareRename);
      answerRequests(connection, session, RenameRequest.method, rename);
    },
  },
  {
    title: 'Links to attachments',
    method: DocumentLinkRequest.method,
    capability: () => ({ documentLinkProvider: {} }),
    register: (connection, session) =>
      answerRequests(connection, session, DocumentLinkRequest.method, documentLinks),
  },
  {
    title: 'Going to a provision, citing it, the learned scheme, why a line is a heading, broken citations',
    method: requests.findProvisions,
    capability: () => ({ experimental: { provisoRequests: Object.values(requests) } }),
    register: registerProvisoRequests,
  },
  {
    title: 'Terms in view, the table of terms and where each is used',
    method: requests.termsInView,
    capability: () => ({}),
    register: registerTermViews,
  },
  {
    title: 'Citations of a provision and of the document, parties and signatures',
    method: requests.provisionReferences,
    capability: () => ({}),
    register: registerViewRequests,
  },
  {
    title: 'The document as it is typeset, in parts and as a file',
    method: requests.typeset,
    capability: () => ({}),
    register: registerTypesetting,
  },
];

/** All that is declared to a client: how text is kept in step, and the rows that are for it. */
export function serverCapabilities(client: ClientCapabilities): ServerCapabilities {
  const capabilities: ServerCapabilities = {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      willSave: true,
      save: true,
    },
  };
  for (const feature of features) Object.assign(capabilities, feature.capability(client));
  return capabilities;
}
