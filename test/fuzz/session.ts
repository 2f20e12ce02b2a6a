import { type ChildProcess, spawn } from 'node:child_process';
import type { EditGenerator } from '../core/edits.ts';
import { articles, bundle, plainClient, pullingClient } from '../protocol/serverProcess.ts';
import { withoutNetwork } from '../safety/guard.ts';
import { type Message, MessageGenerator } from './messages.ts';

export interface SessionCounts {
  messages: number;
  requests: number;
  results: number;
  errors: number;
  /** How often each code of an error was answered. */
  readonly codes: Record<string, number>;
}

/** What a server may answer to what makes no sense; an internal error is a fault of the server. */
const properErrors: readonly unknown[] = [
  -32700, -32600, -32601, -32602, -32002, -32800, -32801, -32802, -32803,
];

/** What the server logs when something of its own has failed; that a message makes no sense it may log as well. */
const faultsTold = /^(?:Error in|Notification handler|Request .* failed|An error reached|A promise failed)/;

/** No answer takes so long, however busy the machine is. */
const patience = 60_000;

/**
 * One life of the built server with a client that has lost its mind: requests before `initialize`, then so many messages,
 * some of them after a `shutdown` in the middle. Every request must be answered once, with a result or a proper error; a
 * sane client that comes after must be served; the process must end as the protocol says. Returns what was not so.
 */
export async function runSession(
  random: EditGenerator,
  texts: readonly string[],
  messages: number,
): Promise<{ readonly counts: SessionCounts; readonly faults: readonly string[] }> {
  const wire = new Wire(random);
  const generator = new MessageGenerator(random, texts);
  const shutdownAt = random.below(3) === 0 ? random.below(messages) : -1;
  let isShutDown = false;
  for (let early = random.below(6); early > 0; early -= 1) wire.send(generator.next());
  wire.send(generator.request('initialize', initializeParams(random)));
  const sane = { processId: null, rootUri: null, capabilities: pullingClient };
  wire.send(generator.request('initialize', sane));
  if (random.below(4) > 0) wire.send({ jsonrpc: '2.0', method: 'initialized', params: {} });
  for (let count = 0; count < messages && !wire.hasEnded; count += 1) {
    if (count === shutdownAt) {
      isShutDown = true;
      wire.send(generator.request('shutdown', null));
    }
    if (random.below(60) === 0) wire.sendRaw(brokenFrame(random));
    else wire.send(generator.next());
    if (random.below(12) === 0) await wire.settled();
  }
  await wire.settled();
  const faults = [...wire.faults()];
  if (!isShutDown && !wire.hasEnded) faults.push(...(await serveSaneClient(wire, generator)));
  if (!isShutDown) wire.send(generator.request('shutdown', null));
  await wire.settled();
  wire.send({ jsonrpc: '2.0', method: 'exit' });
  const code = await wire.ended;
  if (code !== 0) faults.push(`the server ended with ${code}`);
  faults.push(...wire.faults());
  return { counts: wire.counts, faults: [...new Set(faults)] };
}

async function serveSaneClient(wire: Wire, generator: MessageGenerator): Promise<string[]> {
  const uri = 'file:///sane.legal';
  const textDocument = { uri, languageId: 'legal', version: 1, text: articles };
  wire.send({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } });
  const symbols = await wire.ask(generator.request('textDocument/documentSymbol', { textDocument: { uri } }));
  return JSON.stringify(symbols).includes('Article 2') ? [] : ['a sane client is not served any more'];
}

function initializeParams(random: EditGenerator): object {
  const capabilities = random.pick<unknown>([
    pullingClient,
    pullingClient,
    plainClient,
    null,
    undefined,
    'all',
  ]);
  // A folder that is there would be read, and renaming waits until it is.
  const rootUri = random.pick<unknown>([null, 'file:///no/such/folder', 7]);
  const workspaceFolders = random.pick<unknown>([
    undefined,
    null,
    [],
    [{ uri: 'file:///x', name: 'x' }],
    [null],
    'x',
  ]);
  const initializationOptions = random.pick<unknown>([
    undefined,
    null,
    'x',
    { rulePage: 3, validatesConfiguration: 'x' },
  ]);
  return { processId: null, rootUri, capabilities, workspaceFolders, initializationOptions };
}

/** Frames whose length is right and whose content is none of JSON-RPC. */
function brokenFrame(random: EditGenerator): string {
  return random.pick([
    '{"broken"',
    '[]',
    '[{"jsonrpc":"2.0","id":"batch","method":"shutdown"}]',
    '3',
    'null',
    '"x"',
    '\u0000',
  ]);
}

/** The pipe to a server and back, with what is still to be answered. */
class Wire {
  readonly counts: SessionCounts = { messages: 0, requests: 0, results: 0, errors: 0, codes: {} };
  readonly ended: Promise<number | null>;
  hasEnded = false;
  readonly #child: ChildProcess;
  readonly #random: EditGenerator;
  readonly #waiting = new Map<number | string, string>();
  readonly #asked = new Map<number | string, (result: unknown) => void>();
  /** Answered when there is something to tell. */
  readonly #heldOpen = new Set<number | string>();
  readonly #faults: string[] = [];
  #received = Buffer.alloc(0);
  #wake: () => void = () => {};

  constructor(random: EditGenerator) {
    this.#random = random;
    const args = [...withoutNetwork, bundle('server.node.cjs'), '--stdio'];
    this.#child = spawn(process.execPath, args, { stdio: 'pipe' });
    this.ended = new Promise((resolve) =>
      this.#child.once('exit', (code) => {
        this.hasEnded = true;
        this.#wake();
        resolve(code);
      }),
    );
    this.#child.stdin?.on('error', () => {});
    this.#child.stderr?.on('data', (data) =>
      this.#faults.push(`on standard error: ${String(data).slice(0, 400)}`),
    );
    this.#child.stdout?.on('data', (data: Buffer) => this.#receive(data));
  }

  send(message: Message): void {
    this.counts.messages += 1;
    const isHeldOpen = message.method === 'workspace/diagnostic';
    if (message.id !== undefined && typeof message.method === 'string' && !isHeldOpen) {
      this.counts.requests += 1;
      this.#waiting.set(message.id, `${message.method} ${JSON.stringify(message.params)?.slice(0, 1_500)}`);
    }
    if (message.id !== undefined && isHeldOpen) this.#heldOpen.add(message.id);
    this.sendRaw(JSON.stringify(message), 0);
  }

  sendRaw(content: string, counted = 1): void {
    this.counts.messages += counted;
    this.#child.stdin?.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
  }

  ask(message: Message): Promise<unknown> {
    return new Promise((resolve) => {
      if (message.id !== undefined) this.#asked.set(message.id, resolve);
      this.send(message);
    });
  }

  /** Waits until every request is answered; one that is not is a fault. */
  async settled(): Promise<void> {
    const until = Date.now() + patience;
    while (this.#waiting.size > 0 && !this.hasEnded && Date.now() < until) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        setTimeout(resolve, 1_000).unref();
      });
    }
    for (const asked of this.#waiting.values()) this.#faults.push(`never answered: ${asked}`);
    if (this.#waiting.size > 0 && !this.hasEnded) this.#child.kill();
    this.#waiting.clear();
  }

  faults(): readonly string[] {
    return this.#faults;
  }

  #receive(data: Buffer): void {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const head = this.#received.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/.exec(this.#received.subarray(0, head).toString())?.[1]);
      if (this.#received.length < head + 4 + length) return;
      const content = this.#received.subarray(head + 4, head + 4 + length).toString();
      this.#received = this.#received.subarray(head + 4 + length);
      this.#take(JSON.parse(content));
    }
  }

  #take(message: Answer): void {
    if (message.method !== undefined) {
      this.#takeOfServer(message);
      return;
    }
    const asked = this.#waiting.get(message.id ?? '');
    if (asked === undefined && this.#heldOpen.delete(message.id ?? '')) return;
    if (asked === undefined) {
      // What cannot be read is answered without an id.
      if (message.id !== null && message.id !== undefined)
        this.#faults.push(`answered twice or unasked: ${message.id}`);
      return;
    }
    this.#waiting.delete(message.id ?? '');
    this.#asked.get(message.id ?? '')?.(message.result);
    if (message.error) {
      const { code, message: why } = message.error;
      this.counts.errors += 1;
      this.counts.codes[code] = (this.counts.codes[code] ?? 0) + 1;
      // The library reads the parameters of `initialize` before the server does.
      if (!properErrors.includes(code) && !asked.startsWith('initialize '))
        this.#faults.push(`${code} ${why} to ${asked}`);
    } else this.counts.results += 1;
    if (this.#waiting.size === 0) this.#wake();
  }

  /** What the server asks is answered as it wants, not as it wants, or with an error. */
  #takeOfServer({ id, method, params }: Answer): void {
    if (method === 'window/logMessage' && faultsTold.test(params?.message ?? ''))
      this.#faults.push(`logged: ${String(params?.message).slice(0, 600)}`);
    if (id === undefined || id === null) return;
    const answer = this.#random.pick<object>([
      { result: null },
      { result: null },
      { result: [] },
      { result: [null, 'x'] },
      { result: 'x' },
      { result: { proviso: 3 } },
      { error: { code: -32603, message: 'the client has lost its mind' } },
    ]);
    this.sendRaw(JSON.stringify({ jsonrpc: '2.0', id, ...answer }));
  }
}

interface Answer {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: { readonly type?: number; readonly message?: string };
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}
