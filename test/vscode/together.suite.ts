import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openDocument, outlineOf, placeCursor, positionOf, screenshot, waitFor } from './workbench.ts';

const loan = 'deal/quay-loan.agreement';
const pledge = 'deal/teapot-pledge.agreement';

describe('documents that belong together', () => {
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    editor = await openDocument(pledge);
    await outlineOf(editor.document);
  });

  it('lead from a term to its definition in the other file', async () => {
    placeCursor(editor, 'Repayment Day, and', 2);
    await vscode.commands.executeCommand('editor.action.revealDefinition');
    assert.equal(await wordsInFront(loan), '"Repayment Day');
  });

  it('lead from a citation to the provision that it names', async () => {
    placeCursor(editor, 'Section 2(b)', 2);
    await vscode.commands.executeCommand('editor.action.revealDefinition');
    assert.equal(await wordsInFront(loan), '(b) the other');
  });

  it('list who uses a term or cites a provision in all of them', async () => {
    const uses = await references(editor.document, 'Repayment Day, and');
    assert.deepEqual(uses, [`${loan}:4`, `${loan}:10`, `${pledge}:8`, `${pledge}:8`]);
    const { document } = await openDocument(loan);
    assert.deepEqual(await references(document, '(b) the other'), [`${loan}:10`, `${pledge}:6`]);
    placeCursor(await openDocument(pledge), 'Repayment Day, and', 2);
    await vscode.commands.executeCommand('editor.action.goToReferences');
    await screenshot('references-across-files', '.zone-widget .reference-file');
    await vscode.commands.executeCommand('closeReferenceSearch');
  });

  it('have a term renamed in all of them, which is undone as a whole', async () => {
    const other = (await openDocument(loan)).document;
    const texts = (): string[] => [other.getText(), editor.document.getText()];
    const before = texts();
    editor = await openDocument(pledge);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      editor.document.uri,
      placeCursor(editor, 'Repayment Day, and', 2),
      'Payback Day',
    );
    await vscode.workspace.applyEdit(edit, { isRefactoring: true });
    assert.deepEqual(
      texts(),
      before.map((text) => text.replaceAll('Repayment Day', 'Payback Day')),
    );
    await vscode.commands.executeCommand('undo');
    await waitFor('the texts of before', texts, ([first]) => first === before[0]);
    // A workbench may ask whether the other file is meant too; then that has an undo of its own.
    if (editor.document.getText() !== before[1]) {
      await openDocument(pledge);
      await vscode.commands.executeCommand('undo');
    }
    await waitFor(
      'the texts of before',
      texts,
      ([first, second]) => first === before[0] && second === before[1],
    );
  });

  it('find each other again where one is moved', async () => {
    const [from, to] = [uriOf(loan), uriOf('deal/signed/quay-loan.agreement')];
    await rename(from, to);
    const imported = (): string | undefined => /Agreement: (.*)/.exec(editor.document.getText())?.[1];
    await waitFor('the new path', imported, (path) => path === 'signed/quay-loan.agreement');
    // The server reads the file at its new place when it is told of it.
    const [place] = await waitFor(
      'the definition',
      () =>
        vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
          'vscode.executeDefinitionProvider',
          editor.document.uri,
          positionOf(editor.document, 'Repayment Day, and', 2),
        ),
      (places) => places.length > 0,
    );
    assert.ok(place);
    assert.equal(nameOf('uri' in place ? place.uri : place.targetUri), nameOf(to));
    await rename(to, from);
    await waitFor('the old path', imported, (path) => path === 'quay-loan.agreement');
  });

  after(async () => {
    await vscode.workspace.saveAll();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

/** The words at the cursor of the editor in front, once that shows a file. */
async function wordsInFront(name: string): Promise<string> {
  const { document, selection } = await waitFor(
    name,
    () => vscode.window.activeTextEditor,
    (shown) => nameOf(shown.document.uri) === name && shown.selection.active.line > 0,
  );
  const { line, character } = selection.active;
  return document
    .lineAt(line)
    .text.slice(Math.max(0, character - 1))
    .slice(0, 14)
    .trim();
}

/** Where what is mentioned at a place is mentioned, by files and lines. */
async function references(document: vscode.TextDocument, words: string): Promise<string[]> {
  const found = await waitFor(
    'references',
    () =>
      vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        positionOf(document, words, 1),
      ),
    (places) => new Set(places.map(({ uri }) => uri.path)).size > 1,
  );
  return found
    .map(({ uri, range }) => `${nameOf(uri)}:${range.start.line}`)
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}

async function rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

function uriOf(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the suite runs in a workspace');
  return vscode.Uri.joinPath(folder.uri, name);
}

function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri, false);
}
