import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../server/src/core/analysis.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import type { Finding } from '../../server/src/core/rules/rule.ts';
import { runRules } from '../../server/src/core/rules/run.ts';
import type { Fault, FindPlaces, Place } from './fault.ts';
import { keyOf } from './plain-terms.ts';
import { findReferencePlaces } from './reference-faults.ts';
import { findStructurePlaces } from './structure-faults.ts';
import { findTermPlaces } from './term-faults.ts';
import { findTextPlaces } from './text-faults.ts';

/** Each family in a file of its own. */
const families: Readonly<Record<string, FindPlaces>> = {
  structure: findStructurePlaces,
  references: findReferencePlaces,
  terms: findTermPlaces,
  text: findTextPlaces,
};

/**
 * Puts faults of one family into real documents, one at a time, and counts which are found. `--misses` prints those of
 * the half that is looked at; the other half's stay unseen.
 *
 * usage: seeded-faults FOLDER… [--family structure|references|terms|text] [--faults N] [--seed N] [--misses]
 */
const options = readOptions(process.argv.slice(2));
const places = options.folders.flatMap((folder) =>
  readdirSync(folder)
    .sort()
    .flatMap((name) => findPlaces(join(folder, name), `${folder.split('/').pop()}/${name}`)),
);
report(draw(places, options.faults, options.seed));

function findPlaces(file: string, path: string): Place[] {
  const find = families[options.family];
  if (!find) throw new Error(`No family is called ${options.family}: ${Object.keys(families).join(', ')}.`);
  const text = decode(readFileSync(file));
  return find(analyze(text), text, path);
}

interface Drawn {
  readonly place: Place;
  readonly half: 'tuned' | 'held out';
  readonly found: boolean;
}

function draw(all: readonly Place[], count: number, seed: number): Drawn[] {
  const random = generator(seed);
  const kinds = [...new Set(all.map((place) => place.kind))].sort();
  const drawn: Drawn[] = [];
  for (const kind of kinds) {
    const pool = all.filter((place) => place.kind === kind);
    const wanted = Math.min(pool.length, Math.ceil(count / kinds.length));
    for (let taken = 0; taken < wanted; taken += 1) {
      const place = pool.splice(Math.floor(random() * pool.length), 1)[0];
      if (place)
        drawn.push({
          place,
          half: halfOf(place),
          found: isFound(place),
        });
    }
  }
  return drawn;
}

/** Which half a document belongs to depends on its path alone. */
function halfOf(place: Place): Drawn['half'] {
  return hashOf(place.path) % 2 === 0 ? 'tuned' : 'held out';
}

function isFound(place: Place): boolean {
  const fault = place.make();
  const { before } = fault;
  const known = before ? findingsAt(fault, before).map(({ rule, message }) => `${rule}: ${message}`) : [];
  const found = findingsAt(fault, fault).some(({ rule, message }) => !known.includes(`${rule}: ${message}`));
  if (!found && options.misses && halfOf(place) === 'tuned') {
    const line = fault.text.slice(0, fault.from + 1).split('\n').length;
    console.log(`missed: ${place.kind} in ${place.path} at line ${line} ${fault.about ?? ''}`);
    console.log(fault.text.slice(Math.max(0, fault.from - 900), fault.from).replace(/^/gm, '  | '));
    console.log(fault.text.slice(fault.from, fault.until + 500).replace(/^/gm, '  > '));
  }
  return found;
}

/** What the expected rules find in a text at a place. */
function findingsAt(
  { expected, about }: Fault,
  { text, from, until }: Omit<Fault, 'kind' | 'expected'>,
): Finding[] {
  const judging = rules.filter(({ id }) => expected.includes(id));
  return runRules(analyze(text), { rules: judging }).filter(
    ({ range }) =>
      range.end >= from &&
      range.start <= until &&
      (about === undefined || keyOf(text.slice(range.start, range.end).replace(/\s+/g, ' ')) === about),
  );
}

function report(drawn: readonly Drawn[]): void {
  console.log('| fault | tuned half | held-out half |');
  console.log('|---|---:|---:|');
  for (const kind of [...new Set(drawn.map(({ place }) => place.kind)), 'all']) {
    const cells = (['tuned', 'held out'] as const).map((half) => {
      const rows = drawn.filter((row) => row.half === half && (kind === 'all' || row.place.kind === kind));
      const hits = rows.filter((row) => row.found).length;
      return `${hits} of ${rows.length} (${rows.length === 0 ? '-' : (hits / rows.length).toFixed(3)})`;
    });
    console.log(`| ${kind} | ${cells.join(' | ')} |`);
  }
}

function decode(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return (text.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : text).replace(
    /^\ufeff/,
    '',
  );
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash >>> 4;
}

/** mulberry32. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function readOptions(args: readonly string[]): {
  folders: string[];
  faults: number;
  seed: number;
  misses: boolean;
  family: string;
} {
  const folders: string[] = [];
  const read = { folders, faults: 300, seed: 20261123, misses: false, family: 'structure' };
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '--faults') read.faults = Number(args[++index]);
    else if (arg === '--seed') read.seed = Number(args[++index]);
    else if (arg === '--family') read.family = args[++index] ?? '';
    else if (arg === '--misses') read.misses = true;
    else folders.push(arg);
  }
  return read;
}
