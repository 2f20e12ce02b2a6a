import { readdirSync, readFileSync } from 'node:fs';
import { type AnyNode, type CallExpression, parse } from 'acorn';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);

function read(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

function texts(path: string): Record<string, string> {
  return JSON.parse(read(path));
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();
}

const sources = readdirSync(new URL('client/src/', root), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({
    name,
    calls: callsIn(transformSync(read(`client/src/${name}`), { loader: 'ts' }).code),
  }));

/** All calls in a program, however deep. */
function callsIn(code: string): CallExpression[] {
  const calls: CallExpression[] = [];
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    if ((node as Partial<AnyNode>).type === 'CallExpression') calls.push(node as CallExpression);
    for (const part of Object.values(node)) visit(part);
  };
  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }));
  return calls;
}

/** `object.name` or `name` of what is called. */
function calledName({ callee }: CallExpression): string {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return '';
  const object = callee.object.type === 'Identifier' ? `${callee.object.name}.` : '';
  return `${object}${callee.property.name}`;
}

describe('what the client says', () => {
  const said: string[] = [];
  const unclear: string[] = [];
  for (const { name, calls } of sources) {
    for (const call of calls) {
      const [first] = call.arguments;
      if (calledName(call) !== 'l10n.t') continue;
      if (first?.type === 'Literal' && typeof first.value === 'string') said.push(first.value);
      else unclear.push(name);
    }
  }

  it('is written out where it is said, so that it can be found', () => {
    expect(said.length).toBeGreaterThan(0);
    expect(unclear).toEqual([]);
  });

  it('is there in Japanese, and nothing else (l10n/bundle.l10n.ja.json)', () => {
    expect(Object.keys(texts('l10n/bundle.l10n.ja.json')).sort()).toEqual([...new Set(said)].sort());
  });

  it('has the same gaps to fill in Japanese', () => {
    for (const [english, japanese] of Object.entries(texts('l10n/bundle.l10n.ja.json')))
      expect(placeholders(japanese), english).toEqual(placeholders(english));
  });

  it('is never a message in one language only', () => {
    const messages = /show(?:Information|Warning|Error)Message$|setStatusBarMessage$/;
    const untranslated = sources.flatMap(({ name, calls }) =>
      calls
        .filter((call) => messages.test(calledName(call)))
        .filter(({ arguments: [first] }) => first?.type === 'Literal' || first?.type === 'TemplateLiteral')
        .map(() => name),
    );
    expect(untranslated).toEqual([]);
  });
});

describe('the texts of the manifest', () => {
  const english = texts('package.nls.json');
  const japanese = texts('package.nls.ja.json');
  const used = [...new Set(read('package.json').match(/(?<="%)[^"%]+(?=%")/g))].sort();

  it('are all there in English, and no others (package.nls.json)', () => {
    expect(Object.keys(english).sort()).toEqual(used);
  });

  it('are all there in Japanese, and no others (package.nls.ja.json)', () => {
    expect(Object.keys(japanese).sort()).toEqual(used);
  });

  it('keep the links to settings, and tell the same severities', () => {
    const severities: Record<string, string> = {
      error: 'エラー',
      warning: '警告',
      information: '情報',
      hint: 'ヒント',
      off: 'オフ',
    };
    for (const key of used) {
      const links = (text = '') => text.match(/`#[^`]+#`/g);
      expect(links(japanese[key]), key).toEqual(links(english[key]));
      const severity = /Without this key: (\w+)\.$/.exec(english[key] ?? '')?.[1];
      if (severity) expect(japanese[key]).toMatch(new RegExp(`既定: ${severities[severity]}。$`));
    }
  });

  it('stand where the manifest has a text for people', () => {
    const plain = read('package.json').match(/"(?:title|(?:markdown)?[dD]escription)": "[^%][^"]*"/g);
    expect(plain).toBeNull();
  });
});
