import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileSummary } from '../../core/model/summary.ts';
import type { StoredSummary, SummaryStore } from './summaryStore.ts';

const ending = '.summaries';
/** What belongs to folders that nobody has opened for so long is deleted. */
const longestKept = 90 * 24 * 60 * 60 * 1000;
/** Characters that are written at once. */
const writtenAtOnce = 1_000_000;

/**
 * One file for the folders of a workspace: a line that says which build wrote it, then a line for each summary, with the hash
 * of the text it was made of and its own.
 */
export class NodeSummaryStore implements SummaryStore {
  readonly #folder: string;
  readonly #path: string;
  readonly #build: string;
  #lines = new Map<string, string>();
  /** What is on the disk now. */
  #kept: ReadonlySet<string> = new Set();

  constructor(folder: string, workspace: readonly string[], build: string) {
    this.#folder = folder;
    this.#path = join(folder, hashOf([...workspace].sort().join('\n')).slice(0, 32) + ending);
    this.#build = build;
  }

  keyOf(text: string): string {
    return hashOf(text);
  }

  async load(): Promise<void> {
    this.#lines = new Map();
    const text = await readFile(this.#path, 'utf8').catch(() => '');
    const [head, ...lines] = text.split('\n');
    if (head === this.#head)
      for (const line of lines) if (line !== '') this.#lines.set(line.slice(0, hashLength), line);
    this.#kept = new Set(this.#lines.keys());
  }

  take(key: string): StoredSummary | null {
    const line = this.#lines.get(key);
    if (line === undefined) return null;
    const json = line.slice(2 * (hashLength + 1));
    if (line.slice(hashLength + 1, 2 * hashLength + 1) !== hashOf(json)) return null;
    return JSON.parse(json) as StoredSummary;
  }

  isOutdated(keys: ReadonlySet<string>): boolean {
    return keys.size !== this.#kept.size || [...keys].some((key) => !this.#kept.has(key));
  }

  async save(summaries: Iterable<readonly [string, FileSummary]>): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const temporary = join(this.#folder, `${randomUUID()}.tmp`);
    const written = new Set<string>();
    try {
      const file = await open(temporary, 'wx', 0o600);
      try {
        let waiting = `${this.#head}\n`;
        for (const [key, { uri: _address, ...summary }] of summaries) {
          if (written.has(key)) continue;
          written.add(key);
          const json = JSON.stringify(summary);
          waiting += `${key} ${hashOf(json)} ${json}\n`;
          if (waiting.length < writtenAtOnce) continue;
          await file.appendFile(waiting);
          waiting = '';
        }
        await file.appendFile(waiting);
      } finally {
        await file.close();
      }
      await rename(temporary, this.#path);
      this.#kept = written;
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await this.#deleteOld();
  }

  release(): void {
    this.#lines = new Map();
  }

  get #head(): string {
    return `proviso summaries ${this.#build}`;
  }

  async #deleteOld(): Promise<void> {
    for (const name of await readdir(this.#folder)) {
      const path = join(this.#folder, name);
      if (!name.endsWith(ending) && !name.endsWith('.tmp')) continue;
      const age = await stat(path).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      );
      if (age > longestKept) await rm(path, { force: true });
    }
  }
}

const hashLength = 40;

function hashOf(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

/** Tells this build of the server from all others: what another one made of a text may be something else. */
export async function buildOf(program: string): Promise<string> {
  return hashOf(await readFile(program, 'latin1').catch(() => randomUUID()));
}
