import { expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import texts from '../../package.nls.json' with { type: 'json' };
import schema from '../../schemas/proviso.schema.json' with { type: 'json' };
import { readConfiguration } from '../../server/src/core/config/configuration.ts';
import { configurationKeys } from '../../server/src/core/config/keys.ts';
import { configurationSchema, editorSettings } from '../../server/src/core/config/schema.ts';
import { gentleFormat, readFormatOptions } from '../../server/src/core/format/options.ts';
import { rules } from '../../server/src/core/rules/index.ts';

it('the schema in the package is that of the table of keys', () => {
  expect(schema).toEqual(configurationSchema());
});

it('the settings in the manifest are those of the list of rules', () => {
  const groups = manifest.contributes.configuration.map(({ properties }) => properties);
  // Its texts stand in package.nls.json, under the name that stands in their place.
  const settings = JSON.parse(
    JSON.stringify(Object.assign({}, ...groups)).replace(/"%([^"%]+)%"/g, (_, key: keyof typeof texts) =>
      JSON.stringify(texts[key]),
    ),
  );
  expect(settings).toMatchObject(editorSettings());
  const { properties } = settings['proviso.rules'];
  expect(Object.keys(properties).sort()).toEqual(rules.map(({ id }) => id).sort());
});

it('the editor knows the file and its schema by its name, and takes comments in it', () => {
  expect(manifest.contributes.jsonValidation).toEqual([
    { fileMatch: 'proviso.json', url: './schemas/proviso.schema.json' },
  ]);
  expect(manifest.contributes.languages).toContainEqual({ id: 'jsonc', filenames: ['proviso.json'] });
});

it('every option of the layout is read as the schema and the formatter have it', () => {
  const { options } = configurationKeys.format;
  expect(options.map(({ name }) => name).sort()).toEqual(Object.keys(gentleFormat).sort());
  for (const { name, values, limits } of options) {
    for (const value of [...values, ...(limits ? [limits.least, limits.most] : [])]) {
      const { configuration, problems } = readConfiguration(JSON.stringify({ format: { [name]: value } }));
      expect(problems).toEqual([]);
      expect(configuration.format).toEqual({ [name]: value });
      expect(readFormatOptions((asked) => Reflect.get(configuration.format, asked))[name]).toBe(value);
    }
  }
});

it('every name and value that the schema allows is read without a problem', () => {
  const { rules: severities, scheme } = configurationKeys;
  for (const [key, { names, values }] of Object.entries({ rules: severities, scheme })) {
    for (const { name: value } of values) {
      const chosen = Object.fromEntries(names.map(({ name }) => [name, value]));
      const { configuration, problems } = readConfiguration(JSON.stringify({ [key]: chosen }));
      expect(problems).toEqual([]);
      expect(Object.fromEntries(configuration[key as 'rules' | 'scheme'])).toEqual(chosen);
    }
  }
});
