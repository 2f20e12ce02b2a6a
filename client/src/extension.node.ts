import type { ExtensionContext } from 'vscode';
import { activateWith } from './extension.ts';

export { deactivate } from './extension.ts';

/** On the desktop and on remote machines the support for legal documents is a bundle of its own, loaded at need. */
export function activate(context: ExtensionContext): void {
  activateWith(context, async () => {
    const { startSupport } = await import('./legalSupport.node.ts');
    return await startSupport(context);
  });
}
