import {
  type ChoicesKey,
  type ConfigurationKey,
  chainKeys,
  configurationKeys,
  type OptionsKey,
  type RecordField,
  type RecordsKey,
  type TextsKey,
} from './keys.ts';

/** Where editors other than VS Code are told that the schema is meant. */
const draft = 'http://json-schema.org/draft-07/schema#';

/** The JSON schema of proviso.json. */
export function configurationSchema(): object {
  return {
    $schema: draft,
    title: 'Settings of a Proviso project',
    description: 'How Proviso checks the legal documents in this folder and the folders below it.',
    type: 'object',
    // VS Code reads these two; the file is read in the same way.
    allowComments: true,
    allowTrailingCommas: true,
    additionalProperties: false,
    properties: {
      $schema: { description: 'Where the schema of this file lies.', type: 'string' },
      extends: textOrTexts(chainKeys.extends),
      ...Object.fromEntries(Object.entries(configurationKeys).map(([name, key]) => [name, schemaOf(key)])),
      overrides: overridesSchema(),
    },
  };
}

function overridesSchema(): object {
  const { description, files, keys } = chainKeys.overrides;
  const same = keys.map((name) => [name, { $ref: `#/properties/${name}` }]);
  const items = {
    type: 'object',
    additionalProperties: false,
    required: ['files'],
    properties: { files: textOrTexts(files), ...Object.fromEntries(same) },
    defaultSnippets: [{ label: '{ files, rules }', body: { files: ['$1'], rules: {} } }],
  };
  return { description, type: 'array', items };
}

function textOrTexts({ description }: TextsKey): object {
  return { description, anyOf: [words, { type: 'array', items: words, uniqueItems: true }] };
}

/** A text of blanks alone means nothing. */
const words = { type: 'string', pattern: '\\S' };

/** The settings of the editor that follow from the rules, as package.json declares them. */
export function editorSettings(): Readonly<Record<string, object>> {
  const { rules } = configurationKeys;
  return {
    'proviso.rules': {
      ...choicesSchema(rules),
      default: {},
      scope: 'resource',
      markdownDescription:
        'How grave the findings of each rule are, or `off`. The `proviso.json` of a project and a comment in a document decide before this setting.',
    },
  };
}

function schemaOf(key: ConfigurationKey): object {
  if (key.shape === 'choices') return { description: describeChoices(key), ...choicesSchema(key) };
  const { description } = key;
  switch (key.shape) {
    case 'options':
      return { description, ...optionsSchema(key) };
    case 'texts':
      return { description, type: 'array', items: words, uniqueItems: true };
    case 'texts by name':
      return { description, type: 'object', additionalProperties: words };
    case 'records':
      return { description, type: 'array', items: recordSchema(key) };
  }
}

function optionsSchema({ options }: OptionsKey<string>): object {
  const properties = options.map(({ name, description, values, limits }) => {
    const number = limits && { type: 'integer', minimum: limits.least, maximum: limits.most };
    const choice = values.length > 0 && { enum: values };
    return [name, { description, ...(number && choice ? { anyOf: [number, choice] } : (number ?? choice)) }];
  });
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) };
}

function recordSchema({ fields, optional }: RecordsKey<string>): object {
  const properties = [...fields, ...optional.map((field): RecordField<string> => field)].map(
    ({ name, description, values }) => [
      name,
      { description, type: 'string', ...(values && { enum: values }) },
    ],
  );
  return {
    type: 'object',
    additionalProperties: false,
    required: fields.map(({ name }) => name),
    properties: Object.fromEntries(properties),
  };
}

function describeChoices({ description, values }: ChoicesKey<string, string>): string {
  const choices = values.map((value) => `"${value.name}" (${value.description})`).join(', ');
  return `${description} Values: ${choices}.`;
}

function choicesSchema({ names, values }: ChoicesKey<string, string>): object {
  const choice = { type: 'string', enum: values.map(({ name }) => name) };
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(names.map(({ name, description }) => [name, { description, ...choice }])),
  };
}
