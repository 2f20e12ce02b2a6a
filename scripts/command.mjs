import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

/** Something the person at the keyboard can do something about: shown as its message, without a stack. */
export class Refusal extends Error {}

/**
 * Runs a program to its end. What it prints goes to the terminal, or is kept with `quiet` and shown only when
 * the program fails. Answers what it printed; a failing program is a Refusal that names it.
 */
export async function run(command, args, { cwd = root, env = process.env, quiet = false } = {}) {
  const output = quiet ? 'pipe' : 'inherit';
  const options = { cwd, env, stdio: ['ignore', output, output] };
  // A batch file of Windows runs in a shell only.
  const child = command.endsWith('.cmd')
    ? spawn([command, ...args].map((word) => `"${word}"`).join(' '), { ...options, shell: true })
    : spawn(command, args, options);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      printed += text;
    });
  }
  let told;
  const forward = (signal) => {
    told = signal;
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Refusal(`${command} cannot be run: ${error.message}`)));
    child.on('close', (...ending) => resolve(ending));
  }).finally(() => {
    for (const signal of signals) process.off(signal, forward);
  });
  // Some programs end with 0 although they were told to stop half way.
  if (told) throw new Refusal(`Stopped by ${told}.`);
  if (code === 0) return printed;
  process.stdout.write(printed);
  throw new Refusal(`${[command, ...args].join(' ')} ended with ${signal ?? code}`);
}

/** Runs npm with the npm that runs us, if one does: on Windows a plain `npm` cannot be spawned. */
export function npm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli && /\.c?js$/.test(cli)) return run(process.execPath, [cli, ...args], options);
  return run('npm', args, options);
}

/** Runs a program of node_modules. */
export function tool(script, args, options) {
  return run(process.execPath, [join(root, 'node_modules', script), ...args], options);
}

/** The full path of the first of `names` that stands on the PATH. */
export function findOnPath(...names) {
  const extensions = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (folder === '' || folder.includes('node_modules')) continue;
    for (const name of names) {
      for (const extension of extensions) {
        const path = join(folder, name + extension);
        if (existsSync(path)) return path;
      }
    }
  }
  return undefined;
}

/** Runs `main` and turns what it throws into an exit code: one line for a Refusal, a stack for a fault of ours. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Refusal ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
