import type { Connection } from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import { nearestBrokenCitation } from '../../core/features/citations/broken-citations.ts';
import { citationAt } from '../../core/features/provisions/citation.ts';
import { explainLine } from '../../core/features/provisions/explain.ts';
import { findProvisions } from '../../core/features/provisions/go-to-provision.ts';
import { nameOf } from '../../core/features/provisions/outline.ts';
import { learnedScheme, pinnedScheme, schemeText } from '../../core/features/provisions/scheme.ts';
import type { Provision } from '../../core/model/provision.ts';
import type { Work } from '../documents/schedule.ts';
import { toOffset, toRange } from '../protocol/convert.ts';
import {
  type BrokenCitationParams,
  type BrokenCitationResult,
  type CitationResult,
  type ExplainResult,
  type FindProvisionsParams,
  type FindProvisionsResult,
  type FoundProvision,
  type PlaceParams,
  requests,
  type SchemeResult,
} from '../protocol/protocol.ts';
import { answerRequests, type Session } from '../session/requests.ts';

/** Answers what only Proviso's own clients ask. */
export function registerProvisoRequests(connection: Connection, session: Session): void {
  answerRequests(connection, session, requests.findProvisions, provisionsFound);
  answerRequests(connection, session, requests.citation, citation);
  answerRequests(connection, session, requests.scheme, scheme);
  answerRequests(connection, session, requests.explain, explanation);
  answerRequests(connection, session, requests.brokenCitation, brokenCitation);
}

/** A list that is longer is not read through by anybody; typing more makes it shorter. */
const mostProvisions = 300;

function* provisionsFound(analysis: Analysis, params: FindProvisionsParams): Work<FindProvisionsResult> {
  yield;
  const offset = toOffset(analysis.snapshot, params.position);
  const query = typeof params.query === 'string' ? params.query : '';
  const found = findProvisions(analysis, query, offset);
  const provisions: FoundProvision[] = [];
  for (const provision of found.slice(0, mostProvisions)) {
    provisions.push({
      name: nameOf(analysis, provision),
      containers: containersOf(analysis, provision),
      range: toRange(analysis.snapshot, provision.range),
      selectionRange: toRange(analysis.snapshot, provision.heading),
    });
    yield;
  }
  return { provisions, left: found.length - provisions.length };
}

/** The whole document says nothing about where in it something stands, and an implied paragraph has no heading. */
function containersOf(analysis: Analysis, provision: Provision): string[] {
  const containers: string[] = [];
  for (let at = provision.parent; at?.parent; at = at.parent) {
    if (!at.implied) containers.unshift(shortName(analysis, at));
  }
  return containers;
}

/** Items are named by their first words, but where something stands in them the designation says enough. */
function shortName(analysis: Analysis, provision: Provision): string {
  const { designation, caption } = provision;
  return designation && caption === null ? analysis.snapshot.slice(designation) : nameOf(analysis, provision);
}

function* citation(analysis: Analysis, params: PlaceParams): Work<CitationResult> {
  yield;
  return { citation: citationAt(analysis, toOffset(analysis.snapshot, params.position)) };
}

function* scheme(analysis: Analysis): Work<SchemeResult> {
  yield;
  const levels = learnedScheme(analysis);
  return {
    text: schemeText(levels),
    levels: levels.map(({ label, count }) => ({ label, count })),
    pinned: Object.fromEntries(pinnedScheme(levels)),
  };
}

function* explanation(analysis: Analysis, params: PlaceParams): Work<ExplainResult> {
  yield;
  return explainLine(analysis, analysis.snapshot.lineAt(toOffset(analysis.snapshot, params.position)));
}

function* brokenCitation(
  analysis: Analysis,
  params: BrokenCitationParams,
  session: Session,
): Work<BrokenCitationResult> {
  const findings = yield* session.reports.findings(analysis);
  const offset = toOffset(analysis.snapshot, params.position);
  const direction = params.direction === 'previous' ? 'previous' : 'next';
  const found = nearestBrokenCitation(findings, offset, direction);
  return { citation: found && { range: toRange(analysis.snapshot, found.range), message: found.message } };
}
