import { PassThrough } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  ProtocolConnection,
  PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextSnapshot } from '../../server/src/core/text/snapshot.ts';
import type { Clock } from '../../server/src/lsp/documents/schedule.ts';
import { Typing } from '../../server/src/lsp/documents/typing.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import { plainClient, pullingClient } from './serverProcess.ts';

const lease = `Article 1. (Boat)
The Lessor leases the boat.

Article 2. (Rent)
The rent is ten shillings.

Article 3. (Return)
The Lessee returns the boat.

Article 4. (Oars)
The oars are part of the boat.


Notices are given in writing.
`;
const refreshable: ClientCapabilities = {
  ...pullingClient,
  workspace: { ...pullingClient.workspace, diagnostics: { refreshSupport: true } },
};
const shown = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ range, message }) => `${range.start.line}: ${String(message).split(':')[0]}`);
const another = '12: There is another Article 4 on line 10';

describe('what is found on the line that is typed', () => {
  it('waits for a pause, which has it asked for', async () => {
    const editor = await Editor.open(refreshable, lease);
    await editor.type(12, 'Article 4');
    expect(shown(await editor.pull())).toEqual([]);
    await editor.type(12, '. (Notice)');
    expect(shown(await editor.pull())).toEqual([]);
    await editor.pass(999);
    expect(editor.refreshes).toBe(0);
    await editor.pass(1);
    expect(editor.refreshes).toBe(1);
    expect(shown(await editor.pull())).toEqual([another]);
  });

  it('waits no longer once another line is typed', async () => {
    const editor = await Editor.open(refreshable, lease);
    await editor.type(12, 'Article 4. (Notice)');
    expect(shown(await editor.pull())).toEqual([]);
    await editor.type(12, '\n');
    expect(shown(await editor.pull())).toEqual([another]);
  });

  it('is published after the pause where it cannot be asked for', async () => {
    const editor = await Editor.open(plainClient, lease);
    await editor.type(12, 'Article 4. (Notice)');
    await editor.pass(200);
    const [waiting] = await editor.publishedOf(2);
    expect(waiting?.diagnostics).toEqual([]);
    await editor.pass(1_000);
    const [, after] = await editor.publishedOf(2, 2);
    expect(shown(after?.diagnostics ?? [])).toEqual([another]);
  });

  it('is shown at once to a client that would never ask again', async () => {
    const editor = await Editor.open(pullingClient, lease);
    await editor.type(12, 'Article 4. (Notice)');
    expect(shown(await editor.pull())).toEqual([another]);
  });

  it('has no quick fix before it is shown', async () => {
    const editor = await Editor.open(refreshable, lease);
    await editor.type(12, 'Article 4. (Notice)');
    expect(await editor.quickFixes(12)).toEqual([]);
    await editor.pass(1_000);
    expect(await editor.quickFixes(12)).toContain('Ignore duplicate-number here');
  });

  it('is asked for by nobody once the document is closed or was never wrong', async () => {
    const editor = await Editor.open(refreshable, lease);
    await editor.type(4, ' It is due on Monday.');
    await editor.pull();
    await editor.pass(1_000);
    await editor.type(12, 'Article 4. (Notice)');
    await editor.pull();
    await editor.close();
    await editor.pass(1_000);
    expect(editor.refreshes).toBe(0);
  });
});

describe('what was found before', () => {
  const twice = lease.replace('Article 4', 'Article 3');

  it('stays while its line is typed and it stays the same', async () => {
    const editor = await Editor.open(refreshable, twice);
    const before = shown(await editor.pull());
    expect(before).toEqual(['9: There is another Article 3 on line 7']);
    await editor.type(9, ' (Sails)');
    expect(shown(await editor.pull())).toEqual(before);
    await editor.type(1, '\n');
    expect(shown(await editor.pull())).toEqual(['10: There is another Article 3 on line 8']);
    await editor.type(10, '.');
    expect(shown(await editor.pull())).toEqual(['10: There is another Article 3 on line 8']);
  });

  it('goes at once when it is mended, and what takes its place waits', async () => {
    const editor = await Editor.open(refreshable, twice);
    await editor.pull();
    await editor.replace(9, 8, 9, '6');
    expect(shown(await editor.pull())).toEqual([]);
    await editor.pass(1_000);
    expect(shown(await editor.pull())).toEqual(['9: Article 6 follows Article 3']);
    await editor.replace(9, 8, 9, '4');
    expect(shown(await editor.pull())).toEqual([]);
  });
});

it('what is found elsewhere is shown at once', async () => {
  const editor = await Editor.open(refreshable, lease);
  await editor.pull();
  await editor.replace(3, 8, 9, '3');
  // On the typed line itself it would be said that Article 2 is missing.
  expect(shown(await editor.pull())).toEqual(['6: There is another Article 3 on line 4']);
  await editor.pass(1_000);
  expect(shown(await editor.pull())).toEqual([
    '3: Article 3 follows Article 1',
    '6: There is another Article 3 on line 4',
  ]);
});

describe('the typed lines', () => {
  const uri = 'file:///lease.legal';
  const linesBehind = (...changes: [number, number, number, number, string][]) => {
    const typing = new Typing(new HandClock(), () => {});
    const contentChanges = changes.map(([startLine, startCharacter, endLine, endCharacter, text]) => ({
      range: {
        start: { line: startLine, character: startCharacter },
        end: { line: endLine, character: endCharacter },
      },
      text,
    }));
    typing.changed({ textDocument: { uri, version: 2 }, contentChanges });
    return typing.lines(uri);
  };

  it.each([
    ['a key', [[3, 5, 3, 5, 'x']], [3]],
    ['Enter at the end of a line', [[3, 5, 3, 5, '\r\n']], [4]],
    ['Enter before a line', [[3, 0, 3, 0, '\n']], []],
    ['Delete Line', [[3, 0, 4, 0, '']], []],
    ['Backspace that joins two lines', [[3, 7, 4, 0, '']], [3]],
    ['a paste of whole lines', [[3, 0, 3, 0, 'one\ntwo\n']], []],
    ['a paste that ends within a line', [[3, 2, 3, 2, 'one\rtwo']], [4]],
    [
      'two carets, the lower told first',
      [
        [9, 1, 9, 1, 'x'],
        [3, 1, 3, 1, 'x\nx'],
      ],
      [10, 4],
    ],
    [
      'two carets in one line',
      [
        [9, 5, 9, 5, 'x'],
        [9, 1, 9, 1, 'x'],
      ],
      [9],
    ],
    [
      'a typed line that is gone',
      [
        [9, 1, 9, 1, 'x'],
        [2, 4, 12, 3, ''],
      ],
      [2],
    ],
  ] as [string, [number, number, number, number, string][], number[]][])(
    'behind %s',
    (_, changes, expected) => {
      expect(linesBehind(...changes)).toEqual(expected);
    },
  );

  it('are none where the whole text was replaced', () => {
    const typing = new Typing(new HandClock(), () => {});
    typing.changed({ textDocument: { uri, version: 2 }, contentChanges: [{ text: lease }] });
    expect(typing.lines(uri)).toEqual([]);
  });
});

/** A clock that stands still until it is moved. */
class HandClock implements Clock {
  #now = 0;
  readonly #calls = new Set<{ at: number; call: () => void }>();

  after(milliseconds: number, call: () => void): () => void {
    const waiting = { at: this.#now + milliseconds, call };
    this.#calls.add(waiting);
    return () => this.#calls.delete(waiting);
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
    // A set goes on to what is added meanwhile.
    for (const waiting of this.#calls) {
      if (waiting.at > this.#now) continue;
      this.#calls.delete(waiting);
      waiting.call();
    }
  }
}

/** A server in this process, whose clock is moved by hand, and a document that is typed in. */
class Editor {
  static readonly uri = 'file:///lease.legal';
  refreshes = 0;
  readonly #published: PublishDiagnosticsParams[] = [];
  readonly #clock = new HandClock();
  readonly #client: ProtocolConnection;
  #text = '';
  #version = 1;

  private constructor() {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    startServer(server, { files: null, clock: this.#clock });
    this.#client = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    onTestFinished(() => {
      this.#client.dispose();
      server.dispose();
    });
    this.#client.onNotification('textDocument/publishDiagnostics', (params) => {
      this.#published.push(params);
    });
    this.#client.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes += 1;
      return null;
    });
    this.#client.listen();
  }

  static async open(capabilities: ClientCapabilities, text: string): Promise<Editor> {
    const editor = new Editor();
    await editor.#client.sendRequest('initialize', { processId: null, rootUri: null, capabilities });
    const textDocument = { uri: Editor.uri, languageId: 'legal', version: 1, text };
    await editor.#client.sendNotification('textDocument/didOpen', { textDocument });
    editor.#text = text;
    return editor;
  }

  /** At the end of a line. */
  type(line: number, text: string): Promise<void> {
    const { length } = new TextSnapshot(this.#text).lineText(line);
    return this.replace(line, length, length, text);
  }

  async replace(line: number, from: number, until: number, text: string): Promise<void> {
    const start = new TextSnapshot(this.#text).lineStart(line);
    this.#text = this.#text.slice(0, start + from) + text + this.#text.slice(start + until);
    this.#version += 1;
    await this.#client.sendNotification('textDocument/didChange', {
      textDocument: { uri: Editor.uri, version: this.#version },
      contentChanges: [
        { range: { start: { line, character: from }, end: { line, character: until } }, text },
      ],
    });
  }

  async pull(): Promise<Diagnostic[]> {
    const report = await this.#client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: Editor.uri },
    });
    return report.kind === 'full' ? report.items : [];
  }

  async quickFixes(line: number): Promise<string[]> {
    const place = { line, character: 3 };
    const actions = await this.#client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: Editor.uri },
      range: { start: place, end: place },
      context: { diagnostics: [] },
    });
    return actions.map(({ title }) => title);
  }

  /** Lets time pass on the server's clock once it has read what was sent, and waits for what it says then. */
  async pass(milliseconds: number): Promise<void> {
    await this.#readAll();
    this.#clock.pass(milliseconds);
    await this.#readAll();
  }

  /** What was published of a version, once it is so many reports. */
  async publishedOf(version: number, count = 1): Promise<PublishDiagnosticsParams[]> {
    for (;;) {
      const found = this.#published.filter((params) => params.version === version);
      if (found.length >= count) return found;
      await this.#readAll();
    }
  }

  close(): Promise<void> {
    return this.#client.sendNotification('textDocument/didClose', { textDocument: { uri: Editor.uri } });
  }

  /** Messages are read in their order, so that an answer tells that all before it are read. */
  async #readAll(): Promise<void> {
    await this.#client.sendRequest('textDocument/foldingRange', { textDocument: { uri: Editor.uri } });
  }
}
