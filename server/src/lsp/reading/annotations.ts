import type {
  CodeLens,
  CodeLensParams,
  InlayHint,
  InlayHintLabelPart,
  InlayHintParams,
} from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import { codeLenses } from '../../core/features/citations/code-lenses.ts';
import { type InlayHintPart, inlayHints } from '../../core/features/citations/inlay-hints.ts';
import { termLenses } from '../../core/features/terms/term-lenses.ts';
import type { TextRange } from '../../core/text/range.ts';
import { say } from '../../core/text/say.ts';
import { awaited, type Work } from '../documents/schedule.ts';
import { toLocation, toPosition, toRange, toTextRange } from '../protocol/convert.ts';
import { type CitationsOfParams, clientCommands } from '../protocol/protocol.ts';
import type { Session } from '../session/requests.ts';

/** What is shown between the words and lines of a document that is not in it, where the settings want it. */
export function* inlays(params: InlayHintParams, session: Session): Work<InlayHint[] | null> {
  const { uri } = params.textDocument;
  if (!(yield* awaited(session.display.of(uri))).meaningsOfCitations) return null;
  yield* session.documents.read(uri);
  const analysis = session.documents.analysis(uri);
  if (!analysis) return null;
  yield;
  return inlayHints(analysis, toTextRange(analysis.snapshot, params.range)).map(({ offset, parts }) => ({
    position: toPosition(analysis.snapshot, offset),
    label: parts.map((part) => toLabelPart(analysis, part)),
    paddingLeft: true,
  }));
}

/** Names of provisions are links to them. */
function toLabelPart(analysis: Analysis, { text, provision }: InlayHintPart): InlayHintLabelPart {
  if (!provision) return { value: text };
  return { value: text, location: toLocation(analysis, provision.heading) };
}

export function* lenses(params: CodeLensParams, session: Session): Work<CodeLens[] | null> {
  const { uri } = params.textDocument;
  const { citationCounts, useCounts } = yield* awaited(session.display.of(uri));
  if (!citationCounts && !useCounts) return null;
  const analysis = session.documents.analysis(uri);
  if (!analysis) return null;
  yield;
  const shown: CodeLens[] = [];
  if (citationCounts)
    for (const { range, citations } of codeLenses(analysis)) {
      shown.push(toLens(analysis, range, say`cited by ${citations}`, range.start));
      yield;
    }
  if (useCounts)
    for (const { range, text, place } of termLenses(analysis)) {
      shown.push(toLens(analysis, range, text, place));
      yield;
    }
  return shown;
}

/** A click lists the citations or uses of what stands at the place. */
function toLens({ uri, snapshot }: Analysis, range: TextRange, title: string, place: number): CodeLens {
  const argument: CitationsOfParams = { uri, position: toPosition(snapshot, place) };
  const command = { title, command: clientCommands.showCitations, arguments: [argument] };
  return { range: toRange(snapshot, range), command };
}
