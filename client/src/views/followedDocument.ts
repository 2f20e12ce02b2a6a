import {
  commands,
  Disposable,
  EventEmitter,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';

/** What changed of what is followed: another document, its text, or the cursor alone. */
export type FollowedChange = 'document' | 'text' | 'cursor';

/** Views are made anew once nobody has typed, or moved the cursor, for so long. */
const quietMilliseconds: Readonly<Record<FollowedChange, number>> = { document: 0, text: 500, cursor: 150 };

/** The legal document somebody works on, which views beside it speak of: that of the editor in front, or of the last one while a view or a preview has the focus. */
export class FollowedDocument implements Disposable {
  #editor: TextEditor | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pending: FollowedChange | undefined;
  readonly #changed = new EventEmitter<FollowedChange>();
  readonly onDidChange = this.#changed.event;
  readonly #listeners: Disposable;

  constructor() {
    this.#follow(window.activeTextEditor);
    this.#listeners = Disposable.from(
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      window.onDidChangeVisibleTextEditors((editors) => {
        if (this.#editor && !editors.includes(this.#editor)) this.#follow(window.activeTextEditor, true);
      }),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === this.#editor) this.#announce('cursor');
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.#editor?.document) this.#announce('text');
      }),
      // A file that becomes a legal document, or is one no longer, is closed and opened again.
      workspace.onDidOpenTextDocument((document) => {
        if (document === window.activeTextEditor?.document) this.#follow(window.activeTextEditor, true);
      }),
    );
  }

  get editor(): TextEditor | undefined {
    return this.#editor;
  }

  get document(): TextDocument | undefined {
    return this.#editor?.document;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.dispose();
    this.#changed.dispose();
  }

  /** Without an editor in front a view has the focus: what was followed still is, unless its editor is gone. */
  #follow(editor: TextEditor | undefined, isGone = false): void {
    if (!editor && !isGone) return;
    const followed = editor?.document.languageId === 'legal' ? editor : undefined;
    const isSame = followed === this.#editor;
    this.#editor = followed;
    void commands.executeCommand('setContext', 'proviso.hasDocument', followed !== undefined);
    if (!isSame || isGone) this.#announce('document');
  }

  #announce(change: FollowedChange): void {
    this.#pending = graver(this.#pending, change);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const announced = this.#pending ?? change;
      this.#pending = undefined;
      this.#changed.fire(announced);
    }, quietMilliseconds[this.#pending]);
  }
}

/** Of two changes the one that leaves less as it was. */
function graver(one: FollowedChange | undefined, other: FollowedChange): FollowedChange {
  const order: readonly FollowedChange[] = ['document', 'text', 'cursor'];
  return order.find((change) => change === one || change === other) ?? other;
}
