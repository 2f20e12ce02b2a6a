import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './lsp/server.ts';

/** The worker this runs in is the transport; the compiler knows Node's globals only. */
const worker = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0] & {
  close(): void;
};

const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
connection.onExit(() => worker.close());
startServer(connection, { files: null });
