import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { findOnPath, root, run, runMain } from './command.mjs';
import { makePackage } from './package.mjs';
import { setup } from './setup.mjs';
import { installWorkbench, refuseOtherSystems } from './workbench/install.mjs';
import { launchWorkbench, pageAddress, remoteUri } from './workbench/launch.mjs';

const samples = join(root, 'samples');
const firstSample = join(samples, 'with-defects.agreement');

/**
 * Opens the samples in a real VS Code with the extension: the one of this machine, else a workbench from npm.
 * `--browser` takes the latter in any case, `--no-open` only prints its address.
 */
async function start() {
  const open = !process.argv.includes('--no-open');
  const code = process.argv.includes('--browser') ? undefined : findOnPath('code');
  if (!code) refuseOtherSystems();
  await setup();
  if (code) await startDesktop(code);
  else await startWorkbench(open);
}

async function startDesktop(code) {
  console.log('Building the extension.');
  const { bundle } = await import('../esbuild.mjs');
  await bundle();
  console.log(`Opening the samples in VS Code (${code}).`);
  await run(code, [`--extensionDevelopmentPath=${root}`, '--new-window', samples, firstSample]);
}

async function startWorkbench(open) {
  await installWorkbench();
  console.log('Building the extension.');
  const vsix = await makePackage();
  console.log('Starting the workbench.');
  const token = randomBytes(16).toString('hex');
  const { origin, ended } = await launchWorkbench({ vsix, options: ['--connection-token', token] });
  const payload = [['openFile', remoteUri(origin, firstSample)]];
  const address = pageAddress(origin, { folder: samples, token, payload });
  console.log(`\nThe samples are open at\n\n  ${address}\n\nCtrl+C ends it.`);
  if (open) openInBrowser(address);
  await ended;
  console.log('The workbench has ended.');
}

/** A machine without a browser is no fault: the address is on the screen. */
function openInBrowser(address) {
  const opener = findOnPath('xdg-open');
  if (opener) spawn(opener, [address], { stdio: 'ignore', detached: true }).unref();
}

await runMain(start);
