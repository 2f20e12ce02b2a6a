import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Refusal, root, runMain } from './command.mjs';

/**
 * Writes what follows from the code: the index of the rules, the schema of proviso.json and the settings in
 * package.json. With `--check` it writes nothing, names the files that are stale, and fails if there is one.
 */
async function generate() {
  const check = process.argv.includes('--check');
  const stale = [];
  for (const [path, content] of await generatedPages()) {
    const file = join(root, path);
    if (readIfThere(file) === content) continue;
    stale.push(path);
    if (check) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    console.log(`Wrote ${path}.`);
  }
  if (check && stale.length > 0)
    throw new Refusal(`Stale: ${stale.join(', ')}. Run "node scripts/generate.mjs".`);
}

async function generatedPages() {
  const { rules, configurationSchema, editorSettings } = await loadTables();
  return new Map([
    ['docs/rules/README.md', rulesIndex(rules)],
    ['schemas/proviso.schema.json', json(configurationSchema())],
    ['package.json', manifestWith(editorSettings())],
  ]);
}

/** The tables are TypeScript, which Node 20 does not read: they are bundled into a module that is never written. */
async function loadTables() {
  const contents = [
    `export { rules } from './rules/index.ts';`,
    `export { configurationSchema, editorSettings } from './config/schema.ts';`,
  ].join('\n');
  const bundled = await build({
    stdin: { contents, resolveDir: join(root, 'server/src/core'), loader: 'ts' },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const source = Buffer.from(bundled.outputFiles[0].contents).toString('base64');
  return await import(`data:text/javascript;base64,${source}`);
}

/** The manifest as it is, but for the settings that follow from the rules. */
function manifestWith(settings) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  Object.assign(manifest.contributes.configuration.properties, settings);
  return json(manifest);
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function rulesIndex(rules) {
  const rows = rules.map(({ id, title, severity }) => [`[${id}](${id}.md)`, title, severity]);
  return [
    '<!-- Written by scripts/generate.mjs from the list of rules; edit the rules or that script, not this page. -->',
    '',
    '# The rules',
    '',
    'What Proviso checks in a legal document. Each rule has a page that says what it reports, why that matters and what',
    'to do about it. The examples on these pages are run as tests.',
    '',
    ...table(['Rule', 'Reports', 'Severity'], rows),
    '',
  ].join('\n');
}

/** A table in columns of equal width, as it is pleasant to read in plain text too. */
function table(head, rows) {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column].length)),
  );
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runMain(generate);
