import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCorpus, readSamples } from '../core/documents.ts';
import { EditGenerator } from '../core/edits.ts';
import { runSession } from './session.ts';

const messagesInASession = 400;

/** `--messages N --seed S`: talks to the built server until N messages were sent; goes on with a run of the same seed that was ended. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      messages: { type: 'string', default: '5000' },
      seed: { type: 'string', default: '20261123' },
      folder: { type: 'string', default: '.cache/fuzz' },
    },
  });
  mkdirSync(values.folder, { recursive: true });
  const state = join(values.folder, `protocol-${values.seed}.json`);
  const progress: Progress = existsSync(state)
    ? JSON.parse(readFileSync(state, 'utf8'))
    : { sessions: 0, messages: 0, requests: 0, results: 0, errors: 0, codes: {}, faults: 0 };
  const texts = [...readSamples(), ...readCorpus(20, 20_000)].map(({ text }) => text.slice(0, 3_000));
  while (progress.messages < Number(values.messages)) {
    const seed = Number(values.seed) + progress.sessions * 7_919;
    const { counts, faults } = await runSession(new EditGenerator(seed), texts, messagesInASession);
    progress.sessions += 1;
    for (const key of ['messages', 'requests', 'results', 'errors'] as const) progress[key] += counts[key];
    for (const [code, count] of Object.entries(counts.codes))
      progress.codes[code] = (progress.codes[code] ?? 0) + count;
    progress.faults += faults.length;
    for (const fault of faults) {
      appendFileSync(join(values.folder, `protocol-${values.seed}-faults.txt`), `seed ${seed}: ${fault}\n`);
      process.stdout.write(`seed ${seed}: ${fault.slice(0, 300)}\n`);
    }
    writeFileSync(state, JSON.stringify(progress));
  }
  process.stdout.write(`${JSON.stringify(progress)}\n`);
  process.exitCode = progress.faults > 0 ? 1 : 0;
}

interface Progress {
  sessions: number;
  messages: number;
  requests: number;
  results: number;
  errors: number;
  codes: Record<string, number>;
  faults: number;
}

await main();
