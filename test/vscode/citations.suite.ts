import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openDocument, outlineOf, positionOf, screenshot, takesPictures, waitFor } from './workbench.ts';

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

  const place = (text: string, within = 0): vscode.Position => {
    const position = positionOf(editor.document, text, within);
    editor.selection = new vscode.Selection(position, position);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
    return position;
  };
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
    assert.deepEqual(
      items.map(({ label }) => (typeof label === 'string' ? label : label.label)),
      ['1.1', '1.2', '2.1', '2.2', '2.3'],
    );
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

describe('a quick fix', () => {
  // The list is only seen in a picture.
  (takesPictures ? it : it.skip)('is chosen from the list below the lamp', async () => {
    const editor = await openDocument('ferry.agreement');
    const { document } = editor;
    const end = positionOf(document, 'forty passengers', 'forty '.length);
    assert.ok(await editor.edit((edit) => edit.insert(end, 'passengers ')));
    const [finding] = await waitFor(
      'a finding',
      () => vscode.languages.getDiagnostics(document.uri),
      (answer) => answer.length > 0,
    );
    assert.ok(finding);
    editor.selection = new vscode.Selection(finding.range.start, finding.range.start);
    await vscode.commands.executeCommand('editor.action.quickFix');
    await screenshot('quick-fix', '.action-widget .monaco-list-row:has-text("passengers")');
    await vscode.commands.executeCommand('acceptSelectedCodeAction');
    await waitFor(
      'the word to go',
      () => document.getText(),
      (text) => !text.includes('passengers passengers'),
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
