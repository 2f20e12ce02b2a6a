import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, root, runMain, tool } from './command.mjs';
import { testInEditors } from './editors/test.mjs';
import { makePackage } from './package.mjs';
import { setup } from './setup.mjs';
import { installBrowser } from './workbench/browser.mjs';
import { installWorkbench } from './workbench/install.mjs';
import { testReload } from './workbench/reload.mjs';
import { testInWorkbench } from './workbench/test.mjs';
import { testStart } from './workbench/testStart.mjs';
import { testInWeb } from './workbench/web.mjs';

const cache = join(root, '.cache');
const context = { chromium: undefined, vsix: undefined };

/**
 * What `npm test` runs, in this order; `npm test -- NAME…` runs the steps of that name and those they need.
 * A step that has tests answers how many passed and failed; one that fails throws or counts failures.
 */
const steps = [
  { name: 'lint', title: 'Format and lint', run: () => tool('@biomejs/biome/bin/biome', ['check', '.']) },
  { name: 'types', title: 'Types', run: checkTypes },
  { name: 'build', title: 'Build', run: build },
  { name: 'unit', title: 'Unit, manual pages and protocol', needs: ['build'], run: testUnits },
  { name: 'grammar', title: 'Grammar', run: testGrammar },
  { name: 'editors', title: 'In Neovim and Emacs', needs: ['build'], run: testInEditors },
  { name: 'tools', title: 'Workbench and browser', run: installTools },
  {
    name: 'workbench',
    title: 'In the workbench: the development folder',
    needs: ['build', 'tools'],
    run: () => testInWorkbench({ chromium: context.chromium }),
  },
  {
    name: 'web',
    title: 'In the workbench: in the browser alone',
    needs: ['build', 'tools'],
    run: () => testInWeb(context.chromium),
  },
  {
    name: 'reload',
    title: 'In the workbench: windows that are loaded anew',
    needs: ['build', 'tools'],
    run: () => testReload(context.chromium),
  },
  {
    name: 'package',
    title: 'Package',
    run: async () => {
      context.vsix = await makePackage();
    },
  },
  {
    name: 'packaged',
    title: 'In the workbench: the package',
    needs: ['build', 'tools', 'package'],
    run: () => testInWorkbench({ chromium: context.chromium, vsix: context.vsix }),
  },
  {
    name: 'start',
    title: 'npm start',
    needs: ['tools'],
    run: () => testStart(context.chromium),
  },
];

async function test() {
  const chosen = choose(process.argv.slice(2));
  const total = { passed: 0, failed: 0 };
  try {
    await timed('Setup', setup);
    mkdirSync(cache, { recursive: true });
    if (!existsSync(join(root, '..', 'shared'))) {
      console.log('../shared is not beside this repository: the tests over its documents are left out.');
    }
    for (const step of chosen) {
      const counts = await timed(step.title, step.run);
      total.passed += counts?.passed ?? 0;
      total.failed += counts?.failed ?? 0;
      if (counts?.failed) throw new Refusal(`Stopped at: ${step.title}`);
    }
  } catch (error) {
    console.error(error instanceof Refusal ? `\n${error.message}` : error);
    // A step without tests of its own that fails is one failure.
    total.failed ||= 1;
    process.exitCode = 1;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
}

async function timed(title, run) {
  console.log(`\n=== ${title}`);
  const start = performance.now();
  try {
    return await run();
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(`${error.message}\nStopped at: ${title}`);
    throw new Error(`Stopped at: ${title}`, { cause: error });
  } finally {
    console.log(`--- ${title}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}

function choose(names) {
  if (names.length === 0) return steps;
  const wanted = new Set();
  for (const name of names) {
    const step = steps.find((candidate) => candidate.name === name);
    if (!step)
      throw new Refusal(
        `There is no step ${name}. Steps: ${steps.map((candidate) => candidate.name).join(', ')}.`,
      );
    for (const needed of [...(step.needs ?? []), name]) wanted.add(needed);
  }
  return steps.filter((step) => wanted.has(step.name));
}

/** Webviews run in a browser's page, which knows other globals than all the rest. */
async function checkTypes() {
  for (const project of ['.', 'client/webviews'])
    await tool('typescript/bin/tsc', ['--noEmit', '-p', project]);
}

async function build() {
  const { bundle } = await import('../esbuild.mjs');
  await bundle();
}

async function installTools() {
  context.chromium = await installBrowser();
  await installWorkbench();
}

async function testUnits() {
  const report = join(cache, 'unit-results.json');
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return await countOf(tool('vitest/vitest.mjs', ['run', ...reporters]), report, () => {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  });
}

async function testGrammar() {
  const report = join(cache, 'grammar-results');
  rmSync(report, { recursive: true, force: true });
  const args = ['--xunit-report', report, 'test/grammar/*.legal'];
  return await countOf(tool('vscode-tmgrammar-test/dist/unit.js', args), report, countReports);
}

/** Sums the reports of the grammar's runner: one file for each file of tests. */
function countReports(folder) {
  const total = { passed: 0, failed: 0 };
  for (const name of readdirSync(folder)) {
    const suite = readFileSync(join(folder, name), 'utf8');
    const attribute = (key) => Number(new RegExp(` ${key}="(\\d+)"`).exec(suite.replace(/\s+/g, ' '))?.[1]);
    const failed = attribute('failures') + attribute('errors');
    total.passed += attribute('tests') - failed;
    total.failed += failed;
  }
  return total;
}

/** The counts of a runner that has written its report, even if it ended with a failure. */
async function countOf(running, report, readCounts) {
  let failure;
  await running.catch((error) => {
    failure = error;
  });
  const counts = existsSync(report) ? readCounts(report) : { passed: 0, failed: 0 };
  if (failure && counts.failed === 0) throw failure;
  return counts;
}

await runMain(test);
