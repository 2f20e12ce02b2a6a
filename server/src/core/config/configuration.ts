import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { provisionKinds } from '../model/provision.ts';
import type { TextRange } from '../text/range.ts';
import { type ChoicesKey, configurationKeys, type TextsKey } from './keys.ts';
import { type Configuration, defaultConfiguration } from './model.ts';
import { nearestName } from './nearest.ts';

/** Something in a configuration that cannot be applied, at its place; the rest applies. */
export interface ConfigurationProblem {
  readonly range: TextRange;
  readonly message: string;
  /** An error where the text is not JSON, a warning where a key or value means nothing. */
  readonly severity: 'error' | 'warning';
}

export interface ReadConfiguration {
  readonly configuration: Configuration;
  /** In the order of the text. */
  readonly problems: readonly ConfigurationProblem[];
}

/** Reads the text of a proviso.json: JSON in which comments and trailing commas are allowed. Never throws. */
export function readConfiguration(text: string): ReadConfiguration {
  const reader = new ConfigurationReader(text);
  const root = reader.parse();
  return {
    configuration: root ? readRoot(root, reader) : defaultConfiguration,
    problems: reader.problems.sort((a, b) => a.range.start - b.range.start),
  };
}

/** Reads the value of the editor's setting `proviso.rules`, which the editor checks itself. */
export function readRuleSettings(value: unknown): Configuration {
  return readConfiguration(JSON.stringify({ rules: value ?? {} })).configuration;
}

const schemaKey = '$schema';

function readRoot(root: Node, reader: ConfigurationReader): Configuration {
  const properties = reader.properties(root, 'The settings are');
  const keys = Object.keys(configurationKeys) as (keyof Configuration)[];
  for (const [name, { key }] of properties) {
    if (name === schemaKey || keys.some((known) => known === name)) continue;
    reader.warn(key, `There is no key ${JSON.stringify(name)}${suggest(name, keys)}.`);
  }
  const valueOf = (key: keyof Configuration) => properties.get(key)?.value;
  const ruleSeverities = choicesIn(valueOf('rules'), 'rules', reader);
  const pinned = choicesIn(valueOf('scheme'), 'scheme', reader);
  return {
    rules: ruleSeverities as Configuration['rules'],
    scheme: new Map(
      provisionKinds.flatMap((kind) => (pinned.has(kind) ? [[kind, pinned.get(kind)]] : [])),
    ) as Configuration['scheme'],
    ignoredTerms: textsIn(valueOf('ignoredTerms'), reader),
    documents: namedTextsIn(valueOf('documents'), reader),
  };
}
