import { appendFileSync } from 'node:fs';
import * as vscode from 'vscode';

/**
 * What scripts/bench-activation.mjs has each new window do: opens a legal document and writes down how long it takes until
 * the editor has opened it, until the extension is active and until the outline is there.
 */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension('proviso.proviso');
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!extension || !folder || extension.isActive)
    throw new Error('The extension is not there, or active too early.');
  // By then the window and the extensions of the editor have come to rest.
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const uri = vscode.Uri.joinPath(folder.uri, 'tea-house.legal');
  const began = { time: performance.now(), work: process.cpuUsage() };
  const sinceThen = () => {
    const { user, system } = process.cpuUsage(began.work);
    return { elapsed: performance.now() - began.time, work: (user + system) / 1000 };
  };
  const document = await vscode.workspace.openTextDocument(uri);
  const opened = sinceThen();
  await extension.activate();
  const active = sinceThen();
  while (!(await outlineOf(document))?.length) await new Promise((resolve) => setTimeout(resolve, 5));
  const outline = sinceThen();
  appendFileSync(
    String(process.env.PROVISO_BENCH_RESULTS),
    `${JSON.stringify({ opened, active, outline })}\n`,
  );
}

function outlineOf({ uri }: vscode.TextDocument): Thenable<vscode.DocumentSymbol[] | undefined> {
  return vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri);
}
