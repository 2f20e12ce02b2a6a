#!/usr/bin/env node
/**
 * `node scripts/sample-findings.mjs FOLDER… [--rule ID] [--count N] [--seed N] [--around N]`: draws findings for people to
 * judge, as Markdown: of each rule at most `count` (40), at random but the same with the same seed, with the message and the
 * text around. Rules that are off are drawn too. Reads with the built command line.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal, root, runMain } from './command.mjs';

const cli = join(root, 'dist/cli.cjs');

async function sample() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rule: { type: 'string', multiple: true },
      count: { type: 'string', default: '40' },
      seed: { type: 'string', default: '20261123' },
      around: { type: 'string', default: '200' },
    },
  });
  if (positionals.length === 0) throw new Refusal('usage: node scripts/sample-findings.mjs FOLDER…');
  if (!existsSync(cli)) throw new Refusal('Build the command line first: npm run build.');
  const rules = values.rule ?? allRules();
  const findings = positionals.flatMap((folder) => findingsIn(folder, rules));
  for (const rule of rules) {
    const all = findings.filter((finding) => finding.rule === rule);
    const drawn = draw(all, Number(values.count), generatorFor(`${values.seed} ${rule}`));
    console.log(`# ${rule}: ${drawn.length} of ${all.length}\n`);
    for (const [index, finding] of drawn.entries()) print(finding, index + 1, Number(values.around));
  }
}

function allRules() {
  return JSON.parse(runCli('rules', '--json')).rules.map(({ id }) => id);
}

/** Every rule reports as a warning, so that what is off is drawn as well. */
function findingsIn(folder, rules) {
  const files = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
  const asked = rules.flatMap((rule) => ['--rule', `${rule}=warning`]);
  const printed = runCli('check', '--no-config', '--format', 'json', ...asked, ...files);
  return JSON.parse(printed).files.flatMap(({ path, findings }) =>
    findings.map((finding) => ({ ...finding, path, folder: basename(folder) })),
  );
}

function runCli(...args) {
  const run = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.status !== 0 && run.status !== 1) throw new Refusal(run.stderr.trim());
  return run.stdout;
}

function draw(all, count, random) {
  const pool = [...all];
  const drawn = [];
  while (drawn.length < count && pool.length > 0)
    drawn.push(...pool.splice(Math.floor(random() * pool.length), 1));
  return drawn;
}

/** The finding with its message and the text around it; what it stands on is set between arrows. */
function print({ rule, folder, path, line, column, endLine, endColumn, message }, number, around) {
  const text = read(path);
  const starts = lineStarts(text);
  const start = starts[line - 1] + column - 1;
  const end = starts[endLine - 1] + endColumn - 1;
  const shown = `${text.slice(Math.max(0, start - around), start)}⟶${text.slice(start, end)}⟵${text.slice(end, end + around)}`;
  console.log(`## ${rule} ${number}: ${folder}/${basename(path)}, line ${line}\n`);
  console.log(`${message}\n`);
  console.log(shown.replace(/^/gm, '    '));
  console.log('');
}

const decoders = ['utf-8', 'windows-1252'].map((name) => new TextDecoder(name, { fatal: name === 'utf-8' }));

function read(path) {
  const bytes = readFileSync(path);
  try {
    return decoders[0].decode(bytes);
  } catch {
    return decoders[1].decode(bytes);
  }
}

function lineStarts(text) {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: ending }) => index + ending.length)];
}

/** Random numbers from 0 up to 1 that depend on nothing but the words (FNV-1a, then mulberry32). */
function generatorFor(words) {
  let state = 0x811c9dc5;
  for (const sign of words) state = Math.imul(state ^ sign.codePointAt(0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

await runMain(sample);
