import { l10n, Range, Selection, TextEditorRevealType, window } from 'vscode';
import {
  type BrokenCitationParams,
  type BrokenCitationResult,
  requests,
} from '../../../server/src/lsp/protocol/protocol.ts';
import type { Requests } from '../client.ts';
import { activeLegalEditor, cursorOf } from '../legalEditor.ts';
import { inLabel } from '../plainWords.ts';
import { withProgress } from '../progress.ts';

const shownMilliseconds = 8_000;

/** Goes to the next or the previous citation that does not lead where it says, round the ends of the document. */
export async function goToBrokenCitation(
  server: Requests,
  direction: BrokenCitationParams['direction'],
): Promise<void> {
  const editor = activeLegalEditor();
  if (!editor) return;
  const params: BrokenCitationParams = { ...cursorOf(editor), direction };
  const answer = await withProgress(l10n.t('Looking for broken citations'), (token) =>
    server.request<BrokenCitationResult>(requests.brokenCitation, params, token),
  );
  if (!answer) return;
  const { citation } = answer;
  if (!citation) {
    window.setStatusBarMessage(l10n.t('No citation in this document is broken.'), shownMilliseconds);
    return;
  }
  const { start, end } = citation.range;
  const range = new Range(start.line, start.character, end.line, end.character);
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  window.setStatusBarMessage(inLabel(citation.message), shownMilliseconds);
}
