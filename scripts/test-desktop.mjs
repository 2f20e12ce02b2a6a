import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, runMain } from './command.mjs';
import { setup } from './setup.mjs';

/** Runs the suite of test/vscode in a desktop VS Code that is downloaded for it; an argument names its version. */
async function testDesktop() {
  await setup();
  const { bundle } = await import('../esbuild.mjs');
  await bundle();
  const { runTests } = await import('@vscode/test-electron');
  const folder = mkdtempSync(join(tmpdir(), 'proviso-'));
  const workspace = join(folder, 'workspace');
  cpSync(join(root, 'test', 'vscode', 'workspace'), workspace, { recursive: true });
  try {
    await runTests({
      version: process.argv[2] ?? 'stable',
      cachePath: join(root, '.cache', 'vscode-test'),
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'dist', 'test', 'index.cjs'),
      extensionTestsEnv: { PROVISO_TEST_SUBJECT: root },
      launchArgs: [
        workspace,
        '--user-data-dir',
        join(folder, 'data'),
        '--disable-extensions',
        '--disable-workspace-trust',
      ],
    });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

await runMain(testDesktop);
