#!/usr/bin/env node
/**
 * `node scripts/bench-check.mjs FOLDER… [--rounds N] [--write]`: checks the files of the folders with Proviso, all its rules on,
 * in one thread and in two, and with textlint and markdownlint, which are installed into a temporary folder, and prints how fast each is and how much
 * memory it takes; with `--write` also puts that into docs/benchmarks.md. The programs take turns.
 */
import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from './bench/statistics.mjs';
import { npm, Refusal, root, runMain } from './command.mjs';
import { filesIn, runCli } from './findings.mjs';

const textlint = ['textlint@15.8.0', 'textlint-rule-terminology@5.2.16', 'textlint-rule-write-good@2.0.0'];
const misspellings = 'textlint-rule-common-misspellings@1.0.1';
const markdownlint = 'markdownlint-cli2@0.22.1';
/** Where the section begins in docs/benchmarks.md; it goes to the end of the page. */
const sectionHeading = '## Checking many files';
const hook = join(root, 'scripts/bench/usage-hook.cjs');
const page = join(root, 'docs/benchmarks.md');

async function measure() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string', default: '1' }, write: { type: 'boolean', default: false } },
  });
  if (positionals.length === 0)
    throw new Refusal('usage: node scripts/bench-check.mjs FOLDER… [--rounds N] [--write]');
  const files = positionals.flatMap((name) => filesIn(resolve(name)));
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const folder = mkdtempSync(join(tmpdir(), 'proviso-peers-'));
  try {
    const programs = await prepare(folder);
    const load = Number(loadavg()[0].toFixed(1));
    for (let round = 0; round < Number(values.rounds); round += 1)
      for (const program of programs) program.runs.push(await runOnce(program, files, folder));
    const text = report(programs, {
      files: files.length,
      bytes,
      rounds: values.rounds,
      load,
      folders: positionals,
    });
    console.log(text);
    if (values.write)
      writeFileSync(page, `${readFileSync(page, 'utf8').split(sectionHeading)[0].trimEnd()}\n\n${text}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function prepare(folder) {
  console.error('Installing the others …');
  const packages = [...textlint, misspellings, markdownlint];
  await npm(
    ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', ...packages],
    { quiet: true },
  );
  const rules = { terminology: true, 'write-good': true, 'common-misspellings': true };
  writeFileSync(join(folder, '.textlintrc.json'), JSON.stringify({ rules }));
  const bin = (name) => join(folder, 'node_modules', name);
  const everyRule = JSON.parse(runCli('rules', '--json')).rules.flatMap(({ id, severity }) =>
    severity === 'off' ? ['--rule', `${id}=hint`] : [],
  );
  const check = [join(root, 'dist/cli.cjs'), 'check', '--no-config', '--format', 'json', ...everyRule];
  return [
    { name: 'proviso', args: [...check, '--workers', '1'] },
    { name: 'proviso, 2 threads', args: [...check, '--workers', '2'] },
    { name: 'textlint', args: [bin('textlint/bin/textlint.js'), '--format', 'json'] },
    { name: 'markdownlint', args: [bin('markdownlint-cli2/markdownlint-cli2-bin.mjs')] },
  ].map((program) => ({ ...program, runs: [] }));
}

/** Runs a program to its end over all files; findings make it fail, and are none of our business here. */
async function runOnce({ name, args }, files, folder) {
  console.error(`Checking with ${name} …`);
  const usage = join(folder, 'usage');
  rmSync(usage, { recursive: true, force: true });
  mkdirSync(usage);
  const output = openSync(join(folder, `${name}.out`), 'w');
  const env = { ...process.env, NODE_OPTIONS: `--require ${hook}`, USAGE_FOLDER: usage };
  const began = performance.now();
  const child = spawn(process.execPath, [...args, ...files], {
    cwd: folder,
    env,
    stdio: ['ignore', output, output],
  });
  const code = await new Promise((ended) => child.on('close', ended));
  const elapsed = (performance.now() - began) / 1000;
  if (code !== 0 && code !== 1) throw new Refusal(`${name} ended with ${code}.`);
  const used = readdirSync(usage).map((file) => JSON.parse(readFileSync(join(usage, file), 'utf8')));
  return {
    elapsed,
    seconds: used.reduce((sum, { seconds }) => sum + seconds, 0),
    megabytes: used.reduce((sum, { kilobytes }) => sum + kilobytes, 0) / 1000,
  };
}

function report(programs, { files, bytes, rounds, load, folders }) {
  const megabytes = bytes / 1e6;
  const of = ({ runs }, key) => median(runs.map((run) => run[key]));
  const row = (program) =>
    `| ${program.name} | ${of(program, 'elapsed').toFixed(1)} s | ${(megabytes / of(program, 'elapsed')).toFixed(2)} | ${of(program, 'seconds').toFixed(1)} s | ${(megabytes / of(program, 'seconds')).toFixed(2)} | ${of(program, 'megabytes').toFixed(0)} MB |`;
  const [proviso, , ...others] = programs;
  const ratio = (other) => of(other, 'seconds') / of(proviso, 'seconds');
  const goal = (other) =>
    `| ${other.name} ÷ proviso | ${ratio(other).toFixed(1)} | at least 10 | ${ratio(other) >= 10 ? 'met' : 'missed'} |`;
  return `${sectionHeading}

Written by \`node scripts/bench-check.mjs ${folders.map((name) => name.replace(/.*\/(?=shared\/)/, '../')).join(' ')} --write\`: ${files} files with
${megabytes.toFixed(1)} MB, ${rounds === '1' ? 'one round' : `the median of ${rounds} rounds`} on ${cpus().length} cores with Node ${process.versions.node}. Each program is started once for all files and writes its
findings to a file: Proviso with every rule on, textlint with the rules terminology, write-good and common-misspellings,
markdownlint with its own. *Work* is the processor time of all its threads, which other programs on the machine change
less than what has elapsed; the goals are by the work of one thread. The load of the machine was ${load} when it began${load > cpus().length ? ': other\nprograms took most of its time, so that what has elapsed tells little, and nothing of what two threads gain' : ''}.

| | elapsed | MB/s | work | MB/s of work | peak memory |
|---|---:|---:|---:|---:|---:|
${programs.map(row).join('\n')}

| | measured | goal | |
|---|---:|---:|---|
${others.map(goal).join('\n')}

Two threads do more work than one, since each has to make the program fast for itself; a longer run does less of it for each
document ([Checking very many documents](scale.md)).
`;
}

await runMain(measure);
