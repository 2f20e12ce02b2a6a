import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // No test is a stopwatch: one that takes long on a busy machine has not failed, one that never ends has.
    testTimeout: 120_000,
  },
});
