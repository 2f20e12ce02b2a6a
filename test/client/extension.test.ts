import { beforeEach, expect, it, vi } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

/** A stand-in for the few parts of the editor that a start touches. */
const editor = vi.hoisted(() => ({
  documents: [] as { languageId: string }[],
  opened: (_: { languageId: string }): void => {},
  commands: new Map<string, (...args: unknown[]) => unknown>(),
  restorers: new Map<string, (panel: unknown, state: unknown) => Promise<void>>(),
}));

vi.mock('vscode', async () => ({
  ...(await import('./l10n.ts')),
  ConfigurationTarget: {},
  commands: {
    registerCommand: (name: string, run: () => unknown) => {
      editor.commands.set(name, run);
      return { dispose: () => {} };
    },
  },
  languages: {},
  window: {
    onDidChangeActiveTextEditor: () => ({ dispose: () => {} }),
    registerWebviewPanelSerializer: (
      type: string,
      serializer: { deserializeWebviewPanel(panel: unknown, state: unknown): Promise<void> },
    ) => {
      editor.restorers.set(type, serializer.deserializeWebviewPanel);
      return { dispose: () => {} };
    },
  },
  workspace: {
    get textDocuments() {
      return editor.documents;
    },
    onDidOpenTextDocument: (listener: typeof editor.opened) => {
      editor.opened = listener;
      return { dispose: () => {} };
    },
  },
}));

const context = { subscriptions: [], globalState: {}, workspaceState: {} };
const done: unknown[] = [];
const support = {
  commands: new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...args: unknown[]) =>
          void done.push([name, ...args]),
    },
  ),
  restore: vi.fn(async () => {}),
  stop: vi.fn(async () => {}),
};
const load = vi.fn(async () => support);

/** A fresh start of the extension, as in a new window. */
async function start() {
  vi.resetModules();
  const extension = await import('../../client/src/extension.ts');
  type Activate = Parameters<typeof extension.activateWith>;
  extension.activateWith(context as unknown as Activate[0], load as unknown as Activate[1]);
  return extension;
}

beforeEach(() => {
  editor.documents = [{ languageId: 'plaintext' }];
  editor.commands.clear();
  done.length = 0;
  vi.clearAllMocks();
});

it('loads nothing for a plain text, and ends without ado', async () => {
  const { deactivate } = await start();
  editor.opened({ languageId: 'markdown' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(load).not.toHaveBeenCalled();
  await deactivate();
  expect(support.stop).not.toHaveBeenCalled();
});

it('loads its support for a page that the editor brings back, by the types that wake it', async () => {
  await start();
  const panel = {};
  const state = { document: 'file:///lease.agreement' };
  await editor.restorers.get('proviso.map')?.(panel, state);
  expect(load).toHaveBeenCalledOnce();
  expect(support.restore).toHaveBeenCalledWith('proviso.map', panel, state);
  const woken = manifest.activationEvents.filter((event) => event.startsWith('onWebviewPanel:'));
  expect(woken).toEqual([...editor.restorers.keys()].map((type) => `onWebviewPanel:${type}`));
});

it('loads its support once, for the first legal document', async () => {
  const { deactivate } = await start();
  editor.opened({ languageId: 'legal' });
  editor.opened({ languageId: 'legal' });
  await editor.commands.get('proviso.goToProvision')?.('16.4(2)');
  expect(load).toHaveBeenCalledOnce();
  expect(done).toEqual([['goToProvision', '16.4(2)']]);
  await deactivate();
  expect(support.stop).toHaveBeenCalledOnce();
});

it('loads its support by itself where a legal document is open, once it is active', async () => {
  editor.documents.push({ languageId: 'legal' });
  await start();
  expect(load).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(load).toHaveBeenCalledOnce());
});

it('has each command of package.json, and no other', async () => {
  const { contributes } = await import('../../package.json');
  await start();
  expect([...editor.commands.keys()].sort()).toEqual(
    contributes.commands.map(({ command }) => command).sort(),
  );
});
