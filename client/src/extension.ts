import { commands, type ExtensionContext, type WebviewPanel, window, workspace } from 'vscode';
import { newLegalDocument } from './commands/newLegalDocument.ts';
import { showRule } from './commands/showRule.ts';
import { treatAsLegalDocument } from './commands/treatAsLegalDocument.ts';
import { type LegalCommand, legalCommands } from './legalCommands.ts';
import type { LegalSupport } from './legalSupport.ts';
import { panelTypes } from './panels/panelTypes.ts';
import { suggestTreatingAsLegal } from './suggestion.ts';

/**
 * What runs in every window with a plain text or Markdown file: it only looks whether the file may be a legal document.
 * All else, the language server above all, is loaded when there is one. Desktop and web differ in what they load.
 */
export function activateWith(context: ExtensionContext, load: () => Promise<LegalSupport>): void {
  const support = () => {
    // Other extensions wait for this one to be active, but none for what it loads then.
    running ??= new Promise((resolve) => setTimeout(resolve)).then(load);
    return running;
  };
  const run = async (command: LegalCommand, args: unknown[]) => {
    const { commands: available } = await support();
    return await available[command](...args);
  };
  context.subscriptions.push(
    commands.registerCommand('proviso.treatAsLegalDocument', treatAsLegalDocument),
    commands.registerCommand('proviso.newLegalDocument', () => newLegalDocument(context.extensionUri)),
    commands.registerCommand('proviso.showRule', (rule) => showRule(context.extensionUri, rule)),
    ...legalCommands.map((command) =>
      commands.registerCommand(`proviso.${command}`, (...args: unknown[]) => run(command, args)),
    ),
    ...panelTypes.map((type) =>
      window.registerWebviewPanelSerializer(type, {
        deserializeWebviewPanel: async (panel: WebviewPanel, state: unknown) =>
          (await support()).restore(type, panel, state),
      }),
    ),
    workspace.onDidOpenTextDocument(({ languageId }) => {
      if (languageId === 'legal') void support();
    }),
    suggestTreatingAsLegal(context),
  );
  if (workspace.textDocuments.some(({ languageId }) => languageId === 'legal')) void support();
}

let running: Promise<LegalSupport> | undefined;

/** The editor waits for the promise of `deactivate`, but not for those of disposables. */
export async function deactivate(): Promise<void> {
  const support = await running;
  await support?.stop();
}
