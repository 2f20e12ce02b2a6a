import { type ExtensionContext, extensions, type WebviewPanel, window, workspace } from 'vscode';
import type { InitializationOptions } from '../../server/src/lsp/protocol/protocol.ts';
import { type ClientFactory, LanguageServer } from './client.ts';
import { changeStructure } from './commands/changeStructure.ts';
import { copyCitation } from './commands/copyCitation.ts';
import { explainHeading } from './commands/explainHeading.ts';
import { goToBrokenCitation } from './commands/goToBrokenCitation.ts';
import { goToProvision } from './commands/goToProvision.ts';
import { pinScheme } from './commands/pinScheme.ts';
import { showCitations } from './commands/showCitations.ts';
import { showPlace } from './commands/showPlace.ts';
import { rulePageLink } from './commands/showRule.ts';
import { followCommits } from './committedTexts.ts';
import type { LegalCommand } from './legalCommands.ts';
import { maps } from './map/map.ts';
import { DocumentPanels } from './panels/documentPanels.ts';
import type { PanelType } from './panels/panelTypes.ts';
import { exportHtml, printDocument } from './preview/exportHtml.ts';
import { previews } from './preview/preview.ts';
import { showScheme } from './views/schemeStatus.ts';
import { showViews } from './views/views.ts';

/** All that legal documents have in the editor, once there is one. */
export interface LegalSupport {
  readonly commands: Readonly<Record<LegalCommand, (...args: unknown[]) => unknown>>;
  /** Fills a panel of the window before, which the editor brings back. */
  restore(type: PanelType, panel: WebviewPanel, state: unknown): Promise<void>;
  stop(): Promise<void>;
}

export async function startLegalSupport(
  context: ExtensionContext,
  createClient: ClientFactory,
): Promise<LegalSupport> {
  const output = window.createOutputChannel('Proviso', { log: true });
  // Asked at each start: the setting may have changed since.
  const startedWith = (): InitializationOptions => ({
    validatesConfiguration: validatesJson(),
    rulePage: rulePageLink,
    cacheFolder: (context.storageUri ?? context.globalStorageUri).fsPath,
  });
  const server = new LanguageServer(
    output,
    (options) => createClient({ ...options, initializationOptions: startedWith() }),
    window,
  );
  context.subscriptions.push(output);
  await server.start();
  void followCommits(server).then((following) => context.subscriptions.push(following));
  const views = showViews(context, server);
  const panels = {
    'proviso.preview': new DocumentPanels(previews(server), context.extensionUri),
    'proviso.map': new DocumentPanels(maps(server), context.extensionUri),
  };
  context.subscriptions.push(showScheme(server), views, ...Object.values(panels));
  return {
    commands: {
      restartServer: () => server.restart(),
      showOutput: () => output.show(),
      goToProvision: (address) => goToProvision(server, address),
      copyCitation: () => copyCitation(server),
      explainHeading: () => explainHeading(server),
      pinScheme: () => pinScheme(server),
      showCitations: (place) => showCitations(server, place),
      nextBrokenCitation: () => goToBrokenCitation(server, 'next'),
      previousBrokenCitation: () => goToBrokenCitation(server, 'previous'),
      showPlace,
      pinTerm: (row) => views.termsInView.pin(row),
      unpinTerm: (row) => views.termsInView.unpin(row),
      filterTerms: (words) => views.definedTerms.filter(words),
      showAllTerms: () => views.definedTerms.showAll(),
      moveProvisionUp: () => changeStructure('refactor.move.up'),
      moveProvisionDown: () => changeStructure('refactor.move.down'),
      promoteProvision: () => changeStructure('refactor.move.promote'),
      demoteProvision: () => changeStructure('refactor.move.demote'),
      insertProvision: () => changeStructure('refactor.rewrite.insert'),
      deleteProvision: () => changeStructure('refactor.rewrite.delete'),
      renumberDocument: () => changeStructure('refactor.rewrite.renumber.document'),
      showPreview: () => panels['proviso.preview'].show(),
      exportHtml: (target) => exportHtml(server, target),
      print: () => printDocument(server, context.globalStorageUri),
      showMap: () => panels['proviso.map'].show(),
    },
    restore: (type, panel, state) => panels[type].restore(panel, state),
    stop: () => server.stop(),
  };
}

/** Whether the editor checks JSON files by their schemas, as it does unless somebody turned that off. */
function validatesJson(): boolean {
  const isThere = extensions.getExtension('vscode.json-language-features') !== undefined;
  return isThere && workspace.getConfiguration('json').get('validate.enable', true);
}
