import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { AnalysisHost } from '../../server/src/core/analysis.ts';
import { outline } from '../../server/src/core/features/provisions/outline.ts';
import { runRules } from '../../server/src/core/rules/run.ts';
import { sizeRefusal } from '../../server/src/core/text/limits.ts';
import { TextSnapshot } from '../../server/src/core/text/snapshot.ts';
import { hostileTexts } from '../core/hostileTexts.ts';

/** As long as a document may be and still be read. */
const longest = 19_900_000;
const mostLines = 390_000;
/** What does not come back by then would not come back at all. */
const patience = 300_000;

/** `--long [--only WORDS]`: reads, checks, edits and checks each of the hostile texts at full length, each in a process of its own. */
function main(): void {
  const { values } = parseArgs({
    options: {
      long: { type: 'boolean' },
      only: { type: 'string', default: '' },
      read: { type: 'string' },
    },
  });
  if (values.read !== undefined) {
    process.stdout.write(`${JSON.stringify(measure(values.read))}\n`);
    return;
  }
  process.stdout.write(
    '| text of 19.9 million characters | read and checked | edited and checked | peak memory |\n|---|---:|---:|---:|\n',
  );
  for (const name of Object.keys(hostileTexts)) {
    if (!name.includes(values.only)) continue;
    const args = [process.argv[1] ?? '', '--long', '--read', name];
    const { stdout, status, signal } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      timeout: patience,
    });
    if (status !== 0) {
      process.stdout.write(`| ${name} | ended with ${signal ?? status} | | |\n`);
      process.exitCode = 1;
      continue;
    }
    const { reading, editing, memory } = JSON.parse(stdout);
    process.stdout.write(
      `| ${name} | ${seconds(reading)} | ${seconds(editing)} | ${Math.round(memory)} MB |\n`,
    );
  }
}

function measure(name: string): { reading: number; editing: number; memory: number } {
  const text = atFullLength(hostileTexts[name]?.() ?? '');
  const host = new AnalysisHost();
  const check = (words: string): number => {
    const began = process.cpuUsage();
    const analysis = host.update('long', words);
    const onRuleError = (rule: string, error: unknown): never => {
      throw new Error(`rule ${rule} failed`, { cause: error });
    };
    runRules(analysis, { onRuleError });
    outline(analysis);
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1_000;
  };
  const reading = check(text);
  const middle = text.length >> 1;
  const editing = check(`${text.slice(0, middle)}\nSection 7. x${text.slice(middle)}`);
  return { reading, editing, memory: process.resourceUsage().maxRSS / 1024 };
}

/** The text again and again, as often as there is room for it. */
function atFullLength(text: string): string {
  const lines = new TextSnapshot(text).lineCount;
  const times = Math.max(1, Math.floor(Math.min(longest / text.length, mostLines / lines)));
  const long = text.repeat(times);
  const refusal = sizeRefusal(long.length, () => new TextSnapshot(long).lineCount);
  if (refusal !== null) throw new Error(refusal);
  return long;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}

main();
