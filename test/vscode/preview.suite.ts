import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  accessibilityFaults,
  openDocument,
  outlineOf,
  positionOf,
  screenshot,
  takesPictures,
  waitFor,
} from './workbench.ts';

const themes = [
  'Default Light Modern',
  'Default Dark Modern',
  'Default High Contrast',
  'Default High Contrast Light',
];
const colours = () => vscode.workspace.getConfiguration('workbench');

/** What a webview shows is seen in a workbench in a browser alone. */
(takesPictures ? describe : describe.skip)('the preview', () => {
  let editor: vscode.TextEditor;
  const shows = (name: string, selector: string, handling = {}) =>
    screenshot(name, selector, { webview: 'yes', ...handling });

  before(async () => {
    editor = await openDocument('ferry-hire.agreement');
    await outlineOf(editor.document);
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await vscode.commands.executeCommand('proviso.showPreview');
    await shows('preview', 'h1:has-text("FERRY HIRE AGREEMENT")');
  });

  after(async () => {
    await colours().update('colorTheme', undefined, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('sets numbers, captions, definitions and citations, and findings beside them', async () => {
    await shows('preview-definition', 'dfn:has-text("Crossing")');
    await shows('preview-hung', '.hung:has(.number:text-is("(a)")):has-text("half of it before")');
    await shows('preview-citation', 'a.citation:has-text("Section 2.2")');
    await shows('preview-broken', '.broken:has-text("Section 2.7")');
    await shows('preview-finding', '.finding.error:has-text("There is no Section 2.7")');
  });

  it('shows what a link leads to in a card, by mouse and by keyboard', async () => {
    const link = 'a.citation:has-text("Section 2.2")';
    await shows('preview-card', '#card:has-text("Each Hire is paid to the Owner")', { hover: link });
    await shows('preview-card-moved', '#card', { hover: 'h1', state: 'hidden' });
    const term = 'a.term:has-text("Landings")';
    await shows('preview-card-term', '#card:has-text("the quay and the pier")', { focus: term });
    await shows('preview-card-escaped', '#card', { focus: term, press: 'Escape', state: 'hidden' });
  });

  it('leads to the text: by a finding to its place, by a link to what it cites', async () => {
    await shows('preview-go-finding', '.finding.error', { click: '.finding.error' });
    const broken = positionOf(editor.document, 'Section 2.7');
    await waitFor(
      'the cursor at the finding',
      () => vscode.window.activeTextEditor?.selection.active,
      (place) => place.isEqual(broken),
    );
    await shows('preview-go-link', '.reached', { click: 'a.citation:has-text("Section 2.2")' });
    const cited = positionOf(editor.document, 'Section 2.2 Payment');
    await waitFor(
      'the cursor at what is cited',
      () =>
        vscode.window.visibleTextEditors.find(({ document }) => document === editor.document)?.selection
          .active.line,
      (line) => line === cited.line,
    );
  });

  it('leads by a line that is set as it stands to that line', async () => {
    const line = '.lines [data-line]:has-text("Name: Tom Reed")';
    await shows('preview-go-line', line, { click: line });
    const wanted = positionOf(editor.document, 'Name: Tom Reed').line;
    await waitFor(
      'the cursor at the line',
      () =>
        vscode.window.visibleTextEditors.find(({ document }) => document === editor.document)?.selection
          .active.line,
      (reached) => reached === wanted,
    );
  });

  it('follows the typing', async () => {
    const place = positionOf(editor.document, 'in coin');
    editor = await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    assert.ok(await editor.edit((edit) => edit.insert(place, 'on Sundays ')));
    await shows('preview-typed', 'p:has-text("to the Owner on Sundays in coin")');
    await vscode.commands.executeCommand('undo');
    await shows('preview-undone', 'p:has-text("to the Owner in coin")');
  });

  it('scrolls with the text', async () => {
    const last = editor.document.lineCount - 1;
    editor.revealRange(new vscode.Range(last, 0, last, 0), vscode.TextEditorRevealType.AtTop);
    await shows('preview-scrolled', 'pre:has-text("Tom Reed")');
  });

  it('can be read in every theme, and by those who hear it', async () => {
    for (const theme of themes) {
      await colours().update('colorTheme', theme, vscode.ConfigurationTarget.Global);
      const name = `preview-${theme.replace(/Default | /g, '').toLowerCase()}`;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const faults = await accessibilityFaults(name, 'h1');
      assert.deepEqual(faults, [], theme);
    }
  });

  it('is exported as one file', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, 'ferry-hire.html');
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('proviso.exportHtml', file.toString());
    const html = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    assert.match(html, /<h1 [^>]*><span class="caption">FERRY HIRE AGREEMENT/);
    assert.doesNotMatch(html, /<script|There is no Section 2\.7/);
    await vscode.workspace.fs.delete(file);
  });

  it('closes with its document, and when that is taken for something else', async () => {
    const tabs = () =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .filter(({ input }) => input instanceof vscode.TabInputWebview).length;
    await vscode.languages.setTextDocumentLanguage(editor.document, 'plaintext');
    await waitFor('the preview to close', tabs, (count) => count === 0);
    await vscode.languages.setTextDocumentLanguage(editor.document, 'legal');
    // A document that an extension has opened, as this suite does, stays open for a while behind the scenes.
    const copy = editor.document.uri.with({
      path: editor.document.uri.path.replace('ferry-hire', 'ferry-copy'),
    });
    await vscode.workspace.fs.copy(editor.document.uri, copy);
    await vscode.commands.executeCommand('vscode.open', copy, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('proviso.showPreview');
    await waitFor('another preview', tabs, (count) => count === 1);
    await vscode.commands.executeCommand('vscode.open', copy, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await waitFor('the preview to close', tabs, (count) => count === 0);
    await vscode.workspace.fs.delete(copy);
  });
});
