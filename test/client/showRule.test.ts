import { readFileSync } from 'node:fs';
import { beforeEach, expect, it, vi } from 'vitest';
import { rules } from '../../server/src/core/rules/index.ts';

/** A stand-in for the few parts of the editor that the command touches. */
const editor = vi.hoisted(() => ({ hasPreview: true, shown: [] as string[] }));

vi.mock('vscode', () => ({
  Uri: {
    joinPath: (base: { path: string }, ...parts: string[]) => ({ path: [base.path, ...parts].join('/') }),
  },
  commands: {
    executeCommand: async (command: string, page: { path: string }) => {
      if (!editor.hasPreview) throw new Error(`command '${command}' not found`);
      editor.shown.push(`${command} ${page.path}`);
    },
  },
  window: { showTextDocument: async (page: { path: string }) => void editor.shown.push(`text ${page.path}`) },
}));

const { rulePageLink, showRule } = await import('../../client/src/commands/showRule.ts');
const show = (rule: unknown) => showRule({ path: '/extension' } as Parameters<typeof showRule>[0], rule);

beforeEach(() => {
  editor.hasPreview = true;
  editor.shown = [];
});

it('shows the page of each rule in the preview', async () => {
  for (const { id } of rules) await show(id);
  expect(editor.shown).toEqual(rules.map(({ id }) => `markdown.showPreview /extension/docs/rules/${id}.md`));
});

it.each([undefined, null, 5, '', '../../package', 'a/b', 'numbering-gap.md', ['numbering-gap']])(
  'shows the list of rules for %j',
  async (rule) => {
    await show(rule);
    expect(editor.shown).toEqual(['markdown.showPreview /extension/docs/rules/README.md']);
  },
);

it('shows the page as it is written where there is no preview', async () => {
  editor.hasPreview = false;
  await show('numbering-gap');
  expect(editor.shown).toEqual(['text /extension/docs/rules/numbering-gap.md']);
});

it('is called by the link with the name of the rule', () => {
  const [, command, query = ''] =
    /^command:([\w.]+)\?(.*)$/.exec(rulePageLink.replace('{rule}', 'numbering-gap')) ?? [];
  expect(command).toBe('proviso.showRule');
  expect(JSON.parse(decodeURIComponent(query))).toEqual(['numbering-gap']);
});

it('finds the pages in the package, with what they lead to', () => {
  const packed = readFileSync(new URL('../../.vscodeignore', import.meta.url), 'utf8').split('\n');
  expect(packed).toContain('!docs/rules/*.md');
  const linked = new Set<string>();
  for (const name of [...rules.map(({ id }) => id), 'README']) {
    const page = readFileSync(new URL(`../../docs/rules/${name}.md`, import.meta.url), 'utf8');
    for (const [, target = ''] of page.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)) linked.add(target);
  }
  const others = [...linked].filter((target) => !/^[\w-]+\.md$/.test(target));
  expect(packed).toContain('!docs/*.md');
  for (const target of others) expect(target).toMatch(/^\.\.\/[\w-]+\.md$/);
});
