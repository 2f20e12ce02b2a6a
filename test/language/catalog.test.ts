import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type AnyNode, type ObjectExpression, parse, type TaggedTemplateExpression } from 'acorn';
import { transformSync } from 'esbuild';
import { afterEach, describe, expect, it } from 'vitest';
import japanese from '../../l10n/server.l10n.ja.json';
import { type Catalog, say, speak } from '../../server/src/core/text/say.ts';
import { tableWords } from './tableWords.ts';

const sources = fileURLToPath(new URL('../../server/src/', import.meta.url));
const catalog: Catalog = japanese;

interface Said {
  /** With numbers for what is put in. */
  readonly template: string;
  /** Inside of a function, and not once when the program is loaded, before there is a language. */
  readonly isAsked: boolean;
}

/** All templates after `say` and its kin in a program. */
function saidIn(code: string): Said[] {
  const said: Said[] = [];
  const visit = (node: unknown, isAsked: boolean): void => {
    if (node === null || typeof node !== 'object') return;
    const { type } = node as Partial<AnyNode>;
    if (type === 'TaggedTemplateExpression') {
      const { tag, quasi } = node as TaggedTemplateExpression;
      const pieces = quasi.quasis.map(({ value }, at) => `${at > 0 ? `{${at - 1}}` : ''}${value.cooked}`);
      if (tag.type === 'Identifier' && /^say(?![a-z])/.test(tag.name))
        said.push({ template: pieces.join(''), isAsked });
    }
    const isInside = isAsked || /^(?:Arrow)?Function/.test(type ?? '');
    for (const part of Object.values(node)) visit(part, isInside);
  };
  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), false);
  return said;
}

const programs = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({
    path: path.replaceAll('\\', '/'),
    code: transformSync(readFileSync(sources + path, 'utf8'), { loader: 'ts' }).code,
  }));
const phrases = programs.flatMap(({ code }) => saidIn(code));

/** The words for people that stand without `say`, by the properties that hold them. */
function plainIn(code: string): string[] {
  const plain: string[] = [];
  const words = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    const { type, value } = node as { type?: string; value?: unknown };
    if (type === 'TaggedTemplateExpression') return;
    if (type === 'TemplateLiteral' || (type === 'Literal' && typeof value === 'string' && / /.test(value)))
      plain.push(code.slice((node as AnyNode).start, (node as AnyNode).end));
    for (const part of Object.values(node)) words(part);
  };
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    if ((node as Partial<AnyNode>).type === 'ObjectExpression') {
      const fields = new Map<string, unknown>();
      for (const field of (node as ObjectExpression).properties)
        if (field.type === 'Property' && field.key.type === 'Identifier')
          fields.set(field.key.name, field.value);
      // Titles of rules, features and schemas are for the manual and the command line.
      if (!['scope', 'capability', '$schema'].some((name) => fields.has(name)))
        for (const name of ['message', 'title', 'refusal', 'explanation', 'why']) words(fields.get(name));
    }
    for (const part of Object.values(node)) visit(part);
  };
  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }));
  return plain;
}

function holes(text: string): string[] {
  return (text.match(/\{\d+\}/g) ?? []).sort();
}

describe('what the server says', () => {
  it('is said when it is asked for: what is made when the program is loaded would stay English', () => {
    expect(phrases.filter(({ isAsked }) => !isAsked)).toEqual([]);
  });

  it('is never a message in one language only', () => {
    const inEditors = programs.filter(({ path }) => /^(?:core|lsp)\//.test(path));
    expect(inEditors.flatMap(({ path, code }) => plainIn(code).map((text) => `${path}: ${text}`))).toEqual(
      [],
    );
  });

  it('is there in Japanese, and nothing else is (l10n/server.l10n.ja.json)', () => {
    const said = new Set([...phrases.map(({ template }) => template), ...tableWords]);
    expect(phrases.length).toBeGreaterThan(400);
    expect(Object.keys(catalog).sort()).toEqual([...said].sort());
  });

  it('has the same values put in, each once unless the English has it otherwise', () => {
    for (const [english, words] of Object.entries(catalog))
      expect([...new Set(holes(words))], english).toEqual(holes(english));
  });

  it('is Japanese in all but what is put in', () => {
    for (const [english, words] of Object.entries(catalog)) {
      const own = words.replace(/\{\d+\}/g, '').replace(/\p{P}|\s/gu, '');
      if (own !== '') expect(words, english).toMatch(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u);
      expect(words, english).not.toMatch(/[“”]/);
    }
  });
});

describe('a phrase', () => {
  afterEach(() => speak(null));

  const lastOf = (name: string, count: number): string => say`${name} is the last of ${count} items.`;
  const words = { '{0} is the last of {1} items.': '{1} 項目の最後は {0} です。' };

  it('is English, value by value, where no language was chosen', () => {
    expect(lastOf('Item (b)', 2)).toBe('Item (b) is the last of 2 items.');
  });

  it('has its values where the language wants them', () => {
    speak(words);
    expect(lastOf('Item (b)', 2)).toBe('2 項目の最後は Item (b) です。');
  });

  it('stays English where the language has no words for it', () => {
    speak({});
    expect(lastOf('Item (b)', 2)).toBe('Item (b) is the last of 2 items.');
  });

  it('is said in the language that was chosen last', () => {
    speak(words);
    lastOf('Item (b)', 2);
    speak({ '{0} is the last of {1} items.': '{0}/{1}' });
    expect(lastOf('Item (b)', 2)).toBe('Item (b)/2');
    speak(null);
    expect(lastOf('Item (b)', 2)).toBe('Item (b) is the last of 2 items.');
  });

  it('takes values as they are, whatever they look like', () => {
    speak(words);
    expect(lastOf('{1} $& \\', 0)).toBe('0 項目の最後は {1} $& \\ です。');
  });

  it('has no blanks between Japanese words', () => {
    speak(words);
    expect(lastOf('号', 3)).toBe('3 項目の最後は号です。');
    expect(lastOf('「号」', 3)).toBe('3 項目の最後は「号」です。');
  });
});
