import { describe, expect, it } from 'vitest';
import type { CodeLens, InlayHint } from 'vscode-languageserver';
import { pullingClient, ServerProcess } from './serverProcess.ts';

const uri = 'file:///articles.legal';
const textDocument = { uri };
const text = `Article 1. (Name)
The name is Quay.

Article 2. (Seat)
The preceding Article stands.
`;
const everything = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

/** A client that has settings and asks again when it is told to. */
const settable = {
  ...pullingClient,
  workspace: {
    configuration: true,
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
};

class Asked {
  readonly server: ServerProcess;
  settings: unknown;
  readonly refreshed: string[] = [];

  private constructor(server: ServerProcess, settings: unknown) {
    this.server = server;
    this.settings = settings;
  }

  static async with(settings: unknown): Promise<Asked> {
    const server = new ServerProcess();
    const asked = new Asked(server, settings);
    server.connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => (section === 'proviso' ? asked.settings : null)),
    );
    for (const what of ['inlayHint', 'codeLens'])
      server.connection.onRequest(`workspace/${what}/refresh`, () => void asked.refreshed.push(what));
    await server.initialize(settable);
    await server.open(uri, text);
    return asked;
  }

  hints(): Promise<InlayHint[] | null> {
    return this.server.connection.sendRequest('textDocument/inlayHint', { textDocument, range: everything });
  }

  lenses(): Promise<CodeLens[] | null> {
    return this.server.connection.sendRequest('textDocument/codeLens', { textDocument });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.server[Symbol.asyncDispose]();
  }
}

const hint = {
  position: { line: 4, character: 21 },
  label: [
    { value: '= ' },
    {
      value: 'Article 1',
      location: { uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 16 } } },
    },
  ],
  paddingLeft: true,
};

const heading = { start: { line: 0, character: 0 }, end: { line: 0, character: 10 } };
const lens = {
  range: heading,
  command: {
    title: 'cited by 1',
    command: 'proviso.showCitations',
    arguments: [{ uri, position: heading.start }],
  },
};

describe('what is shown between the words', () => {
  it('are the meanings of citations, but no counts, unless settings say otherwise', async () => {
    await using asked = await Asked.with({});
    expect(await asked.hints()).toEqual([hint]);
    expect(await asked.lenses()).toBeNull();
  });

  it('is what the settings want, also when they change', async () => {
    await using asked = await Asked.with({ inlayHints: { citations: false }, codeLens: { citations: true } });
    expect(await asked.hints()).toBeNull();
    expect(await asked.lenses()).toEqual([lens]);
    asked.settings = {};
    await asked.server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await asked.hints()).toEqual([hint]);
    expect(await asked.lenses()).toBeNull();
    expect(asked.refreshed.sort()).toEqual(['codeLens', 'inlayHint']);
  });

  it('are the uses of terms above their definitions, where the settings want them', async () => {
    await using asked = await Asked.with({ codeLens: { terms: true } });
    const contentChanges = [{ text: '"Quay" means the pier. The Quay is long.' }];
    const change = { textDocument: { uri, version: 2 }, contentChanges };
    await asked.server.connection.sendNotification('textDocument/didChange', change);
    const place = { start: { line: 0, character: 1 }, end: { line: 0, character: 5 } };
    expect(await asked.lenses()).toEqual([
      {
        range: place,
        command: {
          title: 'used once',
          command: 'proviso.showCitations',
          arguments: [{ uri, position: place.start }],
        },
      },
    ]);
  });

  it('is what was sent by a client that cannot be asked', async () => {
    await using server = await ServerProcess.initialized();
    await server.open(uri, text);
    const settings = { proviso: { inlayHints: { citations: false } } };
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    const params = { textDocument, range: everything };
    expect(await server.connection.sendRequest('textDocument/inlayHint', params)).toBeNull();
  });
});
