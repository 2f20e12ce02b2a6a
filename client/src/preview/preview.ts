import {
  type CancellationToken,
  type Disposable,
  Disposable as Disposables,
  l10n,
  Range,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { type CardResult, requests, type TypesetResult } from '../../../server/src/lsp/protocol/protocol.ts';
import type { Requests } from '../client.ts';
import { goTo } from '../commands/showPlace.ts';
import { activeLegalEditor } from '../legalEditor.ts';
import { inMessage } from '../plainWords.ts';
import { withProgress } from '../progress.ts';
import type { FromPreview, ToPreview } from './messages.ts';
import { inHtml, webviewPage } from './webview.ts';

/** A preview follows the typing once nobody has typed for so long. */
const quietMilliseconds = 200;
/** What one side scrolls to because the other one did is not told back. */
const echoMilliseconds = 250;

/** The previews of legal documents, one for each. */
export class Previews implements Disposable {
  readonly #server: Requests;
  readonly #extension: Uri;
  readonly #open = new Map<string, Preview>();

  constructor(server: Requests, extension: Uri) {
    this.#server = server;
    this.#extension = extension;
  }

  /** Shows the document in front beside its text. */
  show(): void {
    const editor = activeLegalEditor();
    if (!editor) return;
    const key = editor.document.uri.toString();
    const known = this.#open.get(key);
    if (known) {
      known.reveal();
      return;
    }
    const preview = new Preview(this.#server, this.#extension, editor, () => this.#open.delete(key));
    this.#open.set(key, preview);
  }

  dispose(): void {
    for (const preview of [...this.#open.values()]) preview.dispose();
  }
}

class Preview implements Disposable {
  readonly #server: Requests;
  readonly #document: TextDocument;
  readonly #name: string;
  readonly #panel: WebviewPanel;
  readonly #listeners: Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The last answer that the preview shows; null where it shows none. */
  #shown: string | null = null;
  #isAsking = false;
  #isStale = false;
  #scrolledByPreview = 0;
  #scrolledByEditor = 0;

  constructor(server: Requests, extension: Uri, { document }: TextEditor, closed: () => void) {
    this.#server = server;
    this.#document = document;
    this.#name = document.uri.path.split('/').at(-1) ?? '';
    const title = l10n.t('Preview of {0}', this.#name);
    this.#panel = window.createWebviewPanel(
      'proviso.preview',
      title,
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, enableFindWidget: true, localResourceRoots: [extension] },
    );
    const { webview } = this.#panel;
    this.#listeners = Disposables.from(
      webview.onDidReceiveMessage((message: FromPreview) => void this.#receive(message)),
      this.#panel.onDidDispose(() => {
        clearTimeout(this.#timer);
        this.#listeners.dispose();
        closed();
      }),
      workspace.onDidChangeTextDocument((change) => {
        if (change.document === document) this.#schedule();
      }),
      workspace.onDidCloseTextDocument((gone) => {
        if (gone === document) this.#panel.dispose();
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#followEditor(textEditor)),
    );
    const label = inHtml(l10n.t('The document as it is typeset'));
    const body = `<main class="document" aria-label="${label}"></main><div id="card" role="tooltip" hidden></div>`;
    webview.html = webviewPage(webview, extension, { title, script: 'preview.js', body });
  }

  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #send(message: ToPreview): void {
    void this.#panel.webview.postMessage(message);
  }

  async #receive(message: FromPreview): Promise<void> {
    switch (message.kind) {
      case 'ready':
        // A preview that was hidden begins anew.
        this.#shown = null;
        await this.#update();
        this.#followEditor(this.#editor);
        return;
      case 'scrolled':
        this.#scrollEditor(message.line);
        return;
      case 'goTo': {
        const { line, column, focus } = message;
        this.#scrolledByPreview = Date.now();
        await goTo(this.#document.uri, new Range(line, column, line, column), { keepsFocus: !focus });
        return;
      }
      case 'card': {
        const params = { ...this.#params, anchor: message.anchor };
        const found = await this.#server.request<CardResult>(requests.card, params);
        this.#send({ kind: 'card', anchor: message.anchor, html: found?.html ?? null });
      }
    }
  }

  get #params() {
    return { textDocument: { uri: this.#document.uri.toString() } };
  }

  get #editor(): TextEditor | undefined {
    return window.visibleTextEditors.find(({ document }) => document === this.#document);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#update(), quietMilliseconds);
  }

  /** One question at a time: each answer is the difference to the one before. */
  async #update(): Promise<void> {
    if (this.#isAsking) {
      this.#isStale = true;
      return;
    }
    this.#isAsking = true;
    this.#isStale = false;
    const params = { ...this.#params, previous: this.#shown };
    const ask = (token?: CancellationToken) =>
      this.#server.request<TypesetResult>(requests.typeset, params, token);
    // What follows the typing says nothing of itself; the first answer about a long document may take its time.
    const typeset =
      this.#shown === null
        ? await withProgress(l10n.t('Typesetting {0}', inMessage(this.#name)), ask)
        : await ask();
    this.#isAsking = false;
    if (typeset) {
      this.#shown = typeset.resultId;
      this.#send({ kind: 'typeset', typeset });
    }
    if (this.#isStale) await this.#update();
  }

  #followEditor(editor: TextEditor | undefined): void {
    if (editor?.document !== this.#document || Date.now() - this.#scrolledByPreview < echoMilliseconds)
      return;
    const top = editor.visibleRanges[0]?.start.line;
    if (top === undefined) return;
    this.#scrolledByEditor = Date.now();
    this.#send({ kind: 'scroll', line: top });
  }

  #scrollEditor(line: number): void {
    const editor = this.#editor;
    if (!editor || Date.now() - this.#scrolledByEditor < echoMilliseconds) return;
    this.#scrolledByPreview = Date.now();
    const at = Math.min(Math.max(0, Math.floor(line)), this.#document.lineCount - 1);
    editor.revealRange(new Range(at, 0, at, 0), TextEditorRevealType.AtTop);
  }
}
