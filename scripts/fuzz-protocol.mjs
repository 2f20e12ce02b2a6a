#!/usr/bin/env node
/**
 * `node scripts/fuzz-protocol.mjs [--messages N] [--seed N]`: sends the built server messages that make no sense, and looks
 * whether each request is answered and the server goes on (test/fuzz/session.ts). Goes on with a run of the same seed that was
 * ended, in .cache/fuzz.
 */
import { runBundled } from './bundled.mjs';

await runBundled('test/fuzz/protocolMain.ts');
