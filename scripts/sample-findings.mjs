#!/usr/bin/env node
/**
 * `node scripts/sample-findings.mjs FOLDER… [--rule ID] [--count N] [--seed N] [--around N]`: draws findings for people to
 * judge, as Markdown: of each rule at most `count` (40), at random but the same with the same seed, with the message and the
 * text around. Rules that are off are drawn too. Reads with the built command line.
 */
import { parseArgs } from 'node:util';
import { Refusal, runMain } from './command.mjs';
import { draw, findingsIn, generatorFor, print, runCli } from './findings.mjs';

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
  const rules = values.rule ?? JSON.parse(runCli('rules', '--json')).rules.map(({ id }) => id);
  // Every rule reports as a warning, so that what is off is drawn as well.
  const severities = rules.map((rule) => `${rule}=warning`);
  const findings = positionals.flatMap((folder) => findingsIn(folder, severities));
  for (const rule of rules) {
    const all = findings.filter((finding) => finding.rule === rule);
    const drawn = draw(all, Number(values.count), generatorFor(`${values.seed} ${rule}`));
    console.log(`# ${rule}: ${drawn.length} of ${all.length}\n`);
    for (const [index, finding] of drawn.entries()) print(finding, index + 1, Number(values.around));
  }
}

await runMain(sample);
