import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A document to try the core on: its path below its folder, and its text. */
export interface TestDocument {
  readonly path: string;
  readonly text: string;
}

const project = fileURLToPath(new URL('../../', import.meta.url));

/** The folder of real documents beside the repository. It is not part of it, and not everybody has it. */
export const sharedFolder = join(project, '..', 'shared');

export const hasSharedFolder =
  existsSync(join(sharedFolder, 'corpus')) && existsSync(join(sharedFolder, 'seeds'));

/** Says in one line that the real documents are not there, and what happens instead. */
export function noteMissingDocuments(instead: string): void {
  if (!hasSharedFolder) process.stdout.write(`../shared is not beside the repository: ${instead}\n`);
}

/** The samples of this repository. */
export function readSamples(): TestDocument[] {
  return readFolder(join(project, 'samples'));
}

/** The documents that everything is tuned on; empty where the shared folder is missing. */
export function readSeeds(): TestDocument[] {
  return hasSharedFolder ? readFolder(join(sharedFolder, 'seeds')) : [];
}

/** `count` documents of the corpus no longer than `longest`, taken evenly from all of its folders; the same each time. */
export function readCorpus(count: number, longest: number): TestDocument[] {
  if (!hasSharedFolder) return [];
  const all = readFolder(join(sharedFolder, 'corpus')).filter(({ text }) => text.length <= longest);
  const step = Math.max(1, all.length / count);
  return Array.from(
    { length: Math.min(count, all.length) },
    (_, index) => all[Math.floor(index * step)],
  ).filter((document) => document !== undefined);
}

/** One document of the shared folder, by its path in there. */
export function readShared(path: string): TestDocument {
  return { path, text: decode(join(sharedFolder, path)) };
}

const aboutTheFolder = new Set(['README.md', 'CONVENTIONS.md', 'MANIFEST.tsv']);

function readFolder(folder: string): TestDocument[] {
  const paths: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name));
    if (entry.isFile() && !aboutTheFolder.has(path)) paths.push(path);
  }
  return paths.sort().map((path) => ({ path, text: decode(join(folder, path)) }));
}

function decode(file: string): string {
  const bytes = readFileSync(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
