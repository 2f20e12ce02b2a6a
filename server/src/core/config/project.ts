import { inSeries, say } from '../text/say.ts';
import type { ParentFile, ReadConfiguration } from './configuration.ts';
import { fitsPattern } from './glob.ts';
import type { ConfigurationProblem } from './json.ts';
import { type Configuration, defaultConfiguration, mergeConfigurations } from './model.ts';
import { addressFrom, folderOf, pathFrom } from './paths.ts';

/** A file of settings with all that it builds on. */
export interface Project {
  readonly uri: string;
  /** From the weakest to the strongest: what is built on stands before what builds on it. Each file stands once. */
  readonly files: readonly ProjectFile[];
}

export interface ProjectFile extends ReadConfiguration {
  readonly uri: string;
  /** What leads from it to nothing, or back to itself; no schema can tell that. In the order of the text. */
  readonly chainProblems: readonly ConfigurationProblem[];
}

/** Reads a file of settings by its address; null where there is none, `outside` where it may not be looked at. */
export type ReadFile = (uri: string) => Promise<FoundConfiguration>;

type FoundConfiguration = ReadConfiguration | 'outside' | null;

/** Reads a file of settings and all that it builds on; null where there is no such file. Rejects where `read` does. */
export async function readProject(uri: string, read: ReadFile): Promise<Project | null> {
  const found = new Map<string, FoundConfiguration>([[uri, await read(uri)]]);
  const order: string[] = [];
  const visit = async (from: string): Promise<void> => {
    for (const address of addressesOf(from, found.get(from) ?? null)) {
      if (found.has(address)) continue;
      found.set(address, await read(address));
      await visit(address);
    }
    order.push(from);
  };
  if (!isRead(found.get(uri))) return null;
  await visit(uri);
  const files = order.flatMap((address) => {
    const file = found.get(address);
    return isRead(file)
      ? [{ ...file, uri: address, chainProblems: chainProblemsOf(address, file, found) }]
      : [];
  });
  return { uri, files };
}

/** What a project decides for a document: in each file its own keys, then the overrides that are for the document. */
export function configurationFor({ uri: projectUri, files }: Project, documentUri: string): Configuration {
  let decided = defaultConfiguration;
  for (const { uri, configuration, overrides } of files) {
    const folder = folderOf(uri);
    const path = pathFrom(folder, documentUri);
    const moved = documentsFrom(folderOf(projectUri), folder, configuration);
    decided = mergeConfigurations(decided, {
      ...configuration,
      documents: moved,
      notDefects: configuration.notDefects.filter(({ document }) => document === path),
    });
    for (const override of overrides) {
      if (path !== null && override.patterns.some((pattern) => fitsPattern(path, pattern)))
        decided = mergeConfigurations(decided, override.configuration);
    }
  }
  return decided;
}

/** The paths of documents, from the folder of the project instead of that of a file it builds on. */
function documentsFrom(to: string, from: string, { documents }: Configuration): ReadonlyMap<string, string> {
  if (to === from) return documents;
  return new Map(
    [...documents].map(([title, path]) => [title, pathFrom(to, addressFrom(from, path)) ?? path]),
  );
}

function addressesOf(uri: string, file: FoundConfiguration): string[] {
  return (isRead(file) ? file.parents : []).map(({ path }) => addressFrom(folderOf(uri), path));
}

function isRead(found: FoundConfiguration | undefined): found is ReadConfiguration {
  return found !== 'outside' && found !== null && found !== undefined;
}

/** The same from wherever the file was reached. */
function chainProblemsOf(
  uri: string,
  file: ReadConfiguration,
  found: ReadonlyMap<string, FoundConfiguration>,
): ConfigurationProblem[] {
  return file.parents.flatMap((parent): ConfigurationProblem[] => {
    const address = addressFrom(folderOf(uri), parent.path);
    if (found.get(address) === 'outside') {
      const message = say`${JSON.stringify(parent.path)} is in no folder of the workspace and is not read.`;
      return [problem(parent, message, 'error')];
    }
    if (!found.get(address))
      return [problem(parent, say`There is no file ${JSON.stringify(parent.path)}.`, 'error')];
    const way = wayBetween(address, uri, found);
    if (!way) return [];
    const names = [uri, ...way].map((passed) => pathFrom(folderOf(uri), passed) ?? passed);
    return [problem(parent, say`This file builds on itself: ${inSeries(names)}.`, 'warning')];
  });
}

function problem(
  { range }: ParentFile,
  message: string,
  severity: ConfigurationProblem['severity'],
): ConfigurationProblem {
  return { range, message, severity };
}

/** The files by which one builds on another, both ends included; the shortest such way. */
function wayBetween(
  from: string,
  to: string,
  found: ReadonlyMap<string, FoundConfiguration>,
): string[] | null {
  const reachedFrom = new Map<string, string | null>([[from, null]]);
  for (const passed of reachedFrom.keys()) {
    if (passed === to) {
      const way: string[] = [];
      for (let at: string | null = to; at !== null; at = reachedFrom.get(at) ?? null) way.unshift(at);
      return way;
    }
    for (const next of addressesOf(passed, found.get(passed) ?? null))
      if (!reachedFrom.has(next)) reachedFrom.set(next, passed);
  }
  return null;
}
