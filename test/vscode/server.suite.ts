import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { openDocument, outlineOf, waitFor } from './workbench.ts';

describe('the language server', () => {
  it('comes back when it is restarted', async () => {
    const { document } = await openDocument('tea-house.legal');
    await outlineOf(document);
    const [before] = serverProcesses();
    assert.ok(before, 'a server runs');
    await vscode.commands.executeCommand('proviso.restartServer');
    const after = await otherServer(before);
    assert.deepEqual(serverProcesses(), [after], 'one server runs, the new one');
    await outlineOf(document);
  });

  it('comes back when it is killed', async () => {
    const { document } = await openDocument('tea-house.legal');
    const names = (await outlineOf(document)).map((symbol) => symbol.name);
    const [before] = serverProcesses();
    assert.ok(before, 'a server runs');
    process.kill(before, 'SIGKILL');
    await otherServer(before);
    assert.deepEqual(
      (await outlineOf(document)).map((symbol) => symbol.name),
      names,
    );
  });
});

describe('a plain text', () => {
  it('is treated as a legal document when told to', async () => {
    const editor = await openDocument('side-letter.txt');
    assert.equal(editor.document.languageId, 'plaintext');
    // The command goes on to ask whether to remember, which nobody answers here.
    void vscode.commands.executeCommand('proviso.treatAsLegalDocument');
    const document = await waitFor(
      'a legal document',
      () => vscode.window.activeTextEditor?.document,
      (answer) => answer.languageId === 'legal',
    );
    assert.ok(document.uri.path.endsWith('/side-letter.txt'));
    await outlineOf(document);
  });
});

function otherServer(before: number): Promise<number> {
  return waitFor('another server', () => serverProcesses().find((id) => id !== before));
}

/** The language servers that this extension host has started, as the operating system tells. */
function serverProcesses(): number[] {
  return childProcesses()
    .filter(({ parent, command }) => parent === process.pid && command.includes('server.node.cjs'))
    .map(({ id }) => id);
}

function childProcesses(): { id: number; parent: number; command: string }[] {
  if (process.platform !== 'linux') {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' }).split('\n');
    return lines.map((line) => {
      const [id = '', parent = '', ...command] = line.trim().split(/\s+/);
      return { id: Number(id), parent: Number(parent), command: command.join(' ') };
    });
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        const parent = Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]);
        return [{ id: Number(name), parent, command: readFileSync(`/proc/${name}/cmdline`, 'utf8') }];
      } catch {
        // It has ended since the folder was read.
        return [];
      }
    });
}
