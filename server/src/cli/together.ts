import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Analysis, analyze } from '../core/analysis.ts';
import { canonicalAddress, folderOf } from '../core/config/paths.ts';
import type { Project } from '../core/config/project.ts';
import { type FileSummary, noOtherFiles, type OtherFiles } from '../core/model/summary.ts';
import { projectLinks } from '../core/workspace/document-links.ts';
import { readImports } from '../core/workspace/front-matter.ts';
import { summarize } from '../core/workspace/summarize.ts';
import { WorkspaceIndex } from '../core/workspace/workspace-index.ts';
import { readSource } from './source.ts';

/** Documents of one deal import the same few; more than these are read again when they are asked for. */
const mostKept = 64;

/** What there is at an address: a document, nothing, or something that no document was made of. */
type Found = FileSummary | 'missing' | 'unknown';

/**
 * The documents that belong together with one that is checked, by the paths that its front matter and its project give. They are read
 * from the disk, whether they are checked too or not: so it makes no difference which others are, in what order and in which thread.
 * What lies outside of the folder in which the command runs, or of that of a document elsewhere, is not looked at.
 */
export class Companions {
  readonly #cwd: string;
  readonly #encoding: string | null;
  readonly #known = new Map<string, Promise<Found>>();

  constructor(cwd: string, encoding: string | null) {
    this.#cwd = cwd;
    this.#encoding = encoding;
  }

  async of(analysis: Analysis, project: Project | null): Promise<OtherFiles> {
    const uri = canonicalAddress(analysis.uri);
    const folder = this.#folderFor(uri);
    const links = project && projectLinks(project, [folder]);
    if (readImports(analysis).length === 0 && !links?.documents.size) return noOtherFiles;
    const index = new WorkspaceIndex();
    const own = { ...summarize(analysis), uri };
    index.configure([folder], links ? [links] : []);
    index.set(own);
    const named = [...own.citations.map(({ name }) => name), ...own.termSources];
    const linked = named.flatMap((name) => links?.documents.get(name) ?? []);
    const isUnknown = new Set<string>();
    for (const address of new Set([...index.importsMissedBy(uri), ...linked])) {
      if (address === uri) continue;
      const found = await this.#at(address, folder);
      if (found === 'unknown') isUnknown.add(address);
      else if (found !== 'missing') index.set(found);
    }
    index.isComplete = isUnknown.size === 0;
    const others = index.othersOf(uri);
    return {
      ...others,
      imported(path) {
        const found = others.imported(path);
        // The command may run in a folder below that of the whole workspace.
        return found === 'outside' ? 'unknown' : found;
      },
    };
  }

  #folderFor(uri: string): string {
    const folder = canonicalAddress(pathToFileURL(join(this.#cwd, sep)).href);
    return uri.startsWith(folder) ? folder : folderOf(uri);
  }

  #at(address: string, folder: string): Promise<Found> {
    const known = this.#known.get(address) ?? this.#read(address, folder);
    this.#known.delete(address);
    this.#known.set(address, known);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= mostKept) break;
      this.#known.delete(oldest);
    }
    return known;
  }

  async #read(address: string, folder: string): Promise<Found> {
    const file = fileURLToPath(address);
    const isFile = await stat(file).then(
      (stats) => stats.isFile(),
      () => null,
    );
    if (isFile !== true) return isFile === null ? 'missing' : 'unknown';
    if (!(await leadsInto(file, fileURLToPath(folder)))) return 'unknown';
    const source = await readSource({ path: file, file }, this.#encoding, silent);
    return typeof source === 'string' ? 'unknown' : summarize(analyze(source.text, address));
  }
}

/** Whether a file lies in a folder, by links that lead out of it too. */
async function leadsInto(file: string, folder: string): Promise<boolean> {
  const [path, root] = await Promise.all([realpath(file), realpath(folder)]);
  return path.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** What is to be said of a document is said where it is checked itself. */
const silent = { cwd: '', stdin: noInput, err: () => {} };

async function* noInput(): AsyncGenerator<Uint8Array> {}
