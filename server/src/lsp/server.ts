import type {
  ClientCapabilities,
  Connection,
  DidChangeConfigurationParams,
  InitializeParams,
  InitializeResult,
  RemoteTracer,
} from 'vscode-languageserver';
import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  ErrorCodes,
  InitializeRequest,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSaveReason,
  Trace,
  WillSaveTextDocumentNotification,
} from 'vscode-languageserver';
import manifest from '../../../package.json';
import { rulePageAddress } from '../core/features/rule-page.ts';
import { features, serverCapabilities } from './capabilities.ts';
import { Documents } from './documents/documents.ts';
import { EarlierTexts } from './documents/earlierTexts.ts';
import { type Clock, Precedence, systemClock } from './documents/schedule.ts';
import { Typing } from './documents/typing.ts';
import type { FileAccess } from './files/files.ts';
import { faultOfParams } from './protocol/params.ts';
import { type CommittedTextParams, type InitializationOptions, notifications } from './protocol/protocol.ts';
import { canShowLater, DiagnosticsPush } from './session/diagnostics.ts';
import { speakLanguageOf } from './session/language.ts';
import { DiagnosticReports } from './session/reports.ts';
import type { Session } from './session/requests.ts';
import { Configurations, isConfigurationFile } from './workspace/configuration.ts';
import { DisplaySettings } from './workspace/displaySettings.ts';
import { followDecisions } from './workspace/following.ts';
import { Workspace } from './workspace/workspace.ts';
import { excludedIn, indexingProgress } from './workspace/workspaceClient.ts';

export interface ServerSurroundings {
  /** The files that the server can read by itself; null where it has the client's documents alone. */
  readonly files: FileAccess | null;
  readonly clock?: Clock;
  /** Whether the connection carries answers that are written already; by default it does not. */
  readonly carriesBytes?: boolean;
  /** Told whenever what was read of a text of so many characters is not needed any more. */
  readonly letGo?: (characters: number) => void;
}

/** Wires the features to a connection, whatever carries it: a pipe, a process channel or a worker. */
export function startServer(
  connection: Connection,
  { files, clock = systemClock, carriesBytes = false, letGo = () => {} }: ServerSurroundings,
): void {
  const session = new ServerSession(
    connection,
    { files, clock, carriesBytes, letGo },
    {
      decided: () => {
        push.decided();
        session.workspace.wake();
      },
      paused: (uri) => push.paused(uri),
      concerned: (uris) => push.othersChanged(uris),
    },
  );
  const push = new DiagnosticsPush(connection, session, clock);
  const { configurations, typing } = session;

  connection.onInitialize((params) => session.initialize(params));
  connection.onInitialized(() => {
    session.followDecisions();
    session.workspace.start();
    if (session.client.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(() => void session.workspace.foldersChanged());
  });
  connection.onShutdown(() => {
    session.lifecycle = 'shut down';
    push.stop();
    typing.stop();
    configurations.stop();
    return session.workspace.stop();
  });

  const whileRunning =
    <Params>({ method }: { readonly method: string }, handle: (params: Params) => void) =>
    (params: Params) => {
      if (session.lifecycle !== 'running') return;
      const fault = faultOfParams(method, params);
      if (fault === null) handle(params);
      else connection.console.warn(`${method} is left out: ${fault}.`);
    };
  connection.onDidChangeConfiguration(
    whileRunning(DidChangeConfigurationNotification.type, (params) => session.configure(params)),
  );
  connection.onDidChangeWatchedFiles(
    whileRunning(DidChangeWatchedFilesNotification.type, ({ changes }) => {
      if (changes.some(({ uri }) => isConfigurationFile(uri) || configurations.follows(uri)))
        configurations.filesChanged();
      session.workspace.filesChanged(changes);
    }),
  );
  connection.onDidOpenTextDocument(
    whileRunning(DidOpenTextDocumentNotification.type, (params) => {
      if (isConfigurationFile(params.textDocument.uri)) return configurations.openFile(params);
      configurations.documentOpened();
      typing.forget(params.textDocument.uri);
      session.documents.open(params);
      session.earlier.opened(params.textDocument.uri, params.textDocument.text);
      push.opened(params.textDocument.uri);
      void session.limit(params.textDocument.uri);
      session.workspace.opened(params.textDocument.uri);
    }),
  );
  connection.onDidChangeTextDocument(
    whileRunning(DidChangeTextDocumentNotification.type, (params) => {
      const { uri } = params.textDocument;
      if (isConfigurationFile(uri)) return configurations.changeFile(params);
      if (!session.documents.change(params)) {
        connection.console.warn(`A change to ${uri}, which is not open, was not applied.`);
        return;
      }
      if (canShowLater(session.client)) typing.changed(params);
      push.changed(uri);
      session.workspace.edited(uri);
    }),
  );
  connection.onWillSaveTextDocument(
    whileRunning(WillSaveTextDocumentNotification.type, ({ textDocument: { uri }, reason }) =>
      session.earlier.willSave(uri, reason === TextDocumentSaveReason.Manual),
    ),
  );
  connection.onDidSaveTextDocument(
    whileRunning(DidSaveTextDocumentNotification.type, ({ textDocument: { uri } }) => {
      const text = session.documents.text(uri);
      if (text === undefined) return;
      if (session.earlier.saved(uri, text) && session.reports.tellsOfEarlier(uri)) push.earlierChanged(uri);
    }),
  );
  connection.onNotification(
    notifications.committedText,
    whileRunning(
      { method: notifications.committedText },
      ({ textDocument: { uri }, text }: CommittedTextParams) => {
        session.earlier.committed(uri, text ?? null);
        push.earlierChanged(uri);
      },
    ),
  );
  connection.onDidCloseTextDocument(
    whileRunning(DidCloseTextDocumentNotification.type, (params) => {
      const { uri } = params.textDocument;
      if (isConfigurationFile(uri)) return configurations.closeFile(params);
      session.documents.close(params);
      typing.forget(uri);
      configurations.forget(uri);
      session.display.forget(uri);
      session.reports.forget(uri);
      session.earlier.forget(uri);
      push.closed(uri);
      session.workspace.closed(uri);
    }),
  );

  for (const feature of features) feature.register(connection, session);
  connection.listen();
}

interface Listeners {
  decided(): void;
  paused(uri: string): void;
  concerned(uris: readonly string[]): void;
}

class ServerSession implements Session {
  readonly documents: Documents;
  readonly earlier = new EarlierTexts();
  readonly configurations: Configurations;
  readonly display: DisplaySettings;
  readonly reports: DiagnosticReports;
  readonly typing: Typing;
  readonly precedence = new Precedence();
  readonly workspace: Workspace;
  readonly carriesBytes: boolean;
  client: ClientCapabilities = {};
  lifecycle: Session['lifecycle'] = 'uninitialized';
  readonly #connection: Connection;
  readonly #files: FileAccess | null;
  /** Tells that what is shown may be out of date. */
  readonly #decided: () => void;
  /** The folders the client began with, for one that cannot be asked for those it has now. */
  #folders: readonly string[] = [];
  #validatesOpenFiles = false;
  #cacheFolder: string | null = null;
  /** How the client opens the manual's pages; null where it does not, and their address on the web must do. */
  #rulePage: string | null = null;

  constructor(
    connection: Connection,
    { files, clock, carriesBytes, letGo }: Required<ServerSurroundings>,
    { decided, paused, concerned }: Listeners,
  ) {
    this.#connection = connection;
    this.#decided = decided;
    this.#files = files;
    this.carriesBytes = carriesBytes;
    this.documents = new Documents(letGo);
    const setting = (scopeUri: string, section: string): Promise<unknown> =>
      connection.workspace.getConfiguration({ scopeUri, section });
    this.display = new DisplaySettings({
      client: () => this.client,
      setting,
      changed: () => {
        this.#showAnew();
        this.workspace.wake();
      },
      logError: (subject, error) => this.logError(subject, error),
    });
    this.configurations = new Configurations({
      client: () => this.client,
      files,
      setting,
      workspaceFolders: () => this.#workspaceFolders(),
      validatesOpenFiles: () => this.#validatesOpenFiles,
      showProblems: (uri, diagnostics) => void connection.sendDiagnostics({ uri, diagnostics }),
      changed: decided,
      logError: (subject, error) => this.logError(subject, error),
    });
    this.workspace = new Workspace({
      files,
      documents: this.documents,
      precedence: this.precedence,
      client: () => this.client,
      folders: () => this.#workspaceFolders(),
      excluded: (folder) => excludedIn(folder, setting, this.client),
      cacheFolder: () => this.#cacheFolder,
      progress: () => indexingProgress(connection, this.client),
      tell: (message) =>
        void connection.sendNotification(ShowMessageNotification.type, {
          type: MessageType.Warning,
          message,
        }),
      concerned,
      logError: (subject, error) => this.logError(subject, error),
    });
    this.reports = new DiagnosticReports(
      (rule, error) => this.logError(`rule ${rule}`, error),
      this.configurations,
      (uri) => this.typing.lines(uri),
      (rule) => this.#rulePage?.replace('{rule}', rule) ?? rulePageAddress(manifest, rule),
      this.workspace,
      this.earlier,
    );
    this.typing = new Typing(clock, paused);
  }

  initialize(params: InitializeParams): InitializeResult | ResponseError<never> {
    if (this.lifecycle !== 'uninitialized') {
      return new ResponseError(ErrorCodes.InvalidRequest, 'The server was initialized before.');
    }
    const fault = faultOfParams(InitializeRequest.method, params);
    if (fault !== null) return new ResponseError(ErrorCodes.InvalidParams, `initialize: ${fault}.`);
    this.lifecycle = 'running';
    this.client = params.capabilities ?? {};
    const { workspaceFolders, rootUri, locale } = params;
    speakLanguageOf(locale);
    const options: Partial<InitializationOptions> | undefined = params.initializationOptions;
    this.#validatesOpenFiles = options?.validatesConfiguration === true;
    if (typeof options?.cacheFolder === 'string') this.#cacheFolder = options.cacheFolder;
    if (typeof options?.rulePage === 'string') this.#rulePage = options.rulePage;
    this.#folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
    return {
      capabilities: serverCapabilities(this.client),
      serverInfo: { name: 'proviso', version: manifest.version },
    };
  }

  followDecisions(): void {
    followDecisions(this.#connection, this.client, this.#files !== null).catch((error: unknown) =>
      this.logError('following the settings', error),
    );
  }

  /** From how many characters on a document is not read, the user decides. */
  async limit(uri: string): Promise<void> {
    const { mostCharacters } = await this.display.of(uri);
    if (this.documents.limit(uri, mostCharacters)) this.#decided();
  }

  /** A client that sends no level of tracing leaves it as it is. */
  configure({ settings }: DidChangeConfigurationParams): void {
    this.configurations.settingsChanged(settings);
    this.display.settingsChanged(settings);
    for (const uri of this.documents.uris) void this.limit(uri);
    const level: unknown = settings?.proviso?.trace?.server;
    if (typeof level !== 'string') return;
    // The library follows `$/setTrace` with this property and only forgot to declare it.
    const tracer: RemoteTracer & { trace?: Trace } = this.#connection.tracer;
    tracer.trace = Trace.fromString(level);
  }

  /** Asks the client to ask again for what the settings may have switched on or off. */
  #showAnew(): void {
    const { workspace } = this.client;
    const { languages } = this.#connection;
    const asked: Promise<void>[] = [];
    if (workspace?.inlayHint?.refreshSupport) asked.push(languages.inlayHint.refresh());
    if (workspace?.codeLens?.refreshSupport)
      asked.push(this.#connection.sendRequest(CodeLensRefreshRequest.type));
    Promise.all(asked).catch((error: unknown) => this.logError('showing what is switched on', error));
  }

  async #workspaceFolders(): Promise<readonly string[]> {
    if (!this.client.workspace?.workspaceFolders) return this.#folders;
    const folders = await this.#connection.workspace.getWorkspaceFolders();
    return (folders ?? []).map(({ uri }) => uri);
  }

  logError(subject: string, error: unknown): void {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#connection.console.error(`Error in ${subject}: ${detail}`);
  }
}
