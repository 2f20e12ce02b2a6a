#!/usr/bin/env node
/**
 * `node scripts/noise.mjs FOLDER… [--sample N] [--seed N] [--around N]`: how often the rules warn, with the severities they
 * have by themselves: findings at warning or above by rule, and for 1,000 words. With `--sample`, draws N of them for people
 * to judge, of each rule as many as its share asks for and at least one, always the same with the same seed. Reads with the
 * built command line.
 */
import { parseArgs } from 'node:util';
import { Refusal, runMain } from './command.mjs';
import { draw, filesIn, findingsIn, generatorFor, print, read } from './findings.mjs';

async function measure() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      sample: { type: 'string' },
      seed: { type: 'string', default: '20261123' },
      around: { type: 'string', default: '400' },
    },
  });
  if (positionals.length === 0) throw new Refusal('usage: node scripts/noise.mjs FOLDER… [--sample N]');
  const files = positionals.flatMap(filesIn);
  const words = files.reduce((sum, file) => sum + (read(file).match(/\S+/g)?.length ?? 0), 0);
  const findings = positionals
    .flatMap((folder) => findingsIn(folder))
    .filter(({ severity }) => severity === 'error' || severity === 'warning');
  const strata = [...new Set(findings.map(({ rule }) => rule))]
    .sort()
    .map((rule) => ({ rule, all: findings.filter((finding) => finding.rule === rule) }));
  report(strata, { findings: findings.length, words, documents: files.length });
  if (values.sample === undefined) return;
  const sizes = sharesOf(strata, Number(values.sample));
  for (const [index, { rule, all }] of strata.entries()) {
    const drawn = draw(all, sizes[index], generatorFor(`${values.seed} ${rule}`));
    console.log(`\n# ${rule}: ${drawn.length} of ${all.length}\n`);
    for (const [place, finding] of drawn.entries()) print(finding, place + 1, Number(values.around));
  }
}

function report(strata, { findings, words, documents }) {
  const perThousand = (count) => ((1000 * count) / words).toFixed(4);
  console.log('| rule | severity | findings | per 1,000 words |');
  console.log('|---|---|---:|---:|');
  for (const { rule, all } of strata)
    console.log(`| ${rule} | ${all[0].severity} | ${all.length} | ${perThousand(all.length)} |`);
  console.log(`| all | | ${findings} | ${perThousand(findings)} |`);
  console.log(`\n${documents} documents with ${words.toLocaleString('en-US')} words.`);
  const allowed = Math.floor(words / 2500);
  const least = Math.max(0, 1 - allowed / findings);
  console.log(
    `One false warning in 2,500 words is ${allowed} false ones: with ${findings} findings no more than that are false if ${least.toFixed(2)} of them are true.`,
  );
}

/** So many of each as its share of the sample, at least one: the largest remainders get what rounding leaves. */
function sharesOf(strata, wanted) {
  const total = strata.reduce((sum, { all }) => sum + all.length, 0);
  const exact = strata.map(({ all }) => (all.length * wanted) / total);
  const sizes = exact.map((share) => Math.max(1, Math.floor(share)));
  const byRemainder = exact.map((share, index) => ({ index, rest: share - Math.floor(share) }));
  byRemainder.sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder) {
    if (sizes.reduce((sum, size) => sum + size, 0) >= wanted) break;
    if (exact[index] > 1) sizes[index] += 1;
  }
  return sizes;
}

await runMain(measure);
