import type { Node } from 'jsonc-parser';
import type { FormatOptions } from '../format/options.ts';
import type { TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';
import { type ConfigurationProblem, type JsonProperty, JsonReader } from './json.ts';
import { chainKeys, configurationKeys } from './keys.ts';
import { type Configuration, defaultConfiguration } from './model.ts';
import { choices, entries, holds, options, records, textsByName, warnOfNames } from './values.ts';

export interface ReadConfiguration {
  readonly configuration: Configuration;
  /** The files that it builds on, in its order. */
  readonly parents: readonly ParentFile[];
  readonly overrides: readonly Override[];
  /** In the order of the text. */
  readonly problems: readonly ConfigurationProblem[];
}

/** Another file of settings, as it is named in this one. */
export interface ParentFile {
  readonly path: string;
  readonly range: TextRange;
}

/** Settings for the documents that one of the patterns fits. */
export interface Override {
  readonly patterns: readonly string[];
  readonly configuration: Configuration;
}

/**
 * Reads the text of a proviso.json: JSON in which comments and trailing commas are allowed. What cannot be applied is a
 * problem at its place, and the rest applies. Never throws.
 */
export function readConfiguration(text: string): ReadConfiguration {
  const json = new JsonReader(text);
  const root = json.root();
  // A word or figure in a text that is no JSON at all is not worth a problem of its own.
  const isReadable = root && (root.type === 'object' || json.problems.length === 0);
  const read = isReadable
    ? readRoot(root, json)
    : { configuration: defaultConfiguration, parents: [], overrides: [] };
  return { ...read, problems: json.problems.sort((a, b) => a.range.start - b.range.start) };
}

/** Reads severities by rule id, as the editor's settings have them; what they have wrong the editor shows itself. */
export function readRuleSettings(value: unknown): Configuration {
  return readConfiguration(JSON.stringify({ rules: value ?? {} })).configuration;
}

function readRoot(root: Node, json: JsonReader): Omit<ReadConfiguration, 'problems'> {
  const properties = json.properties(root, say`The file holds`);
  // Editors that do not know the file by its name find the schema by the key "$schema".
  const names = [...Object.keys(configurationKeys), ...Object.keys(chainKeys)];
  warnOfNames(properties, 'key', names, json, ['$schema']);
  const parents = properties.get('extends')?.value;
  const overrides = properties.get('overrides')?.value;
  return {
    configuration: partOf(properties, json),
    parents: parents ? readParents(parents, json) : [],
    overrides: overrides ? readOverrides(overrides, json) : [],
  };
}

/** What the properties of one object decide. */
function partOf(properties: ReadonlyMap<string, JsonProperty>, json: JsonReader): Configuration {
  const { rules, scheme, format, ignoredTerms, documents, notDefects } = configurationKeys;
  const valueIn = (name: keyof Configuration): Node | undefined => properties.get(name)?.value;
  return {
    rules: choices(valueIn('rules'), rules, holds('rules'), json),
    scheme: choices(valueIn('scheme'), scheme, holds('scheme'), json),
    // The table gives each option the values that it may have.
    format: options(valueIn('format'), format, holds('format'), json) as Partial<FormatOptions>,
    ignoredTerms: entries(valueIn('ignoredTerms'), ignoredTerms, holds('ignoredTerms'), json).map(
      ({ text }) => text,
    ),
    documents: textsByName(valueIn('documents'), documents, json),
    notDefects: records(valueIn('notDefects'), notDefects, holds('notDefects'), json),
  };
}

/** One path may stand by itself, several in a list. */
function readParents(value: Node, json: JsonReader): ParentFile[] {
  const named = entries(value, chainKeys.extends, say`${'"extends"'} holds a path or`, json, { alone: true });
  return named.flatMap(({ text, range }) => {
    if (isRelative(text)) return [{ path: text, range }];
    json.warn(range, say`${JSON.stringify(text)} is no path from the folder of this file.`);
    return [];
  });
}

/** A drive, another scheme or the root of the disk would be elsewhere on each machine that has the project. */
function isRelative(path: string): boolean {
  return !/^(?:[/\\]|[a-z][a-z\d+.-]*:)/i.test(path);
}

function readOverrides(value: Node, json: JsonReader): Override[] {
  if (value.type !== 'array') {
    json.warn(value, say`${holds('overrides')} a list in square brackets, not ${json.shown(value)}.`);
    return [];
  }
  return (value.children ?? []).flatMap((child) => {
    const { files, keys } = chainKeys.overrides;
    const properties = json.properties(child, say`An override holds`);
    if (child.type !== 'object') return [];
    warnOfNames(properties, say`key of an override`, ['files', ...keys], json);
    const listed = properties.get('files')?.value;
    if (!listed) json.warn(child, say`An override names the documents that it is for under "files".`);
    const patterns = entries(listed, files, say`${'"files"'} holds a pattern or`, json, { alone: true });
    const allowed = new Map([...properties].filter(([name]) => keys.some((key) => key === name)));
    return [{ patterns: patterns.map(({ text }) => text), configuration: partOf(allowed, json) }];
  });
}
