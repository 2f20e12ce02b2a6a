import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type LegalSupport, startLegalSupport } from './legalSupport.ts';

/** In the browser the server is a worker. Each start makes a new one: a server closes its worker when it ends. */
export function startSupport(context: ExtensionContext): Promise<LegalSupport> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.web.js').toString(true);
  // The client knows a worker by its class, but the editor's extension host puts another in place of the browser's.
  const start = async () => {
    const worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return startLegalSupport(context, (options) => new LanguageClient('proviso', 'Proviso', start, options));
}

/** The compiler knows Node's globals only. */
declare const Worker: new (script: string) => ConstructorParameters<typeof BrowserMessageReader>[0];
