import type { Node } from 'jsonc-parser';
import type { TextRange } from '../text/range.ts';
import { type ConfigurationProblem, JsonReader } from './json.ts';
import { type Choice, type ChoicesKey, configurationKeys, type TextsKey } from './keys.ts';
import { type Configuration, defaultConfiguration } from './model.ts';
import { nearestName } from './nearest.ts';

export interface ReadConfiguration {
  readonly configuration: Configuration;
  /** In the order of the text. */
  readonly problems: readonly ConfigurationProblem[];
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
  const configuration = isReadable ? configurationOf(root, json) : defaultConfiguration;
  return { configuration, problems: json.problems.sort((a, b) => a.range.start - b.range.start) };
}

/** Reads severities by rule id, as the editor's settings have them; what they have wrong the editor shows itself. */
export function readRuleSettings(value: unknown): Configuration {
  return readConfiguration(JSON.stringify({ rules: value ?? {} })).configuration;
}

function configurationOf(root: Node, json: JsonReader): Configuration {
  const { rules, scheme, ignoredTerms, documents } = configurationKeys;
  const properties = json.properties(root, 'The file holds');
  const names = Object.keys(configurationKeys);
  for (const [name, { key }] of properties) {
    // Editors that do not know the file by its name find the schema by this key.
    if (name !== '$schema' && !names.includes(name)) warnOfName(name, key, 'key', names, json);
  }
  const valueIn = (name: keyof Configuration): Node | undefined => properties.get(name)?.value;
  return {
    rules: choices(valueIn('rules'), rules, '"rules" holds', json),
    scheme: choices(valueIn('scheme'), scheme, '"scheme" holds', json),
    ignoredTerms: texts(valueIn('ignoredTerms'), ignoredTerms, json),
    documents: textsByName(valueIn('documents'), documents, json),
  };
}

function choices<Name extends string, Value extends string>(
  node: Node | undefined,
  key: ChoicesKey<Name, Value>,
  holder: string,
  json: JsonReader,
): Map<Name, Value> {
  const chosen = new Map<Name, Value>();
  if (!node) return chosen;
  for (const [written, place] of json.properties(node, holder)) {
    const name = choiceOf(written, key.names);
    const value = choiceOf(place.value.value, key.values);
    if (name === undefined) warnOfName(written, place.key, key.noun, namesOf(key.names), json);
    else if (value === undefined) {
      const expected = namesOf(key.values).map((choice) => JSON.stringify(choice));
      const list = `${expected.slice(0, -1).join(', ')} or ${expected.at(-1)}`;
      json.warn(place.value, `${JSON.stringify(name)} takes ${list}, not ${json.shown(place.value)}.`);
    } else chosen.set(name, value);
  }
  return chosen;
}

function texts(node: Node | undefined, key: TextsKey, json: JsonReader): string[] {
  if (!node) return [];
  if (node.type !== 'array') {
    json.warn(node, `"ignoredTerms" holds a list in square brackets, not ${json.shown(node)}.`);
    return [];
  }
  return (node.children ?? []).filter((child) => isWords(child, key, json)).map((child) => child.value);
}

function textsByName(node: Node | undefined, key: TextsKey, json: JsonReader): Map<string, string> {
  const named = new Map<string, string>();
  if (!node) return named;
  for (const [name, { value }] of json.properties(node, '"documents" holds')) {
    if (isWords(value, key, json)) named.set(name, value.value);
  }
  return named;
}

function isWords(node: Node, { noun }: TextsKey, json: JsonReader): boolean {
  if (node.type === 'string' && node.value.trim() !== '') return true;
  json.warn(node, `A ${noun} is words in quotation marks, not ${json.shown(node)}.`);
  return false;
}

function warnOfName(
  name: string,
  place: TextRange,
  noun: string,
  known: readonly string[],
  json: JsonReader,
): void {
  json.warn(place, unknownName(name, noun, known));
}

/** Says that there is no such name, and which one was meant, if any is close. */
export function unknownName(name: string, noun: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  const question = nearest === null ? '.' : `; did you mean ${JSON.stringify(nearest)}?`;
  return `There is no ${noun} ${JSON.stringify(name)}${question}`;
}

function choiceOf<Name extends string>(written: unknown, known: readonly Choice<Name>[]): Name | undefined {
  return known.find(({ name }) => name === written)?.name;
}

function namesOf(known: readonly Choice<string>[]): string[] {
  return known.map(({ name }) => name);
}
