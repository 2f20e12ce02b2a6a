#!/usr/bin/env node
/**
 * `node scripts/bench-activation.mjs [--rounds N] [--write]`: opens a legal document in new windows of a VS Code workbench that has the
 * package installed, and prints how long it takes until the extension is active; with `--write` also puts that into
 * docs/benchmarks.md. A window takes about a quarter of a minute, five seconds of it for rest.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { format, parseArgs } from 'node:util';
import { median } from './bench/statistics.mjs';
import { Refusal, root, runMain } from './command.mjs';
import { makePackage } from './package.mjs';
import { setup } from './setup.mjs';
import { installBrowser, openBrowser } from './workbench/browser.mjs';
import { installWorkbench } from './workbench/install.mjs';
import { launchWorkbench, pageAddress, remoteUri } from './workbench/launch.mjs';

const page = join(root, 'docs/benchmarks.md');
const heading = '## Starting in VS Code';
/** Milliseconds until the extension is active, at most. */
const goal = 100;

async function measure() {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '10' }, write: { type: 'boolean', default: false } },
  });
  // What this program does itself is not the load of the machine.
  const [load] = loadavg();
  await setup();
  const chromium = await installBrowser();
  await installWorkbench();
  const vsix = await makePackage();
  const { bundle } = await import('../esbuild.mjs');
  await bundle();
  const runs = await openWindows({ chromium, vsix, rounds: Number(values.rounds) });
  const text = report(runs, Math.round(load));
  console.log(text);
  if (values.write) writeFileSync(page, withSection(readFileSync(page, 'utf8'), text));
}

async function openWindows({ chromium, vsix, rounds }) {
  const results = join(root, '.cache', 'activation-times.jsonl');
  writeFileSync(results, '');
  // The first window is a warm-up: files are read from the disk.
  for (let round = 0; round <= rounds; round += 1) await openWindow(chromium, vsix, results);
  return readFileSync(results, 'utf8').trim().split('\n').map(JSON.parse).slice(1);
}

/** One window of a workbench of its own: another of the same one would have the extension active from the start. */
async function openWindow(chromium, vsix, results) {
  const options = ['--without-connection-token', '--enable-smoke-test-driver'];
  const workbench = await launchWorkbench({ vsix, options, env: { PROVISO_BENCH_RESULTS: results } });
  const { origin, dataFolder } = workbench;
  const folder = join(dataFolder, 'workspace');
  cpSync(join(root, 'test', 'vscode', 'workspace'), folder, { recursive: true });
  const payload = [
    ['extensionDevelopmentPath', remoteUri(origin, join(root, 'test', 'vscode-carrier'))],
    ['extensionTestsPath', remoteUri(origin, join(root, 'dist', 'test', 'activation.bench.cjs'))],
    ['skipWelcome', 'true'],
  ];
  const { browser, page: window } = await openBrowser(chromium);
  try {
    const ended = new Promise((resolve) => window.exposeFunction('codeAutomationExit', resolve));
    let said = '';
    await window.exposeFunction('codeAutomationLog', (type, words) => {
      if (type === 'error') said += `${format(...words)}\n`;
    });
    await window.goto(pageAddress(origin, { folder, payload }));
    if ((await ended) !== 0) throw new Refusal(`A window was of no use:\n${said}`);
  } finally {
    await browser.close();
    await workbench.stop();
  }
}

function report(runs, load) {
  const line = (title, what, wanted = null) => {
    const times = runs.map((run) => run[what].elapsed);
    const work = median(runs.map((run) => run[what].work));
    const judged = wanted && `at most ${wanted} ms: ${median(times) <= wanted ? 'met' : 'missed'}`;
    const figures = [median(times), Math.max(...times), work].map((time) => `${Math.round(time)} ms`);
    return `| ${title} | ${figures.join(' | ')} | ${judged ?? ''} |`;
  };
  return [
    heading,
    '',
    `Written by \`node scripts/bench-activation.mjs --write\`: ${runs.length} new windows of the workbench with the package installed, five seconds after they opened, on`,
    `${cpus().length} cores. The time runs in the extension host from the call that opens a legal document, that call included; *work* is`,
    'the processor time of the extension host meanwhile, with all that it does for the window, which other programs on the machine change little. The goal is',
    'judged by the time.',
    ...(load > cpus().length
      ? [`The machine was busy with other work when it began, with a load of ${load}.`]
      : []),
    '',
    '| until | median | longest | work, median | goal |',
    '| --- | ---: | ---: | ---: | --- |',
    line('the editor has opened the document: its own work, which activates the extension', 'opened'),
    line('the extension is active', 'active', goal),
    line('the outline is there: the server was started and has read the document', 'outline'),
    '',
  ].join('\n');
}

/** The page with the section in the place of the one it has, else before those that other programs write to its end. */
function withSection(text, section) {
  const at = text.indexOf(`${heading}\n`);
  if (at >= 0) {
    const next = text.indexOf('\n## ', at);
    return `${text.slice(0, at)}${section}${next < 0 ? '' : text.slice(next)}`;
  }
  const others = text.search(/\n## (?:Many documents|Checking many files)/);
  const place = others < 0 ? text.length : others + 1;
  return `${text.slice(0, place)}${section}\n${text.slice(place)}`;
}

await runMain(measure);
