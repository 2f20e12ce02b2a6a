import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { analyze } from '../../server/src/core/analysis.ts';
import { gentleFormat } from '../../server/src/core/format/options.ts';
import { walkProvisions } from '../../server/src/core/model/provision.ts';
import { runRules } from '../../server/src/core/rules/run.ts';
import snippets from '../../snippets/legal.json' with { type: 'json' };
import { formatted } from '../format/apply.ts';

const templatesFolder = new URL('../../templates/', import.meta.url);

/** A stand-in for the few parts of the editor that the command touches. */
const editor = vi.hoisted(() => ({
  offered: [] as { label: string; file: string | null }[],
  pick: (_: { label: string; file: string | null }): boolean => false,
  opened: [] as object[],
  inserted: [] as string[],
}));

vi.mock('vscode', async () => ({
  ...(await import('./l10n.ts')),
  SnippetString: class {
    constructor(readonly value: string) {}
  },
  Uri: { joinPath: (base: string, ...names: string[]) => [base, ...names].join('/') },
  window: {
    showQuickPick: async (items: typeof editor.offered) => {
      editor.offered = [...items];
      return items.find(editor.pick);
    },
    showTextDocument: async () => ({
      insertSnippet: async ({ value }: { value: string }) => void editor.inserted.push(value),
    }),
  },
  workspace: {
    openTextDocument: async (options: object) => void editor.opened.push(options),
    fs: {
      readFile: async (path: string) =>
        readFileSync(new URL(path.replace(/^extension\/templates\//, ''), templatesFolder)),
    },
  },
}));

const { newLegalDocument } = await import('../../client/src/commands/newLegalDocument.ts');
const run = () => newLegalDocument('extension' as unknown as Parameters<typeof newLegalDocument>[0]);

beforeEach(() => {
  editor.pick = () => false;
  editor.opened = [];
  editor.inserted = [];
});

describe('a new legal document', () => {
  it('is begun with the template that is chosen', async () => {
    editor.pick = ({ file }) => file === 'bylaws.legal';
    await run();
    expect(editor.opened).toEqual([{ language: 'legal', content: '' }]);
    expect(editor.inserted).toEqual([readFileSync(new URL('bylaws.legal', templatesFolder), 'utf8')]);
  });

  it('may be empty, and is not made where nothing is chosen', async () => {
    editor.pick = ({ file }) => file === null;
    await run();
    expect([editor.opened.length, editor.inserted.length]).toEqual([1, 0]);
    editor.pick = () => false;
    await run();
    expect(editor.opened.length).toBe(1);
  });

  it('can be any that comes with the extension', async () => {
    await run();
    const files = editor.offered.flatMap(({ file }) => file ?? []);
    expect(files.sort()).toEqual(readdirSync(templatesFolder).sort());
  });
});

/** The text of a snippet whose gaps are left as they are filled at first. */
function filled(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
    .replace(/(?<!\\)\$\d/g, '')
    .replaceAll('\\$', '$');
}

describe.each(readdirSync(templatesFolder))('the template %s', (name) => {
  const template = readFileSync(new URL(name, templatesFolder), 'utf8');
  const text = filled(template);

  it('is a document in which nothing is found, not even a hint', () => {
    expect(text).not.toMatch(/\$\{|\\/);
    const analysis = analyze(text, `file:///${name}`);
    expect(runRules(analysis).map(({ message }) => message)).toEqual([]);
    expect(walkProvisions(analysis.outline).filter(({ designation }) => designation).length).toBeGreaterThan(
      1,
    );
  });

  it('fills a gap that comes again in the same way', () => {
    const gaps = new Map<string, string>();
    for (const [, number = '', words = ''] of template.matchAll(/\$\{(\d+):((?:[^}\\]|\\.)*)\}/g)) {
      expect(gaps.get(number) ?? words, `gap ${number}`).toBe(words);
      gaps.set(number, words);
    }
    const numbers = [...gaps.keys()].map(Number);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });

  it('is laid out as formatting would lay it out', () => {
    expect(formatted(text, gentleFormat)).toBe(text);
  });
});

describe('the snippets', () => {
  const all = Object.entries(snippets);

  it.each(all)('%s is read without a finding of numbers, lists or marks', (_, { body }) => {
    const text = filled(body.join('\n'));
    const found = runRules(analyze(`${text}\n`)).map(({ rule }) => rule);
    // Terms, exhibits and parties are those of the document that it is put into.
    const ofTheDocument = /term|definition|attachment|signatory|caption/;
    expect(found.filter((rule) => !ofTheDocument.test(rule))).toEqual([]);
  });

  it('have names of their own to be typed', () => {
    const prefixes = all.map(([, { prefix }]) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  it('are never offered in the middle of prose', () => {
    expect(manifest.contributes.configurationDefaults['[legal]']).toMatchObject({
      'editor.snippetSuggestions': 'none',
      'editor.tabCompletion': 'onlySnippets',
    });
  });
});
