import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the workbench calls to run the suites beside this bundle. The counts go into a file, because the exit code
 * of a workbench does not tell a passed suite from a crashed one.
 */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, slow: 5_000, forbidOnly: true });
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.suite.cjs')) mocha.addFile(join(__dirname, name));
  }
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.once('end', () => {
      const results = process.env.PROVISO_TEST_RESULTS;
      if (results) writeFileSync(results, JSON.stringify(runner.stats));
    });
  });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
