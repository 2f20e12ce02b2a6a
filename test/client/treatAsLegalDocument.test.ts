import { beforeEach, expect, it, vi } from 'vitest';

/** A stand-in for the few parts of the editor that the command touches. */
const editor = vi.hoisted(() => ({
  path: '',
  untitled: false,
  folders: [{}] as object[] | undefined,
  settings: { globalValue: {}, workspaceValue: {} } as Record<string, Record<string, string>>,
  asked: [] as string[],
  pressed: undefined as string | undefined,
  written: [] as unknown[],
}));

vi.mock('vscode', async () => ({
  ...(await import('./l10n.ts')),
  ConfigurationTarget: { Global: 'global', Workspace: 'workspace' },
  languages: { setTextDocumentLanguage: async (document: object) => document },
  window: {
    get activeTextEditor() {
      return { document: { uri: { path: editor.path }, isUntitled: editor.untitled } };
    },
    showInformationMessage: async (question: string, ...places: string[]) => {
      editor.asked.push(`${question} [${places.join('] [')}]`);
      return editor.pressed;
    },
  },
  workspace: {
    get workspaceFolders() {
      return editor.folders;
    },
    getConfiguration: () => ({
      get: () => ({ ...editor.settings.globalValue, ...editor.settings.workspaceValue }),
      inspect: () => editor.settings,
      update: async (...written: unknown[]) => void editor.written.push(written),
    }),
  },
}));

const { treatAsLegalDocument } = await import('../../client/src/commands/treatAsLegalDocument.ts');

beforeEach(() => {
  Object.assign(editor, { path: '/home/Lease.txt', untitled: false, folders: [{}], pressed: undefined });
  Object.assign(editor, { settings: { globalValue: {}, workspaceValue: {} }, asked: [], written: [] });
});

async function run(): Promise<void> {
  await treatAsLegalDocument();
  // The offer goes on after the command is done.
  await new Promise((resolve) => setImmediate(resolve));
}

it('offers to remember the name of the file, and writes nothing when nobody wants that', async () => {
  await run();
  expect(editor.asked).toEqual([
    'Always open files named “Lease.txt” as legal documents? [In This Workspace] [Everywhere]',
  ]);
  expect(editor.written).toEqual([]);
});

it('adds the name to what is already remembered at the same level', async () => {
  editor.settings = { globalValue: { '*.g': 'global' }, workspaceValue: { '*.w': 'workspace' } };
  editor.pressed = 'In This Workspace';
  await run();
  editor.pressed = 'Everywhere';
  await run();
  expect(editor.written).toEqual([
    ['associations', { '*.w': 'workspace', 'Lease.txt': 'legal' }, 'workspace'],
    ['associations', { '*.g': 'global', 'Lease.txt': 'legal' }, 'global'],
  ]);
});

it('takes signs of a pattern in the name for what they are', async () => {
  editor.path = '/home/Lease [draft] {2}.txt';
  editor.pressed = 'Everywhere';
  await run();
  expect(editor.written).toEqual([['associations', { 'Lease [[]draft[]] [{]2[}].txt': 'legal' }, 'global']]);
});

it('offers no workspace where there is none', async () => {
  editor.folders = undefined;
  await run();
  expect(editor.asked.join()).not.toContain('In This Workspace');
});

it('does not ask about a file that has no name yet, nor twice about the same', async () => {
  editor.untitled = true;
  await run();
  Object.assign(editor, { untitled: false, settings: { globalValue: { 'Lease.txt': 'legal' } } });
  await run();
  expect(editor.asked).toEqual([]);
});
