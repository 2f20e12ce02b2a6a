import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type LegalSupport, startLegalSupport } from './legalSupport.ts';

/** The server is a process of its own, reached over a pipe: that carries the bytes of long answers, a process channel objects. */
export function startSupport(context: ExtensionContext): Promise<LegalSupport> {
  const module = context.asAbsolutePath('dist/server.node.cjs');
  return startLegalSupport(context, (options) => {
    const run = { module, transport: TransportKind.pipe };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6019'] } };
    return new LanguageClient('proviso', 'Proviso', { run, debug }, options);
  });
}
