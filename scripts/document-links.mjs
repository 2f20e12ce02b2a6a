#!/usr/bin/env node
/**
 * `node scripts/document-links.mjs FOLDER`: takes all text below a folder for one workspace and prints which documents are led into
 * which others by their titles alone, and how many citations name other documents.
 */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { Refusal, root, runMain } from './command.mjs';
import { read } from './findings.mjs';

/** Longer documents would take most of the time. */
const longest = 600_000;

async function main() {
  const [folder] = process.argv.slice(2);
  if (!folder) throw new Refusal('usage: node scripts/document-links.mjs FOLDER');
  const { analyze, summarize, WorkspaceIndex } = await workspaceRoom();
  const index = new WorkspaceIndex();
  const home = `${pathToFileURL(folder).href}/`;
  index.configure([home], []);
  for (const name of readdirSync(folder, { recursive: true }).sort()) {
    if (!/\.(?:txt|md)$/.test(name)) continue;
    const text = read(join(folder, name));
    if (text.length <= longest) index.set(summarize(analyze(text, pathToFileURL(join(folder, name)).href)));
  }
  let citations = 0;
  const led = new Set();
  for (const { uri, citations: own, termSources } of index.summaries()) {
    citations += own.length;
    for (const name of [...own.map((citation) => citation.name), ...termSources]) {
      const to = index.documentCalled(name, uri);
      if (to !== null) led.add(`${relative(home, uri)}: “${name}” is ${relative(home, to)}`);
    }
  }
  console.log(`${index.size} documents cite other documents by name ${citations} times.`);
  console.log(`Led into another by its title: ${led.size}`);
  for (const line of led) console.log(line);
}

/** The core is TypeScript; what is needed of it is bundled beside the other caches. */
async function workspaceRoom() {
  const outfile = join(root, '.cache/bench/workspace-room.mjs');
  const contents = `
    export { analyze } from './server/src/core/analysis.ts';
    export { summarize } from './server/src/core/workspace/summarize.ts';
    export { WorkspaceIndex } from './server/src/core/workspace/workspace-index.ts';
  `;
  const stdin = { contents, resolveDir: root, loader: 'ts' };
  await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'warning' });
  return await import(pathToFileURL(outfile).href);
}

await runMain(main);
