import { findOnPath, run } from '../command.mjs';

/** The editors that have a client of their own, with Debian's packages of them. */
export const editors = [
  { name: 'Neovim', program: 'nvim', packages: ['neovim'] },
  // Eglot comes with Emacs from 29 on; Debian 12 has 28 and Eglot beside it.
  { name: 'Emacs', program: 'emacs', packages: ['emacs-nox', 'elpa-eglot'] },
];

/** The path of an editor's program; it comes from Debian's packages where we may install them, else null is answered and said why. */
export async function installEditor({ name, program, packages }) {
  const found = findOnPath(program);
  if (found) return found;
  const commands = [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', ...packages],
  ];
  const line = commands.map((command) => command.join(' ')).join(' && ');
  if (!findOnPath('apt-get') || process.getuid?.() !== 0) {
    console.log(`${name} is not here, and its tests are left out. On Debian, as root: ${line}`);
    return null;
  }
  console.log(`Installing ${name}, by whose own client the server is tried: ${line}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const [command, ...args] of commands) await run(command, args, { env, quiet: true });
  return findOnPath(program) ?? null;
}
