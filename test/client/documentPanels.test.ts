import { beforeEach, expect, it, vi } from 'vitest';

type Listener = (event: unknown) => void;

/** A stand-in for the parts of the editor that a page beside a document needs. */
const editor = vi.hoisted(() => ({
  listeners: { changed: new Set<Listener>(), closed: new Set<Listener>() },
  /** The files that can be opened, with their languages. */
  files: new Map<string, string>(),
  open: new Set<string>(),
  tabs: [] as string[],
  inFront: '',
  panels: [] as ReturnType<typeof panelOf>[],
}));

const uriOf = (text: string) => ({ path: new URL(text).pathname, toString: () => text });
const documentOf = (text: string) => ({ uri: uriOf(text), languageId: editor.files.get(text) });

function panelOf(type: string) {
  const disposed = new Set<() => void>();
  const panel = {
    type,
    isOpen: true,
    reveal: vi.fn(),
    webview: {
      html: '',
      asWebviewUri: String,
      onDidReceiveMessage: () => ({ dispose: () => {} }),
      postMessage: vi.fn(),
    },
    onDidDispose: (listener: () => void) => {
      disposed.add(listener);
      return { dispose: () => disposed.delete(listener) };
    },
    dispose: () => {
      panel.isOpen = false;
      for (const listener of [...disposed]) listener();
    },
  };
  return panel;
}

vi.mock('vscode', async () => {
  const listenTo = (listeners: Set<Listener>) => (listener: Listener) => {
    listeners.add(listener);
    return { dispose: () => listeners.delete(listener) };
  };
  class TabInputText {
    readonly uri: unknown;
    constructor(uri: unknown) {
      this.uri = uri;
    }
  }
  return {
    ...(await import('./l10n.ts')),
    TabInputText,
    ViewColumn: { Beside: -2 },
    Disposable: {
      from: (...all: { dispose(): void }[]) => ({
        dispose: () => {
          for (const one of all) one.dispose();
        },
      }),
    },
    Uri: { parse: uriOf, joinPath: (uri: unknown, ...names: string[]) => [uri, ...names].join('/') },
    languages: {
      setTextDocumentLanguage: async (document: { uri: unknown }, language: string) => {
        editor.files.set(String(document.uri), language);
        return documentOf(String(document.uri));
      },
    },
    window: {
      get activeTextEditor() {
        return { document: documentOf(editor.inFront) };
      },
      get tabGroups() {
        return { all: [{ tabs: editor.tabs.map((text) => ({ input: new TabInputText(uriOf(text)) })) }] };
      },
      createWebviewPanel: (type: string) => {
        const panel = panelOf(type);
        editor.panels.push(panel);
        return panel;
      },
    },
    workspace: {
      get textDocuments() {
        return [...editor.open].map(documentOf);
      },
      onDidChangeTextDocument: listenTo(editor.listeners.changed),
      onDidCloseTextDocument: listenTo(editor.listeners.closed),
      openTextDocument: async (uri: unknown) => {
        if (!editor.files.has(String(uri))) throw new Error('There is no such file.');
        editor.open.add(String(uri));
        return documentOf(String(uri));
      },
    },
  };
});

const { DocumentPanels } = await import('../../client/src/panels/documentPanels.ts');
type Panel = Parameters<InstanceType<typeof DocumentPanels>['restore']>[0];

const lease = 'file:///deal/lease.agreement';
const update = vi.fn(async () => {});

function makePanels() {
  const kind: ConstructorParameters<typeof DocumentPanels>[0] = {
    type: 'proviso.preview',
    script: 'preview.js',
    keepsFocus: true,
    quietMilliseconds: 0,
    title: (name) => `Preview of ${name}`,
    body: () => '<main></main>',
    serve: () => ({ receive: async () => {}, update }),
  };
  return new DocumentPanels(kind, uriOf('file:///extension') as never);
}

async function restored(state: unknown) {
  const panel = panelOf('proviso.preview');
  await makePanels().restore(panel as unknown as Panel, state);
  return panel;
}

/** What the editor tells when it lets go of a document. */
async function close(text: string) {
  for (const listener of [...editor.listeners.closed]) listener(documentOf(text));
  await new Promise((resolve) => setTimeout(resolve));
}

beforeEach(() => {
  for (const listeners of Object.values(editor.listeners)) listeners.clear();
  editor.files = new Map([[lease, 'legal']]);
  editor.open = new Set([lease]);
  editor.tabs = [lease];
  editor.inFront = lease;
  editor.panels = [];
  update.mockClear();
});

it('a document has one page, which keeps its address and follows it', async () => {
  const panels = makePanels();
  panels.show();
  panels.show();
  expect(editor.panels).toHaveLength(1);
  const [panel] = editor.panels;
  expect(panel?.reveal).toHaveBeenCalledOnce();
  expect(panel?.webview.html).toContain(`data-document="${lease}"`);
  for (const changed of editor.listeners.changed) {
    changed({ document: documentOf(lease) });
    changed({ document: documentOf('file:///deal/side-letter.agreement') });
  }
  await vi.waitFor(() => expect(update).toHaveBeenCalledOnce());
  panels.dispose();
  expect(panel?.isOpen).toBe(false);
  expect(editor.listeners.changed.size).toBe(0);
});

it('a page comes back with its document, which is read as legal as it was before', async () => {
  const panel = await restored({ document: lease });
  expect(panel.webview.html).toContain('Preview of lease.agreement');
  const letter = 'file:///deal/letter.txt';
  editor.files.set(letter, 'plaintext');
  expect((await restored({ document: letter })).isOpen).toBe(true);
  expect(editor.files.get(letter)).toBe('legal');
});

it.each([
  ['whose document is gone', { document: 'file:///deal/gone.agreement' }],
  ['that kept nothing', undefined],
  ['that kept something else', { document: 7 }],
])('a page %s does not come back', async (_, state) => {
  expect((await restored(state)).isOpen).toBe(false);
});

it('a page closes with its document', async () => {
  const panel = await restored({ document: lease });
  editor.tabs = [];
  editor.open.delete(lease);
  await close(lease);
  expect(panel.isOpen).toBe(false);
});

it('a page closes where its document is no longer taken for a legal one', async () => {
  const panel = await restored({ document: lease });
  await close(lease);
  expect(panel.isOpen).toBe(false);
});

it('a page stays while its document has a tab that was not looked at yet', async () => {
  const panel = await restored({ document: lease });
  editor.open.delete(lease);
  await close(lease);
  expect(panel.isOpen).toBe(true);
  expect(editor.open).toContain(lease);
});
