import {
  Disposable,
  l10n,
  MarkdownString,
  StatusBarAlignment,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { requests, type SchemeParams, type SchemeResult } from '../../../server/src/lsp/protocol/protocol.ts';
import type { Requests } from '../client.ts';
import { inLabel } from '../plainWords.ts';

/** A document is asked about again once nobody has typed for so long. */
const quietMilliseconds = 700;

/** Shows in the status bar how the legal document on the screen numbers its provisions; a click offers to pin that. */
export function showScheme(server: Requests): Disposable {
  const item = window.createStatusBarItem('proviso.scheme', StatusBarAlignment.Right, 90);
  item.name = l10n.t('Numbering of the Legal Document');
  item.command = 'proviso.pinScheme';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isShown = (document: TextDocument) => window.activeTextEditor?.document === document;
  const update = async () => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'legal') {
      item.hide();
      return;
    }
    const params: SchemeParams = { textDocument: { uri: document.uri.toString() } };
    const scheme = await server.request<SchemeResult>(requests.scheme, params);
    if (!isShown(document)) return;
    if (!scheme) {
      item.hide();
      return;
    }
    item.text = `$(list-ordered) ${inLabel(scheme.text) || l10n.t('No numbering')}`;
    item.tooltip = tooltipOf(scheme);
    item.show();
  };
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void update(), quietMilliseconds);
  };
  void update();
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(() => void update()),
    workspace.onDidOpenTextDocument(() => void update()),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (isShown(document)) schedule();
    }),
    { dispose: () => clearTimeout(timer) },
  );
}

function tooltipOf({ levels }: SchemeResult): MarkdownString {
  const tooltip = new MarkdownString(`**${l10n.t('Numbering of this document')}**\n\n`);
  for (const { label, count } of levels) {
    tooltip
      .appendMarkdown('- ')
      .appendText(l10n.t('{0} ({1} times)', label, count))
      .appendMarkdown('\n');
  }
  if (levels.length === 0) tooltip.appendMarkdown(l10n.t('Nothing in it is numbered.'));
  else tooltip.appendMarkdown(`\n${l10n.t('Click to pin it in {0}.', '`proviso.json`')}`);
  return tooltip;
}
