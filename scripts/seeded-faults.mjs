#!/usr/bin/env node
/**
 * `node scripts/seeded-faults.mjs FOLDER… [--family NAME] [--faults N] [--seed N] [--misses]`: puts faults into real
 * documents and counts which are found (test/accuracy/seeded-faults.ts). Bundled when it is run, since Node 20 reads no TypeScript.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const outfile = join(root, '.cache/seeded-faults.mjs');
mkdirSync(dirname(outfile), { recursive: true });
await build({
  entryPoints: [join(root, 'test/accuracy/seeded-faults.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile,
  logLevel: 'error',
});
process.exitCode =
  spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
