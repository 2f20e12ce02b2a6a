import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openDocument, outlineOf, positionOf, screenshot, takesPictures, waitFor } from './workbench.ts';

describe('the editor of a legal document', () => {
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    editor = await openDocument('supply.agreement');
    await outlineOf(editor.document);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('colours designations, captions and items by what they are', async () => {
    const tokens = await waitFor('tokens', () =>
      vscode.commands.executeCommand<vscode.SemanticTokens>(
        'vscode.provideDocumentSemanticTokens',
        editor.document.uri,
      ),
    );
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      editor.document.uri,
    );
    const words = wordsOf(editor.document, tokens.data, legend);
    for (const expected of ['designation: Section 1.1', 'caption: Goods', 'enumerator: (a)'])
      assert.ok(words.includes(expected), `${expected} in ${words.join(', ')}`);
    // A citation that wrapped to the start of a line looks like a heading to a grammar, but is none.
    assert.ok(!words.some((word) => word.endsWith(': 2.2')), words.join(', '));
    await screenshot('colours', '.view-line:has-text("Section 1.1")');
  });

  it('continues a list when Enter is pressed, and ends it on an empty item', async () => {
    const { document } = editor;
    const end = positionOf(document, '(ii) the tea house.', '(ii) the tea house.'.length);
    editor.selection = new vscode.Selection(end, end);
    await press('\n');
    // The items of this document stand apart from each other.
    await waitForLine(document, end.line + 2, '        (iii) ');
    await press('any other place.');
    await press('\n');
    await waitForLine(document, end.line + 4, '        (iv) ');
    await screenshot('continued-list', '.view-line:has-text("(iv)")');
    await press('\n');
    await waitForLine(document, end.line + 4, '');
    assert.equal(document.lineAt(end.line + 2).text, '        (iii) any other place.');
    assert.deepEqual(editor.selection.active, new vscode.Position(end.line + 4, 0));
  });

  it('leaves prose and headings alone when Enter is pressed', async () => {
    const { document } = editor;
    const end = positionOf(document, 'within a month.', 'within a month.'.length);
    editor.selection = new vscode.Selection(end, end);
    await press('\n');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(document.lineAt(end.line + 1).text, '');
  });

  it('links mentions of attachments to their headings', async () => {
    const links = await waitFor(
      'links',
      () =>
        vscode.commands.executeCommand<vscode.DocumentLink[]>(
          'vscode.executeLinkProvider',
          editor.document.uri,
        ),
      (answer) => answer.length > 0,
    );
    assert.deepEqual(
      links.map(({ range }) => editor.document.getText(range)),
      ['Exhibit A', 'Exhibit A'],
    );
    const [{ target, range }] = links as [vscode.DocumentLink];
    assert.ok(target);
    editor.selection = new vscode.Selection(range.start, range.start);
    await vscode.commands.executeCommand('editor.action.openLink');
    const heading = positionOf(editor.document, 'EXHIBIT A');
    await waitFor(
      'the attachment',
      () => vscode.window.activeTextEditor?.selection.active,
      (place) => place.isEqual(heading),
    );
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
  });

  it('goes to a provision by its address', async () => {
    await vscode.commands.executeCommand('proviso.goToProvision', 'Section 1.2(c)(ii)');
    assert.deepEqual(editor.selection.active, positionOf(editor.document, '(ii) the tea'));
  });

  // Only a picture tells what the list shows.
  (takesPictures ? it : it.skip)('lists the provisions and filters them by what is typed', async () => {
    void vscode.commands.executeCommand('proviso.goToProvision');
    await screenshot('go-to-provision', '.quick-input-list .monaco-list-row:has-text("Section 1.2 Orders")');
    await screenshot(
      'go-to-provision-address',
      // The list keeps rows that it no longer shows.
      '.quick-input-list .monaco-list-row[data-index="0"]:has-text("tea house")',
      { type: '1.2(c)(ii)' },
    );
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    const item = positionOf(editor.document, '(ii) the tea');
    await waitFor(
      'the item',
      () => editor.selection.active,
      (place) => place.isEqual(item),
    );
  });

  it('copies the citation of what stands at the cursor', async () => {
    const place = positionOf(editor.document, 'the quay');
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand('proviso.copyCitation');
    await screenshot('copied-citation', '.statusbar-item:has-text("Copied: Section 1.2(c)(i)")');
    assert.equal(await vscode.env.clipboard.readText(), 'Section 1.2(c)(i)');
  });

  it('explains why a line is no heading', async () => {
    const place = positionOf(editor.document, '2.2 provides');
    editor.selection = new vscode.Selection(place, place);
    void vscode.commands.executeCommand('proviso.explainHeading');
    await screenshot(
      'explained',
      '.quick-input-list .monaco-list-row:has-text("is not taken for a heading")',
    );
  });

  it('has breadcrumbs that say where the cursor is', async () => {
    const place = positionOf(editor.document, 'the quay');
    editor.selection = new vscode.Selection(place, place);
    await screenshot(
      'breadcrumbs',
      '.breadcrumbs-control:has-text("Section 1.2 Orders"):has-text("(i) the quay")',
    );
  });
});

describe('the learned numbering', () => {
  before(() => vscode.commands.executeCommand('notifications.clearAll'));

  const file = () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    return vscode.Uri.joinPath(folder.uri, 'proviso.json');
  };

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(file());
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  // The offer is answered by a click, which only the workbench in a browser can be told to make.
  (takesPictures ? it : it.skip)('is shown in the status bar and pinned by a click', async () => {
    const { document } = await openDocument('supply.agreement');
    await outlineOf(document);
    const item = '.statusbar-item:has-text("Articles I, Sections 1.1, (a), (i)")';
    await screenshot('numbering', item);
    const offer = '.notification-list-item:has-text("Pin it for the documents of this project")';
    await screenshot('numbering-clicked', unreadNotification, { click: `${item} a` });
    await vscode.commands.executeCommand('notifications.showList');
    await screenshot('numbering-offer', offer);
    const pinned = '.view-line:has-text("roman-upper")';
    await screenshot('numbering-pinned', pinned, { click: `${offer} a:has-text("Pin in proviso.json")` });
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file()));
    assert.deepEqual(JSON.parse(text), {
      scheme: {
        article: 'roman-upper',
        section: 'decimal',
        item: 'alpha-lower',
        subitem: 'roman-lower',
      },
    });
  });
});

describe('a plain text that reads like a legal document', () => {
  // The question is answered by a click, which only the workbench in a browser can be told to make.
  (takesPictures ? it : it.skip)('is suggested to be treated as one, and remembered', async () => {
    const { document } = await openDocument('pier-lease.txt');
    assert.equal(document.languageId, 'plaintext');
    const question = '.notification-list-item:has-text("reads like a legal document")';
    await screenshot('suggested', unreadNotification);
    await vscode.commands.executeCommand('notifications.showList');
    await screenshot('suggestion', question);
    await screenshot('suggestion-taken', '.statusbar-item:has-text("Sections 1")', {
      click: `${question} a:has-text("Treat as Legal Document")`,
    });
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'legal');
    await waitFor(
      'the name to be remembered',
      () => vscode.workspace.getConfiguration('files').get<Record<string, string>>('associations'),
      (associations) => associations['pier-lease.txt'] === 'legal',
    );
  });
});

/** A workbench that is driven keeps its notifications in their list; the bell tells that there are some. */
const unreadNotification = '.statusbar-item .codicon-bell-dot';

/** Types as a person does: the editor reacts to it. */
async function press(text: string): Promise<void> {
  await vscode.commands.executeCommand('type', { text });
}

function waitForLine(document: vscode.TextDocument, line: number, text: string): Promise<string> {
  return waitFor(
    `“${text}”`,
    () => (line < document.lineCount ? document.lineAt(line).text : undefined),
    (answer) => answer === text,
  );
}

function wordsOf(
  document: vscode.TextDocument,
  data: Uint32Array,
  legend: vscode.SemanticTokensLegend,
): string[] {
  const words: string[] = [];
  let line = 0;
  let column = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, columns = 0, length = 0, type = 0] = data.slice(at, at + 5);
    column = lines === 0 ? column + columns : columns;
    line += lines;
    const text = document.getText(new vscode.Range(line, column, line, column + length));
    words.push(`${legend.tokenTypes[type]}: ${text}`);
  }
  return words;
}
