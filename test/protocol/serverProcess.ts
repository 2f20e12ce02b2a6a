import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type {
  ClientCapabilities,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentSymbol,
  InitializeResult,
  ProtocolConnection,
  PublishDiagnosticsParams,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { InitializationOptions } from '../../server/src/lsp/protocol/protocol.ts';
import { withoutNetwork } from '../safety/guard.ts';

/** The bundled server as its own process that ends where it opens a socket, spoken to as an editor does. `await using` ends it. */
export class ServerProcess {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly log: string[] = [];
  readonly exited: Promise<number | null>;
  readonly child: ChildProcess;

  constructor() {
    const args = [...withoutNetwork, bundle('server.node.cjs'), '--stdio'];
    this.child = spawn(process.execPath, args, { stdio: 'pipe' });
    const { stdin, stdout, stderr } = this.child;
    if (!stdin || !stdout || !stderr) throw new Error('The server was started without pipes.');
    this.exited = new Promise((resolve) => this.child.once('exit', (code) => resolve(code)));
    stderr.on('data', (data) => this.log.push(String(data)));
    // A server that ended cannot be written to; the tests look at its exit code instead.
    stdin.on('error', () => {});
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      (params) => void this.published.push(params),
    );
    this.connection.onNotification('window/logMessage', ({ message }) => void this.log.push(message));
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.listen();
  }

  static async initialized(capabilities: ClientCapabilities = pullingClient): Promise<ServerProcess> {
    const server = new ServerProcess();
    await server.initialize(capabilities);
    return server;
  }

  async initialize(
    capabilities: ClientCapabilities = pullingClient,
    processId: number | null = process.pid,
    initializationOptions?: Partial<InitializationOptions>,
    locale?: string,
  ): Promise<InitializeResult> {
    const params = { processId, rootUri: null, capabilities, initializationOptions, locale };
    const result: InitializeResult = await this.connection.sendRequest('initialize', params);
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  open(uri: string, text: string, version = 1): Promise<void> {
    const textDocument = { uri, languageId: 'legal', version, text };
    return this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  change(uri: string, version: number, contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const textDocument = { uri, version };
    return this.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  symbols(uri: string): Promise<DocumentSymbol[] | null> {
    return this.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const params = { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) };
    return this.connection.sendRequest('textDocument/diagnostic', params);
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full')
      throw new Error('Only a pull with a result id may be answered with "unchanged".');
    return report.items;
  }

  /** Waits until something was published that `wanted` accepts; the test's own time limit ends the wait. */
  async publishedWhere(
    wanted: (params: PublishDiagnosticsParams) => boolean,
  ): Promise<PublishDiagnosticsParams> {
    for (;;) {
      const found = this.published.find(wanted);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.connection.dispose();
    if (this.child.exitCode === null) this.child.kill();
    await this.exited;
  }
}

export function bundle(name: string): string {
  const path = fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));
  if (!existsSync(path)) throw new Error(`dist/${name} is missing: run "npm run build" first.`);
  return path;
}

/** What VS Code can do, as far as it matters here. */
export const pullingClient: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true } },
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ['relative'],
    },
  },
};

/** The answer of a server in which nothing else is open. */
export async function askAbout<Result>(
  { uri, text }: { readonly uri: string; readonly text: string },
  method: string,
  params: object = {},
): Promise<Result> {
  await using server = await ServerProcess.initialized();
  await server.open(uri, text);
  return await server.connection.sendRequest<Result>(method, { textDocument: { uri }, ...params });
}

/** An editor that shows what it is sent and can do little else. */
export const plainClient: ClientCapabilities = {};

export const articles = `ARTICLES OF ASSOCIATION

CHAPTER I
GENERAL PROVISIONS

Article 1. (Name)
The name of the association is the Harbour Society.

Article 2. (Purposes)
The association has the following purposes:
(1) keeping the harbour;
(2) teaching sailing.

CHAPTER II
MEMBERS

Article 3. (Members)
Whoever sails may become a member.

Article 3. (Fees)
The board sets the fees.

Article 4. (Year)
The year ends on March 31.
`;
