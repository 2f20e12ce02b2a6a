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
