import type {
  ClientCapabilities,
  Connection,
  DidChangeConfigurationParams,
  InitializeParams,
  InitializeResult,
  RemoteTracer,
} from 'vscode-languageserver';
import { DidChangeConfigurationNotification, ErrorCodes, ResponseError, Trace } from 'vscode-languageserver';
import { version } from '../../../package.json';
import { features, serverCapabilities } from './capabilities.ts';
import { DiagnosticReports, DiagnosticsPush } from './diagnostics.ts';
import { Documents } from './documents.ts';
import type { Session } from './requests.ts';

/** Wires the features to a connection, whatever carries it: a pipe, a process channel or a worker. */
export function startServer(connection: Connection): void {
  const session = new ServerSession(connection);
  const push = new DiagnosticsPush(connection, session);

  connection.onInitialize((params) => session.initialize(params));
  connection.onInitialized(() => session.followConfiguration());
  connection.onDidChangeConfiguration((params) => session.configure(params));
  connection.onShutdown(() => {
    session.lifecycle = 'shut down';
    push.stop();
  });

  const whileRunning =
    <Params>(handle: (params: Params) => void) =>
    (params: Params) => {
      if (session.lifecycle === 'running') handle(params);
    };
  connection.onDidOpenTextDocument(
    whileRunning((params) => {
      session.documents.open(params);
      push.opened(params.textDocument.uri);
    }),
  );
  connection.onDidChangeTextDocument(
    whileRunning((params) => {
      const { uri } = params.textDocument;
      if (session.documents.change(params)) push.changed(uri);
      else connection.console.warn(`A change to ${uri}, which is not open, was not applied.`);
    }),
  );
  connection.onDidCloseTextDocument(
    whileRunning((params) => {
      const { uri } = params.textDocument;
      session.documents.close(params);
      session.reports.forget(uri);
      push.closed(uri);
    }),
  );

  for (const feature of features) feature.register(connection, session);
  connection.listen();
}

class ServerSession implements Session {
  readonly documents = new Documents();
  readonly reports = new DiagnosticReports((rule, error) => this.logError(`rule ${rule}`, error));
  client: ClientCapabilities = {};
  lifecycle: Session['lifecycle'] = 'uninitialized';
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  initialize(params: InitializeParams): InitializeResult | ResponseError<never> {
    if (this.lifecycle !== 'uninitialized') {
      return new ResponseError(ErrorCodes.InvalidRequest, 'The server was initialized before.');
    }
    this.lifecycle = 'running';
    this.client = params.capabilities ?? {};
    return { capabilities: serverCapabilities(this.client), serverInfo: { name: 'proviso', version } };
  }

  followConfiguration(): void {
    if (!this.client.workspace?.didChangeConfiguration?.dynamicRegistration) return;
    this.#connection.client
      .register(DidChangeConfigurationNotification.type, { section: 'proviso' })
      .catch((error: unknown) => this.logError('following the settings', error));
  }

  /** `proviso.trace.server` is the only setting so far; a client that sends no settings at all leaves it as it is. */
  configure({ settings }: DidChangeConfigurationParams): void {
    const level: unknown = settings?.proviso?.trace?.server;
    if (typeof level !== 'string') return;
    // The library follows `$/setTrace` with this property and only forgot to declare it.
    const tracer: RemoteTracer & { trace?: Trace } = this.#connection.tracer;
    tracer.trace = Trace.fromString(level);
  }

  logError(subject: string, error: unknown): void {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#connection.console.error(`Error in ${subject}: ${detail}`);
  }
}
