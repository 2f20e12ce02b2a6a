import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { root } from './command.mjs';

/** Bundles a program that is written in TypeScript and runs it with the arguments of this one, since Node 20 reads no TypeScript. */
export async function runBundled(entry) {
  // As deep as where it was written: some of what it consists of looks for files from there.
  const outfile = join(
    root,
    '.cache',
    'bundled',
    `${basename(dirname(entry))}-${basename(entry, '.ts')}.mjs`,
  );
  mkdirSync(dirname(outfile), { recursive: true });
  await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
  const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], {
    stdio: 'inherit',
    cwd: root,
  });
  process.exitCode = status ?? 1;
}
