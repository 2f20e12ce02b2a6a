import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exitCodes, processIo } from './io.ts';
import { runProgram } from './program.ts';

// The language server is a bundle of its own and lies beside this one. The exit code is set rather than forced, so
// that everything written still reaches its reader.
runProgram(
  process.argv.slice(2),
  processIo(),
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
