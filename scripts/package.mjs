import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal, root, runMain, tool } from './command.mjs';
import { setup } from './setup.mjs';

/** Whoever installs it over a slow line waits for it. */
const mostBytes = 1_500_000;

/** Builds the extension for use and packs it into one .vsix; answers its path. */
export async function makePackage() {
  const { bundle } = await import('../esbuild.mjs');
  await bundle({ production: true });
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const path = join(root, `${name}-${version}.vsix`);
  // Everything is in the bundles, so that node_modules stays out; without a public repository the links of the
  // README have no address to lead to, and stay as they are.
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  const said = await tool('@vscode/vsce/vsce', ['package', ...options, '--out', path], { quiet: true });
  if (/\bWARN/i.test(said)) throw new Refusal(`The packer warns:\n${said}`);
  const { size } = statSync(path);
  console.log(`${name}-${version}.vsix: ${Math.round(size / 1024)} KB`);
  if (size > mostBytes) throw new Refusal(`The package is larger than ${mostBytes / 1_000_000} MB.`);
  return path;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    await setup();
    await makePackage();
  });
}
