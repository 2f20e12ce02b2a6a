import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { describePage, itCanBeRead, openedOffline, savedFile } from './pages.ts';
import { positionOf, waitFor } from './workbench.ts';

const preview = {
  name: 'preview',
  command: 'proviso.showPreview',
  shown: 'h1',
  document: 'ferry-hire.agreement',
};

describePage('the preview', preview, (page) => {
  it('sets numbers, captions, definitions and citations, and findings beside them', async () => {
    await page.shows('definition', 'dfn:has-text("Crossing")');
    await page.shows('hung', '.hung:has(.number:text-is("(a)")):has-text("half of it before")');
    await page.shows('citation', 'a.citation:has-text("Section 2.2")');
    await page.shows('broken', '.broken:has-text("Section 2.7")');
    await page.shows('finding', '.finding.error:has-text("There is no Section 2.7")');
  });

  it('shows what a link leads to in a card, by mouse and by keyboard', async () => {
    const link = 'a.citation:has-text("Section 2.2")';
    await page.shows('card', '#card:has-text("Each Hire is paid to the Owner")', { hover: link });
    await page.shows('card-moved', '#card', { hover: 'h1', state: 'hidden' });
    const term = 'a.term:has-text("Landings")';
    await page.shows('card-term', '#card:has-text("the quay and the pier")', { focus: term });
    await page.shows('card-escaped', '#card', { focus: term, press: 'Escape', state: 'hidden' });
  });

  it('leads to the text: by a finding to its place, by a link to what it cites', async () => {
    await page.shows('go-finding', '.finding.error', { click: '.finding.error' });
    const broken = positionOf(page.editor.document, 'Section 2.7');
    await waitFor(
      'the cursor at the finding',
      () => vscode.window.activeTextEditor?.selection.active,
      (place) => place.isEqual(broken),
    );
    await page.shows('go-link', '.reached', { click: 'a.citation:has-text("Section 2.2")' });
    await page.leadsTo('Section 2.2 Payment');
  });

  it('leads by a line that is set as it stands to that line', async () => {
    const line = '.lines [data-line]:has-text("Name: Tom Reed")';
    await page.shows('go-line', line, { click: line });
    await page.leadsTo('Name: Tom Reed');
  });

  it('follows the typing', async () => {
    const place = positionOf(page.editor.document, 'in coin');
    const editor = await vscode.window.showTextDocument(page.editor.document, vscode.ViewColumn.One);
    assert.ok(await editor.edit((edit) => edit.insert(place, 'on Sundays ')));
    await page.shows('typed', 'p:has-text("to the Owner on Sundays in coin")');
    await vscode.commands.executeCommand('undo');
    await page.shows('undone', 'p:has-text("to the Owner in coin")');
  });

  it('scrolls with the text', async () => {
    const last = page.editor.document.lineCount - 1;
    page.editor.revealRange(new vscode.Range(last, 0, last, 0), vscode.TextEditorRevealType.AtTop);
    await page.shows('scrolled', 'pre:has-text("Tom Reed")');
  });

  itCanBeRead(preview);

  it('is exported as one file', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, 'ferry-hire.html');
    await vscode.window.showTextDocument(page.editor.document, vscode.ViewColumn.One);
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
    await vscode.languages.setTextDocumentLanguage(page.editor.document, 'plaintext');
    await waitFor('the preview to close', tabs, (count) => count === 0);
    await vscode.languages.setTextDocumentLanguage(page.editor.document, 'legal');
    // A document that an extension has opened, as this suite does, stays open for a while behind the scenes.
    const copy = page.editor.document.uri.with({
      path: page.editor.document.uri.path.replace('ferry-hire', 'ferry-copy'),
    });
    await vscode.workspace.fs.copy(page.editor.document.uri, copy);
    await vscode.commands.executeCommand('vscode.open', copy, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('proviso.showPreview');
    await waitFor('another preview', tabs, (count) => count === 1);
    await vscode.commands.executeCommand('vscode.open', copy, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await waitFor('the preview to close', tabs, (count) => count === 0);
    await vscode.workspace.fs.delete(copy);
  });
});

const markup = { ...preview, name: 'preview-markup', document: 'markup.agreement' };

describePage('the preview of a document that writes as pages do', markup, (page) => {
  it('is printed from a file that needs nothing else, on white, in which all words are words', async () => {
    await page.shows('words', 'p:has-text("<b onclick=")');
    await vscode.window.showTextDocument(page.editor.document, vscode.ViewColumn.One);
    const done = vscode.commands.executeCommand('proviso.print');
    const file = await savedFile(markup.name, 'markup.html');
    const { text, pages, ...printed } = await openedOffline(file);
    const nothing = { active: [], asked: [], said: [] };
    assert.deepEqual(printed, {
      ...nothing,
      root: 'html',
      isWellFormed: true,
      ground: 'rgb(255, 255, 255)',
    });
    assert.equal(pages, 1);
    for (const words of [
      `<img src=x onerror=alert(1)> & 'oars' ]]>`,
      '<script>alert("rope")</script>',
      '&lt;or not&gt;',
      '</main><iframe src="https://pier.test/">',
    ])
      assert.ok(text.includes(words), words);
    await vscode.commands.executeCommand('notifications.clearAll');
    await done;
    await vscode.workspace.fs.delete(file);
  });
});
