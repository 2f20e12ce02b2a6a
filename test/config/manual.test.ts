import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../server/src/cli/program.ts';
import { analyze } from '../../server/src/core/analysis.ts';
import { readConfiguration, readRuleSettings } from '../../server/src/core/config/configuration.ts';
import { configurationKeys } from '../../server/src/core/config/keys.ts';
import { defaultConfiguration } from '../../server/src/core/config/model.ts';
import { runRules } from '../../server/src/core/rules/run.ts';
import { cleanDocument, folderWith, recordIo } from '../cli/world.ts';
import { parseDocument } from '../fixture.ts';
import { readFences } from '../pages/fences.ts';
import { type Annotation, renderListing } from '../render.ts';

const page = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
const fences = readFences(page).map((fence) => ({ ...fence, heading: fence.headings.at(-1) ?? '' }));
const settings = fences.filter(({ text }) => text.startsWith('// settings.json'));
const files = fences.filter((fence) => fence.language === 'jsonc' && !settings.includes(fence));
const documents = fences.filter(({ language }) => language === 'legal');

/** The text of an example with what its marks expect below it, and with what is found. */
function compared(example: string, found: (text: string) => readonly Annotation[]): [string, string] {
  const { text, marks } = parseDocument(example);
  const expected = marks.map(({ range, message }) => ({ range, label: message }));
  return [renderListing(text, found(text)), renderListing(text, expected)];
}

describe('the page on configuration', () => {
  it.each(files)('says in the settings on line $line what is wrong with them', ({ text }) => {
    const [found, expected] = compared(text, (file) =>
      readConfiguration(file).problems.map(({ range, message }) => ({ range, label: message })),
    );
    expect(found).toBe(expected);
  });

  it('has a section for each key, with an example that decides something by it', () => {
    for (const key of Object.keys(configurationKeys) as (keyof typeof configurationKeys)[]) {
      const example = files.find(({ heading }) => heading === key);
      const { configuration } = readConfiguration(example?.text ?? '');
      expect(configuration[key], key).not.toEqual(defaultConfiguration[key]);
    }
  });

  it('shows what applies of settings that have something wrong', () => {
    const wrong = files.filter(({ heading }) => heading === 'What is wrong with it');
    const applied = wrong.map(({ text }) => readConfiguration(parseDocument(text).text).configuration.rules);
    expect(applied.map((rules) => rules.size)).toEqual([1, 2]);
  });

  it.each(documents)('silences in the document on line $line what the text says', ({ text }) => {
    const [found, expected] = compared(text, (file) =>
      runRules(analyze(file)).map(({ range, message }) => ({ range, label: message })),
    );
    expect(found).toBe(expected);
  });

  it.each(documents)('has something to silence in the document on line $line', ({ text }) => {
    const file = parseDocument(text).text;
    const uncommented = file.replaceAll('proviso-ignore', 'a-note');
    expect(runRules(analyze(uncommented)).length).toBeGreaterThan(runRules(analyze(file)).length);
  });

  it('has settings of the editor that are read', () => {
    expect(settings.map(({ text }) => text)).toHaveLength(1);
    const { 'proviso.rules': rules } = JSON.parse(settings[0]?.text.replace(/^\/\/.*\n/, '') ?? '');
    expect(readRuleSettings(rules).rules).toEqual(new Map([['numbering-gap', 'information']]));
  });

  const commands = fences
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.trim().split('\n'));

  it.each(commands)('has a command that runs: %s', async (command) => {
    const folder = folderWith({ 'house-style.json': '{}', 'drafts/a.legal': cleanDocument });
    const io = recordIo(folder);
    const argv = command.replace(/^npx proviso /, '').split(' ');
    expect(await runProgram(argv, io, () => Promise.reject(new Error('no server')))).toBe(0);
    expect(io.stdout).toBe('1 document checked: no findings\n');
  });
});
