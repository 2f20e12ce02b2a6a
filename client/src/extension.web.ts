import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './extension.ts';

export { deactivate } from './extension.ts';

/** In the browser the server is a worker. Each start makes a new one: a server closes its worker when it ends. */
export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.web.js').toString(true);
  return activateWith(
    context,
    (options) => new LanguageClient('proviso', 'Proviso', async () => new Worker(script), options),
  );
}

/** The compiler knows Node's globals only. */
declare class Worker {
  constructor(script: string);
}
