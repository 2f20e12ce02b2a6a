import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCorpus, readSamples, readSeeds } from '../core/documents.ts';
import { EditGenerator } from '../core/edits.ts';
import { type RoundCounts, runRound } from './round.ts';

/** What was done so far, written after every few rounds so that a run that is ended goes on where it was. */
interface Progress extends RoundCounts {
  readonly seed: number;
  rounds: number;
  faults: number;
  slowestRound: number;
}

const mutationsInARound = 40;
const roundsBetweenNotes = 50;

/** `--mutations N --seed S --folder PATH --every N`: each so many mutations are compared with a reading from scratch; spoils documents until there were N mutations, goes on with what the folder holds of a run with this seed. */
function main(): void {
  const { values } = parseArgs({
    options: {
      mutations: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '20261123' },
      folder: { type: 'string', default: '.cache/fuzz' },
      every: { type: 'string', default: '20' },
    },
  });
  const wanted = Number(values.mutations);
  const seed = Number(values.seed);
  const thoroughness = { scratchEvery: Number(values.every), answersEvery: 16 };
  mkdirSync(values.folder, { recursive: true });
  const state = join(values.folder, `documents-${seed}.json`);
  const faults = join(values.folder, `documents-${seed}-faults.ndjson`);
  const progress = readProgress(state, seed);
  const texts = [...readSamples(), ...readSeeds(), ...readCorpus(250, 1_000_000)].map(({ text }) => text);
  while (progress.mutations < wanted) {
    const random = new EditGenerator(seed + progress.rounds * 7_919);
    const { counts, fault } = runRound(
      {
        seed: random.below(2 ** 31),
        text: pagesOf(texts, random),
        donors: texts,
        mutations: mutationsInARound,
        longest: random.pick([1_000, 2_000, 2_000, 2_000, 4_000, 8_000]),
      },
      thoroughness,
    );
    progress.rounds += 1;
    progress.mutations += counts.mutations;
    progress.comparedWithScratch += counts.comparedWithScratch;
    progress.askedForAnswers += counts.askedForAnswers;
    progress.milliseconds += counts.milliseconds;
    progress.slowestRound = Math.max(progress.slowestRound, counts.milliseconds);
    if (fault) {
      progress.faults += 1;
      appendFileSync(faults, `${JSON.stringify({ round: progress.rounds, ...fault })}\n`);
      process.stdout.write(
        `round ${progress.rounds}, ${fault.mutation}: ${fault.kind}: ${fault.what.slice(0, 300)}\n`,
      );
    }
    if (progress.rounds % roundsBetweenNotes === 0 || progress.mutations >= wanted) note();
  }
  process.exitCode = progress.faults > 0 ? 1 : 0;

  function note(): void {
    writeFileSync(`${state}.new`, `${JSON.stringify(progress)}\n`);
    renameSync(`${state}.new`, state);
    if (progress.rounds % (roundsBetweenNotes * 20) === 0 || progress.mutations >= wanted)
      process.stdout.write(`${described(progress)}\n`);
  }
}

/** Some pages of a document: short enough that a mutation costs milliseconds. */
function pagesOf(texts: readonly string[], random: EditGenerator): string {
  const text = texts[random.below(texts.length)] ?? '';
  const length = random.pick([300, 600, 1_000, 1_500, 3_000]);
  const from = random.below(Math.max(1, text.length - length));
  const line = text.lastIndexOf('\n', from) + 1;
  return text.slice(line, line + length);
}

function readProgress(state: string, seed: number): Progress {
  if (existsSync(state)) return JSON.parse(readFileSync(state, 'utf8'));
  return {
    seed,
    rounds: 0,
    mutations: 0,
    comparedWithScratch: 0,
    askedForAnswers: 0,
    milliseconds: 0,
    slowestRound: 0,
    faults: 0,
  };
}

function described(progress: Progress): string {
  const { mutations, rounds, comparedWithScratch, askedForAnswers, slowestRound, faults, milliseconds } =
    progress;
  return [
    `${mutations} mutations in ${rounds} rounds`,
    `${comparedWithScratch} compared with a reading from scratch`,
    `${askedForAnswers} asked for answers`,
    `slowest round ${Math.round(slowestRound)} ms`,
    `${Math.round(milliseconds / 1_000)} s of processor time`,
    `${faults} faults`,
  ].join(', ');
}

main();
