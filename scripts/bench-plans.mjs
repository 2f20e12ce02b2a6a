#!/usr/bin/env node
/**
 * `node scripts/bench-plans.mjs`: how long it takes to plan the edits of a command that renumbers a document of 1 MB
 * (test/edits/planning-time.ts). Bundled when it is run, since Node 20 reads no TypeScript.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const outfile = join(root, '.cache/planning-time.mjs');
mkdirSync(dirname(outfile), { recursive: true });
await build({
  entryPoints: [join(root, 'test/edits/planning-time.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile,
  logLevel: 'error',
});
process.exitCode = spawnSync(process.execPath, [outfile], { stdio: 'inherit' }).status ?? 1;
