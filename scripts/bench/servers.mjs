import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { npm, root } from '../command.mjs';

/** The servers that are measured, each with the form of the text it reads. */
export async function servers() {
  await bundleServer();
  return [
    {
      name: 'floor',
      languageId: 'legal',
      command: [join(root, 'scripts/bench/floor-server.mjs'), '--stdio'],
    },
    proviso,
    await markdownServer(),
  ];
}

export const proviso = {
  name: 'proviso',
  languageId: 'legal',
  command: [join(root, '.cache/bench/server.node.cjs'), '--stdio'],
};

/** As it goes into the package, but beside dist/, so that a measurement changes nothing that tests may be running. */
export async function bundleServer() {
  await build({
    absWorkingDir: root,
    entryPoints: ['server/src/node.ts'],
    outfile: '.cache/bench/server.node.cjs',
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
}

const packages = ['vscode-markdown-languageserver@0.5.0', 'markdown-it@14.1.0'];

/** The server of VS Code's own Markdown support. It is compared with, not built on: it stays out of package.json. */
async function markdownServer() {
  const folder = join(root, '.cache/bench');
  if (!existsSync(join(folder, 'node_modules/vscode-markdown-languageserver'))) {
    console.log(`Installing ${packages.join(' and ')} into .cache/bench.`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const quiet = ['--save-exact', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await npm(['install', ...quiet, ...packages], { cwd: folder });
  }
  const require = createRequire(join(folder, 'package.json'));
  const MarkdownIt = require('markdown-it');
  return {
    name: 'vscode-markdown',
    languageId: 'markdown',
    markdown: true,
    command: [require.resolve('vscode-markdown-languageserver'), '--stdio'],
    initializationOptions: { markdownFileExtensions: ['md'] },
    settings: { markdown: markdownSettings },
    handle: (connection, shown) =>
      serveMarkdown(connection, shown, new MarkdownIt({ html: true, linkify: true })),
  };
}

const markdownSettings = {
  server: { log: 'off' },
  preferredMdPathExtensionStyle: 'auto',
  occurrencesHighlight: { enabled: false },
  suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'never' } },
  validate: {
    enabled: true,
    referenceLinks: { enabled: 'warning' },
    fragmentLinks: { enabled: 'warning' },
    fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
    ignoredLinks: [],
    unusedLinkDefinitions: { enabled: 'hint' },
    duplicateLinkDefinitions: { enabled: 'warning' },
  },
};

/**
 * This server has its client parse the text and asks it about files. As in VS Code, a version of the text is parsed
 * once however often it is asked for. There is only the one file.
 */
function serveMarkdown(connection, shown, markdown) {
  let parsed = { version: -1, tokens: [] };
  connection.onRequest('markdown/parse', () => {
    const document = shown();
    if (parsed.version !== document.version)
      parsed = { version: document.version, tokens: markdown.parse(document.getText(), {}) };
    return parsed.tokens;
  });
  for (const method of ['markdown/findMarkdownFilesInWorkspace', 'markdown/fs/readDirectory'])
    connection.onRequest(method, () => []);
  for (const method of ['stat', 'readFile', 'watcher/create', 'watcher/delete'])
    connection.onRequest(`markdown/fs/${method}`, () => null);
}
