import { type Connection, createConnection, ProposedFeatures, RAL } from 'vscode-languageserver/node';
import { nodeFiles } from './lsp/files/nodeFiles.ts';
import { prepareMemory } from './lsp/files/nodeMemory.ts';
import { isSummarizingThread, serveSummaries } from './lsp/files/summarizingThreads.ts';
import { messageWithAnswer } from './lsp/protocol/writtenAnswer.ts';
import { startServer } from './lsp/server.ts';

if (isSummarizingThread()) serveSummaries();
else serveClient();

function serveClient(): void {
  const letGo = prepareMemory();
  // `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME` on the command line tells which transport carries the
  // connection. The library ends the process on `exit`, when standard input closes and when the client's process is gone.
  const carriesBytes = carryWrittenAnswers();
  const connection = createConnection(ProposedFeatures.all);

  process.on('uncaughtException', (error) => logStray(connection, 'An error reached nobody', error));
  process.on('unhandledRejection', (error) => logStray(connection, 'A promise failed unheard', error));

  // A process channel that closes tells nobody but this event; the process would otherwise outlive its editor by seconds.
  process.on('disconnect', () => process.exit(1));

  startServer(connection, { files: nodeFiles(__filename), carriesBytes, letGo });
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

/** Lets answers that are written already through; false where no bytes are carried: a process channel takes objects. */
function carryWrittenAnswers(): boolean {
  if (process.argv.includes('--node-ipc')) return false;
  const library = RAL();
  const { decoder, encoder } = library.applicationJson;
  const encode: typeof encoder.encode = async (message, options) =>
    messageWithAnswer(message) ?? encoder.encode(message, options);
  RAL.install({ ...library, applicationJson: { decoder, encoder: { name: encoder.name, encode } } });
  return true;
}
