import type {
  DocumentFormattingParams,
  DocumentRangeFormattingParams,
  TextEdit,
} from 'vscode-languageserver';
import { formatInSteps } from '../../core/format/format.ts';
import { awaited, type Work } from '../documents/schedule.ts';
import { toRange, toTextRange } from '../protocol/convert.ts';
import type { Session } from '../session/requests.ts';

/** Lays a document, or what stands in a range of it, out anew, as its project or else the settings want it. */
export function* formatting(
  { textDocument: { uri }, ...params }: DocumentFormattingParams | DocumentRangeFormattingParams,
  session: Session,
): Work<TextEdit[] | null> {
  const { format } = yield* awaited(session.display.of(uri));
  const { format: decided } = yield* awaited(session.configurations.of(uri));
  yield* session.documents.read(uri);
  const analysis = session.documents.analysis(uri);
  if (!analysis) return null;
  yield;
  const within = 'range' in params ? toTextRange(analysis.snapshot, params.range) : undefined;
  const edits = yield* formatInSteps(analysis, { ...format, ...decided }, within);
  return edits.map(({ range, newText }) => ({ range: toRange(analysis.snapshot, range), newText }));
}
