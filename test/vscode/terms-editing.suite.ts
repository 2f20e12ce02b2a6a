import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openDocument, outlineOf, positionOf, screenshot, takesPictures, waitFor } from './workbench.ts';

describe('the name of a term', () => {
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    editor = await openDocument('mooring.agreement');
    await outlineOf(editor.document);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  const cursorAt = (text: string): vscode.Position => {
    const position = positionOf(editor.document, text, 2);
    editor.selection = new vscode.Selection(position, position);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
    return position;
  };

  it('is changed wherever it means the term, with the reasons', async () => {
    const { document } = editor;
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      cursorAt('Mooring Fee for each'),
      'Anchorage Charge',
    );
    const words = edit
      .get(document.uri)
      .map(({ range, newText }) => `${document.getText(range)} > ${newText}`);
    assert.deepEqual(words, [
      'Mooring Fee > Anchorage Charge',
      'MOORING FEES > ANCHORAGE CHARGES',
      'a > an',
      'Mooring Fee > Anchorage Charge',
      'mooring fee > mooring fee',
      'Mooring > Anchorage',
      'Fee > Charge',
      'Mooring Fee > Anchorage Charge',
      'Mooring Fee > Anchorage Charge',
    ]);
  });

  it('cannot be that of another term', async () => {
    const renaming = vscode.commands.executeCommand(
      'vscode.executeDocumentRenameProvider',
      editor.document.uri,
      cursorAt('Mooring Fee for each'),
      'Berth',
    );
    await assert.rejects(Promise.resolve(renaming), /“Berth” is already defined, in Section 1\./);
  });

  // The name is typed into the box of the editor, which only the workbench in a browser can be told to do.
  (takesPictures ? it : it.skip)('is asked for with a preview of what is not sure', async () => {
    const { document } = editor;
    cursorAt('Mooring Fee for each');
    const renaming = vscode.commands.executeCommand('editor.action.rename');
    await screenshot('rename-box', '.rename-box input:focus');
    await screenshot('rename-preview', '.monaco-list-row:has-text("ANCHORAGE CHARGES")', {
      type: 'Anchorage Charge\n',
    });
    await vscode.commands.executeCommand('refactorPreview.groupByType');
    await screenshot('rename-preview-reasons', '.monaco-list-row:has-text("Needs your decision")');
    await vscode.commands.executeCommand('refactorPreview.groupByFile');
    await vscode.commands.executeCommand('refactorPreview.apply');
    await renaming;
    await waitFor(
      'the new name',
      () => document.getText(),
      (text) => text.includes('"Anchorage Charge" means'),
    );
    const text = document.getText();
    assert.match(text, /pays an Anchorage Charge for each night/);
    assert.match(text, /the Anchorage\nCharge of the Berth/);
    assert.match(text, /without a mooring fee/);
    assert.match(text, /The Mooring Fee Table/);
    await screenshot('renamed', '.view-line:has-text("Anchorage Charge")');
    await vscode.commands.executeCommand('undo');
    assert.match(document.getText(), /"Mooring Fee" means/);
  });
});

describe('a term that is defined nowhere', () => {
  const ignore = 'Ignore the term “Business Day” in this project (proviso.json)';
  let editor: vscode.TextEditor;
  let file: vscode.Uri;

  const findings = (count: number) =>
    waitFor(
      `${count} findings`,
      () => vscode.languages.getDiagnostics(editor.document.uri),
      (answer) => answer.filter(({ message }) => message.includes('Business Day')).length === count,
    );

  /** An editor of settings that were deleted would bring them back. */
  const closeSettings = async () => {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const isSettings = ({ input }: vscode.Tab) =>
      input instanceof vscode.TabInputText && input.uri.path.endsWith('/proviso.json');
    for (const tab of tabs.filter(isSettings)) await vscode.window.tabGroups.close(tab);
  };

  before(async () => {
    await closeSettings();
    editor = await openDocument('mooring.agreement');
    file = vscode.Uri.joinPath(editor.document.uri, '..', 'proviso.json');
    await findings(1);
  });

  after(async () => {
    const settings = await vscode.workspace.openTextDocument(file);
    const everything = new vscode.WorkspaceEdit();
    everything.replace(file, new vscode.Range(0, 0, settings.lineCount, 0), '{}\n');
    assert.ok(await vscode.workspace.applyEdit(everything));
    assert.equal(await settings.save(), true);
    await findings(1);
    await closeSettings();
    await vscode.workspace.fs.delete(file);
  });

  it('is defined in the list, or ignored in the project', async () => {
    const { document } = editor;
    const place = positionOf(document, 'Business Day', 3);
    editor.selection = new vscode.Selection(place, place);
    if (takesPictures) {
      await vscode.commands.executeCommand('editor.action.quickFix');
      await screenshot('term-quick-fixes', '.action-widget:has-text("Ignore the term")');
      await vscode.commands.executeCommand('hideCodeActionWidget');
    }
    const actions = await waitFor(
      'quick fixes',
      () =>
        vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          new vscode.Range(place, place),
        ),
      (answer) => answer.some(({ title }) => title === ignore),
    );
    const edit = (title: string) => actions.find((action) => action.title === title)?.edit;
    const define = edit('Define “Business Day” in Section 1');
    assert.deepEqual(
      define?.get(document.uri).map(({ range, newText }) => [range.start.line, newText]),
      [[6, '"Business Day" means [●].\n\n']],
    );
    const ignored = edit(ignore);
    assert.ok(ignored && (await vscode.workspace.applyEdit(ignored)));
    await findings(0);
    const settings = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(settings);
    assert.equal(await settings.save(), true);
    await screenshot('ignored-term', '.view-line:has-text("Business Day")');
  });
});
