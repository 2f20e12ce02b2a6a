#!/usr/bin/env node
/**
 * `node scripts/corpus.mjs FOLDER…`: reads every document of each folder with the built command line and prints a table
 * by folder: documents, provisions, findings by rule. Exits with 1 if a document could not be read.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error('usage: node scripts/corpus.mjs FOLDER…');
  process.exit(2);
}

const rows = folders.map((folder) => readFolder(folder));
const rules = [...new Set(rows.flatMap((row) => Object.keys(row.findings)))].sort();
const heads = ['group', 'documents', 'provisions', 'inline', ...rules];
console.log(`| ${heads.join(' | ')} |`);
console.log(`|${heads.map((_, index) => (index === 0 ? '---' : '---:')).join('|')}|`);
for (const row of [...rows, total(rows)]) {
  const cells = [
    row.name,
    row.documents,
    row.provisions,
    row.inline,
    ...rules.map((rule) => row.findings[rule] ?? 0),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
process.exitCode = rows.some((row) => row.failed) ? 1 : 0;

function readFolder(folder) {
  const files = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
  const run = spawnSync(process.execPath, [join(root, 'dist/cli.cjs'), 'inspect', '--json', ...files], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (run.status !== 0) console.error(`${folder}: inspect ended with ${run.status}: ${run.stderr.trim()}`);
  const row = {
    name: basename(folder),
    documents: 0,
    provisions: 0,
    inline: 0,
    findings: {},
    failed: run.status !== 0,
  };
  for (const file of JSON.parse(run.stdout).files) {
    row.documents += 1;
    const pending = [...file.outline];
    for (let node = pending.pop(); node; node = pending.pop()) {
      if (!node.implied) row.provisions += 1;
      if (node.inline) row.inline += 1;
      pending.push(...node.children);
    }
    for (const finding of file.findings) row.findings[finding.rule] = (row.findings[finding.rule] ?? 0) + 1;
  }
  return row;
}

function total(all) {
  const sum = { name: 'all', documents: 0, provisions: 0, inline: 0, findings: {}, failed: false };
  for (const row of all) {
    sum.documents += row.documents;
    sum.provisions += row.provisions;
    sum.inline += row.inline;
    for (const [rule, count] of Object.entries(row.findings))
      sum.findings[rule] = (sum.findings[rule] ?? 0) + count;
  }
  return sum;
}
