#!/usr/bin/env node
/**
 * `node scripts/soak.mjs [--minutes N] [--files N] [--seed N]`: works at files as an author does at an editor, types, renames,
 * saves and closes, and looks whether the built server's memory grows, an edit is lost, or what it says at the end differs
 * from what a new server and `proviso check` say (test/soak).
 */
import { runBundled } from './bundled.mjs';

await runBundled('test/soak/main.ts');
