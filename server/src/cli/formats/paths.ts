import { isAbsolute, relative, sep } from 'node:path';

/** A file's path from a folder, with slashes on every system; null for a file that does not lie below it, and for none. */
export function pathFrom(folder: string, file: string | null): string | null {
  if (file === null) return null;
  const path = relative(folder, file);
  return path.startsWith('..') || isAbsolute(path) ? null : path.split(sep).join('/');
}
