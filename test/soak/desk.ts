import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  DocumentDiagnosticReport,
  TextDocumentContentChangeEvent,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { EditGenerator } from '../core/edits.ts';
import { ServerProcess } from '../protocol/serverProcess.ts';
import { type Caret, EditedDocument, nextCaret, nextKeys } from './author.ts';

/** About what a quick typist needs for a key. */
const keyMilliseconds = 90;

/** Longer than the server holds back what is found on a line that is being typed. */
const restMilliseconds = 1_500;

const client: ClientCapabilities = {
  workspace: {
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
    workspaceFolders: true,
  },
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor'] } } },
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ['relative'],
    },
  },
};

/** An editor with some documents open, one of which is worked at; it asks of the server what VS Code asks. */
export class Desk implements AsyncDisposable {
  readonly server: ServerProcess;
  readonly folder: string;
  readonly counts = {
    keys: 0,
    answers: 0,
    'given up': 0,
    renames: 0,
    'refused renames': 0,
    saves: 0,
    closes: 0,
  };
  readonly complaints: string[] = [];
  readonly #random: EditGenerator;
  readonly #open = new Map<string, EditedDocument>();
  readonly #carets = new Map<string, Caret>();
  readonly #resultIds = new Map<string, string>();
  readonly #tokenIds = new Map<string, string>();
  #asked = new CancellationTokenSource();

  static async begin(folder: string, random: EditGenerator): Promise<Desk> {
    const desk = new Desk(folder, random);
    await desk.server.initialize(client);
    return desk;
  }

  private constructor(folder: string, random: EditGenerator) {
    this.folder = folder;
    this.#random = random;
    this.server = new ServerProcess();
    this.server.connection.onRequest('workspace/workspaceFolders', () => [
      { name: 'soak', uri: pathToFileURL(folder).href },
    ]);
    this.server.connection.onRequest('workspace/diagnostic/refresh', () => null);
  }

  /** Opens a file as it is on the disk; one that is open stays as it is. */
  async open(file: string): Promise<void> {
    const uri = pathToFileURL(file).href;
    if (this.#open.has(uri)) return;
    const text = readFileSync(file, 'utf8');
    this.#open.set(uri, new EditedDocument(uri, text));
    await this.server.open(uri, text);
  }

  textOf(uri: string): string | undefined {
    return this.#open.get(uri)?.text.getText();
  }

  /** Works at one of the open documents: presses keys, or renames a term. */
  async workAWhile(): Promise<void> {
    const document = [...this.#open.values()][this.#random.below(this.#open.size)];
    if (!document) return;
    if (this.#random.below(6) === 0) return this.#rename(document);
    const caret = nextCaret(document, this.#carets.get(document.uri), this.#random);
    this.#carets.set(document.uri, caret);
    for (const key of nextKeys(document, this.#random)) {
      await this.#change(document, [key(document, caret)]);
      this.counts.keys += 1;
      this.#askAbout(document, caret);
      await pause(keyMilliseconds);
    }
  }

  async save(): Promise<void> {
    const document = [...this.#open.values()][this.#random.below(this.#open.size)];
    if (document) await this.#saveOne(document);
  }

  async saveAll(): Promise<void> {
    for (const document of this.#open.values()) await this.#saveOne(document);
  }

  /** Saves and closes the document that was opened first, and opens another. */
  async swap(file: string, most: number): Promise<void> {
    const [first] = this.#open.values();
    if (first && this.#open.size >= most) {
      await this.#saveOne(first);
      await this.server.close(first.uri);
      for (const known of [this.#open, this.#carets, this.#resultIds, this.#tokenIds])
        known.delete(first.uri);
      this.counts.closes += 1;
    }
    await this.open(file);
  }

  async rest(): Promise<void> {
    await pause(restMilliseconds);
  }

  /** What the server's process holds now, in megabytes. */
  memory(): number {
    const status = readFileSync(`/proc/${this.server.child.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const errors = this.server.log.filter((line) => !line.includes('was not applied'));
    if (errors.length > 0) process.stdout.write(`The server's log: ${errors.slice(0, 5).join('\n')}\n`);
    await this.server[Symbol.asyncDispose]();
  }

  async #saveOne({ uri, text }: EditedDocument): Promise<void> {
    writeFileSync(fileURLToPath(uri), text.getText());
    await this.server.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    const changes = [{ uri, type: 2 }];
    await this.server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    this.counts.saves += 1;
  }

  async #change(document: EditedDocument, changes: TextDocumentContentChangeEvent[]): Promise<void> {
    document.change(changes);
    await this.server.change(document.uri, document.text.version, changes);
  }

  /** A term by the words that define it; what the server refuses to rename stays. */
  async #rename(document: EditedDocument): Promise<void> {
    const text = document.text.getText();
    const places = [...text.matchAll(/["“]([A-Z][A-Za-z]{3,20})["”]/g)];
    const place = places[this.#random.below(places.length)];
    if (!place?.[1]) return;
    const newName = place[1].endsWith('x') ? place[1].slice(0, -1) : `${place[1]}x`;
    const params = {
      textDocument: { uri: document.uri },
      position: document.text.positionAt(place.index + 2),
      newName,
    };
    const edit = await this.#answer<WorkspaceEdit>('textDocument/rename', params);
    const edits = edit?.documentChanges?.flatMap((change) => ('edits' in change ? change.edits : [])) ?? [];
    if (edits.length === 0) {
      this.counts['refused renames'] += 1;
      return;
    }
    await this.#change(document, document.asChanges(edits as never));
    this.counts.renames += 1;
  }

  /** What an editor asks after each key; what it asked after the key before is given up. */
  #askAbout({ uri, text }: EditedDocument, { at }: Caret): void {
    this.#asked.cancel();
    this.#asked = new CancellationTokenSource();
    const textDocument = { uri };
    const end = { line: Math.min(at.line + 40, text.lineCount), character: 0 };
    const range = { start: { line: Math.max(0, at.line - 40), character: 0 }, end };
    const ask = (method: string, params: object): Promise<unknown> =>
      this.#answer(method, { textDocument, ...params }, this.#asked.token);
    const previousResultId = this.#resultIds.get(uri);
    void ask('textDocument/diagnostic', previousResultId === undefined ? {} : { previousResultId }).then(
      (report) => {
        const id = (report as DocumentDiagnosticReport | null)?.resultId;
        if (id !== undefined) this.#resultIds.set(uri, id);
      },
    );
    void this.#askForTokens(uri, ask);
    void ask('textDocument/documentSymbol', {});
    void ask('textDocument/foldingRange', {});
    void ask('textDocument/inlayHint', { range });
    void ask('textDocument/codeLens', {});
    void ask('textDocument/codeAction', { range: { start: at, end: at }, context: { diagnostics: [] } });
    const position = { position: at };
    const [method, params] = this.#random.pick<[string, object]>([
      ['textDocument/hover', position],
      ['textDocument/completion', position],
      ['textDocument/definition', position],
      ['textDocument/references', { ...position, context: { includeDeclaration: true } }],
      ['textDocument/documentHighlight', position],
      ['textDocument/selectionRange', { positions: [at] }],
      ['textDocument/documentLink', {}],
    ]);
    void ask(method, params);
  }

  async #askForTokens(uri: string, ask: (method: string, params: object) => Promise<unknown>): Promise<void> {
    const known = this.#tokenIds.get(uri);
    const tokens =
      known === undefined
        ? await ask('textDocument/semanticTokens/full', {})
        : await ask('textDocument/semanticTokens/full/delta', { previousResultId: known });
    const id = (tokens as { resultId?: string } | null)?.resultId;
    if (id !== undefined) this.#tokenIds.set(uri, id);
  }

  async #answer<Answer>(
    method: string,
    params: object,
    ...token: CancellationTokenSource['token'][]
  ): Promise<Answer | null> {
    try {
      const answer = await this.server.connection.sendRequest(method, params, ...token);
      this.counts.answers += 1;
      return answer as Answer;
    } catch (error) {
      const code = error instanceof ResponseError ? error.code : null;
      if (code === LSPErrorCodes.RequestCancelled || code === LSPErrorCodes.ServerCancelled)
        this.counts['given up'] += 1;
      else if (code !== LSPErrorCodes.RequestFailed) this.complaints.push(`${method}: ${String(error)}`);
      return null;
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
