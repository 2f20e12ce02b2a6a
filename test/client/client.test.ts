import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ClientFactory, LanguageServer, type Messages } from '../../client/src/client.ts';

vi.mock('vscode', () => import('./l10n.ts'));

// The library can be loaded inside an editor only; of it, the class under test needs the names of two actions.
vi.mock('vscode-languageclient', () => ({
  CloseAction: { DoNotRestart: 'do not restart', Restart: 'restart' },
  ErrorAction: { Continue: 'continue', Shutdown: 'shut down' },
  RevealOutputChannelOn: { Never: 'never' },
}));

type Options = Parameters<ClientFactory>[0];

let clients: { options: Options; start: ReturnType<typeof vi.fn>; stop: ReturnType<typeof vi.fn> }[];
let told: string[];
let failure: Error | undefined;
let answer: (button: string | undefined) => void;
let output: {
  show: ReturnType<typeof vi.fn>;
  error: ReturnType<typeof vi.fn>;
  warn: ReturnType<typeof vi.fn>;
};
let server: LanguageServer;

beforeEach(() => {
  vi.useFakeTimers();
  clients = [];
  told = [];
  failure = undefined;
  const tell =
    (kind: string) =>
    (message: string, ...buttons: string[]) => {
      told.push(`${kind}: ${message} [${buttons.join('] [')}]`);
      return new Promise<string | undefined>((resolve) => {
        answer = resolve;
      });
    };
  output = { show: vi.fn(), error: vi.fn(), warn: vi.fn() };
  const begin = () => {
    if (failure) throw failure;
  };
  const createClient = (options: Options) => {
    const client = { options, start: vi.fn(async () => begin()), stop: vi.fn(async () => {}) };
    clients.push(client);
    return client as unknown as ReturnType<ClientFactory>;
  };
  const messages = { showErrorMessage: tell('error'), showWarningMessage: tell('warning') };
  server = new LanguageServer(
    output as unknown as ConstructorParameters<typeof LanguageServer>[0],
    createClient,
    messages as unknown as Messages,
  );
});

afterEach(() => void vi.useRealTimers());

const crash = async (index = clients.length - 1) => await clients[index]?.options.errorHandler?.closed();

describe('a server that crashes', () => {
  it('starts again a little later each time, says so, and is left alone after the fifth time', async () => {
    await server.start();
    for (const seconds of [1, 2, 4, 8]) {
      const running = clients.length;
      expect(await crash()).toMatchObject({ action: 'do not restart', handled: true });
      await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
      expect(clients).toHaveLength(running);
      await vi.advanceTimersByTimeAsync(1);
      expect(clients).toHaveLength(running + 1);
      expect(clients.at(-1)?.start).toHaveBeenCalledOnce();
    }
    await crash();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(clients).toHaveLength(5);
    const again = 'warning: The Proviso language server stopped unexpectedly. It starts again in';
    expect(told).toEqual([
      ...[1, 2, 4, 8].map((seconds) => `${again} ${seconds} s. [Restart] [Show Output]`),
      'error: The Proviso language server stopped unexpectedly five times within three minutes and is not started again. [Restart] [Show Output]',
    ]);
  });

  it('starts at once, and once only, when that is asked for', async () => {
    await server.start();
    await crash();
    answer('Restart');
    await vi.advanceTimersByTimeAsync(0);
    expect(clients).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(clients).toHaveLength(2);
  });

  it('can be looked into', async () => {
    await server.start();
    await crash();
    answer('Show Output');
    await vi.advanceTimersByTimeAsync(0);
    expect(output.show).toHaveBeenCalledOnce();
  });

  it('counts its crashes anew after a restart by hand', async () => {
    await server.start();
    for (let count = 0; count < 4; count += 1) {
      await crash();
      await vi.advanceTimersByTimeAsync(8_000);
    }
    await server.restart();
    await crash();
    expect(told.at(-1)).toContain('It starts again in 1 s.');
  });
});

describe('a server that is stopped', () => {
  it('is not taken for one that crashed', async () => {
    await server.start();
    await server.stop();
    await crash(0);
    await server.restart();
    await crash(0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual([]);
    expect(clients).toHaveLength(2);
  });

  it('does not come back from a wait', async () => {
    await server.start();
    await crash();
    await server.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(clients).toHaveLength(1);
  });
});

it('a server that does not start is reported to the output and can be restarted', async () => {
  failure = new Error('no such file');
  await server.start();
  expect(output.error.mock.calls).toEqual([['The language server did not start: Error: no such file']]);
  failure = undefined;
  clients[0]?.stop.mockRejectedValueOnce(new Error('not running'));
  await server.restart();
  expect(output.warn.mock.calls).toEqual([['The language server did not stop in order: Error: not running']]);
  expect(clients).toHaveLength(2);
  expect(clients[1]?.start).toHaveBeenCalledOnce();
});

it('a request that cannot be cancelled is sent without a token, which would be taken for a second parameter', async () => {
  await server.start();
  const sendRequest = vi.fn(async () => 'answer');
  Object.assign(clients[0] ?? {}, { sendRequest });
  expect(await server.request('proviso/scheme', { of: 'this' })).toBe('answer');
  expect(sendRequest.mock.calls).toEqual([['proviso/scheme', { of: 'this' }]]);
});
