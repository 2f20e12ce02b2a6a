import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  CancellationTokenSource,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const client = {
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: { configuration: true, didChangeConfiguration: {} },
};

/** A language server as its own process, spoken to as an editor does, with a clock beside it. */
export class MeasuredServer {
  #child;
  #connection;
  #document;
  #resultId;
  #received = 0;
  #stopping = false;

  static async start(definition) {
    const server = new MeasuredServer(definition);
    await server.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: client,
      initializationOptions: definition.initializationOptions,
    });
    await server.#connection.sendNotification('initialized', {});
    if (definition.settings) {
      const params = { settings: definition.settings };
      await server.#connection.sendNotification('workspace/didChangeConfiguration', params);
    }
    return server;
  }

  constructor({ command, handle }) {
    this.#child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#child.on('exit', (code) => {
      if (this.#stopping) return;
      console.error(`${command[0]} ended with ${code}.`);
      process.exit(1);
    });
    this.#child.stdout.on('data', (data) => {
      this.#received += data.length;
    });
    this.#connection = createProtocolConnection(
      new StreamMessageReader(this.#child.stdout),
      new StreamMessageWriter(this.#child.stdin),
    );
    handle?.(this.#connection, () => this.#document);
    this.#connection.onUnhandledNotification(() => {});
    this.#connection.listen();
  }

  /** Opens a document and waits until its outline and diagnostics are back. */
  async open({ uri, languageId, text }) {
    this.#document = TextDocument.create(uri, languageId, 1, text);
    this.#resultId = undefined;
    return await this.#timed(async () => {
      const textDocument = { uri, languageId, version: 1, text };
      await this.#connection.sendNotification('textDocument/didOpen', { textDocument });
      return await this.#ask();
    });
  }

  async close(uri) {
    await this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /**
   * Sends one change and waits until outline and diagnostics are back; `before` asks for something else first, whose
   * answer is not waited for while the clock runs.
   */
  async edit(change, before = async () => {}) {
    this.#apply(change);
    let other;
    const edited = await this.#timed(async () => {
      await this.#send(change);
      other = before();
      return await this.#ask();
    });
    await other;
    return edited;
  }

  /**
   * Sends changes at the pace of a held key; each asks anew and gives up what was asked before. The time runs from
   * the last key until its outline and diagnostics are back.
   */
  async burst(changes, pause) {
    for (const change of changes.slice(0, -1)) {
      this.#apply(change);
      await this.#send(change);
      const source = new CancellationTokenSource();
      // What is given up is answered with an error, or answered after all: neither is of use any more.
      this.#ask(source.token).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, pause));
      source.cancel();
    }
    return await this.edit(changes[changes.length - 1]);
  }

  /** Asks one thing about the document as it is. */
  async request(method, params) {
    return await this.#timed(async () => ({ answer: await this.#connection.sendRequest(method, params) }));
  }

  /** The most memory the process ever held, in megabytes; null where the system does not tell. */
  peakMemory() {
    try {
      const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
    } catch {
      return null;
    }
  }

  async stop() {
    this.#stopping = true;
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    await new Promise((resolve) => this.#child.once('exit', resolve));
    this.#connection.dispose();
  }

  /** The client's own copy is brought up to date before the clock runs, as an editor shows a key before it tells it. */
  #apply(change) {
    this.#document = TextDocument.update(this.#document, [change], this.#document.version + 1);
  }

  async #send(change) {
    const { uri, version } = this.#document;
    const params = { textDocument: { uri, version }, contentChanges: [change] };
    await this.#connection.sendNotification('textDocument/didChange', params);
  }

  async #ask(...token) {
    const textDocument = { uri: this.#document.uri };
    const previous = this.#resultId === undefined ? {} : { previousResultId: this.#resultId };
    const [symbols, report] = await Promise.all([
      this.#connection.sendRequest('textDocument/documentSymbol', { textDocument }, ...token),
      this.#connection.sendRequest('textDocument/diagnostic', { textDocument, ...previous }, ...token),
    ]);
    this.#resultId = report.resultId;
    return { symbols, diagnostics: report.items ?? [] };
  }

  async #timed(work) {
    const before = this.#received;
    const started = performance.now();
    const answers = await work();
    const milliseconds = performance.now() - started;
    return { milliseconds, bytes: this.#received - before, ...answers };
  }
}

/** How many symbols an outline has, at all depths. */
export function countSymbols(symbols) {
  return symbols.reduce((sum, symbol) => sum + 1 + countSymbols(symbol.children ?? []), 0);
}
