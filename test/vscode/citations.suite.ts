import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  namesOf,
  openDocument,
  outlineOf,
  placeCursor,
  positionOf,
  screenshot,
  takesPictures,
  waitFor,
} from './workbench.ts';

describe('a citation', () => {
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    editor = await openDocument('ferry.agreement');
    await outlineOf(editor.document);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('closeReferenceSearch');
    await vscode.commands.executeCommand('editor.closeCallHierarchy');
    await vscode.commands.executeCommand('hideSuggestWidget');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  const place = (text: string, within = 0) => placeCursor(editor, text, within);
  const cursorAt = (text: string) =>
    waitFor(
      text,
      () => editor.selection.active,
      (cursor) => cursor.isEqual(positionOf(editor.document, text)),
    );

  it('leads to the provision at its number', async () => {
    place('Section 1.1(a) and (b)', 'Section 1.1(a) and (b'.length);
    await vscode.commands.executeCommand('editor.action.revealDefinition');
    await cursorAt('(b) every second');
    place('under Section 2.2', 'under Section 2'.length);
    await vscode.commands.executeCommand('editor.action.revealDefinition');
    await cursorAt('Section 2.2 Closing');
  });

  // What a peek, a hover or a list shows is only seen in a picture.
  (takesPictures ? it : it.skip)('is peeked at where it stands, all of its members at its word', async () => {
    place('Section 1.1(a) and (b)', 3);
    await vscode.commands.executeCommand('editor.action.peekDefinition');
    await screenshot('peek', '.reference-zone-widget .view-line:has-text("every second hour")');
  });

  (takesPictures ? it : it.skip)('is explained on hovering, with the text it cites', async () => {
    place('under Section 2.2', 'under Section 2.2'.length - 1);
    await vscode.commands.executeCommand('editor.action.showHover');
    await screenshot('hover-citation', '.monaco-hover:visible:has-text("may close the harbour")');
    place('Sections 1.1 to 2.1', 3);
    await vscode.commands.executeCommand('editor.action.showHover');
    await screenshot('hover-range', '.monaco-hover:visible:has-text("at most forty passengers")');
  });

  it('is listed among those of its provision, ranges included', async () => {
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      editor.document.uri,
      place('Section 1.1 Crossings'),
    );
    assert.deepEqual(
      found.map(({ range }) => editor.document.getText(range)),
      ['Section 1.1', 'The preceding Section', 'Sections 1.1 to 2.1'],
    );
  });

  it('without a number is followed by what it means', async () => {
    const everything = new vscode.Range(0, 0, editor.document.lineCount, 0);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      editor.document.uri,
      everything,
    );
    assert.deepEqual(
      hints.map(({ label }) =>
        typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
      ),
      ['= Section 1.1'],
    );
    place('The preceding Section');
    await screenshot('inlay-hint', '.view-line:has-text("= Section 1.1")');
  });

  it('is completed from the numbers that there are', async () => {
    const end = place('as Section 2.1 provides.', 'as Section 2.1 provides.'.length);
    await vscode.commands.executeCommand('type', { text: ' See Section ' });
    const behind = end.translate(0, ' See Section '.length);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      behind,
    );
    assert.deepEqual(namesOf(items), ['1.1', '1.2', '2.1', '2.2', '2.3']);
    await screenshot('completion', '.suggest-widget.visible:has-text("Crossings")');
    await vscode.commands.executeCommand('toggleSuggestionDetails');
    await screenshot('completion-preview', '.suggest-details:visible:has-text("every second hour")');
    await vscode.commands.executeCommand('toggleSuggestionDetails');
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    await waitFor(
      'the number',
      () => editor.document.lineAt(end.line).text,
      (line) => line.endsWith('See Section 1.1'),
    );
    // The editor may have saved the document meanwhile, so that reverting it would change nothing.
    const typed = new vscode.Range(end, editor.document.lineAt(end.line).range.end);
    assert.ok(await editor.edit((edit) => edit.delete(typed)));
  });

  it('is part of a hierarchy of those that cite a provision', async () => {
    const [item] = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
      'vscode.prepareCallHierarchy',
      editor.document.uri,
      place('Section 1.1 Crossings'),
    );
    assert.equal(item?.name, 'Section 1.1');
    const incoming = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      item,
    );
    assert.deepEqual(
      incoming.map(({ from }) => from.name),
      ['Section 1.2', 'Section 2.2'],
    );
    await vscode.commands.executeCommand('editor.showCallHierarchy');
    await screenshot('call-hierarchy', '.call-hierarchy .monaco-list-row:has-text("Section 2.2")');
  });

  it('is found by the name of its provision in all open documents', async () => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'crossings',
    );
    assert.deepEqual(
      found.map(({ name }) => name),
      ['Section 1.1 Crossings'],
    );
  });
});

describe('the line above a heading', () => {
  const settings = () => vscode.workspace.getConfiguration('proviso.codeLens');

  afterEach(async () => {
    await vscode.commands.executeCommand('closeReferenceSearch');
    await settings().update('citations', undefined, vscode.ConfigurationTarget.Global);
  });

  // The line is clicked, which only the workbench in a browser can be told to do.
  (takesPictures ? it : it.skip)(
    'tells by how many it is cited once that is wanted, and lists them',
    async () => {
      const { document } = await openDocument('ferry.agreement');
      await outlineOf(document);
      await vscode.commands.executeCommand('cursorTop');
      await settings().update('citations', true, vscode.ConfigurationTarget.Global);
      await screenshot('code-lens', '.codelens-decoration:has-text("cited by 2")');
      const click = '.codelens-decoration a:has-text("cited by 2")';
      await screenshot('code-lens-peek', '.reference-zone-widget .monaco-list-row:has-text("preceding")', {
        click,
      });
    },
  );
});

describe('a broken citation', () => {
  let editor: vscode.TextEditor;
  let finding: vscode.Diagnostic;

  before(async () => {
    editor = await openDocument('ferry.agreement');
    const { document } = editor;
    const number = positionOf(document, 'as Section 2.1 provides', 'as Section 2.'.length);
    const broken = new vscode.Range(number, number.translate(0, 1));
    assert.ok(await editor.edit((edit) => edit.replace(broken, '11')));
    const findings = await waitFor(
      'a finding',
      () => vscode.languages.getDiagnostics(document.uri),
      (answer) => answer.length > 0,
    );
    finding = findings[0] as vscode.Diagnostic;
    assert.match(finding.message, /Section 2\.11/);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('is gone to from wherever the cursor is', async () => {
    await vscode.commands.executeCommand('cursorTop');
    await vscode.commands.executeCommand('proviso.nextBrokenCitation');
    assert.deepEqual(editor.selection.active, finding.range.start);
    await vscode.commands.executeCommand('cursorBottom');
    await vscode.commands.executeCommand('proviso.previousBrokenCitation');
    assert.deepEqual(editor.selection.active, finding.range.start);
    await screenshot('broken-citation', '.statusbar-item:has-text("There is no Section 2.11")');
  });

  // What a hover and a list show is only seen in a picture.
  (takesPictures ? it : it.skip)('is explained once, with what may be meant', async () => {
    await vscode.commands.executeCommand('editor.action.showHover');
    await screenshot('broken-hover', '.monaco-hover:visible:has-text("There is no Section 2.11")');
  });

  (takesPictures ? it : it.skip)('is corrected by a quick fix', async () => {
    const { document } = editor;
    await vscode.commands.executeCommand('editor.action.quickFix');
    await screenshot('quick-fix', '.action-widget .monaco-list-row:has-text("Change “2.11” to")');
    await vscode.commands.executeCommand('acceptSelectedCodeAction');
    await waitFor(
      'the number to be another',
      () => document.getText(),
      (text) => !text.includes('Section 2.11'),
    );
    await waitFor(
      'no finding',
      () => vscode.languages.getDiagnostics(document.uri),
      (answer) => answer.length === 0,
    );
  });
});
