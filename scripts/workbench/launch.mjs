import { spawn } from 'node:child_process';
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Refusal, run } from '../command.mjs';
import { workbench } from './install.mjs';

const parent = process.ppid;

/**
 * Starts the workbench's server on a free loopback port, with data of its own that go when it ends.
 * It ends with `stop`, and when we are told to end: by a signal, by a reader of our output that has gone, or
 * by the death of the npm that started us.
 */
export async function launchWorkbench({ vsix, options = [], env = {} }) {
  // The path is short because sockets are made below it, whose names have about 100 characters.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'proviso-')));
  const dataFolder = join(folder, 'data');
  writeSettings(dataFolder);
  const context = {
    cwd: workbench.server,
    env: {
      ...withoutNpm(process.env),
      HOME: folder,
      TMPDIR: folder,
      XDG_RUNTIME_DIR: folder,
      EXTENSIONS_GALLERY: '{}',
      ...env,
    },
  };
  const common = ['out/server-main.js', '--accept-server-license-terms', '--server-data-dir', dataFolder];
  const removeFolder = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  let server;
  try {
    if (vsix)
      await run(workbench.node, [...common, '--install-extension', vsix], { ...context, quiet: true });
    const quiet = [
      '--telemetry-level',
      'off',
      '--disable-workspace-trust',
      '--disable-experiments',
      '--disable-getting-started-override',
    ];
    server = spawn(workbench.node, [...common, '--host', '127.0.0.1', '--port', '0', ...quiet, ...options], {
      ...context,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that what it starts is known.
      detached: true,
    });
    const ended = new Promise((resolve) => server.once('exit', resolve))
      .then(() => groupEnd(server.pid))
      .then(removeFolder);
    endWithUs(server, ended);
    const port = await listeningPort(server);
    return {
      origin: `127.0.0.1:${port}`,
      dataFolder,
      ended,
      async stop() {
        server.kill('SIGTERM');
        await ended;
      },
    };
  } catch (error) {
    server?.kill('SIGTERM');
    removeFolder();
    throw error;
  }
}

/** The address of a workbench page. Its authority and that of every resource in it are the same to the letter. */
export function pageAddress(origin, { folder, token, payload }) {
  const query = new URLSearchParams(token ? { tkn: token, folder } : { folder });
  return `http://${origin}/?${query}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

export function remoteUri(origin, path) {
  return `vscode-remote://${origin}${path}`;
}

function writeSettings(dataFolder) {
  const settings = {
    'telemetry.telemetryLevel': 'off',
    'chat.disableAIFeatures': true,
    'workbench.startupEditor': 'none',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'git.enabled': false,
    'extensions.autoUpdate': false,
    'extensions.autoCheckUpdates': false,
  };
  const user = join(dataFolder, 'data', 'User');
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, 'settings.json'), JSON.stringify(settings, null, 2));
}

/** npm's variables would reach the terminals of the workbench and bend the npm that is run there. */
function withoutNpm(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_/i.test(name)));
}

function listeningPort(server) {
  return new Promise((resolve, reject) => {
    let log = '';
    const read = (text) => {
      log += text;
      const port = /Extension host agent listening on (\d+)/.exec(log)?.[1];
      if (port) resolve(port);
    };
    server.stdout.setEncoding('utf8').on('data', read);
    server.stderr.setEncoding('utf8').on('data', read);
    server.once('error', reject);
    server.once('close', () => reject(new Refusal(`The workbench did not start. It said:\n${log}`)));
  });
}

/** Waits for what the server has started and outlives it, and ends what does not go by itself, as its file watcher. */
async function groupEnd(group) {
  for (const deadline = Date.now() + 1500; groupLives(group); await setTimeout(50)) {
    if (Date.now() > deadline) process.kill(-group, 'SIGKILL');
  }
}

function groupLives(group) {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
}

function endWithUs(server, ended) {
  const leave = async (code) => {
    server.kill('SIGTERM');
    await ended;
    process.exit(code);
  };
  const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  for (const [signal, code] of Object.entries(signals)) process.on(signal, () => leave(code));
  process.stdout.on('error', () => leave(1));
  const watch = setInterval(() => {
    if (!isOrphaned() && !isUnread()) return;
    clearInterval(watch);
    leave(1);
  }, 1000).unref();
}

/** A signal to npm ends npm and its shell, and does not always reach us. */
function isOrphaned() {
  return process.env.npm_lifecycle_event !== undefined && process.ppid !== parent;
}

/** Whether our output is a pipe that nobody reads any more. Writing would tell too, but there is nothing to write. */
function isUnread() {
  try {
    if (fstatSync(1).isFIFO())
      closeSync(openSync('/proc/self/fd/1', constants.O_WRONLY | constants.O_NONBLOCK));
    return false;
  } catch (error) {
    return error.code === 'ENXIO';
  }
}
