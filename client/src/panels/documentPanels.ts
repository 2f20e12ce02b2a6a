import {
  type Disposable,
  Disposable as Disposables,
  languages,
  TabInputText,
  type TextDocument,
  Uri,
  ViewColumn,
  type Webview,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { fileName } from '../fileName.ts';
import { activeLegalEditor } from '../legalEditor.ts';
import { webviewPage } from './page.ts';
import type { PanelType } from './panelTypes.ts';

/** What one kind of page beside documents is. */
export interface PanelKind<From, To> {
  readonly type: PanelType;
  /** The name of a file in dist. */
  readonly script: string;
  /** Whether who opens the page stays in the text. */
  readonly keepsFocus: boolean;
  /** The page follows the typing once nobody has typed for so long. */
  readonly quietMilliseconds: number;
  title(name: string): string;
  /** What the page holds before its script runs. */
  body(): string;
  /** Serves the page of one document. */
  serve(page: DocumentPage<To>): PageServant<From>;
}

/** The page of one document. */
export interface DocumentPage<To> {
  readonly uri: Uri;
  /** The name of the document's file. */
  readonly name: string;
  send(message: To): void;
}

/** Answers what a page tells, and tells it what is new. */
export interface PageServant<From> {
  receive(message: From): Promise<void>;
  update(): Promise<void>;
  readonly listeners?: Disposable;
}

/**
 * The pages of one kind, one for each document: they follow their documents, close with them, and come back when the window was
 * loaded anew.
 */
export class DocumentPanels<From, To> implements Disposable {
  readonly #kind: PanelKind<From, To>;
  readonly #extension: Uri;
  readonly #open = new Map<string, WebviewPanel>();

  constructor(kind: PanelKind<From, To>, extension: Uri) {
    this.#kind = kind;
    this.#extension = extension;
  }

  /** Shows the page of the document in front beside its text. */
  show(): void {
    const editor = activeLegalEditor();
    if (!editor) return;
    const { uri } = editor.document;
    const { type, keepsFocus, title } = this.#kind;
    const known = this.#open.get(uri.toString());
    if (known) {
      known.reveal(undefined, keepsFocus);
      return;
    }
    const column = { viewColumn: ViewColumn.Beside, preserveFocus: keepsFocus };
    this.#fill(
      window.createWebviewPanel(type, title(fileName(uri)), column, { enableFindWidget: true }),
      uri,
    );
  }

  /** Fills a panel that the editor brings back; one whose document is gone goes too. */
  async restore(panel: WebviewPanel, state: unknown): Promise<void> {
    const document = await documentOf(state);
    if (document && !this.#open.has(document.uri.toString())) this.#fill(panel, document.uri);
    else panel.dispose();
  }

  dispose(): void {
    for (const panel of [...this.#open.values()]) panel.dispose();
  }

  #fill(panel: WebviewPanel, uri: Uri): void {
    const key = uri.toString();
    this.#open.set(key, panel);
    const servant = this.#kind.serve({ uri, name: fileName(uri), send: (message) => send(panel, message) });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const update = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void servant.update(), this.#kind.quietMilliseconds);
    };
    const isOwn = (document: TextDocument) => document.uri.toString() === key;
    const listeners = Disposables.from(
      ...(servant.listeners ? [servant.listeners] : []),
      panel.webview.onDidReceiveMessage((message: From) => void servant.receive(message)),
      panel.onDidDispose(() => {
        clearTimeout(timer);
        this.#open.delete(key);
        listeners.dispose();
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (isOwn(document)) update();
      }),
      workspace.onDidCloseTextDocument((document) => {
        if (isOwn(document)) void closeUnlessShown(panel, uri);
      }),
    );
    this.#load(panel.webview, uri);
  }

  #load(webview: Webview, uri: Uri): void {
    const { script, title, body } = this.#kind;
    webview.options = { enableScripts: true, localResourceRoots: [this.#extension] };
    webview.html = webviewPage(webview, this.#extension, {
      title: title(fileName(uri)),
      script,
      body: body(),
      document: uri.toString(),
    });
  }
}

function send(panel: WebviewPanel, message: unknown): void {
  void panel.webview.postMessage(message);
}

/** The document of which a page has kept the address, read as what it was. */
async function documentOf(state: unknown): Promise<TextDocument | null> {
  const { document } = (state ?? {}) as { readonly document?: unknown };
  if (typeof document !== 'string') return null;
  return await openLegal(Uri.parse(document, true));
}

async function openLegal(uri: Uri): Promise<TextDocument | null> {
  try {
    const document = await workspace.openTextDocument(uri);
    return document.languageId === 'legal'
      ? document
      : await languages.setTextDocumentLanguage(document, 'legal');
  } catch {
    return null;
  }
}

/**
 * A text that is on no screen yet, behind another tab of a window that was loaded anew, is let go by the editor after some time, and
 * closed as if somebody had closed it.
 */
async function closeUnlessShown(panel: WebviewPanel, uri: Uri): Promise<void> {
  const hasTab = window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString());
  // It is closed in this way too when somebody takes it for something else than a legal document.
  const isStillOpen = workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
  if (!hasTab || isStillOpen || !(await openLegal(uri))) panel.dispose();
}
