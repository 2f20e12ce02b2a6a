import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Analysis, analyze } from '../../server/src/core/analysis.ts';
import { type Provision, walkProvisions } from '../../server/src/core/model/provision.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import type { Finding } from '../../server/src/core/rules/rule.ts';
import { runRules } from '../../server/src/core/rules/run.ts';
import { type Fault, findTextPlaces, type Place } from './text-faults.ts';

/**
 * Puts faults into real documents, one at a time, and counts which are found: a number doubled, a provision taken out,
 * two numbers swapped, an enumerator dropped from a sentence, an entry of the contents altered. A fault is counted only
 * where the document makes it one: among siblings that count on from each other without a fault before. With `--text`
 * the faults are those of text-faults.ts: in figures, dates, marks, words and lists.
 *
 * `--misses` prints those of the half that is looked at; the other half's stay unseen.
 *
 * usage: seeded-faults FOLDER… [--faults N] [--seed N] [--text] [--misses]
 */
const options = readOptions(process.argv.slice(2));
const places = options.folders.flatMap((folder) =>
  readdirSync(folder)
    .sort()
    .flatMap((name) => findPlaces(join(folder, name), `${folder.split('/').pop()}/${name}`)),
);
report(draw(places, options.faults, options.seed));

function findPlaces(file: string, path: string): Place[] {
  const text = decode(readFileSync(file));
  const analysis = analyze(text);
  if (options.text) return findTextPlaces(analysis, text, path);
  const found: Place[] = [];
  for (const run of consecutiveRuns(analysis)) {
    for (let index = 1; index + 1 < run.length; index += 1) {
      const [before, here, after] = [run[index - 1], run[index], run[index + 1]];
      if (!before?.number || !here?.number || !after?.number) continue;
      if (here.inline) {
        found.push({ kind: 'enumerator dropped', path, make: () => dropEnumerator(text, here, after) });
        continue;
      }
      found.push({
        kind: 'number doubled',
        path,
        make: () => renumber(text, here, before.number ?? '', after),
      });
      found.push({ kind: 'provision taken out', path, make: () => takeOut(text, here, after) });
      found.push({ kind: 'numbers swapped', path, make: () => swap(text, here, after) });
    }
  }
  found.push(...findContentsPlaces(analysis, text, path));
  return found;
}

function findContentsPlaces(analysis: Analysis, text: string, path: string): Place[] {
  const captions = new Map<string, string>();
  for (const provision of walkProvisions(analysis.outline)) {
    if (provision.number && provision.caption && !provision.inline)
      captions.set(provision.number, provision.caption.toLowerCase());
  }
  return analysis.contents
    .filter(
      (entry) =>
        entry.caption.length > 5 && captions.get(entry.designation.number) === entry.caption.toLowerCase(),
    )
    .map((entry) => ({
      kind: 'contents altered',
      path,
      make: (): Fault => {
        const { start, end } = entry.captionRange;
        return {
          kind: 'contents altered',
          expected: ['contents-mismatch'],
          text: `${text.slice(0, start)}Treatment of Sundry Matters${text.slice(end)}`,
          from: entry.range.start,
          until: start + 40,
        };
      },
    }));
}

/** Runs of at least four siblings that count on from each other, all of them sure, all in lines or all in a sentence. */
function consecutiveRuns(analysis: Analysis): Provision[][] {
  const runs: Provision[][] = [];
  for (const parent of walkProvisions(analysis.outline)) {
    let run: Provision[] = [];
    const close = (): void => {
      if (run.length >= 4) runs.push(run);
      run = [];
    };
    for (const child of parent.children) {
      const last = run[run.length - 1];
      if (!child.numbering || child.implied || child.confidence < 0.7) {
        close();
        continue;
      }
      if (last && !(countsOn(last, child) && last.inline === child.inline)) close();
      run.push(child);
    }
    close();
  }
  return runs;
}

function countsOn(last: Provision, next: Provision): boolean {
  const a = last.numbering;
  const b = next.numbering;
  if (!a || !b || a.family !== b.family || a.numeral !== b.numeral || a.path.length !== b.path.length)
    return false;
  const end = a.path.length - 1;
  return (
    b.path[end] === (a.path[end] ?? 0) + 1 && a.path.slice(0, end).every((value, at) => b.path[at] === value)
  );
}

function withNumber(text: string, provision: Provision, number: string): string {
  const range = provision.designation ?? provision.heading;
  const printed = text.slice(range.start, range.end);
  const at = printed.lastIndexOf(provision.number ?? '');
  if (at < 0) return text;
  return (
    text.slice(0, range.start + at) + number + text.slice(range.start + at + (provision.number ?? '').length)
  );
}

function renumber(text: string, here: Provision, number: string, after: Provision): Fault {
  return {
    kind: 'number doubled',
    expected: ['duplicate-number', 'misordered-number', 'numbering-gap'],
    text: withNumber(text, here, number),
    from: here.heading.start - 1,
    until: after.heading.end + 8,
  };
}

function takeOut(text: string, here: Provision, after: Provision): Fault {
  const start = text.lastIndexOf('\n', here.heading.start) + 1;
  const end = text.lastIndexOf('\n', after.heading.start) + 1;
  const from = end > start ? start : here.heading.start;
  const until = end > start ? end : after.heading.start;
  return {
    kind: 'provision taken out',
    expected: ['numbering-gap'],
    text: text.slice(0, from) + text.slice(until),
    from,
    until: from + (after.heading.end - until) + 8,
  };
}

function swap(text: string, here: Provision, after: Provision): Fault {
  const second = withNumber(text, after, here.number ?? '');
  return {
    kind: 'numbers swapped',
    expected: ['misordered-number', 'duplicate-number', 'numbering-gap'],
    text: withNumber(second, here, after.number ?? ''),
    from: here.heading.start - 1,
    until: after.heading.end + 400,
  };
}

function dropEnumerator(text: string, here: Provision, after: Provision): Fault {
  const range = here.designation ?? here.heading;
  const end = text[range.end] === ' ' ? range.end + 1 : range.end;
  return {
    kind: 'enumerator dropped',
    expected: ['inline-enumeration', 'numbering-gap'],
    text: text.slice(0, range.start) + text.slice(end),
    from: range.start - 1,
    until: after.heading.end + 1,
  };
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
  const judging = rules.filter(({ id }) => fault.expected.includes(id));
  const findings = runRules(analyze(fault.text), { rules: judging });
  const found = findings.some((finding) => showsFault(finding, fault));
  if (!found && options.misses && halfOf(place) === 'tuned') {
    const line = fault.text.slice(0, fault.from + 1).split('\n').length;
    console.log(`missed: ${place.kind} in ${place.path} at line ${line}`);
    console.log(fault.text.slice(Math.max(0, fault.from - 900), fault.from).replace(/^/gm, '  | '));
    console.log(fault.text.slice(fault.from, fault.until + 500).replace(/^/gm, '  > '));
  }
  return found;
}

function showsFault(finding: Finding, fault: Fault): boolean {
  return (
    fault.expected.includes(finding.rule) &&
    finding.range.end >= fault.from &&
    finding.range.start <= fault.until
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
  text: boolean;
} {
  const folders: string[] = [];
  const read = { folders, faults: 300, seed: 20261123, misses: false, text: false };
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '--faults') read.faults = Number(args[++index]);
    else if (arg === '--seed') read.seed = Number(args[++index]);
    else if (arg === '--misses') read.misses = true;
    else if (arg === '--text') read.text = true;
    else folders.push(arg);
  }
  return read;
}
