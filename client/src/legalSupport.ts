import { type ExtensionContext, window } from 'vscode';
import { type ClientFactory, LanguageServer } from './client.ts';
import { copyCitation } from './commands/copyCitation.ts';
import { explainHeading } from './commands/explainHeading.ts';
import { goToProvision } from './commands/goToProvision.ts';
import { pinScheme } from './commands/pinScheme.ts';
import type { LegalCommand } from './legalCommands.ts';
import { showScheme } from './views/schemeStatus.ts';

/** All that legal documents have in the editor, once there is one. */
export interface LegalSupport {
  readonly commands: Readonly<Record<LegalCommand, (...args: unknown[]) => unknown>>;
  stop(): Promise<void>;
}

export async function startLegalSupport(
  context: ExtensionContext,
  createClient: ClientFactory,
): Promise<LegalSupport> {
  const output = window.createOutputChannel('Proviso', { log: true });
  const server = new LanguageServer(output, createClient, window);
  context.subscriptions.push(output);
  await server.start();
  context.subscriptions.push(showScheme(server));
  return {
    commands: {
      restartServer: () => server.restart(),
      showOutput: () => output.show(),
      goToProvision: (address) => goToProvision(server, address),
      copyCitation: () => copyCitation(server),
      explainHeading: () => explainHeading(server),
      pinScheme: () => pinScheme(server),
    },
    stop: () => server.stop(),
  };
}
