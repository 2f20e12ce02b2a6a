import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planBurst, planEdits } from './bench/edits.mjs';
import { generateAgreement } from './bench/generate.mjs';
import { measureGrowth } from './bench/growth.mjs';
import { coloursTable, report, requestsTable } from './bench/report.mjs';
import { measureColours, measureRequests } from './bench/requests.mjs';
import { countSymbols, MeasuredServer } from './bench/server.mjs';
import { bundleServer, servers } from './bench/servers.mjs';
import { Refusal, root, runMain } from './command.mjs';
import { setup } from './setup.mjs';

const page = join(root, 'docs/benchmarks.md');
const size = 1_000_000;
const rounds = option('--rounds', 10);
const opens = 5;
const bursts = 5;
/** A held key repeats about every thirty milliseconds. */
const keyPause = 30;

/**
 * Measures Proviso's server beside a floor and beside VS Code's Markdown server and prints a table; with `--write`
 * also puts it into docs/benchmarks.md; with `--requests` only the answers to readers' questions are measured. The servers take turns at every single step, in an order that changes from
 * round to round, so that what else the machine does hits all of them alike.
 */
async function main() {
  await setup();
  if (process.argv.includes('--requests')) {
    await bundleServer();
    console.log(requestsTable(await measureRequests(size)));
    console.log(`\n${coloursTable(await measureColours(size))}`);
    return;
  }
  const contenders = [];
  for (const definition of await servers()) contenders.push(await prepare(definition));
  await inTurns('Opening', opens, contenders, openAgain);
  await inTurns('Warming up', 1, contenders, editAll);
  for (const contender of contenders) contender.edits = [];
  await inTurns('Editing', rounds, contenders, editAll);
  await inTurns('Typing', bursts, contenders, typeBurst);
  for (const contender of contenders) {
    contender.peak = contender.server.peakMemory();
    await contender.server.stop();
  }
  const growth = await measureGrowth();
  const requests = await measureRequests(size);
  const colours = await measureColours(size);
  const text = report({ contenders, growth, requests, colours, size, rounds, opens, bursts, keyPause });
  console.log(`\n${text}`);
  if (process.argv.includes('--write')) writeFileSync(page, `${text}\n${otherMeasurements()}`);
}

/** What scripts/bench-activation.mjs, scripts/bench-workspace.mjs and scripts/bench-check.mjs wrote at the end of the page. */
function otherMeasurements() {
  const written = readFileSync(page, 'utf8');
  const at = written.search(/\n## (?:Starting in VS Code|Many documents|Checking many files)/);
  return at < 0 ? '' : written.slice(at);
}

async function prepare(definition) {
  const text = generateAgreement({ size, markdown: definition.markdown ?? false });
  const server = await MeasuredServer.start(definition);
  return {
    ...definition,
    server,
    text,
    plan: planEdits(text),
    burst: planBurst(text),
    opens: [],
    edits: [],
    bursts: [],
  };
}

async function inTurns(title, times, contenders, step) {
  for (let round = 0; round < times; round += 1) {
    console.log(`${title}, round ${round + 1} of ${times}`);
    await step(contenders, round);
  }
}

/** Who begins changes with every step. */
function rotated(contenders, by) {
  return contenders.map((_, index) => contenders[(index + by) % contenders.length]);
}

async function openAgain(contenders, round) {
  for (const contender of rotated(contenders, round)) {
    const { server, text, languageId, markdown } = contender;
    if (round > 0) await server.close(contender.uri);
    contender.uri = `file:///bench/agreement-${round}.${markdown ? 'md' : 'agreement'}`;
    const opened = await server.open({ uri: contender.uri, languageId, text });
    contender.opens.push(opened.milliseconds);
    contender.symbols = countSymbols(opened.symbols);
    if (contender.symbols === 0) throw new Refusal(`${contender.name} found nothing in the document.`);
  }
}

async function editAll(contenders, round) {
  for (let step = 0; step < contenders[0].plan.length; step += 1) {
    for (const contender of rotated(contenders, round + step)) {
      const { kind, change } = contender.plan[step];
      const { milliseconds, bytes, diagnostics } = await contender.server.edit(change);
      contender.edits.push({ kind, milliseconds, bytes, findings: diagnostics.length });
    }
  }
}

async function typeBurst(contenders, round) {
  for (const contender of rotated(contenders, round)) {
    const { typed, undone } = contender.burst;
    const changes = typed.map(({ change }) => change);
    contender.bursts.push((await contender.server.burst(changes, keyPause)).milliseconds);
    await contender.server.edit(undone.change);
  }
}

function option(name, otherwise) {
  const at = process.argv.indexOf(name);
  if (at < 0) return otherwise;
  const value = Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 1) throw new Refusal(`${name} wants a number from 1 on.`);
  return value;
}

await runMain(main);
// After a failure the servers still run and would keep this process waiting.
process.exit();
