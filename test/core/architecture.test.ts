import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';

const sources = fileURLToPath(new URL('../../server/src/', import.meta.url));
const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(sources, path), 'utf8') }));

interface Import {
  readonly from: string;
  /** As written, or, for a relative one, the path below server/src. */
  readonly to: string;
  readonly typeOnly: boolean;
}

/** Every import and re-export of a file; an import of nothing but types is gone once the file is compiled. */
function importsOf({ path, text }: (typeof files)[number]): Import[] {
  const compiled = new Set(specifiersOf(transformSync(text, { loader: 'ts', format: 'esm' }).code));
  return [...new Set(specifiersOf(text))].map((specifier) => ({
    from: path,
    to: specifier.startsWith('.')
      ? relative(sources, join(sources, dirname(path), specifier)).replaceAll('\\', '/')
      : specifier,
    typeOnly: !compiled.has(specifier),
  }));
}

function specifiersOf(code: string): string[] {
  const statement =
    /^(?:import|export)\b[^;'"]*?\bfrom\s*(["'])([^"']+)\1|^import\s*(["'])([^"']+)\3|\bimport\(\s*(["'])([^"']+)\5\s*\)/gm;
  return [...code.matchAll(statement)].map((found) => found[2] ?? found[4] ?? found[6] ?? '');
}

const imports = files.flatMap(importsOf);
const show = ({ from, to }: Import): string => `${from} imports ${to}`;
const inCore = (path: string): boolean => path.startsWith('core/');

describe('the walls of the house', () => {
  test('are looked for where the house stands', () => {
    expect(files.filter(({ path }) => inCore(path)).length).toBeGreaterThan(20);
    expect(imports.filter(({ from }) => inCore(from)).length).toBeGreaterThan(50);
    expect(imports.some(({ typeOnly }) => typeOnly)).toBe(true);
    expect(imports.some(({ from, to }) => from.startsWith('lsp/') && to === 'core/analysis.ts')).toBe(true);
  });

  test('the core imports nothing from outside of it but libraries', () => {
    const outside = imports.filter(({ from, to }) => {
      if (!inCore(from) || inCore(to)) return false;
      return (
        to.startsWith('.') || files.some(({ path }) => path === to) || isBuiltin(to) || /^vscode/.test(to)
      );
    });
    expect(outside.map(show)).toEqual([]);
  });

  test('the core and its libraries know no file system: they can be bundled without Node', async () => {
    const entryPoints = files.filter(({ path }) => inCore(path)).map(({ path }) => join(sources, path));
    const { errors } = await build({
      entryPoints,
      bundle: true,
      write: false,
      outdir: 'nowhere',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      logLevel: 'silent',
    }).catch((failure: { errors: Array<{ text: string }> }) => failure);
    expect(errors.map(({ text }) => text)).toEqual([]);
  });

  test('text stands by itself, the model on text, and neither the model nor the syntax on rules or features', () => {
    const room = (path: string) => path.split('/')[1] ?? '';
    const wrong = imports.filter(({ from, to }) => {
      if (!inCore(from) || !inCore(to)) return false;
      if (room(from) === 'text') return room(to) !== 'text';
      if (room(from) === 'model') return !['text', 'model'].includes(room(to));
      return room(from) === 'syntax' && ['rules', 'features'].includes(room(to));
    });
    expect(wrong.map(show)).toEqual([]);
  });

  test('adapters enter the core through its doors', () => {
    const doors =
      /^core\/(?:analysis|text\/say|resolve\/[^/]+|workspace\/[^/]+|rules\/(?:run|index|rule|fix|identity)|features\/(?:\w+\/)?[^/]+|format\/(?:format|options)|edits\/[^/]+|config\/[^/]+)\.ts$/;
    // Of the rest an adapter may take types, and four modules that hold plain data and what walks over it.
    const plain = [
      'core/model/provision.ts',
      'core/text/snapshot.ts',
      'core/text/limits.ts',
      'core/model/summary.ts',
    ];
    const plainData = (entry: Import) =>
      /^core\/(?:model|text)\//.test(entry.to) && (entry.typeOnly || plain.includes(entry.to));
    const wrong = imports.filter(
      (entry) => !inCore(entry.from) && inCore(entry.to) && !doors.test(entry.to) && !plainData(entry),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('the command line and the language server do not know each other, but where one starts the other', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        (from.startsWith('lsp/') && to.startsWith('cli/')) ||
        (from.startsWith('cli/') && to.startsWith('lsp/') && from !== 'cli/lsp.ts'),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test.each([
    [
      'lsp',
      [
        ['protocol', 'files'],
        ['documents'],
        ['workspace'],
        ['session'],
        ['reading', 'editing', 'views'],
        [''],
      ],
    ],
    ['core/features', [['provisions'], ['citations'], ['terms'], ['typeset'], ['']]],
  ])('the rooms of %s stand above each other, and arrows lead down', (house, floors) => {
    // What lies in the house outside of any room has no name, and stands on top.
    const roomOf = (path: string): string => path.slice(house.length + 1).replace(/\/?[^/]*$/, '');
    const floorOf = (path: string): number => floors.findIndex((rooms) => rooms.includes(roomOf(path)));
    const inside = (path: string): boolean => path.startsWith(`${house}/`);
    const between = imports.filter(
      ({ from, to }) => inside(from) && inside(to) && roomOf(from) !== roomOf(to),
    );
    expect(between.length).toBeGreaterThan(40);
    const wrong = between.filter(({ from, to }) => !(0 <= floorOf(to) && floorOf(to) < floorOf(from)));
    expect(wrong.map(show)).toEqual([]);
  });

  test('positions of the protocol are made in lsp/protocol/convert.ts alone', () => {
    const makesPositions = files.filter(
      ({ path, text }) =>
        path.startsWith('lsp/') &&
        path !== 'lsp/protocol/convert.ts' &&
        /\bcharacter\s*:|\b(?:Position|Range)\.create\b/.test(text),
    );
    expect(makesPositions.map(({ path }) => path)).toEqual([]);
  });
});

describe('no text leaves the machine', () => {
  test('nothing in the server imports a module that could send it', () => {
    const network =
      /^(?:node:)?(?:https?|http2|net|tls|dgram|dns|inspector)(?:\/|$)|^(?:undici|ws|axios|got|node-fetch|socket\.io)/;
    expect(imports.filter(({ to }) => network.test(to)).map(show)).toEqual([]);
  });

  test('nothing in the server calls what a platform offers for it', () => {
    const calls =
      /\b(?:fetch|sendBeacon|importScripts)\s*\(|\bnew\s+(?:WebSocket|XMLHttpRequest|EventSource|RTCPeerConnection)\b/;
    const code = files.map(({ path, text }) => ({ path, text: transformSync(text, { loader: 'ts' }).code }));
    expect(code.filter(({ text }) => calls.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('a file', () => {
  test('has one subject and fewer than 400 lines', () => {
    const long = files
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines >= 400);
    expect(long).toEqual([]);
  });

  test('is finished: it promises nothing for later', () => {
    const promise = /\b(?:TODO|FIXME|XXX|HACK)\b|not (?:yet )?implemented/i;
    expect(files.filter(({ text }) => promise.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
