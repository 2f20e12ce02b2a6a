import { addressFrom, canonicalAddress, folderOf } from '../config/paths.ts';
import { configurationFor, type Project } from '../config/project.ts';
import { type FileSummary, type ImportSummary, simplifyName } from '../model/summary.ts';

/** What a proviso.json says of where the documents lie that others cite by their title. */
export interface ProjectLinks {
  /** Ends with a slash; its documents are those below it for which no nearer folder speaks. */
  readonly folder: string;
  /** Addresses of files by simplified names. */
  readonly documents: ReadonlyMap<string, string>;
}

/** What a project says of where documents lie; what lies in none of the folders is left out. */
export function projectLinks(project: Project, folders: readonly string[]): ProjectLinks {
  const folder = folderOf(project.uri);
  const { documents } = configurationFor(project, project.uri);
  const addresses = [...documents].map(
    ([title, path]) => [simplifyName(title), canonicalAddress(addressFrom(folder, path))] as const,
  );
  return { folder, documents: new Map(addresses.filter(([, address]) => isWithin(address, folders))) };
}

/** The address that an import leads to; null where that is in no folder of the workspace, whatever lies there. */
export function importedAddress(
  documentUri: string,
  { path }: Pick<ImportSummary, 'path'>,
  folders: readonly string[],
): string | null {
  if (!isRelativePath(path)) return null;
  const address = addressFrom(folderOf(documentUri), path);
  return isWithin(address, folders) ? address : null;
}

/** A drive, another scheme or the root of the disk is in no folder of the workspace. */
export function isRelativePath(path: string): boolean {
  return !/^(?:[/\\]|[a-z][a-z\d+.-]*:)/i.test(path);
}

/** `folders` end with slashes. A file of no folder belongs with those beside and below it alone. */
export function isWithin(address: string, folders: readonly string[]): boolean {
  return folders.some((folder) => address.startsWith(folder));
}

/**
 * Whether a name can tell a document from others: "the Credit Agreement" can, "the Agreement" is what every second
 * document calls itself or another.
 */
export function tellsApart(name: string): boolean {
  return name.includes(' ');
}

/** How many folders lie between two files, up and down. */
export function distanceBetween(one: string, other: string): number {
  const from = one.split('/');
  const to = other.split('/');
  let same = 0;
  while (same < from.length - 1 && same < to.length - 1 && from[same] === to[same]) same += 1;
  return from.length + to.length - 2 - 2 * same;
}

/** The address that a document's own front matter gives for a title. */
export function titledImport(
  { uri, imports }: FileSummary,
  name: string,
  folders: readonly string[],
): string | null {
  const found = imports.find(({ title }) => title !== null && simplifyName(title) === name);
  return found ? importedAddress(uri, found, folders) : null;
}
