import type { Node } from 'jsonc-parser';
import type { TextRange } from '../text/range.ts';
import { anyOf, say, translated } from '../text/say.ts';
import { type JsonProperty, type JsonReader, rangeOf } from './json.ts';
import type { Choice, ChoicesKey, OptionKey, OptionsKey, OptionValue, RecordsKey, TextsKey } from './keys.ts';
import { unknownName } from './nearest.ts';

/** Reads each of some names with one of some values. */
export function choices<Name extends string, Value extends string>(
  node: Node | undefined,
  key: ChoicesKey<Name, Value>,
  holder: string,
  json: JsonReader,
): Map<Name, Value> {
  const chosen = new Map<Name, Value>();
  if (!node) return chosen;
  const properties = json.properties(node, holder);
  warnOfNames(properties, key.noun, namesOf(key.names), json);
  for (const [written, place] of properties) {
    const name = choiceOf(written, key.names);
    const value = choiceOf(place.value.value, key.values);
    if (name === undefined) continue;
    if (value === undefined) {
      const expected = namesOf(key.values).map((choice) => JSON.stringify(choice));
      warnOfValue(name, expected, place.value, json);
    } else chosen.set(name, value);
  }
  return chosen;
}

/** Reads options, each with a value that it may have. */
export function options<Name extends string>(
  node: Node | undefined,
  key: OptionsKey<Name>,
  holder: string,
  json: JsonReader,
): Partial<Record<Name, OptionValue>> {
  const chosen: Partial<Record<Name, OptionValue>> = {};
  if (!node) return chosen;
  const properties = json.properties(node, holder);
  warnOfNames(properties, key.noun, namesOf(key.options), json);
  for (const option of key.options) {
    const place = properties.get(option.name);
    if (!place) continue;
    const value: unknown = place.value.value;
    if (mayBe(option, value)) chosen[option.name] = value;
    else warnOfValue(option.name, expectedOf(option), place.value, json);
  }
  return chosen;
}

function mayBe({ values, limits }: OptionKey<string>, value: unknown): value is OptionValue {
  if (values.some((known) => known === value)) return true;
  return (
    limits !== undefined &&
    Number.isInteger(value) &&
    Number(value) >= limits.least &&
    Number(value) <= limits.most
  );
}

function expectedOf({ values, limits }: OptionKey<string>): string[] {
  const numbers = limits ? [say`a whole number from ${limits.least} to ${limits.most}`] : [];
  return [...numbers, ...values.map((value) => JSON.stringify(value))];
}

function warnOfValue(name: string, expected: readonly string[], value: Node, json: JsonReader): void {
  json.warn(value, say`${JSON.stringify(name)} takes ${anyOf(expected)}, not ${json.shown(value)}.`);
}

/** Reads a list of texts, each with its place; where one may stand `alone`, it need not be in a list. */
export function entries(
  node: Node | undefined,
  key: TextsKey,
  holder: string,
  json: JsonReader,
  { alone = false } = {},
): { text: string; range: TextRange }[] {
  if (!node) return [];
  const isAlone = alone && node.type === 'string';
  if (node.type !== 'array' && !isAlone) {
    json.warn(node, say`${holder} a list in square brackets, not ${json.shown(node)}.`);
    return [];
  }
  const children = isAlone ? [node] : (node.children ?? []);
  return children
    .filter((child) => isWords(child, key.noun, json))
    .map((child) => ({ text: child.value, range: rangeOf(child) }));
}

export function textsByName(node: Node | undefined, key: TextsKey, json: JsonReader): Map<string, string> {
  const named = new Map<string, string>();
  if (!node) return named;
  for (const [name, { value }] of json.properties(node, holds('documents'))) {
    if (isWords(value, key.noun, json)) named.set(name, value.value);
  }
  return named;
}

/** Reads a list of records; one that lacks a field is left out, since it would fit more than was meant. */
export function records<Field extends string>(
  node: Node | undefined,
  key: RecordsKey<Field>,
  holder: string,
  json: JsonReader,
): Record<Field, string>[] {
  if (!node) return [];
  if (node.type !== 'array') {
    json.warn(node, say`${holder} a list in square brackets, not ${json.shown(node)}.`);
    return [];
  }
  return (node.children ?? []).flatMap((child) => {
    const properties = json.properties(child, say`An ${translated(key.noun)} holds`);
    if (child.type !== 'object') return [];
    const names = namesOf(key.fields);
    warnOfNames(properties, say`key of an ${translated(key.noun)}`, names, json, namesOf(key.optional));
    const missing = names.filter((name) => properties.get(name)?.value.type !== 'string');
    if (missing.length > 0) {
      const listed = missing.map((name) => JSON.stringify(name)).join(', ');
      json.warn(child, say`This ${translated(key.noun)} does not say ${listed} in quotation marks.`);
      return [];
    }
    for (const { name, values } of key.fields) {
      const value = properties.get(name)?.value;
      if (value && values && !values.includes(value.value)) {
        json.warn(rangeOf(value), unknownName(value.value, name, values));
        return [];
      }
    }
    const read = Object.fromEntries(names.map((name) => [name, properties.get(name)?.value.value]));
    return [read as Record<Field, string>];
  });
}

/** Warns of each property whose name means nothing. */
export function warnOfNames(
  properties: ReadonlyMap<string, JsonProperty>,
  noun: string,
  known: readonly string[],
  json: JsonReader,
  alsoKnown: readonly string[] = [],
): void {
  for (const [name, { key }] of properties)
    if (!known.includes(name) && !alsoKnown.includes(name)) json.warn(key, unknownName(name, noun, known));
}

function isWords(node: Node, noun: string, json: JsonReader): boolean {
  if (node.type === 'string' && node.value.trim() !== '') return true;
  json.warn(node, say`A ${translated(noun)} is words in quotation marks, not ${json.shown(node)}.`);
  return false;
}

function choiceOf<Name extends string>(written: unknown, known: readonly Choice<Name>[]): Name | undefined {
  return known.find(({ name }) => name === written)?.name;
}

function namesOf<Name extends string>(known: readonly Choice<Name>[]): Name[] {
  return known.map(({ name }) => name);
}

/** The beginning of a sentence that says what a key has to hold. */
export function holds(name: string): string {
  return say`${JSON.stringify(name)} holds`;
}
