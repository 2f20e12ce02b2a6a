import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { serveChecks } from './checking-thread.ts';
import { exitCodes, processIo } from './io.ts';
import { runProgram } from './program.ts';

if (isMainThread) {
  // The language server is a bundle of its own and lies beside this one, the manual of rules beside their folder. The
  // exit code is set rather than forced, so that everything written still reaches its reader.
  runProgram(
    process.argv.slice(2),
    processIo(join(__dirname, '..', 'docs', 'rules'), __filename),
    () => import(pathToFileURL(join(__dirname, 'server.node.cjs')).href),
  ).then(
    (exitCode) => {
      process.exitCode = exitCode;
    },
    (error) => {
      console.error(error);
      process.exitCode = exitCodes.trouble;
    },
  );
} else {
  // The threads of a check run this bundle too: a bundle of their own would hold all of it once more.
  serveChecks();
}
