import { generateAgreement } from '../../scripts/bench/generate.mjs';
import { AnalysisHost } from '../../server/src/core/analysis.ts';
import { planCommand, type StructureCommand } from '../../server/src/core/edits/structure-commands.ts';
import { runRules } from '../../server/src/core/rules/run.ts';

/** One document is planned so often, after some rounds to warm up, with an edit before each plan as when somebody works. */
const rounds = 30;
const warmUp = 6;

const place = { side: 'after', provision: 'Article 4' } as const;
const commands: readonly StructureCommand[] = [
  { kind: 'insert', place, heading: 'Escrow', number: 'next' },
  { kind: 'delete', provision: 'Article 4' },
  { kind: 'move', provision: 'Article 9', place },
  { kind: 'promote', provision: 'Section 4.2(a)' },
];

const text: string = generateAgreement({ size: 1_000_000 });
const uri = 'file:///bench/plans.agreement';
const host = new AnalysisHost();
runRules(host.open({ uri, text }));

process.stdout.write(
  '| command | edits | elapsed, median | processor time, median |\n|---|---:|---:|---:|\n',
);
for (const command of commands) {
  const elapsed: number[] = [];
  const work: number[] = [];
  let edits = 0;
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const middle = text.length / 2;
    runRules(host.update(uri, `${text.slice(0, middle)}${'x'.repeat(round % 9)}${text.slice(middle)}`));
    const analysis = host.get(uri);
    if (!analysis) continue;
    const start = performance.now();
    const used = process.cpuUsage();
    const planned = planCommand(analysis, command, null);
    if ('refusal' in planned) throw new Error(planned.refusal);
    edits = planned.edits.length;
    if (round < warmUp) continue;
    elapsed.push(performance.now() - start);
    work.push(process.cpuUsage(used).user / 1000);
  }
  process.stdout.write(
    `| ${command.kind} | ${edits.toLocaleString('en')} | ${median(elapsed)} ms | ${median(work)} ms |\n`,
  );
}

function median(values: readonly number[]): string {
  return (values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN).toFixed(0);
}
