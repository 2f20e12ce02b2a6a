import { env, l10n, window } from 'vscode';
import {
  type CitationResult,
  type PlaceParams,
  requests,
} from '../../../server/src/lsp/protocol/protocol.ts';
import type { Requests } from '../client.ts';
import { activeLegalEditor, cursorOf } from '../legalEditor.ts';

const shownMilliseconds = 4_000;

/** Puts "Section 16.4(2)" for the provision at the cursor on the clipboard. */
export async function copyCitation(server: Requests): Promise<void> {
  const editor = activeLegalEditor();
  if (!editor) return;
  const params: PlaceParams = cursorOf(editor);
  const citation = (await server.request<CitationResult>(requests.citation, params))?.citation;
  if (!citation) {
    void window.showInformationMessage(l10n.t('Nothing that can be cited stands at the cursor.'));
    return;
  }
  await env.clipboard.writeText(citation);
  window.setStatusBarMessage(l10n.t('Copied: {0}', citation), shownMilliseconds);
}
