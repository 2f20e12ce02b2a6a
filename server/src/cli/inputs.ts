import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { documentExtensions } from '../core/workspace/legal-files.ts';

/** A document named on the command line, by itself or by way of a folder or pattern. */
export interface Input {
  /** What the user is shown: as it was typed, or below the folder that was typed. */
  readonly path: string;
  /** Where it lies; null for standard input. */
  readonly file: string | null;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  /** Paths that led nowhere, each with the reason. */
  readonly missing: readonly { readonly path: string; readonly reason: string }[];
}

/** What a document from standard input is called; `-` asks for it. */
export const stdinPath = '<stdin>';

/** The documents that the paths name, in their order, each once. A folder's documents are sorted by path. */
export async function findInputs(
  paths: readonly string[],
  cwd: string,
  extensions: readonly string[] = [],
): Promise<Inputs> {
  const endings = [...documentExtensions, ...extensions];
  const inputs = new Map<string | null, Input>();
  const missing: { path: string; reason: string }[] = [];
  for (const path of paths) {
    const found = await expand(path, cwd, endings);
    if (typeof found === 'string') missing.push({ path, reason: found });
    else for (const input of found) if (!inputs.has(input.file)) inputs.set(input.file, input);
  }
  return { inputs: [...inputs.values()], missing };
}

/** The documents behind one path, or why there is none. */
async function expand(path: string, cwd: string, endings: readonly string[]): Promise<Input[] | string> {
  if (path === '-' || path === stdinPath) return [{ path: stdinPath, file: null }];
  // A file may well be called "Agreement [draft].txt": what exists by that very name is no pattern.
  const stats = await stat(resolve(cwd, path)).catch(() => null);
  if (stats?.isDirectory()) return expandFolder(path, cwd, endings);
  if (stats) return [{ path, file: resolve(cwd, path) }];
  const pattern = process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
  if (!isDynamicPattern(pattern)) return 'no such file or folder';
  const matches = await glob(pattern, { cwd, expandDirectories: false });
  if (matches.length === 0) return 'no file matches this pattern';
  return matches.sort().map((match) => ({ path: match, file: resolve(cwd, match) }));
}

/** A file that is named directly or by a pattern is read whatever its name; a folder is searched for documents. */
async function expandFolder(
  path: string,
  cwd: string,
  endings: readonly string[],
): Promise<Input[] | string> {
  const folder = resolve(cwd, path);
  const matches = await glob(`**/*{${endings.join(',')}}`, {
    cwd: folder,
    caseSensitiveMatch: false,
    // Through links a document could be found twice, or lie outside the folder.
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
  });
  if (matches.length === 0) {
    return `no document in this folder (${endings.join(', ')}); --ext .txt looks for others too`;
  }
  const shown = withoutTrailingSlashes(path);
  const prefix = path === '.' || path === './' ? '' : `${shown}/`;
  return matches.sort().map((match) => ({ path: prefix + match, file: resolve(folder, match) }));
}

function withoutTrailingSlashes(path: string): string {
  let end = path.length;
  while (end > 0 && (path[end - 1] === '/' || path[end - 1] === '\\')) end -= 1;
  return path.slice(0, end);
}
