import { commands, type ExtensionContext, window } from 'vscode';
import { type ClientFactory, LanguageServer } from './client.ts';
import { treatAsLegalDocument } from './commands/treatAsLegalDocument.ts';

/** What the desktop and the web extension have in common: all but the way the server is started. */
export async function activateWith(context: ExtensionContext, createClient: ClientFactory): Promise<void> {
  const output = window.createOutputChannel('Proviso', { log: true });
  const server = new LanguageServer(output, createClient, window);
  stop = () => server.stop();
  context.subscriptions.push(
    output,
    commands.registerCommand('proviso.restartServer', () => server.restart()),
    commands.registerCommand('proviso.showOutput', () => output.show()),
    commands.registerCommand('proviso.treatAsLegalDocument', treatAsLegalDocument),
  );
  await server.start();
}

/** The editor waits for the promise of `deactivate`, but not for those of disposables. */
export async function deactivate(): Promise<void> {
  await stop?.();
}

let stop: (() => Promise<void>) | undefined;
