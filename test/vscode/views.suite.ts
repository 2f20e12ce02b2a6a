import * as vscode from 'vscode';
import { openDocument, outlineOf, placeCursor, positionOf, screenshot, takesPictures } from './workbench.ts';

/** What a view shows is seen in the workbench alone: it has no interface to be asked by. */
(takesPictures ? describe : describe.skip)('the views in the side bar', () => {
  let editor: vscode.TextEditor;
  const row = (words: string) => `.pane-body .monaco-list-row:has-text("${words}")`;

  before(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('proviso.termsInView.focus');
    await screenshot('views-welcome', '.welcome-view-content:has-text("Open a legal document")');
    editor = await openDocument('ferry-hire.agreement');
    await outlineOf(editor.document);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.view.explorer');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const place = (words: string) => placeCursor(editor, words, 2);

  it('show the terms of the provision at the cursor, and follow it', async () => {
    place('half of it');
    await screenshot('views-terms', row('the sum that Section 2.1 states'));
    place('ARTICLE III');
    await screenshot('views-terms-none', '.welcome-view-content:has-text("No defined term is used")');
  });

  it('keep a pinned term in sight', async () => {
    await vscode.commands.executeCommand('proviso.pinTerm', 'Tide Table');
    await screenshot('views-pinned', row('the table that hangs at the pier'));
    await vscode.commands.executeCommand('proviso.unpinTerm', 'Tide Table');
    await screenshot('views-unpinned', '.welcome-view-content:has-text("No defined term is used")');
  });

  it('lead to a place that is chosen', async () => {
    place('half of it');
    await screenshot('views-jump', row('the sum that Section 2.1 states'), {
      click: row('the sum that Section 2.1 states'),
    });
    const wanted = editor.document.lineAt(positionOf(editor.document, 'Hire" means').line).text;
    const reached = vscode.window.activeTextEditor;
    if (reached?.document.lineAt(reached.selection.active.line).text !== wanted)
      throw new Error(`The cursor is on line ${reached?.selection.active.line}.`);
  });

  it('show what a provision cites, who cites it, and what is broken', async () => {
    place('half of it');
    await vscode.commands.executeCommand('proviso.crossReferences.focus');
    await screenshot('views-references', row('Section 2.1 is cited by'));
    await screenshot('views-references-broken', row('Section 2.7'));
  });

  it('show all terms, those without use apart, and those alone that are asked for', async () => {
    await vscode.commands.executeCommand('proviso.definedTerms.focus');
    await screenshot('views-table', row('Defined, but not used'));
    await vscode.commands.executeCommand('proviso.filterTerms', 'pier');
    await screenshot('views-table-filtered', row('the quay and the pier'));
    await screenshot('views-table-filter', '.pane-header:has-text("2 of 7, with “pier”")');
    await vscode.commands.executeCommand('proviso.filterTerms', 'zebra');
    await screenshot('views-table-nothing', '.pane-body:has-text("No term has")');
    await vscode.commands.executeCommand('proviso.showAllTerms');
    await screenshot('views-table-again', row('Defined, but not used'));
  });

  it('show the parties and who signed', async () => {
    await vscode.commands.executeCommand('proviso.parties.focus');
    await screenshot('views-parties', row('Ada Pike'));
  });
});
