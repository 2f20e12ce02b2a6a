import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FileAccess } from './files.ts';

/** The files of this machine. Documents of other schemes have none. */
export const nodeFiles: FileAccess = {
  async read(uri) {
    const path = pathOf(uri);
    if (path === null) return null;
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      // A folder of that name, or a file where a folder is looked for, is no such file.
      if (error instanceof Error && 'code' in error && absences.includes(error.code)) return null;
      throw error;
    }
  },
};

const absences: readonly unknown[] = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'];

/** The path that a URI names on this system; `file:///proviso.json` names none where paths begin with a drive. */
function pathOf(uri: string): string | null {
  if (!uri.startsWith('file:')) return null;
  try {
    return fileURLToPath(uri);
  } catch {
    return null;
  }
}
