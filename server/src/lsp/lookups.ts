import type {
  DeclarationParams,
  DefinitionParams,
  DocumentHighlight,
  DocumentHighlightParams,
  Hover,
  HoverParams,
  Location,
  LocationLink,
  ReferenceParams,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { DocumentHighlightKind } from 'vscode-languageserver';
import type { Analysis } from '../core/analysis.ts';
import { isReportedAsBroken } from '../core/features/broken-citations.ts';
import { declarationAt, definitionAt } from '../core/features/definition.ts';
import { highlightsAt } from '../core/features/highlights.ts';
import { hoverAt } from '../core/features/hover.ts';
import { mentionsAt } from '../core/features/references.ts';
import { toLocation, toLocationLink, toOffset, toRange } from './convert.ts';
import { hoverFormats, toMarkup } from './markup.ts';
import type { Session } from './requests.ts';
import type { Work } from './schedule.ts';

/** What is asked about the place of a cursor: where it leads, who else speaks of it, what it says. */
function* at<Params extends TextDocumentPositionParams>(
  { textDocument, position }: Params,
  session: Session,
): Work<{ analysis: Analysis; offset: number } | null> {
  const analysis = session.documents.analysis(textDocument.uri);
  if (!analysis) return null;
  yield;
  return { analysis, offset: toOffset(analysis.snapshot, position) };
}

/** Links where the client can show what was clicked, else mere places. */
export function definition(
  params: DefinitionParams,
  session: Session,
): Work<LocationLink[] | Location[] | null> {
  return goTo(params, session, definitionAt, session.client.textDocument?.definition?.linkSupport);
}

/** Of a term what names it, where that stands apart from what it means. */
export function declaration(
  params: DeclarationParams,
  session: Session,
): Work<LocationLink[] | Location[] | null> {
  return goTo(params, session, declarationAt, session.client.textDocument?.declaration?.linkSupport);
}

function* goTo(
  params: TextDocumentPositionParams,
  session: Session,
  find: typeof definitionAt,
  asLinks: boolean | undefined,
): Work<LocationLink[] | Location[] | null> {
  const place = yield* at(params, session);
  const found = place && find(place.analysis, place.offset);
  if (!found) return null;
  const { analysis } = place;
  return asLinks
    ? found.places.map((target) => toLocationLink(analysis, found.origin, target))
    : found.places.map(({ selection }) => toLocation(analysis, selection));
}

/** One place for each citation: where it runs over a line end, its first line. */
export function* references(params: ReferenceParams, session: Session): Work<Location[] | null> {
  const place = yield* at(params, session);
  const found = place && mentionsAt(place.analysis, place.offset);
  if (!found) return null;
  const { analysis } = place;
  const declarations = params.context?.includeDeclaration ? found.declarations : [];
  return [...declarations, ...found.uses].flatMap(([first]) => (first ? [toLocation(analysis, first)] : []));
}

export function* highlights(
  params: DocumentHighlightParams,
  session: Session,
): Work<DocumentHighlight[] | null> {
  const place = yield* at(params, session);
  if (!place) return null;
  const found = highlightsAt(place.analysis, place.offset).map(({ range, kind }) => ({
    range: toRange(place.analysis.snapshot, range),
    kind: kind === 'declaration' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
  // Without an answer the editor highlights the word under the cursor, as it does elsewhere.
  return found.length > 0 ? found : null;
}

/** A finding is shown by the editor itself: what it says is not said twice. */
export function* hover(params: HoverParams, session: Session): Work<Hover | null> {
  const place = yield* at(params, session);
  const found = place && hoverAt(place.analysis, place.offset);
  if (!found) return null;
  const { analysis } = place;
  const isReported =
    found.parts.some(({ kind }) => kind === 'trouble') &&
    isReportedAsBroken(yield* session.reports.findings(analysis), found.range);
  const parts = isReported ? found.parts.filter(({ kind }) => kind !== 'trouble') : found.parts;
  if (parts.length === 0) return null;
  return {
    contents: toMarkup(analysis, parts, hoverFormats(session.client)),
    range: toRange(analysis.snapshot, found.range),
  };
}
