import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Refusal, root, runMain } from './command.mjs';

/**
 * Writes what follows from the code: the index of the rules, the schema of proviso.json and the settings in
 * package.json with their English texts, and puts all texts of the manifest and of the server in order. With `--check` it writes nothing, names the files that are stale, and fails if there is one.
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
    ...manifestWith(editorSettings()),
    ...['package.nls.ja.json', 'l10n/server.l10n.ja.json'].map((path) => [
      path,
      json(sorted(readJson(path))),
    ]),
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

/** The manifest and its English texts as they are, but for the settings that follow from the rules. */
function manifestWith(settings) {
  const manifest = readJson('package.json');
  const texts = readJson('package.nls.json');
  for (const key of Object.keys(texts)) if (key.startsWith('rule.')) delete texts[key];
  for (const [setting, schema] of Object.entries(settings)) {
    const group = manifest.contributes.configuration.find(({ properties }) => setting in properties);
    for (const [rule, choice] of Object.entries(schema.properties)) {
      texts[`rule.${rule}`] = choice.description;
      choice.description = `%rule.${rule}%`;
    }
    const key = setting.replace('proviso.', 'setting.');
    texts[key] = schema.markdownDescription;
    schema.markdownDescription = `%${key}%`;
    group.properties[setting] = schema;
  }
  return [
    ['package.json', json(manifest)],
    ['package.nls.json', json(sorted(texts))],
  ];
}

/** By their keys, so that who adds texts meets others who do so only where they add the same. */
function sorted(texts) {
  return Object.fromEntries(Object.entries(texts).sort(([first], [second]) => (first < second ? -1 : 1)));
}

function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
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
