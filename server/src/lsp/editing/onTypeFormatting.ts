import type { DocumentOnTypeFormattingParams, TextEdit } from 'vscode-languageserver';
import { continueList } from '../../core/features/provisions/continue-list.ts';
import type { Work } from '../documents/schedule.ts';
import { toOffset, toRange } from '../protocol/convert.ts';
import type { Session } from '../session/requests.ts';

/** The characters that are answered: a line that ends may be followed by the next item of its list. */
export const formattedCharacters = { firstTriggerCharacter: '\n' };

export function* onTypeFormatting(
  params: DocumentOnTypeFormattingParams,
  session: Session,
): Work<TextEdit[] | null> {
  const analysis = session.documents.analysis(params.textDocument.uri);
  if (!analysis || params.ch !== formattedCharacters.firstTriggerCharacter) return null;
  yield;
  return continueList(analysis, toOffset(analysis.snapshot, params.position)).map(({ range, newText }) => ({
    range: toRange(analysis.snapshot, range),
    newText,
  }));
}
