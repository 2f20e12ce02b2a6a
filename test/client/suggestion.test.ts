import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';

/** A stand-in for the few parts of the editor that the suggestion touches. */
const editor = vi.hoisted(() => ({
  active: undefined as { document: object } | undefined,
  listeners: [] as ((editor: { document: object } | undefined) => void)[],
  asked: [] as string[],
  pressed: undefined as string | undefined,
  languages: [] as string[],
  written: [] as unknown[],
}));

vi.mock('vscode', async () => ({
  ...(await import('./l10n.ts')),
  ConfigurationTarget: { Global: 'global', Workspace: 'workspace' },
  languages: {
    setTextDocumentLanguage: async (document: object, language: string) => {
      editor.languages.push(language);
      return document;
    },
  },
  window: {
    get activeTextEditor() {
      return editor.active;
    },
    onDidChangeActiveTextEditor: (listener: (typeof editor.listeners)[number]) => {
      editor.listeners.push(listener);
      return { dispose: () => {} };
    },
    showInformationMessage: async (question: string, ...answers: string[]) => {
      editor.asked.push(`${question} [${answers.join('] [')}]`);
      return editor.pressed;
    },
  },
  workspace: {
    workspaceFolders: [{}],
    getConfiguration: () => ({
      inspect: () => ({ globalValue: {}, workspaceValue: { '*.w': 'workspace' } }),
      update: async (...written: unknown[]) => void editor.written.push(written),
    }),
  },
}));

const { suggestTreatingAsLegal } = await import('../../client/src/suggestion.ts');

const agreement = readFileSync(
  new URL('../../samples/services-agreement.agreement', import.meta.url),
  'utf8',
).split('\n');

function documentAt(path: string, changes: object = {}) {
  return {
    isUntitled: false,
    languageId: 'plaintext',
    uri: { scheme: 'file', path, toString: () => `file://${path}` },
    lineCount: agreement.length,
    lineAt: (line: number) => ({ text: agreement[line] ?? '' }),
    ...changes,
  };
}

function memory() {
  const kept = new Map<string, unknown>();
  return {
    get: (key: string, otherwise?: unknown) => kept.get(key) ?? otherwise,
    update: async (key: string, value: unknown) => void kept.set(key, value),
  };
}

let states: { globalState: ReturnType<typeof memory>; workspaceState: ReturnType<typeof memory> };

/** Opens a window on what was remembered before, with the documents one after the other. */
async function open(...documents: object[]): Promise<string[]> {
  editor.asked = [];
  editor.listeners = [];
  editor.active = undefined;
  suggestTreatingAsLegal(states as unknown as Parameters<typeof suggestTreatingAsLegal>[0]);
  for (const document of documents) {
    for (const listener of editor.listeners) listener({ document });
    await new Promise((resolve) => setImmediate(resolve));
  }
  return editor.asked;
}

beforeEach(() => {
  states = { globalState: memory(), workspaceState: memory() };
  Object.assign(editor, { pressed: undefined, languages: [], written: [] });
});

describe('a plain text that reads like a legal document', () => {
  it('is asked about once', async () => {
    expect(await open(documentAt('/lease.txt'), documentAt('/lease.txt'))).toEqual([
      '“lease.txt” reads like a legal document. Show its structure and check its numbering? [Treat as Legal Document] [Not This File] [Never]',
    ]);
    expect(await open(documentAt('/lease.txt'))).toEqual([]);
    expect(editor.languages).toEqual([]);
  });

  it('becomes one, and is remembered as one', async () => {
    editor.pressed = 'Treat as Legal Document';
    await open(documentAt('/lease.txt', { languageId: 'markdown' }));
    expect(editor.languages).toEqual(['legal']);
    expect(editor.written).toEqual([
      ['associations', { '*.w': 'workspace', 'lease.txt': 'legal' }, 'workspace'],
    ]);
  });

  it('is not asked about where one answer was "Never"', async () => {
    editor.pressed = 'Never';
    await open(documentAt('/lease.txt'));
    expect(await open(documentAt('/other.txt'))).toEqual([]);
  });

  it('does not keep the others from being asked about', async () => {
    editor.pressed = 'Not This File';
    await open(documentAt('/lease.txt'));
    expect(await open(documentAt('/lease.txt'), documentAt('/other.txt'))).toHaveLength(1);
  });
});

it.each([
  ['no file', documentAt('/lease.txt', { isUntitled: true })],
  ['an earlier state of a file', documentAt('/lease.txt', { uri: { scheme: 'git', path: '/lease.txt' } })],
  ['a legal document already', documentAt('/lease.txt', { languageId: 'legal' })],
  ['a program', documentAt('/lease.ts', { languageId: 'typescript' })],
  ['the licence of a program', documentAt('/LICENSE.md')],
  ['another text', documentAt('/notes.txt', { lineCount: 1 })],
])('what is %s is not asked about', async (_, document) => {
  expect(await open(document)).toEqual([]);
});
