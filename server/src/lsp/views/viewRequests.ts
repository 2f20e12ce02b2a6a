import type { Connection } from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import type { CitingProvision } from '../../core/features/citations/call-hierarchy.ts';
import {
  brokenCitations,
  type ExternalSource,
  externalSources,
  referencesOfProvision,
} from '../../core/features/citations/cross-references.ts';
import { citationMap, termMap } from '../../core/features/map.ts';
import { lineAround } from '../../core/features/provisions/line-around.ts';
import { nameOf } from '../../core/features/provisions/outline.ts';
import { gistOf } from '../../core/features/provisions/passage.ts';
import { titleOf } from '../../core/features/provisions/places.ts';
import { inView } from '../../core/features/terms/in-view.ts';
import { signingsOf } from '../../core/features/terms/parties.ts';
import type { Provision } from '../../core/model/provision.ts';
import type { Finding } from '../../core/rules/rule.ts';
import type { TextRange } from '../../core/text/range.ts';
import { say } from '../../core/text/say.ts';
import type { Work } from '../documents/schedule.ts';
import { toOffset, toRange } from '../protocol/convert.ts';
import {
  type DocumentParams,
  type DocumentReferencesResult,
  type FoundFault,
  type MapParams,
  type MapResult,
  type NamedGroup,
  type NamedPlace,
  type PlaceParams,
  type ProvisionReferencesResult,
  requests,
  type SigningsResult,
} from '../protocol/protocol.ts';
import { answerRequests, type Session } from '../session/requests.ts';

/** Answers what the views of citations and of parties show; those who type are answered first. */
export function registerViewRequests(connection: Connection, session: Session): void {
  answerRequests(connection, session, requests.provisionReferences, provisionReferences, 'patient');
  answerRequests(connection, session, requests.documentReferences, documentReferences, 'last');
  answerRequests(connection, session, requests.signings, signings, 'last');
  answerRequests(connection, session, requests.map, map, 'last');
}

function* provisionReferences(analysis: Analysis, params: PlaceParams): Work<ProvisionReferencesResult> {
  yield;
  const { title, provision, range } = inView(analysis, toOffset(analysis.snapshot, params.position));
  if (!provision?.parent) return { title: '', cites: [], citedBy: [], external: [] };
  const { cites, citedBy } = referencesOfProvision(analysis, provision);
  yield;
  const toGroup = (citing: CitingProvision) => toCitingGroup(analysis, citing);
  return {
    title,
    cites: cites.map(toGroup),
    citedBy: citedBy.map(toGroup),
    external: externalSources(analysis, range).map((source) => toExternalGroup(analysis, source)),
  };
}

function* documentReferences(
  analysis: Analysis,
  _params: DocumentParams,
  session: Session,
): Work<DocumentReferencesResult> {
  const findings = yield* session.reports.findings(analysis);
  const broken = brokenCitations(analysis, findings).map(({ finding, source }) => ({
    ...toFault(analysis, finding),
    provision: source ? titleOf(analysis, source) : '',
    text: onOneLine(analysis.snapshot.slice(finding.range)),
  }));
  yield;
  const external = externalSources(analysis, null).map((source) => toExternalGroup(analysis, source));
  return { broken, external };
}

function* signings(analysis: Analysis): Work<SigningsResult> {
  yield;
  const { snapshot } = analysis;
  const entries = signingsOf(analysis).map(({ instrument, parties, signatures }) => ({
    name: instrument ? nameOf(analysis, instrument) : '',
    parties: parties.map(({ name, shortName, range, definition, uses }) => ({
      name,
      shortName,
      range: toRange(snapshot, range),
      uses,
      definition: definition && toRange(snapshot, definition.range),
    })),
    signatures: signatures.map(({ provision, signers }) => ({
      name: nameOf(analysis, provision),
      detail: lineName(analysis, provision.range),
      range: toRange(snapshot, provision.heading),
      places: signers.map(({ name, range, signed }) => ({
        name,
        detail: signed ? 'signed' : '',
        range: toRange(snapshot, range),
      })),
    })),
  }));
  return { signings: entries };
}

function* map(analysis: Analysis, params: MapParams, session: Session): Work<MapResult> {
  const findings = yield* session.reports.findings(analysis);
  const { nodes, edges } = params.of === 'terms' ? termMap(analysis) : citationMap(analysis, findings);
  yield;
  return { nodes: nodes.map((node) => ({ ...node, range: toRange(analysis.snapshot, node.range) })), edges };
}

function toCitingGroup(analysis: Analysis, { provision, citations }: CitingProvision): NamedGroup {
  return {
    name: titleOf(analysis, provision),
    detail: gistOf(analysis, provision),
    range: toRange(analysis.snapshot, provision.heading),
    places: citations.map((range) => toNamedPlace(analysis, range)),
  };
}

function toExternalGroup(analysis: Analysis, { name, citations }: ExternalSource): NamedGroup {
  return {
    name,
    detail: '',
    range: null,
    places: citations.map(({ range, text, source }) => ({
      name: text,
      detail: source?.parent ? titleOf(analysis, source) : lineName(analysis, range),
      range: toRange(analysis.snapshot, range),
    })),
  };
}

/** The line number, and the words around the place. */
export function toNamedPlace(analysis: Analysis, range: TextRange): NamedPlace {
  return {
    name: lineAround(analysis, range),
    detail: lineName(analysis, range),
    range: toRange(analysis.snapshot, range),
  };
}

/** The provisions are named in front of what is said of them; what stands outside of all is named by its line. */
export function toProvisionGroup(
  analysis: Analysis,
  provision: Provision | null,
  ranges: readonly TextRange[],
): NamedGroup {
  return {
    name: provision?.parent ? titleOf(analysis, provision) : '',
    detail: provision?.parent ? gistOf(analysis, provision) : '',
    range: provision && toRange(analysis.snapshot, provision.heading),
    places: ranges.map((range) => toNamedPlace(analysis, range)),
  };
}

export function toFault({ snapshot }: Analysis, { rule, severity, message, range }: Finding): FoundFault {
  return { rule, severity, message, range: toRange(snapshot, range) };
}

function lineName({ snapshot }: Analysis, { start }: TextRange): string {
  return say`line ${snapshot.lineAt(start) + 1}`;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
