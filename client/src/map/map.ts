import {
  type Disposable,
  Disposable as Disposables,
  l10n,
  Range,
  type TextDocument,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { type MapResult, requests } from '../../../server/src/lsp/protocol/protocol.ts';
import type { Requests } from '../client.ts';
import { goTo } from '../commands/showPlace.ts';
import { activeLegalEditor } from '../legalEditor.ts';
import { inHtml, webviewPage } from '../preview/webview.ts';
import { withProgress } from '../progress.ts';
import type { FromMap, MapSubject, MapTexts, ToMap } from './messages.ts';

/** A map is drawn anew once nobody has typed for so long: it moves under the eyes. */
const quietMilliseconds = 1_000;

/** The maps of legal documents, one for each. */
export class Maps implements Disposable {
  readonly #server: Requests;
  readonly #extension: Uri;
  readonly #open = new Map<string, DocumentMap>();

  constructor(server: Requests, extension: Uri) {
    this.#server = server;
    this.#extension = extension;
  }

  show(): void {
    const editor = activeLegalEditor();
    if (!editor) return;
    const key = editor.document.uri.toString();
    const known = this.#open.get(key);
    if (known) known.reveal();
    else {
      const closed = () => this.#open.delete(key);
      this.#open.set(key, new DocumentMap(this.#server, this.#extension, editor.document, closed));
    }
  }

  dispose(): void {
    for (const map of [...this.#open.values()]) map.dispose();
  }
}

class DocumentMap implements Disposable {
  readonly #server: Requests;
  readonly #document: TextDocument;
  readonly #panel: WebviewPanel;
  readonly #listeners: Disposable;
  #subject: MapSubject = 'citations';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(server: Requests, extension: Uri, document: TextDocument, closed: () => void) {
    this.#server = server;
    this.#document = document;
    const title = l10n.t('Map of {0}', document.uri.path.split('/').at(-1) ?? '');
    this.#panel = window.createWebviewPanel('proviso.map', title, ViewColumn.Beside, {
      enableScripts: true,
      localResourceRoots: [extension],
    });
    const { webview } = this.#panel;
    this.#listeners = Disposables.from(
      webview.onDidReceiveMessage((message: FromMap) => void this.#receive(message)),
      this.#panel.onDidDispose(() => {
        clearTimeout(this.#timer);
        this.#listeners.dispose();
        closed();
      }),
      workspace.onDidChangeTextDocument((change) => {
        if (change.document !== document) return;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => void this.#update(), quietMilliseconds);
      }),
      workspace.onDidCloseTextDocument((gone) => {
        if (gone === document) this.#panel.dispose();
      }),
    );
    const body = `<div id="map" data-texts="${inHtml(JSON.stringify(texts()))}"></div>`;
    webview.html = webviewPage(webview, extension, { title, script: 'map.js', body });
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  async #receive(message: FromMap): Promise<void> {
    switch (message.kind) {
      case 'ready':
        await this.#update();
        return;
      case 'ask':
        this.#subject = message.of;
        await this.#update();
        return;
      case 'goTo': {
        const { line, column, focus } = message;
        await goTo(this.#document.uri, new Range(line, column, line, column), { keepsFocus: !focus });
        return;
      }
      case 'export':
        await saveSvg(this.#document.uri, message.svg);
    }
  }

  async #update(): Promise<void> {
    const subject = this.#subject;
    const params = { textDocument: { uri: this.#document.uri.toString() }, of: subject };
    const map = await withProgress(l10n.t('Drawing the map'), (token) =>
      this.#server.request<MapResult>(requests.map, params, token),
    );
    if (!map || subject !== this.#subject) return;
    const message: ToMap = { kind: 'map', of: subject, map };
    void this.#panel.webview.postMessage(message);
  }
}

async function saveSvg(uri: Uri, svg: string): Promise<void> {
  const defaultUri = uri.with({ path: `${uri.path.replace(/\.[^./]*$/, '')}.svg` });
  const file = await window.showSaveDialog({
    title: l10n.t('Export as SVG'),
    filters: { SVG: ['svg'] },
    ...(uri.scheme === 'untitled' ? {} : { defaultUri }),
  });
  if (file) await workspace.fs.writeFile(file, new TextEncoder().encode(svg));
}

function texts(): MapTexts {
  return {
    citations: l10n.t('Citations'),
    terms: l10n.t('Terms'),
    show: l10n.t('What the map shows'),
    filter: l10n.t('Filter by name'),
    zoomIn: l10n.t('Zoom In'),
    zoomOut: l10n.t('Zoom Out'),
    fit: l10n.t('Fit to Window'),
    expandAll: l10n.t('Show All'),
    collapseAll: l10n.t('Collapse'),
    exportSvg: l10n.t('Export as SVG'),
    noCitations: l10n.t('No provision of this document cites another one.'),
    noTerms: l10n.t('No defined term of this document is built on another one.'),
    shown: l10n.t('{0} of {1} shown'),
    lesser: l10n.t('{0} with fewer connections left out'),
    hidden: l10n.t('{0} without connection left out'),
    missing: l10n.t('not there'),
    contains: l10n.t('{0} inside'),
    leads: l10n.t('leads to {0}, reached from {1}'),
    keys: l10n.t('Enter goes to the text, Space opens and closes, arrow keys move'),
  };
}
