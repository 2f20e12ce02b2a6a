import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { type ExplainResult, type PlaceParams, requests } from '../../../server/src/lsp/protocol/protocol.ts';
import type { Requests } from '../client.ts';
import { activeLegalEditor, cursorOf } from '../legalEditor.ts';
import { inLabel } from '../plainWords.ts';

/** Lists what spoke for and against the cursor's line being the heading of a provision. */
export async function explainHeading(server: Requests): Promise<void> {
  const editor = activeLegalEditor();
  if (!editor) return;
  const params: PlaceParams = cursorOf(editor);
  const explanation = await server.request<ExplainResult>(requests.explain, params);
  if (!explanation) return;
  const { line, isHeading } = explanation;
  const title = isHeading
    ? l10n.t('Line {0}: why is this a heading?', line + 1)
    : l10n.t('Line {0}: why is this not a heading?', line + 1);
  await window.showQuickPick(itemsOf(explanation), { title, placeHolder: explanation.text });
}

function itemsOf({ isHeading, verdict, score, evidence }: ExplainResult): QuickPickItem[] {
  const items: QuickPickItem[] = [
    { label: `$(${isHeading ? 'check' : 'circle-slash'}) ${inLabel(verdict)}` },
  ];
  if (!score) return items;
  items.push(
    { label: l10n.t('What was weighed'), kind: QuickPickItemKind.Separator },
    ...evidence.map((words): QuickPickItem => ({ label: inLabel(words) })),
    { label: l10n.t('Score'), kind: QuickPickItemKind.Separator },
    { label: l10n.t('{0} points; {1} make a heading', score.reached, score.needed) },
  );
  return items;
}
