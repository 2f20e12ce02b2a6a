import type { DocumentOnTypeFormattingParams, TextEdit } from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import { continueList } from '../../core/features/provisions/continue-list.ts';
import type { Work } from '../documents/schedule.ts';
import { toOffset, toRange } from '../protocol/convert.ts';

/** The characters that are answered: a line that ends may be followed by the next item of its list. */
export const formattedCharacters = { firstTriggerCharacter: '\n' };

export function* onTypeFormatting(
  analysis: Analysis,
  params: DocumentOnTypeFormattingParams,
): Work<TextEdit[] | null> {
  if (params.ch !== formattedCharacters.firstTriggerCharacter) return null;
  yield;
  return continueList(analysis, toOffset(analysis.snapshot, params.position)).map(({ range, newText }) => ({
    range: toRange(analysis.snapshot, range),
    newText,
  }));
}
