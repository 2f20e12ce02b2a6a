import type { ExtensionContext } from 'vscode';
import { activateWith } from './extension.ts';

export { deactivate } from './extension.ts';

/** A web extension is one file; the support for legal documents in it is set up at need all the same. */
export function activate(context: ExtensionContext): void {
  activateWith(context, async () => {
    const { startSupport } = await import('./legalSupport.web.ts');
    return await startSupport(context);
  });
}
