import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** The patterns of .vscodeignore that let files into the package. */
const packed = read('.vscodeignore')
  .split('\n')
  .filter((line) => line.startsWith('!'))
  .map((line) => new RegExp(`^${line.slice(1).replace(/[.]/g, '\\.').replace(/\*/g, '[^/]*')}$`));

function isPacked(path: string): boolean {
  return existsSync(new URL(path, root)) && packed.some((pattern) => pattern.test(path));
}

describe('the package', () => {
  it('holds the pictures of its page, and the pages that it leads to', () => {
    const targets = [...read('README.md').matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(
      ([, target = '']) => target,
    );
    expect(targets.filter((target) => target.endsWith('.png')).length).toBeGreaterThan(3);
    // What is only of use in a copy of the repository.
    const ofTheRepository = ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'LICENSE'];
    expect(targets.filter((target) => !isPacked(target) && !ofTheRepository.includes(target))).toEqual([]);
  });

  it('holds what the manifest names', () => {
    const { contributes } = manifest;
    const named = [
      manifest.icon,
      ...contributes.snippets.map(({ path }) => path),
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.image)),
    ];
    expect(named.filter((path) => !isPacked(path.replace(/^\.\//, '')))).toEqual([]);
    expect(packed.some((pattern) => pattern.test(manifest.main.replace(/^\.\//, '')))).toBe(true);
    expect(packed.some((pattern) => pattern.test(manifest.browser.replace(/^\.\//, '')))).toBe(true);
  });

  it('holds no picture that nobody is shown', () => {
    const pages = [
      'README.md',
      'package.json',
      ...readdirSync(new URL('docs', root)).flatMap((name) => (name.endsWith('.md') ? `docs/${name}` : [])),
    ];
    const shown = pages.map(read).join('\n');
    const pictures = readdirSync(new URL('docs/images', root)).filter((name) => name.endsWith('.png'));
    expect(pictures.filter((name) => !shown.includes(`images/${name}`))).toEqual([]);
  });
});

/** The editor has a command for each view that shows it. */
function isView(command: string): boolean {
  const views = Object.values(manifest.contributes.views).flat();
  return views.some(({ id }) => command === `${id}.focus`);
}

describe('the walkthrough', () => {
  it('leads to commands that there are', () => {
    const texts: Record<string, string> = JSON.parse(read('package.nls.json'));
    const own = new Set(manifest.contributes.commands.map(({ command }) => command));
    const linked = Object.values(texts).flatMap((text) =>
      [...text.matchAll(/\(command:(proviso\.[\w.]+)/g)].map(([, command = '']) => command),
    );
    expect(linked.length).toBeGreaterThan(4);
    expect(linked.filter((command) => !own.has(command) && !isView(command))).toEqual([]);
  });

  it('leads to the same commands in Japanese', () => {
    const [english, japanese]: Record<string, string>[] = ['package.nls.json', 'package.nls.ja.json'].map(
      (path) => JSON.parse(read(path)),
    );
    const commands = (text = '') => text.match(/\(command:[^)]+\)/g);
    for (const [key, text] of Object.entries(english ?? {}))
      expect(commands(japanese?.[key]), key).toEqual(commands(text));
  });
});

describe('the commands', () => {
  it('are in one category, and each key has one', () => {
    const { commands, keybindings } = manifest.contributes;
    expect(new Set(commands.map(({ category }) => category))).toEqual(new Set(['Proviso']));
    const keys = keybindings.map(({ key, when }) => `${key} ${when}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
