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
import type { Analysis } from '../../core/analysis.ts';
import { isReportedAsBroken } from '../../core/features/citations/broken-citations.ts';
import { declarationAt, definitionAt } from '../../core/features/definition.ts';
import { highlightsAt } from '../../core/features/highlights.ts';
import { hoverAt } from '../../core/features/hover.ts';
import type { Place } from '../../core/features/provisions/places.ts';
import type { TextRange } from '../../core/text/range.ts';
import { mentionsElsewhere, mentionsInside, subjectAt } from '../../core/workspace/mentions-elsewhere.ts';
import { hoverPartsOf, placesOf } from '../../core/workspace/outside-place.ts';
import type { Work } from '../documents/schedule.ts';
import { toLocation, toLocationLink, toOffset, toRange, toSummaryLocation } from '../protocol/convert.ts';
import { hoverFormats, toMarkup } from '../protocol/markup.ts';
import { outsideAt, readerOf } from '../session/otherDocuments.ts';
import type { Session } from '../session/requests.ts';

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
  if (!place) return null;
  const { analysis, offset } = place;
  const led = yield* ledOutside(place, session, find);
  const found = led ?? find(analysis, offset);
  if (!found) return null;
  const document = led?.document ?? analysis;
  return asLinks
    ? found.places.map((target) => toLocationLink(analysis, found.origin, document, target))
    : found.places.map(({ selection }) => toLocation(document, selection));
}

/** Where another file gives the meaning, the words of this one that say so declare it. */
function* ledOutside(
  { analysis, offset }: { analysis: Analysis; offset: number },
  session: Session,
  find: typeof definitionAt,
): Work<{ document: Analysis; origin: TextRange; places: readonly Place[] } | null> {
  if (find === declarationAt && declarationAt(analysis, offset)) return null;
  const outside = yield* outsideAt(analysis, offset, session);
  const places = outside ? placesOf(outside) : [];
  return outside && places.length > 0 ? { ...outside, places } : null;
}

/** One place for each citation: where it runs over a line end, its first line. Its own document comes first. */
export function* references(params: ReferenceParams, session: Session): Work<Location[] | null> {
  const place = yield* at(params, session);
  if (!place) return null;
  const { workspace } = session;
  yield* workspace.known(place.analysis.uri);
  if (workspace.index.size > 1) yield* workspace.upToDate();
  const reader = readerOf(session);
  const subject = yield* subjectAt(place.analysis, place.offset, reader);
  if (!subject) return null;
  const { declarations, uses } = mentionsInside(subject);
  const shown = [...(params.context?.includeDeclaration ? declarations : []), ...uses];
  const locations = shown.flatMap(([first]) => (first ? [toLocation(subject.document, first)] : []));
  for (const { file, uses: elsewhere } of yield* mentionsElsewhere(subject, reader)) {
    const shownFile = { ...file, uri: workspace.clientAddress(file.uri) };
    for (const [first] of elsewhere) if (first) locations.push(toSummaryLocation(shownFile, first));
    yield;
  }
  return locations;
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
  if (!place) return null;
  const { analysis, offset } = place;
  const outside = yield* outsideAt(analysis, offset, session);
  if (outside) {
    const contents = toMarkup(outside.document, hoverPartsOf(outside), hoverFormats(session.client));
    return { contents, range: toRange(analysis.snapshot, outside.origin) };
  }
  const found = hoverAt(analysis, offset);
  if (!found) return null;
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
