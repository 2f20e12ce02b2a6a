import { chmodSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Bundles all that runs into dist/. For development with source maps and the suites of the workbench; with
 * `production` smaller and without either, as it goes into the package.
 */
export async function bundle({ production = false } = {}) {
  const common = {
    absWorkingDir: fileURLToPath(new URL('.', import.meta.url)),
    bundle: true,
    minify: production,
    sourcemap: !production,
    logLevel: 'warning',
    legalComments: 'none',
    // What a package ships for bundlers, rather than wrappers that decide at run time what to require.
    mainFields: ['module', 'main'],
  };
  const node = { ...common, platform: 'node', target: 'node20', format: 'cjs' };
  const web = { ...common, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };
  const builds = [
    {
      ...node,
      entryPoints: ['client/src/extension.node.ts'],
      outfile: 'dist/extension.node.cjs',
      external: ['vscode'],
      plugins: [loadedAtNeed('./legalSupport.node.ts', './client.node.cjs')],
      // The editor gives `vscode` to modules that are required; whether to imported ones depends on its age.
      supported: { 'dynamic-import': false },
    },
    {
      ...node,
      entryPoints: ['client/src/legalSupport.node.ts'],
      outfile: 'dist/client.node.cjs',
      external: ['vscode'],
    },
    // A browser's extension host takes CommonJS alone, from a file that ends in .js, of a package that is not "type": "module".
    {
      ...web,
      entryPoints: ['client/src/extension.web.ts'],
      outfile: 'dist/client.web.js',
      format: 'cjs',
      external: ['vscode'],
    },
    // What runs in the pages of webviews, wherever the extension runs.
    ...['preview', 'map'].map((name) => ({
      ...web,
      entryPoints: [`client/webviews/${name}.ts`],
      outfile: `dist/${name}.js`,
      format: 'iife',
      loader: { '.css': 'text' },
    })),
    { ...node, entryPoints: ['server/src/node.ts'], outfile: 'dist/server.node.cjs' },
    { ...web, entryPoints: ['server/src/browser.ts'], outfile: 'dist/server.web.js', format: 'iife' },
    {
      ...node,
      entryPoints: ['server/src/cli/main.ts'],
      outfile: 'dist/cli.cjs',
      // A package among its dependencies makes a `require` from import.meta.url, which CommonJS does not have.
      banner: {
        js: "#!/usr/bin/env node\nconst bundleUrl = require('node:url').pathToFileURL(__filename).href;",
      },
      define: { 'import.meta.url': 'bundleUrl' },
    },
  ];
  if (!production) {
    const suites = readdirSync(new URL('test/vscode/', import.meta.url)).filter((name) =>
      name.endsWith('.suite.ts'),
    );
    const entryPoints = ['index.ts', 'activation.bench.ts', ...suites].map((name) => `test/vscode/${name}`);
    builds.push({
      ...node,
      entryPoints,
      outdir: 'dist/test',
      outExtension: { '.js': '.cjs' },
      external: ['vscode', 'mocha'],
    });
    builds.push({
      ...web,
      entryPoints: ['test/vscode/web/index.ts'],
      outfile: 'dist/test/web.js',
      format: 'cjs',
      external: ['vscode'],
    });
  }
  if (production)
    for (const { outfile } of builds) rmSync(new URL(`${outfile}.map`, import.meta.url), { force: true });
  await Promise.all(builds.map((options) => build(options)));
  chmodSync(new URL('dist/cli.cjs', import.meta.url), 0o755);
}

/** Keeps a module out of a bundle: what imports it loads the bundle that was made of it, when it comes to that. */
function loadedAtNeed(module, bundle) {
  return {
    name: 'loaded-at-need',
    setup({ onResolve }) {
      onResolve({ filter: /\.ts$/ }, ({ path }) =>
        path === module ? { path: bundle, external: true } : undefined,
      );
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await bundle({ production: process.argv.includes('--production') });
