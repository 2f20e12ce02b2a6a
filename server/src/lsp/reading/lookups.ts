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

/** Links where the client can show what was clicked, else mere places. */
export function definition(
  analysis: Analysis,
  params: DefinitionParams,
  session: Session,
): Work<LocationLink[] | Location[] | null> {
  return goTo(analysis, params, session, definitionAt, session.client.textDocument?.definition?.linkSupport);
}

/** Of a term what names it, where that stands apart from what it means. */
export function declaration(
  analysis: Analysis,
  params: DeclarationParams,
  session: Session,
): Work<LocationLink[] | Location[] | null> {
  return goTo(
    analysis,
    params,
    session,
    declarationAt,
    session.client.textDocument?.declaration?.linkSupport,
  );
}

function* goTo(
  analysis: Analysis,
  { position }: TextDocumentPositionParams,
  session: Session,
  find: typeof definitionAt,
  asLinks: boolean | undefined,
): Work<LocationLink[] | Location[] | null> {
  const offset = toOffset(analysis.snapshot, position);
  const led = yield* ledOutside(analysis, offset, session, find);
  const found = led ?? find(analysis, offset);
  if (!found) return null;
  const document = led?.document ?? analysis;
  return asLinks
    ? found.places.map((target) => toLocationLink(analysis, found.origin, document, target))
    : found.places.map(({ selection }) => toLocation(document, selection));
}

/** Where another file gives the meaning, the words of this one that say so declare it. */
function* ledOutside(
  analysis: Analysis,
  offset: number,
  session: Session,
  find: typeof definitionAt,
): Work<{ document: Analysis; origin: TextRange; places: readonly Place[] } | null> {
  if (find === declarationAt && declarationAt(analysis, offset)) return null;
  const outside = yield* outsideAt(analysis, offset, session);
  const places = outside ? placesOf(outside) : [];
  return outside && places.length > 0 ? { ...outside, places } : null;
}

/** One place for each citation: where it runs over a line end, its first line. Its own document comes first. */
export function* references(
  analysis: Analysis,
  params: ReferenceParams,
  session: Session,
): Work<Location[] | null> {
  const { workspace } = session;
  yield* workspace.known(analysis.uri);
  if (workspace.index.size > 1) yield* workspace.upToDate();
  const reader = readerOf(session);
  const subject = yield* subjectAt(analysis, toOffset(analysis.snapshot, params.position), reader);
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
  analysis: Analysis,
  { position }: DocumentHighlightParams,
): Work<DocumentHighlight[] | null> {
  yield;
  const found = highlightsAt(analysis, toOffset(analysis.snapshot, position)).map(({ range, kind }) => ({
    range: toRange(analysis.snapshot, range),
    kind: kind === 'declaration' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
  // Without an answer the editor highlights the word under the cursor, as it does elsewhere.
  return found.length > 0 ? found : null;
}

/** A finding is shown by the editor itself: what it says is not said twice. */
export function* hover(analysis: Analysis, { position }: HoverParams, session: Session): Work<Hover | null> {
  const offset = toOffset(analysis.snapshot, position);
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
