import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId, openDocument, outlineOf, screenshot, takesPictures, waitFor } from './workbench.ts';

describe('a document that is begun', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('is one of the templates, in which nothing is amiss', async function () {
    if (!takesPictures) return this.skip();
    const made = vscode.commands.executeCommand('proviso.newLegalDocument');
    await screenshot('new-document', '.quick-input-list .monaco-list-row:has-text("Board Resolution")');
    await screenshot('new-document-typed', '.quick-input-list .focused:has-text("Share Purchase")', {
      type: 'Share',
    });
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await made;
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.deepEqual([document.languageId, document.isUntitled], ['legal', true]);
    assert.match(document.getText(), /^SHARE PURCHASE AGREEMENT\n[\s\S]*One Million Dollars \(\$1,000,000\)/);
    const outline = await outlineOf(document);
    assert.ok(outline.length > 0);
    await screenshot('new-document-made', '.view-line:has-text("DEFINITIONS")');
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    // What has no file and no text is closed without a question.
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    await vscode.window.activeTextEditor?.edit((edit) => edit.delete(all));
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('takes snippets by their names and Tab', async () => {
    const editor = await openDocument('untidy.agreement');
    const { document } = editor;
    const end = document.lineAt(document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, 'article'));
    const behind = end.translate(0, 'article'.length);
    editor.selection = new vscode.Selection(behind, behind);
    // What Tab does where no suggestion is shown.
    await waitFor(
      'the snippet',
      async () => {
        await vscode.commands.executeCommand('insertSnippet');
        return document.getText();
      },
      (text) => text.includes('boarded.\nArticle 1. (Purpose)\n'),
    );
  });
});

describe('the layout of a document', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is tidied by the command of the editor, and its words stay', async () => {
    const { document } = await openDocument('untidy.agreement');
    await outlineOf(document);
    const words = document.getText().replace(/\s+/g, '');
    await screenshot('format-before', '.view-line:has-text("Boats")');
    // The editor does nothing as long as it knows of no formatter.
    const tidied = await waitFor(
      'the layout',
      async () => {
        await vscode.commands.executeCommand('editor.action.formatDocument');
        return document.getText();
      },
      (text) => !/[ \t]$|\S {2}\S|\n{4}/m.test(text),
    );
    assert.equal(tidied.replace(/\s+/g, ''), words);
    await screenshot('format-after', '.view-line:has-text("Boats")');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('is that of the settings', async () => {
    const editor = await openDocument('untidy.agreement');
    await outlineOf(editor.document);
    const settings = vscode.workspace.getConfiguration('proviso.format', editor.document);
    const wanted = { wrap: 'column', column: 60, indent: 4, hang: true };
    for (const [name, value] of Object.entries(wanted))
      await settings.update(name, value, vscode.ConfigurationTarget.Workspace);
    try {
      await waitFor(
        'the layout',
        async () => {
          await vscode.commands.executeCommand('editor.action.formatDocument');
          return editor.document.getText();
        },
        (text) => text.includes('\n    (a) boats with two masts that cross the strait on each\n        day'),
      );
      await screenshot('format-hung', '.view-line:has-text("(a) boats")');
    } finally {
      for (const name of Object.keys(wanted))
        await settings.update(name, undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  });
});

describe('a new user', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is shown round in steps with pictures', async () => {
    // Where there is little room, no pictures are shown.
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#start`, false);
    await screenshot('walkthrough', '.getting-started-step.expanded:has-text("Begin with a document")');
    await screenshot('walkthrough-picture', 'img[alt^="A share purchase agreement"]');
    await screenshot('walkthrough-faults', 'img[alt^="A citation of a section"]', {
      click: '.getting-started-step:has-text("Find what is wrong")',
    });
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('finds the keys of the editor as they were', async () => {
    await vscode.commands.executeCommand('workbench.action.openDefaultKeybindingsFile');
    const text = await waitFor(
      'the keys',
      () => vscode.window.activeTextEditor?.document.getText(),
      (keys) => keys.includes('proviso.goToProvision'),
    );
    const bindings = [...text.matchAll(/"key": "([^"]+)",\s+"command": "([^"]+)"/g)];
    const own = new Set(bindings.flatMap(([, key, command]) => (command?.startsWith('proviso.') ? key : [])));
    assert.ok(own.size > 5);
    const taken = bindings.filter(([, key, command]) => own.has(key) && !command?.startsWith('proviso.'));
    assert.deepEqual(
      taken.map(([, key, command]) => `${key}: ${command}`),
      [],
    );
  });
});
