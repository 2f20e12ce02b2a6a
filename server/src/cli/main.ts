import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exitCodes, processIo } from './io.ts';
import { runProgram } from './program.ts';

// The language server is a bundle of its own and lies beside this one, the manual of rules beside their folder. The exit code is set rather than forced, so
// that everything written still reaches its reader.
runProgram(
  process.argv.slice(2),
  processIo(join(__dirname, '..', 'docs', 'rules')),
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
