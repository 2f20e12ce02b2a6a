import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  namesOf,
  openDocument,
  outlineOf,
  placeCursor,
  screenshot,
  takesPictures,
  waitFor,
} from './workbench.ts';

describe('a defined term', () => {
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    editor = await openDocument('mooring.agreement');
    await outlineOf(editor.document);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('editor.closeTypeHierarchy');
    await vscode.commands.executeCommand('hideSuggestWidget');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  const place = (text: string, within = 2) => placeCursor(editor, text, within);

  /** Types behind the last words of the document, and has the typing taken back at the end. */
  async function typing(words: string, check: (behind: vscode.Position) => Promise<void>): Promise<void> {
    const last = 'on another Business Day.';
    const start = place(last, last.length);
    await vscode.commands.executeCommand('type', { text: words });
    try {
      await check(start.translate(0, words.length));
    } finally {
      // The editor may have saved the document meanwhile, so that reverting it would change nothing.
      const { end } = editor.document.lineAt(editor.document.lineCount - 1).range;
      assert.ok(await editor.edit((edit) => edit.replace(new vscode.Range(start, end), '\n')));
    }
  }

  // What a hover shows is only seen in a picture.
  (takesPictures ? it : it.skip)('tells its meaning on hovering', async () => {
    place('Mooring Fee for each');
    await vscode.commands.executeCommand('editor.action.showHover');
    await screenshot('hover-term', '.monaco-hover:visible:has-text("amount that is stated in")');
  });

  it('is offered behind its first letter, with its meaning', async () => {
    await typing(' The B', async (behind) => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        behind,
      );
      assert.deepEqual(namesOf(items), ['Berth']);
      await screenshot('completion-term', '.suggest-widget.visible:has-text("Berth")');
      await vscode.commands.executeCommand('toggleSuggestionDetails');
      await screenshot('completion-term-meaning', '.suggest-details:visible:has-text("shows to the")');
      await vscode.commands.executeCommand('toggleSuggestionDetails');
    });
  });

  // Keys are pressed, which only the workbench in a browser can be told to do.
  (takesPictures ? it : it.skip)('is not taken with Enter, which begins a line', async () => {
    await typing(' The B', async ({ line }) => {
      await screenshot('completion-term-before-enter', '.suggest-widget.visible:has-text("Berth")');
      await screenshot('completion-term-enter', '.view-line', { type: '\n' });
      await waitFor(
        'a new line',
        () => editor.selection.active,
        (cursor) => cursor.line > line,
      );
      assert.match(editor.document.lineAt(line).text, /Business Day\. The B$/);
    });
  });

  it('is shown with the terms that are built on it', async () => {
    const [item] = await vscode.commands.executeCommand<vscode.TypeHierarchyItem[]>(
      'vscode.prepareTypeHierarchy',
      editor.document.uri,
      place('Skipper pays'),
    );
    assert.equal(item?.name, 'Skipper');
    const namesOf = async (side: string): Promise<string[]> =>
      (await vscode.commands.executeCommand<vscode.TypeHierarchyItem[]>(`vscode.${side}`, item)).map(
        ({ name }) => name,
      );
    assert.deepEqual(await namesOf('provideSubtypes'), ['Berth']);
    assert.deepEqual(await namesOf('provideSupertypes'), []);
    await vscode.commands.executeCommand('editor.showTypeHierarchy');
    await screenshot('type-hierarchy', '.type-hierarchy .monaco-list-row:has-text("Skipper")');
    await vscode.commands.executeCommand('editor.showSubtypes');
    await screenshot('type-hierarchy-subtypes', '.type-hierarchy .monaco-list-row:has-text("Berth")');
  });

  it('is found by its name in all open documents', async () => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'berth',
    );
    // The editor sorts what all open documents hold, and names of provisions may have the letters too.
    const terms = found.filter(({ kind }) => kind === vscode.SymbolKind.Constant);
    assert.deepEqual(
      terms.map(({ name, containerName }) => `${name} in ${containerName}`),
      ['Berth in MOORING AGREEMENT'],
    );
  });
});
