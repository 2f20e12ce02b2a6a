import { type CancellationToken, type LogOutputChannel, l10n, type window } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import { presentFindings } from './presentFindings.ts';
import { RestartPolicy } from './restartPolicy.ts';

/** Makes a client for one run of the server; how the server is started differs between desktop and web. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

/** The part of the editor that can tell someone of a crash. */
export type Messages = Pick<typeof window, 'showErrorMessage' | 'showWarningMessage'>;

/** What the commands need of the language server. */
export type Requests = Pick<LanguageServer, 'request'>;

/** The language server as the extension sees it: started, started again after a crash, stopped. */
export class LanguageServer {
  readonly #output: LogOutputChannel;
  readonly #createClient: ClientFactory;
  readonly #messages: Messages;
  readonly #policy = new RestartPolicy();
  /** The client of the present run. A client whose server crashed is not used again. */
  #client: BaseLanguageClient | undefined;
  #restart: ReturnType<typeof setTimeout> | undefined;

  constructor(output: LogOutputChannel, createClient: ClientFactory, messages: Messages) {
    this.#output = output;
    this.#createClient = createClient;
    this.#messages = messages;
  }

  async start(): Promise<void> {
    clearTimeout(this.#restart);
    const client: BaseLanguageClient = this.#createClient({
      documentSelector: [{ language: 'legal' }],
      outputChannel: this.#output,
      middleware: presentFindings,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => this.#closed(client),
      },
    });
    this.#client = client;
    try {
      await client.start();
    } catch (error) {
      this.#output.error(`The language server did not start: ${error}`);
    }
  }

  /** Starts the server anew because somebody asked for it; earlier crashes no longer count. */
  async restart(): Promise<void> {
    this.#policy.forget();
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    clearTimeout(this.#restart);
    const client = this.#client;
    this.#client = undefined;
    try {
      await client?.stop();
    } catch (error) {
      // The library refuses to stop a client that still starts, but ends its process all the same.
      this.#output.warn(`The language server did not stop in order: ${error}`);
    }
  }

  /** What the server answers; null where none runs, where it knows nothing of the document, or where it was cancelled. */
  async request<Result>(method: string, params: object, token?: CancellationToken): Promise<Result | null> {
    const client = this.#client;
    if (!client) return null;
    try {
      // An argument without a value would be sent as a second parameter.
      return token
        ? await client.sendRequest<Result | null>(method, params, token)
        : await client.sendRequest<Result | null>(method, params);
    } catch (error) {
      if (token?.isCancellationRequested) return null;
      this.#output.warn(`${method} was not answered: ${error}`);
      return null;
    }
  }

  /** Tells the server something, if one runs. */
  notify(method: string, params: object): void {
    this.#client
      ?.sendNotification(method, params)
      .catch((error: unknown) => this.#output.warn(`${method} was not told: ${error}`));
  }

  /** The library could restart by itself, but only at once; this leaves it stopped and starts another client later. */
  #closed(client: BaseLanguageClient): CloseHandlerResult {
    if (client !== this.#client) {
      return { action: CloseAction.DoNotRestart, handled: true, message: 'The language server stopped.' };
    }
    this.#client = undefined;
    const wait = this.#policy.crashed(Date.now());
    const message =
      wait === undefined
        ? l10n.t(
            'The Proviso language server stopped unexpectedly five times within three minutes and is not started again.',
          )
        : l10n.t('The Proviso language server stopped unexpectedly. It starts again in {0} s.', wait / 1000);
    const restartNow = l10n.t('Restart');
    const showOutput = l10n.t('Show Output');
    const offer = async (choice: Thenable<string | undefined>) => {
      const chosen = await choice;
      if (chosen === restartNow) await this.restart();
      if (chosen === showOutput) this.#output.show();
    };
    if (wait === undefined) void offer(this.#messages.showErrorMessage(message, restartNow, showOutput));
    else {
      this.#restart = setTimeout(() => void this.start(), wait);
      void offer(this.#messages.showWarningMessage(message, restartNow, showOutput));
    }
    return { action: CloseAction.DoNotRestart, handled: true, message };
  }
}
