#!/usr/bin/env node
/**
 * `node scripts/bench-workspace.mjs [--files N,M] [--write]`: writes so many generated documents into a temporary folder, opens it with
 * Proviso's server as an editor does, and prints how long it takes to index them, cold and warm, and to answer what readers
 * ask about all of them; with `--write` also puts that into docs/benchmarks.md.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { generateDeals } from './bench/deals.mjs';
import { bundleServer, proviso } from './bench/servers.mjs';
import { median, percentile } from './bench/statistics.mjs';
import { WorkspaceServer } from './bench/workspace-server.mjs';
import { root, runMain } from './command.mjs';

const page = join(root, 'docs/benchmarks.md');
const heading = '## Many documents';
const nextHeading = '## Checking many files';
const repeats = 20;

async function main() {
  const { values } = parseArgs({
    options: { files: { type: 'string', default: '1000,10000' }, write: { type: 'boolean', default: false } },
  });
  await bundleServer();
  const runs = [];
  for (const count of values.files.split(',').map(Number)) runs.push(await measure(count));
  const text = report(runs);
  console.log(text);
  if (!values.write) return;
  const written = readFileSync(page, 'utf8');
  const next = written.includes(nextHeading) ? written.slice(written.indexOf(nextHeading)) : '';
  const [before] = written.split(next === '' ? heading : nextHeading);
  writeFileSync(page, `${before.split(heading)[0].trimEnd()}\n\n${text}\n${next}`.trimEnd().concat('\n'));
}

async function measure(count) {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-deals-'));
  try {
    console.error(`Writing ${count} documents …`);
    const deals = generateDeals(count);
    let bytes = 0;
    for (const { path, text } of deals.files) {
      const file = join(folder, 'deals', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      bytes += text.length;
    }
    const options = { folder: join(folder, 'deals'), cacheFolder: join(folder, 'cache') };
    console.error('Indexing them cold …');
    const cold = await indexed(options);
    await cold.server.stop();
    console.error('Indexing them warm …');
    const warm = await indexed(options);
    const asked = await askAll(warm.server, deals, options.folder);
    const result = {
      count,
      bytes,
      cold: cold.milliseconds,
      coldPeak: cold.peak,
      coldWork: cold.processor,
      warmWork: warm.processor,
      warm: warm.milliseconds,
      ...asked,
    };
    result.peak = warm.server.peakMemory();
    await warm.server.stop();
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function indexed(options) {
  const server = new WorkspaceServer(proviso.command);
  const times = await server.index(options);
  return { server, ...times, peak: server.peakMemory() };
}

/** Opens the document that others cite, and asks about a section and a term of it. */
async function askAll(server, { frame, section, term }, folder) {
  const uri = pathToFileURL(join(folder, frame.path)).href;
  await server.open(uri, frame.text);
  const context = { includeDeclaration: true };
  const asked = {};
  for (const [name, words] of [
    ['section', section],
    ['term', term],
  ]) {
    const textDocument = { uri };
    const position = positionOf(frame.text, words);
    const times = [];
    let found = 0;
    for (let turn = 0; turn <= repeats; turn += 1) {
      const { answer, milliseconds } = await server.request('textDocument/references', {
        textDocument,
        position,
        context,
      });
      found = answer.length;
      times.push(milliseconds);
    }
    asked[name] = { found, first: times[0], later: percentile(times.slice(1), 95) };
  }
  const times = [];
  for (const query of ['deliv', 'harbour', 'notices', '2.1', 'zz']) {
    for (let turn = 0; turn < 4; turn += 1)
      times.push((await server.request('workspace/symbol', { query })).milliseconds);
  }
  asked.symbols = { middle: median(times), most: percentile(times, 95) };
  return asked;
}

function positionOf(text, words) {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  return { line: before.length - 1, character: before.at(-1).length + 1 };
}

function report(runs) {
  const rows = [
    ['text', (run) => `${(run.bytes / 1e6).toFixed(1)} MB`, () => ''],
    ['index, cold', (run) => seconds(run.cold), () => '3 s per 1,000'],
    ['… processor time of all cores', (run) => seconds(run.coldWork), () => ''],
    ['index, warm', (run) => seconds(run.warm), () => '0.5 s per 1,000'],
    ['… processor time of all cores', (run) => seconds(run.warmWork), () => ''],
    ['references of a section, first', (run) => shown(run.section.first), () => '300 ms'],
    ['references of a section, later, p95', (run) => shown(run.section.later), () => '20 ms'],
    ['… found', (run) => String(run.section.found), () => ''],
    ['references of a term, first', (run) => shown(run.term.first), () => '300 ms'],
    ['references of a term, later, p95', (run) => shown(run.term.later), () => '20 ms'],
    ['… found', (run) => String(run.term.found), () => ''],
    ['workspace symbols, median', (run) => shown(run.symbols.middle), () => ''],
    ['workspace symbols, p95', (run) => shown(run.symbols.most), () => ''],
    ['peak memory, cold', (run) => `${Math.round(run.coldPeak)} MB`, () => ''],
    ['peak memory, warm and asked', (run) => `${Math.round(run.peak)} MB`, () => '1,000 MB at 10,000'],
  ];
  const names = runs.map(({ count }) => `${count.toLocaleString('en-US')} documents`);
  const lines = rows.map(([name, value, aim]) => `| ${[name, ...runs.map(value), aim()].join(' | ')} |`);
  return `${heading}

Written by \`node scripts/bench-workspace.mjs --write\`. Generated documents (\`scripts/bench/deals.mjs\`), ten to a folder, of about 15 kB each: a
frame agreement, and in each folder a supply agreement and nine documents that use its terms and cite its sections; every tenth document cites
one section of the frame agreement, and every twentieth uses a term of it. The server is a process of its own. *Cold*: from the
start of reading until the last summary is in the index, nothing being kept on the disk; *warm*: the same with what the run before kept.
*First* is the first question of its kind, *later* the ${repeats} after it.${busyNote()}

| | ${names.join(' | ')} | goal |
| --- | ${names.map(() => '---:').join(' | ')} | ---: |
${lines.join('\n')}
`;
}

/** Times by the clock say little of a machine that does other things too; processor times say the same. */
function busyNote() {
  const load = Math.round(loadavg()[0]);
  const cores = availableParallelism();
  if (load <= 2 * cores) return '';
  return `\n\nThe machine was busy with other work meanwhile, with a load of ${load} on ${cores} cores: all times but those of the processor are
several times what they would be on an idle one.`;
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function shown(milliseconds) {
  return `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}

await runMain(main);
