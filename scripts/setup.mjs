import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm, Refusal, root, runMain } from './command.mjs';

/** Makes the tools of this repository ready to run: checks Node, then installs node_modules if they are not those of package-lock.json. */
export async function setup() {
  requireNode();
  const reason = reasonToInstall();
  if (!reason) return;
  console.log(`Installing the packages of package-lock.json into node_modules (${reason}).`);
  // No package we use needs its install script, and running none is one thing less to trust.
  await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
}

function requireNode() {
  const wanted = readJson('package.json').engines.node.replace('>=', '');
  const [major, minor] = wanted.split('.').map(Number);
  const [ourMajor, ourMinor] = process.versions.node.split('.').map(Number);
  if (ourMajor > major || (ourMajor === major && ourMinor >= minor)) return;
  throw new Refusal(
    `Proviso needs Node ${wanted} or newer; this is ${process.versions.node}. Get one from https://nodejs.org.`,
  );
}

/**
 * npm leaves a list of what it installed in node_modules, written last, so that an interrupted install has none.
 * Comparing it with the lock file also sees packages that somebody added or updated by hand.
 */
function reasonToInstall() {
  let installed;
  try {
    installed = readJson('node_modules', '.package-lock.json').packages;
  } catch {
    return 'they are missing';
  }
  for (const [path, { version, optional }] of Object.entries(readJson('package-lock.json').packages)) {
    if (path === '') continue;
    // Optional packages for other systems are never installed here.
    if (installed[path] ? installed[path].version !== version : !optional)
      return `${path.replace(/^.*node_modules\//, '')} is not at ${version}`;
  }
  return undefined;
}

function readJson(...path) {
  return JSON.parse(readFileSync(join(root, ...path), 'utf8'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runMain(setup);
