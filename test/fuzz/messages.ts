import * as protocol from 'vscode-languageserver';
import { notifications, requests } from '../../server/src/lsp/protocol/protocol.ts';
import type { EditGenerator } from '../core/edits.ts';

/** A message as it is put on the wire, before it is framed. */
export interface Message {
  readonly jsonrpc: '2.0';
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
}

/** Every request and notification that a client may send, and those of Proviso. */
const clientMethods: readonly string[] = [
  ...new Set(
    Object.values(protocol as Record<string, unknown>).flatMap((exported) => {
      const { method, messageDirection } = (exported ?? {}) as {
        method?: unknown;
        messageDirection?: unknown;
      };
      return typeof method === 'string' && messageDirection !== 'serverToClient' ? [method] : [];
    }),
  ),
  ...Object.values(requests),
  ...Object.values(notifications),
];

/** Those that begin or end a session stand in the script of one. */
const scripted = ['initialize', 'initialized', 'shutdown', 'exit'];

const ownNotifications: readonly string[] = Object.values(notifications);

const isNotification = (method: string): boolean =>
  ownNotifications.includes(method) ||
  method.startsWith('$/') ||
  /\/(?:did|willSave$)|^notebookDocument|window\/workDoneProgress\/cancel/.test(method);

const askable = clientMethods.filter((method) => !scripted.includes(method) && !isNotification(method));
const tellable = clientMethods.filter((method) => !scripted.includes(method) && isNotification(method));

/** Makes the messages of a client that has lost its mind; the same seed makes the same. */
export class MessageGenerator {
  readonly #random: EditGenerator;
  readonly #texts: readonly string[];
  #id = 0;
  #version = 1;

  constructor(random: EditGenerator, texts: readonly string[]) {
    this.#random = random;
    this.#texts = texts;
  }

  request(method: string, params: unknown): Message {
    this.#id += 1;
    const id = this.#random.below(8) === 0 ? `id ${this.#id}` : this.#id;
    return { jsonrpc: '2.0', id, method, params };
  }

  next(): Message {
    const random = this.#random;
    const kind = random.below(20);
    if (kind < 8) return this.request(this.#pick(askable), this.#spoiled(this.#anyParams()));
    if (kind < 11) return this.request(this.#pick(askable), this.#anyParams());
    if (kind < 13) return this.#notification(this.#pick(tellable), this.#spoiled(this.#anyParams()));
    if (kind < 16) return this.#aboutText();
    if (kind < 17) return this.#notification('$/cancelRequest', { id: this.#anyId() });
    if (kind < 18)
      return this.request(random.pick(['no/such', '', 'constructor', '$/x', 'initialize']), this.#anything());
    if (kind < 19)
      return this.#notification(
        random.pick(['no/such', '__proto__', '$/x', 'initialized']),
        this.#anything(),
      );
    return random.pick<Message>([
      { jsonrpc: '2.0', id: this.#id, params: {} },
      { jsonrpc: '2.0' },
      { jsonrpc: '2.0', id: 'never asked', result: null } as Message,
      { jsonrpc: '2.0', id: 1_000_000, error: { code: 'x' } } as Message,
      { jsonrpc: '2.0', method: 3 } as unknown as Message,
    ]);
  }

  /** Opening, changing and closing, in any order and with any versions; mostly well formed, or little would be open. */
  #aboutText(): Message {
    const random = this.#random;
    const textDocument = { uri: this.#uri(), languageId: 'legal', version: this.#anyVersion() };
    const text = this.#pick(this.#texts);
    return random.pick<() => Message>([
      () => this.#notification('textDocument/didOpen', { textDocument: { ...textDocument, text } }),
      () => this.#notification('textDocument/didOpen', { textDocument: { ...textDocument, text } }),
      () => this.#notification('textDocument/didChange', { textDocument, contentChanges: this.#changes() }),
      () => this.#notification('textDocument/didChange', { textDocument, contentChanges: this.#changes() }),
      () =>
        this.#notification(
          'textDocument/didChange',
          this.#spoiled({ textDocument, contentChanges: this.#changes() }),
        ),
      () => this.#notification('textDocument/didClose', { textDocument }),
    ])();
  }

  #changes(): unknown[] {
    return Array.from({ length: this.#random.below(4) }, () =>
      this.#random.below(6) === 0
        ? { text: this.#pick(this.#texts) }
        : { range: this.#range(), text: this.#random.pick(['x', '', '\n', 'Section 9.9', '(a) ', '\ud800']) },
    );
  }

  /** Whatever any request may want, so that one bag does for all. */
  #anyParams(): Record<string, unknown> {
    const position = this.#position();
    const range = this.#range();
    const uri = this.#uri();
    const data = {
      textDocument: { uri },
      uri,
      id: 'instrument:',
      version: 1,
      offset: 3,
      operation: 'move up',
    };
    const item = { uri, name: 'Rent', kind: 5, range, selectionRange: range, data };
    return {
      ...item,
      textDocument: { uri, version: this.#anyVersion() },
      position,
      positions: [position, this.#position()],
      range,
      ranges: [range],
      context: {
        diagnostics: [],
        includeDeclaration: true,
        triggerKind: 1,
        only: this.#random.pick([undefined, [''], ['refactor']]),
      },
      options: { tabSize: 4, insertSpaces: true },
      newName: this.#random.pick(['Lease', '', '\n', '7.7', '“”', 'a'.repeat(300)]),
      query: this.#random.pick(['', 'rent', 'Article 2', '2.1(a)', ')))', '\u0000']),
      direction: 'next',
      ch: '\n',
      label: '2.1',
      item,
      previousResultId: this.#random.pick(['none', '', '1']),
      previousResultIds: [],
      command: this.#random.pick(['proviso.showCitations', 'no.such', 'constructor']),
      arguments: [this.#anything()],
      changes: [{ uri, type: 2 }],
      settings: { proviso: this.#anything() },
      event: { added: [], removed: [] },
      files: [{ oldUri: uri, newUri: this.#uri() }],
      value: 'off',
      text: this.#pick(this.#texts),
      token: 'x',
      id: this.#id,
    };
  }

  /** The same with members taken away or replaced by what does not belong there. */
  #spoiled(params: Record<string, unknown>): unknown {
    const random = this.#random;
    if (random.below(12) === 0) return this.#anything();
    const spoiled: Record<string, unknown> = structuredClone(params);
    for (let times = 1 + random.below(3); times > 0; times -= 1) {
      let inside = spoiled;
      for (;;) {
        const keys = Object.keys(inside);
        const key = keys[random.below(keys.length)];
        if (key === undefined) break;
        const member = inside[key];
        if (typeof member === 'object' && member !== null && random.below(2) === 0) {
          inside = member as Record<string, unknown>;
          continue;
        }
        if (random.below(3) === 0) delete inside[key];
        else inside[key] = this.#anything();
        break;
      }
    }
    return spoiled;
  }

  #anything(): unknown {
    return this.#random.pick<unknown>([
      null,
      true,
      0,
      -1,
      1.5,
      1e21,
      2 ** 53,
      '',
      'text',
      [],
      [null],
      [[1]],
      {},
      { toString: 1 },
      { length: 5 },
      { start: null, end: {} },
      JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
      this.#uri(),
      this.#range(),
    ]);
  }

  #anyId(): unknown {
    return this.#random.pick<unknown>([
      this.#id,
      this.#id - 1,
      this.#id - 5,
      `id ${this.#id}`,
      1e9,
      null,
      {},
      -1,
    ]);
  }

  #anyVersion(): unknown {
    this.#version += 1;
    return this.#random.pick<unknown>([
      this.#version,
      this.#version,
      this.#version,
      0,
      -7,
      null,
      1e300,
      'three',
    ]);
  }

  #uri(): string {
    return this.#random.pick([
      'file:///one.legal',
      'file:///one.legal',
      'file:///two.legal',
      'untitled:three',
      'file:///proviso.json',
      'file:///../../etc/passwd',
      'file://host/share/%00.legal',
      'http://example.invalid/four.legal',
      'no uri at all',
      '',
      'file:///%',
      'file:///one.legal#L1?x',
      '__proto__',
    ]);
  }

  #position(): unknown {
    const number = (): unknown =>
      this.#random.pick<unknown>([0, 0, 1, 2, 3, 5, 9, 12, 40, 2 ** 31, -1, 0.5, 1e300]);
    return { line: number(), character: number() };
  }

  #range(): unknown {
    return { start: this.#position(), end: this.#position() };
  }

  #pick<T>(choices: readonly T[]): T {
    return choices[this.#random.below(choices.length)] as T;
  }

  #notification(method: string, params: unknown): Message {
    return { jsonrpc: '2.0', method, params };
  }
}
