import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readCorpus, readSamples } from '../core/documents.ts';
import { EditGenerator } from '../core/edits.ts';
import { Desk } from './desk.ts';
import { findingsOfCheck, findingsOfServer } from './findings.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    files: { type: 'string', default: '50' },
    seed: { type: 'string', default: '20261123' },
  },
});

/** How many documents lie open at once. */
const openAtOnce = 10;
/** Memory is compared with that of the time after the first minutes: until then everything is read for the first time. */
const warmUpMinutes = 5;
const sampleMilliseconds = 5_000;

/** `--minutes N --files N --seed N`: works at documents as an author does and looks whether memory grows or an edit is lost. */
async function main(): Promise<void> {
  const minutes = Number(values.minutes);
  const random = new EditGenerator(Number(values.seed));
  const folder = mkdtempSync(join(tmpdir(), 'proviso-soak-'));
  const files = writeFiles(folder, Number(values.files));
  const memory: { readonly minute: number; readonly megabytes: number }[] = [];
  try {
    await using desk = await Desk.begin(folder, random);
    for (const file of files.slice(0, openAtOnce)) await desk.open(file);
    const began = performance.now();
    const elapsed = (): number => (performance.now() - began) / 60_000;
    let sampled = Number.NEGATIVE_INFINITY;
    while (elapsed() < minutes) {
      await desk.workAWhile();
      if (random.below(3) === 0) await desk.save();
      if (random.below(3) === 0) await desk.swap(random.pick(files as [string, ...string[]]), openAtOnce);
      if (performance.now() - sampled < sampleMilliseconds) continue;
      sampled = performance.now();
      memory.push({ minute: elapsed(), megabytes: desk.memory() });
      if (memory.length % 12 === 0) process.stdout.write(`${described(memory, desk.counts)}\n`);
    }
    for (const file of files) await desk.open(file);
    await desk.rest();
    await desk.saveAll();
    process.stdout.write(`${described(memory, desk.counts)}\n`);
    const faults = [...(await lostEdits(desk, files)), ...desk.complaints];
    const growth = growthOf(memory, minutes);
    if (growth !== null) {
      process.stdout.write(`Memory: ${growth.text}\n`);
      if (growth.ratio > 1.1) faults.push(`memory grew to ${growth.ratio.toFixed(2)} of what it was`);
    }
    for (const fault of faults) process.stdout.write(`FAULT: ${fault}\n`);
    process.stdout.write(`${faults.length} faults\n`);
    process.exitCode = faults.length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Documents of all lengths, as the project has them; more of the samples where the real ones are missing. */
function writeFiles(folder: string, count: number): string[] {
  const real = readCorpus(count, 150_000);
  const texts = [...real, ...Array.from({ length: count }, () => readSamples()).flat()].slice(0, count);
  mkdirSync(folder, { recursive: true });
  return texts.map(({ text }, index) => {
    const file = join(folder, `document-${index + 1}.legal`);
    writeFileSync(file, text);
    return file;
  });
}

/** What the server says at the end must be what a check of the files on the disk says, and what a new server says. */
async function lostEdits(desk: Desk, files: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  await using fresh = await Desk.begin(desk.folder, new EditGenerator(1));
  for (const file of files) await fresh.open(file);
  const checked = findingsOfCheck(files);
  let findings = 0;
  for (const file of files) {
    const uri = pathToFileURL(file).href;
    if (readFileSync(file, 'utf8') !== desk.textOf(uri)) faults.push(`${file} was not saved as it is`);
    const [ours, theirs] = [await desk.server.diagnostics(uri), await fresh.server.diagnostics(uri)];
    findings += ours.length;
    if (JSON.stringify(ours) !== JSON.stringify(theirs))
      faults.push(`${file}: other findings than a new server`);
    const outlines = [await desk.server.symbols(uri), await fresh.server.symbols(uri)];
    if (JSON.stringify(outlines[0]) !== JSON.stringify(outlines[1]))
      faults.push(`${file}: another outline than a new server`);
    const [own, other] = [findingsOfServer(ours), checked.get(file) ?? []];
    if (own.join('\n') !== other.join('\n')) {
      const alone = [
        ...own.filter((one) => !other.includes(one)),
        ...other.filter((one) => !own.includes(one)),
      ];
      faults.push(`${file}: other findings than \`proviso check\`: ${alone.join('; ')}`);
    }
  }
  process.stdout.write(
    `At the end: ${files.length} files with ${findings} findings compared with a new server and with \`proviso check\`\n`,
  );
  return faults;
}

type Memory = readonly { readonly minute: number; readonly megabytes: number }[];

/** The middle of what was held in the last five minutes, and in the five after warming up. */
function growthOf(memory: Memory, minutes: number): { ratio: number; text: string } | null {
  const within = (from: number, to: number): number[] =>
    memory.filter(({ minute }) => minute >= from && minute < to).map(({ megabytes }) => megabytes);
  const before = within(warmUpMinutes, 2 * warmUpMinutes);
  const after = within(minutes - warmUpMinutes, minutes + 1);
  if (minutes < 3 * warmUpMinutes) return null;
  const ratio = median(after) / median(before);
  const most = Math.max(...memory.map(({ megabytes }) => megabytes));
  const text = `${median(before).toFixed(0)} MB in the minutes 5 to 10, ${median(after).toFixed(0)} MB in the last five: × ${ratio.toFixed(2)}; at most ${most.toFixed(0)} MB`;
  return { ratio, text };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[numbers.length >> 1] ?? Number.NaN;
}

function described(memory: Memory, counts: Desk['counts']): string {
  const { minute, megabytes } = memory.at(-1) ?? { minute: 0, megabytes: 0 };
  const done = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
  return `${minute.toFixed(1)} minutes, ${megabytes.toFixed(0)} MB: ${done.join(', ')}`;
}

await main();
