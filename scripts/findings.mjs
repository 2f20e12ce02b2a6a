/** What the scripts share that draw findings of real documents for people to judge. Reads with the built command line. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Refusal, root } from './command.mjs';

const cli = join(root, 'dist/cli.cjs');

/** Every finding in a folder; `severities` are those of the command line: `id=severity`. */
export function findingsIn(folder, severities = []) {
  const asked = severities.flatMap((severity) => ['--rule', severity]);
  const printed = runCli('check', '--no-config', '--format', 'json', ...asked, ...filesIn(folder));
  return JSON.parse(printed).files.flatMap(({ path, findings }) =>
    findings.map((finding) => ({ ...finding, path, folder: basename(folder) })),
  );
}

export function filesIn(folder) {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
}

export function runCli(...args) {
  if (!existsSync(cli)) throw new Refusal('Build the command line first: npm run build.');
  const run = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.status !== 0 && run.status !== 1) throw new Refusal(run.stderr.trim());
  return run.stdout;
}

/** At most `count` of all, at random. */
export function draw(all, count, random) {
  const pool = [...all];
  const drawn = [];
  while (drawn.length < count && pool.length > 0)
    drawn.push(...pool.splice(Math.floor(random() * pool.length), 1));
  return drawn;
}

/** The finding with its message and the text around it; what it stands on is set between arrows. */
export function print({ rule, folder, path, line, column, endLine, endColumn, message }, number, around) {
  const text = read(path);
  const starts = lineStarts(text);
  const start = starts[line - 1] + column - 1;
  const end = starts[endLine - 1] + endColumn - 1;
  const shown = `${text.slice(Math.max(0, start - around), start)}⟶${text.slice(start, end)}⟵${text.slice(end, end + around)}`;
  console.log(`## ${rule} ${number}: ${folder}/${basename(path)}, line ${line}\n`);
  console.log(`${message}\n`);
  console.log(shown.replace(/^/gm, '    '));
  console.log('');
}

const decoders = ['utf-8', 'windows-1252'].map((name) => new TextDecoder(name, { fatal: name === 'utf-8' }));

export function read(path) {
  const bytes = readFileSync(path);
  try {
    return decoders[0].decode(bytes);
  } catch {
    return decoders[1].decode(bytes);
  }
}

function lineStarts(text) {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: ending }) => index + ending.length)];
}

/** Random numbers from 0 up to 1 that depend on nothing but the words (FNV-1a, then mulberry32). */
export function generatorFor(words) {
  let state = 0x811c9dc5;
  for (const sign of words) state = Math.imul(state ^ sign.codePointAt(0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
