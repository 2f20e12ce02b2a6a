import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openDocument, outlineOf, positionOf, screenshot, waitFor } from './workbench.ts';

const lease = `BOAT LEASE

Article 1. (Boat)
The Lessor leases the boat to the Lessee, with

(a) the oars; and

(b) the lantern.

Article 1. (Rent)
The rent is ten shillings a week.
`;

/** Gives any file of its scheme the same text, which cannot be written, as an editor's support for versions does. */
class Versions implements vscode.FileSystemProvider {
  readonly #text: string;
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(text: string) {
    this.#text = text;
  }

  stat(): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.readFile().length };
  }

  readFile(): Uint8Array {
    return new TextEncoder().encode(this.#text);
  }

  watch = () => new vscode.Disposable(() => {});
  readDirectory = () => [];
  createDirectory = refuse;
  writeFile = refuse;
  delete = refuse;
  rename = refuse;
}

describe('a document that has no file yet', () => {
  let editor: vscode.TextEditor;

  before(async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'legal', content: lease });
    editor = await vscode.window.showTextDocument(document);
    await outlineOf(document);
  });

  after(closeWithoutSaving);

  it('has an outline and findings', async () => {
    const outline = await outlineOf(editor.document);
    assert.deepEqual(
      outline.flatMap(({ name, children }) => [name, ...children.map((child) => child.name)]),
      ['BOAT LEASE', 'Article 1 Boat', 'Article 1 Rent'],
    );
    assert.deepEqual((await findings(editor.document)).map(codeOf), ['duplicate-number']);
    await screenshot('untitled', '.squiggly-warning');
  });

  it('is offered no project to silence a finding in', async () => {
    const [finding] = await findings(editor.document);
    assert.ok(finding);
    assert.deepEqual(await fixesOf(editor.document, finding), [
      'Ignore duplicate-number here',
      'Ignore duplicate-number in this file',
    ]);
  });

  it('continues its lists', async () => {
    const end = positionOf(editor.document, '(b) the lantern.', '(b) the lantern.'.length);
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('type', { text: '\n' });
    await waitFor(
      'an item',
      () => editor.document.lineAt(end.line + 2).text,
      (text) => text === '(c) ',
    );
  });
});

describe('a document that cannot be written', () => {
  let registration: vscode.Disposable;

  before(() => {
    registration = vscode.workspace.registerFileSystemProvider('archive', new Versions(lease), {
      isReadonly: true,
    });
  });

  after(async () => {
    await closeWithoutSaving();
    registration.dispose();
  });

  it('has an outline, findings and folds, and provisions to go to', async () => {
    const uri = vscode.Uri.from({ scheme: 'archive', path: '/1923/boat.agreement', query: 'shelf=4#5' });
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, 'legal');
    await outlineOf(document);
    assert.deepEqual((await findings(document)).map(codeOf), ['duplicate-number']);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      uri,
    );
    assert.ok(folds.some(({ start }) => start === positionOf(document, 'Article 1.').line));
    await vscode.commands.executeCommand('proviso.goToProvision', 'Article 1(b)');
    assert.deepEqual(editor.selection.active, positionOf(document, '(b)'));
    await vscode.commands.executeCommand('proviso.copyCitation');
    assert.equal(await vscode.env.clipboard.readText(), 'Article 1, item (b)');
  });
});

describe('a comparison with an earlier version', () => {
  let registration: vscode.Disposable;

  before(() => {
    registration = vscode.workspace.registerFileSystemProvider('git', new Versions(lease), {
      isReadonly: true,
    });
  });

  after(async () => {
    await closeWithoutSaving();
    registration.dispose();
  });

  it('shows both sides by their meaning, and finds faults only in the version that is worked on', async () => {
    const present = (await openDocument('boat-lease.agreement')).document;
    const query = JSON.stringify({ path: present.uri.fsPath, ref: 'HEAD' });
    const uri = vscode.Uri.from({ scheme: 'git', path: present.uri.path, query });
    await vscode.commands.executeCommand('vscode.diff', uri, present.uri, 'boat-lease.agreement (HEAD)');
    const earlier = await waitFor('the earlier version', () =>
      vscode.workspace.textDocuments.find((document) => document.uri.scheme === 'git'),
    );
    assert.equal(earlier.languageId, 'legal');
    await outlineOf(earlier);
    await waitFor('tokens', () =>
      vscode.commands.executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', uri),
    );
    await findings(present);
    await screenshot('comparison', '.monaco-diff-editor .modified .squiggly-warning');
    assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
  });
});

function findings(document: vscode.TextDocument): Promise<vscode.Diagnostic[]> {
  return waitFor(
    'a finding',
    () => vscode.languages.getDiagnostics(document.uri),
    (answer) => answer.length > 0,
  );
}

async function fixesOf(document: vscode.TextDocument, finding: vscode.Diagnostic): Promise<string[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    finding.range,
  );
  return actions.map(({ title }) => title).filter((title) => title.includes('duplicate-number'));
}

function codeOf(finding: vscode.Diagnostic): string | number | undefined {
  return typeof finding.code === 'object' ? finding.code.value : finding.code;
}

async function closeWithoutSaving(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

function refuse(): never {
  throw vscode.FileSystemError.NoPermissions('An archive is not written to.');
}
