import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, runMain, tool } from './command.mjs';
import { setup } from './setup.mjs';

/** Builds the extension for use and packs it into one .vsix; answers its path. */
export async function makePackage() {
  const { bundle } = await import('../esbuild.mjs');
  await bundle({ production: true });
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const path = join(root, `${name}-${version}.vsix`);
  // Everything is in the bundles, so that node_modules stays out; without a public repository the links of the
  // README have no address to lead to, and stay as they are.
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  await tool('@vscode/vsce/vsce', ['package', ...options, '--out', path], { quiet: true });
  console.log(`${name}-${version}.vsix: ${Math.round(statSync(path).size / 1024)} KB`);
  return path;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    await setup();
    await makePackage();
  });
}
