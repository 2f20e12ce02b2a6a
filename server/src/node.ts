import { setFlagsFromString } from 'node:v8';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from './lsp/files/nodeFiles.ts';
import { isSummarizingThread, serveSummaries } from './lsp/files/summarizingThreads.ts';
import { startServer } from './lsp/server.ts';

// Each edit leaves the last analysis behind. The engine would let that grow to four times what is needed before it clears
// up; half as much again costs no time that can be measured, and half the memory. An engine that does not know the flag
// says so and goes on.
setFlagsFromString('--heap-growing-percent=50');

if (isSummarizingThread()) serveSummaries();
else serveClient();

function serveClient(): void {
  // `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME` on the command line tells which transport carries the
  // connection. The library ends the process on `exit`, when standard input closes and when the client's process is gone.
  const connection = createConnection(ProposedFeatures.all);

  process.on('uncaughtException', (error) => logStray(connection, 'An error reached nobody', error));
  process.on('unhandledRejection', (error) => logStray(connection, 'A promise failed unheard', error));

  // A process channel that closes tells nobody but this event; the process would otherwise outlive its editor by seconds.
  process.on('disconnect', () => process.exit(1));

  startServer(connection, nodeFiles(__filename));
}

/** An error nobody caught is a fault of one answer, not a reason to take all others down. */
function logStray(connection: Connection, subject: string, error: unknown): void {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  try {
    connection.console.error(`${subject}: ${detail}`);
  } catch {
    // The client does not listen any more: there is nobody left to work for.
    process.exit(1);
  }
}
