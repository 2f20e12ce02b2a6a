import { opendir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { canonicalAddress } from '../../core/config/paths.ts';
import type { FileAccess, FoundFile } from './files.ts';
import { buildOf, NodeSummaryStore } from './nodeSummaryStore.ts';
import { startSummarizing } from './summarizingThreads.ts';

/** The files of this machine. Documents of other schemes have none. `program` is the bundle that runs. */
export const nodeFiles = (program: string): FileAccess => ({
  async read(uri) {
    const path = pathOf(uri);
    if (path === null) return null;
    try {
      // Editors show no mark of the byte order, and count no character for it.
      return (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
    } catch (error) {
      // A folder of that name, or a file where a folder is looked for, is no such file.
      if (isAbsent(error)) return null;
      throw error;
    }
  },

  async liesWithin(uri, folders) {
    const path = await realPathOf(uri);
    if (path === null) return false;
    const roots = await Promise.all(folders.map(realPathOf));
    return roots.some((root) => root !== null && path.startsWith(root.endsWith(sep) ? root : root + sep));
  },

  async summaryStore(cacheFolder, workspace) {
    return new NodeSummaryStore(cacheFolder, workspace, await buildOf(program));
  },

  startSummarizing: () => startSummarizing(program),

  async *filesBelow(folder, isLeftOut) {
    const root = pathOf(folder);
    if (root === null) return;
    const pending = [''];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      // Asked when its turn comes: by then nobody may want the files any more.
      if (at !== '' && isLeftOut(`${at}/`)) continue;
      const names = await namesIn(join(root, at));
      const prefix = at === '' ? '' : `${at}/`;
      const folders: string[] = [];
      for (const { name, isFolder } of names) {
        const path = prefix + name;
        if (isFolder) folders.push(path);
        else if (!isLeftOut(path)) yield await foundFile(join(root, path));
      }
      pending.push(...folders.reverse());
    }
  },
});

/** Where a file lies once all links are followed; null where there is none, or it may not be looked for. */
async function realPathOf(uri: string): Promise<string | null> {
  const path = pathOf(uri);
  try {
    return path && (await realpath(path));
  } catch {
    return null;
  }
}

async function foundFile(path: string): Promise<FoundFile> {
  const uri = canonicalAddress(pathToFileURL(path).href);
  try {
    return { uri, size: (await stat(path)).size };
  } catch {
    // It is gone again, or may not be looked at: reading it will tell.
    return { uri, size: 0 };
  }
}

/** A folder that is gone again or may not be looked into holds nothing for us. */
async function namesIn(folder: string): Promise<{ name: string; isFolder: boolean }[]> {
  const names: { name: string; isFolder: boolean }[] = [];
  try {
    for await (const entry of await opendir(folder, { bufferSize: 256 })) {
      if (entry.isFile()) names.push({ name: entry.name, isFolder: false });
      else if (entry.isDirectory()) names.push({ name: entry.name, isFolder: true });
    }
  } catch {
    return [];
  }
  return names.sort((a, b) => (a.name < b.name ? -1 : 1));
}

const absences: readonly unknown[] = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'];

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && absences.includes(error.code);
}

/** The path that a URI names on this system; `file:///proviso.json` names none where paths begin with a drive. */
function pathOf(uri: string): string | null {
  if (!uri.startsWith('file:')) return null;
  try {
    return fileURLToPath(uri);
  } catch {
    return null;
  }
}
