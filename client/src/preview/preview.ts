import { type CancellationToken, l10n, Range, type TextEditor, TextEditorRevealType, window } from 'vscode';
import { type CardResult, requests, type TypesetResult } from '../../../server/src/lsp/protocol/protocol.ts';
import type { Requests } from '../client.ts';
import { goTo } from '../commands/showPlace.ts';
import type { DocumentPage, PageServant, PanelKind } from '../panels/documentPanels.ts';
import { inHtml } from '../panels/page.ts';
import { inMessage } from '../plainWords.ts';
import { withProgress } from '../progress.ts';
import type { FromPreview, ToPreview } from './messages.ts';

/** What one side scrolls to because the other one did is not told back. */
const echoMilliseconds = 250;

/** The document beside its text, typeset. */
export function previews(server: Requests): PanelKind<FromPreview, ToPreview> {
  return {
    type: 'proviso.preview',
    script: 'preview.js',
    keepsFocus: true,
    quietMilliseconds: 200,
    title: (name) => l10n.t('Preview of {0}', name),
    body: () => {
      const label = inHtml(l10n.t('The document as it is typeset'));
      return `<main class="document" aria-label="${label}"></main><div id="card" role="tooltip" hidden></div>`;
    },
    serve: (page) => new Preview(server, page),
  };
}

class Preview implements PageServant<FromPreview> {
  readonly #server: Requests;
  readonly #page: DocumentPage<ToPreview>;
  readonly listeners = window.onDidChangeTextEditorVisibleRanges(({ textEditor }) =>
    this.#followEditor(textEditor),
  );
  /** The last answer that the preview shows; null where it shows none. */
  #shown: string | null = null;
  #isAsking = false;
  #isStale = false;
  #scrolledByPreview = 0;
  #scrolledByEditor = 0;

  constructor(server: Requests, page: DocumentPage<ToPreview>) {
    this.#server = server;
    this.#page = page;
  }

  async receive(message: FromPreview): Promise<void> {
    switch (message.kind) {
      case 'ready':
        // A preview that was hidden begins anew.
        this.#shown = null;
        await this.update();
        this.#followEditor(this.#editor);
        return;
      case 'scrolled':
        this.#scrollEditor(message.line);
        return;
      case 'goTo': {
        const { line, column, focus } = message;
        this.#scrolledByPreview = Date.now();
        await goTo(this.#page.uri, new Range(line, column, line, column), { keepsFocus: !focus });
        return;
      }
      case 'card': {
        const params = { ...this.#params, anchor: message.anchor };
        const found = await this.#server.request<CardResult>(requests.card, params);
        this.#page.send({ kind: 'card', anchor: message.anchor, html: found?.html ?? null });
      }
    }
  }

  get #params() {
    return { textDocument: { uri: this.#page.uri.toString() } };
  }

  get #editor(): TextEditor | undefined {
    return window.visibleTextEditors.find((editor) => this.#isOwn(editor));
  }

  #isOwn({ document }: TextEditor): boolean {
    return document.uri.toString() === this.#page.uri.toString();
  }

  /** One question at a time: each answer is the difference to the one before. */
  async update(): Promise<void> {
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
        ? await withProgress(l10n.t('Typesetting {0}', inMessage(this.#page.name)), ask)
        : await ask();
    this.#isAsking = false;
    if (typeset) {
      this.#shown = typeset.resultId;
      this.#page.send({ kind: 'typeset', typeset });
    }
    if (this.#isStale) await this.update();
  }

  #followEditor(editor: TextEditor | undefined): void {
    if (!editor || !this.#isOwn(editor) || Date.now() - this.#scrolledByPreview < echoMilliseconds) return;
    const top = editor.visibleRanges[0]?.start.line;
    if (top === undefined) return;
    this.#scrolledByEditor = Date.now();
    this.#page.send({ kind: 'scroll', line: top });
  }

  #scrollEditor(line: number): void {
    const editor = this.#editor;
    if (!editor || Date.now() - this.#scrolledByEditor < echoMilliseconds) return;
    this.#scrolledByPreview = Date.now();
    const at = Math.min(Math.max(0, Math.floor(line)), editor.document.lineCount - 1);
    editor.revealRange(new Range(at, 0, at, 0), TextEditorRevealType.AtTop);
  }
}
