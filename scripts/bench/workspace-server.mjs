import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** A language server on a folder, spoken to as an editor does, with a clock beside it. */
export class WorkspaceServer {
  #child;
  #connection;

  constructor(command) {
    this.#child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#connection = createProtocolConnection(
      new StreamMessageReader(this.#child.stdout),
      new StreamMessageWriter(this.#child.stdin),
    );
    this.#connection.onUnhandledNotification(() => {});
    this.#connection.onRequest('client/registerCapability', () => null);
    this.#connection.onRequest('workspace/diagnostic/refresh', () => null);
    this.#connection.onRequest('window/workDoneProgress/create', () => null);
    this.#connection.listen();
  }

  /** Opens the folder and waits until all its documents are in the index: the server says so. In milliseconds, also of work on all cores. */
  async index({ folder, cacheFolder }) {
    const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'deals' }];
    this.#connection.onRequest('workspace/workspaceFolders', () => workspaceFolders);
    const ended = new Promise((resolve) => {
      this.#connection.onNotification('$/progress', ({ value }) => {
        if (value.kind === 'end') resolve();
      });
    });
    const capabilities = {
      window: { workDoneProgress: true },
      workspace: { workspaceFolders: true, diagnostics: { refreshSupport: true } },
      textDocument: { diagnostic: {} },
    };
    const initializationOptions = { cacheFolder };
    await this.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders,
      capabilities,
      initializationOptions,
    });
    const worked = this.processorTime();
    const started = performance.now();
    await this.#connection.sendNotification('initialized', {});
    await ended;
    const milliseconds = performance.now() - started;
    const processor = this.processorTime() - worked;
    // What was learned is written once all is read: the next run begins with it.
    while (!existsSync(cacheFolder) || !readdirSync(cacheFolder).some((name) => name.endsWith('.summaries')))
      await new Promise((resolve) => setTimeout(resolve, 200));
    return { milliseconds, processor };
  }

  async open(uri, text) {
    const textDocument = { uri, languageId: 'legal', version: 1, text };
    await this.#connection.sendNotification('textDocument/didOpen', { textDocument });
    await this.#connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
  }

  async request(method, params) {
    const started = performance.now();
    const answer = await this.#connection.sendRequest(method, params);
    return { answer, milliseconds: performance.now() - started };
  }

  /** What the process has worked so far, on all cores together, in milliseconds. */
  processorTime() {
    const fields = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
    // User and system time, in hundredths of a second.
    return 10 * (Number(fields[11]) + Number(fields[12]));
  }

  /** The most memory the process ever held, in megabytes. */
  peakMemory() {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
  }

  async stop() {
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    await new Promise((resolve) => this.#child.once('exit', resolve));
    this.#connection.dispose();
  }
}
