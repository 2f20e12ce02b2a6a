#!/usr/bin/env node
/**
 * `node scripts/fuzz.mjs [--mutations N] [--seed N] [--every N]`: spoils documents N times and looks whether any reading fails, tells of
 * places outside the text, or differs from a reading from scratch (test/fuzz). Goes on with a run of the same seed that was
 * ended, in .cache/fuzz, where faults are written too; exits with 1 if there are any. Bundled when it is run, since Node 20
 * reads no TypeScript. With `--every N` each N-th mutation is compared with a reading from scratch. `node scripts/fuzz.mjs --long`
 * reads and edits hostile texts of twenty million characters instead, and prints time and memory.
 */
import { runBundled } from './bundled.mjs';

await runBundled(process.argv.includes('--long') ? 'test/fuzz/longMain.ts' : 'test/fuzz/main.ts');
