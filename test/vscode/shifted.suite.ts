import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { outlineOf, waitFor } from './workbench.ts';

const lease = [
  'Article 1. (Rent)\nThe rent is paid in May.\n\n',
  'Article 2. (Heat)\nThe heat is free.\n\n',
  'Article 3. (Term)\nThe term ends where Article 2 is not kept.\n',
];

describe('a number that came to mean another provision', () => {
  const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri, 'committed');
  const file = vscode.Uri.joinPath(folder, 'lease.legal');

  /** The workbench of the suites has Git switched off. */
  const switchGit = (enabled: boolean | undefined) =>
    vscode.workspace.getConfiguration('git').update('enabled', enabled, vscode.ConfigurationTarget.Workspace);

  before(async () => {
    await vscode.workspace.fs.createDirectory(folder);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(lease.join('')));
    const git = (...args: string[]) => execFileSync('git', args, { cwd: folder.fsPath });
    git('init', '--quiet');
    git('add', 'lease.legal');
    const author = ['-c', 'user.name=Suite', '-c', 'user.email=suite@example.org'];
    git(...author, 'commit', '--quiet', '--message', 'A lease');
    await switchGit(true);
  });

  after(async () => {
    await switchGit(undefined);
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('since the last commit is told at its citations', async () => {
    const document = await vscode.workspace.openTextDocument(file);
    const editor = await vscode.window.showTextDocument(document);
    await outlineOf(document);
    const [rent = '', heat = '', term = ''] = lease;
    const light = 'Article 2. (Light)\nThe light is for the tenant to pay.\n\n';
    const edited = rent + light + heat.replace('2', '3') + term.replace('3', '4');
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, document.lineCount, 0), edited));
    await document.save();
    const shifted = await waitFor(
      'what shifted',
      () =>
        vscode.languages
          .getDiagnostics(file)
          .map(({ message }) => message)
          .filter((message) => message.includes('last commit')),
      (messages) => messages.length > 0,
    );
    assert.deepEqual(shifted, [
      'In the last commit, this citation meant Article 2 (Heat), which is Article 3 now; it now means Article 2 (Light).',
    ]);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});

describe('a relative citation that came to mean another provision', () => {
  const files = () => vscode.workspace.getConfiguration('files');
  const switchAutoSave = async (mode: string | undefined, delay: number | undefined): Promise<void> => {
    await files().update('autoSave', mode, vscode.ConfigurationTarget.Global);
    await files().update('autoSaveDelay', delay, vscode.ConfigurationTarget.Global);
  };

  const folder = vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri;
  const file = vscode.Uri.joinPath(folder, 'shed.legal');
  const shed = [
    'Article 1. (Door)\nThe door of the shed is kept shut.\n\n',
    'Article 2. (Key)\nThe key hangs where the preceding Article says.\n\n',
    'Article 3. (Roof)\nThe roof is mended each autumn.\n',
  ];

  before(async () => {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(shed.join('')));
    await switchAutoSave('afterDelay', 200);
  });

  after(async () => {
    await switchAutoSave(undefined, undefined);
    await vscode.workspace.fs.delete(file);
  });

  it('is told of while the editor saves by itself, until its author saves', async () => {
    const document = await vscode.workspace.openTextDocument(file);
    const editor = await vscode.window.showTextDocument(document);
    await outlineOf(document);
    const shifted = () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ code }) => codeOf(code) === 'shifted-reference');
    const place = document.positionAt(document.getText().indexOf('Article 2.'));
    const oil = 'Article 2. (Oil)\nThe oil is for the hinges of the door.\n\n';
    await editor.edit((edit) => edit.insert(place, oil));
    await waitFor(
      'the editor to save',
      () => document.isDirty,
      (isDirty) => !isDirty,
    );
    // Long enough for it to be taken back, were it so.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const [told] = await waitFor('what shifted', shifted, (found) => found.length > 0);
    assert.match(told?.message ?? '', / Article 1 \(Door\); .* Article 2 \(Oil\)\.$/);
    await vscode.commands.executeCommand('workbench.action.files.save');
    await waitFor('nothing that shifted', shifted, (found) => found.length === 0);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});

function codeOf(code: vscode.Diagnostic['code']): unknown {
  return typeof code === 'object' ? code.value : code;
}
