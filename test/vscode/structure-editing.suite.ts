import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openDocument, outlineOf, positionOf, screenshot, takesPictures, waitFor } from './workbench.ts';

describe('the numbers of an agreement', () => {
  let editor: vscode.TextEditor;
  let original: string;

  beforeEach(async () => {
    editor = await openDocument('allotment.agreement');
    await outlineOf(editor.document);
    original = editor.document.getText();
  });

  afterEach(async () => {
    // The editor saves by itself what is changed.
    const { document } = editor;
    const restored = new vscode.WorkspaceEdit();
    restored.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), original);
    await vscode.workspace.applyEdit(restored);
    await document.save();
  });

  const cursorAt = (text: string): void => {
    const position = positionOf(editor.document, text, 2);
    editor.selection = new vscode.Selection(position, position);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
  };

  const offered = (kind: string) =>
    waitFor(
      `actions of the kind ${kind}`,
      () =>
        vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          editor.document.uri,
          editor.selection,
          kind,
        ),
      (actions) => actions.length > 0,
    );

  const textWith = (words: string) =>
    waitFor(
      `a text with ${JSON.stringify(words)}`,
      () => editor.document.getText(),
      (text) => text.includes(words),
    );

  it('go on behind a heading that is typed, after a look at what is to be decided', async () => {
    const typed = 'Article 3. (Water)\n\nThe water is paid with the rent of Article 3.\n\n';
    const rent = positionOf(editor.document, 'Article 3. (Rent)');
    await editor.edit((edit) => edit.insert(rent, typed));
    cursorAt('Article 3. (Water)');
    const actions = await offered('quickfix.insert');
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Insert as Article 3 and renumber what follows'],
    );
    if (!takesPictures) return;
    await vscode.commands.executeCommand('editor.action.quickFix');
    await screenshot('insert-typed', '.action-widget:has-text("Insert as Article 3")');
    await vscode.commands.executeCommand('hideCodeActionWidget');
    const insertion = vscode.commands.executeCommand('editor.action.codeAction', {
      kind: 'quickfix.insert',
      apply: 'first',
    });
    await screenshot('insert-typed-preview', '.monaco-list-row:has-text("Water")');
    await vscode.commands.executeCommand('refactorPreview.groupByType');
    await screenshot('insert-typed-reasons', '.monaco-list-row:has-text("Needs your decision")');
    await vscode.commands.executeCommand('refactorPreview.groupByFile');
    await vscode.commands.executeCommand('refactorPreview.apply');
    await insertion;
    const text = await textWith('Article 5. (Term)');
    assert.match(text, /under Articles 2, 4 and 5\. The rent of Article 4 is due/);
    assert.match(text, /Article 3\. \(Water\)\n\nThe water is paid with the rent of Article 3\./);
    assert.match(text, /The term ends where Article 4 is not kept\./);
    await screenshot('inserted-typed', '.view-line:has-text("Article 5.")');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText().replace(typed, ''), original);
  });

  /**
   * Runs a command until the text is another. The editor gives up what it asks for, without a word, where its cursor or its text
   * moves meanwhile, as it may while it still restores the text after the test before.
   */
  const textAfter = (command: string, words: string) => {
    let due = 0;
    return waitFor(
      `a text with ${JSON.stringify(words)} after ${command}`,
      async () => {
        if (editor.document.getText() === original && Date.now() >= due) {
          due = Date.now() + 5_000;
          await vscode.commands.executeCommand(command);
        }
        return editor.document.getText();
      },
      (text) => text.includes(words),
    );
  };

  it('change by one command of the palette or its keys, and are back after one undo', async () => {
    cursorAt('Article 3. (Rent)');
    await offered('refactor.move.up');
    const text = await textAfter('proviso.moveProvisionUp', 'Article 2. (Rent)');
    assert.match(text, /but for what Section 3\.2 says\.\n\nArticle 3\. \(Beds\)\n\n3\.1/);
    assert.match(text, /the beds of Article 1\.\n\nArticle 4/);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), original);
  });

  it('are changed by keys that mean nothing else in a text', async () => {
    const defaults = await vscode.workspace.openTextDocument(
      vscode.Uri.parse('vscode://defaultsettings/keybindings.json'),
    );
    const extension = vscode.extensions.getExtension('proviso.proviso');
    const own: { key: string; command: string }[] = extension?.packageJSON.contributes.keybindings;
    const lines = defaults.getText().split('\n');
    for (const { key, command } of own) {
      const bound = lines.filter((line) => line.includes(`"key": "${key}"`));
      assert.deepEqual(
        bound.filter((line) => !line.includes(`"${command}"`)),
        [],
        `${key} of ${command}`,
      );
    }
    assert.ok(lines.length > 100, 'the keys of the editor are known');
  });
});
