import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The extension under test, as the workbench knows it. */
export const extensionId = 'proviso.proviso';

/** Opens a document of test/vscode/workspace in an editor. */
export async function openDocument(name: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the suite runs in a workspace');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  return await vscode.window.showTextDocument(document, { preview: false });
}

/** Asks until there is an answer that will do; what a language server tells comes some time after it is asked for. */
export async function waitFor<Answer>(
  what: string,
  ask: () => Thenable<Answer | undefined> | Answer | undefined,
  willDo: (answer: Answer) => boolean = () => true,
): Promise<Answer> {
  const deadline = Date.now() + 20_000;
  let answer: Answer | undefined;
  while (Date.now() < deadline) {
    answer = await ask();
    if (answer !== undefined && willDo(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${what}; the last answer was ${JSON.stringify(answer)}`);
}

/** The outline of a document, once the server has one. */
export function outlineOf(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  return waitFor(
    'an outline',
    () =>
      vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      ),
    (symbols) => symbols.length > 0,
  );
}

/** The names of what is offered to be written, as the editor shows it: it leaves snippets out, which answers to others hold. */
export function namesOf(items: readonly vscode.CompletionItem[]): string[] {
  return items
    .filter(({ kind }) => kind !== vscode.CompletionItemKind.Snippet)
    .map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** The position of the first occurrence of `text`, `within` characters into it. */
export function positionOf(document: vscode.TextDocument, text: string, within = 0): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.notEqual(offset, -1, `${text} stands in the document`);
  return document.positionAt(offset + within);
}

/** Places the cursor `within` characters into the first occurrence of `text`, in sight. */
export function placeCursor(editor: vscode.TextEditor, text: string, within = 0): vscode.Position {
  const position = positionOf(editor.document, text, within);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
  return position;
}

/** Where a picture is asked for. */
export const pictures = process.env.PROVISO_TEST_SCREENSHOTS;

/** A workbench in a browser takes pictures of itself; one on the desktop does not. */
export const takesPictures = pictures !== undefined;

/** What is done in the workbench before something is looked for. */
export interface Handling {
  /** What is clicked on. */
  readonly click?: string;
  /** What the mouse is moved to. */
  readonly hover?: string;
  /** What gets the focus, as by the keyboard. */
  readonly focus?: string;
  /** What is typed, wherever the focus is. */
  readonly type?: string;
  /** A key that is pressed, by its name. */
  readonly press?: string;
  /** Whether all this is looked for in the page of the webview that is shown. */
  readonly webview?: 'yes';
  /** What is waited for; else that it is seen. */
  readonly state?: 'hidden' | 'attached';
}

/**
 * Has a picture taken once something that matches the selector is seen in the workbench, after a click or some typing;
 * fails where it is never seen.
 */
export async function screenshot(name: string, selector: string, handling: Handling = {}): Promise<void> {
  if (!pictures) return;
  const query = new URLSearchParams({ name, wait: selector, ...handling });
  const response = await fetch(`${pictures}/?${query}`);
  assert.ok(response.ok, await response.text());
}
