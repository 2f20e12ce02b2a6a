import type {
  CallHierarchyIncomingCall,
  CallHierarchyIncomingCallsParams,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CallHierarchyOutgoingCallsParams,
  CallHierarchyPrepareParams,
} from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import {
  type CitingProvision,
  citedBy,
  citesOthers,
  hierarchyRootsAt,
} from '../../core/features/citations/call-hierarchy.ts';
import { gistOf } from '../../core/features/provisions/passage.ts';
import { placeOf, titleOf, wholeOf } from '../../core/features/provisions/places.ts';
import type { Provision } from '../../core/model/provision.ts';
import type { Work } from '../documents/schedule.ts';
import { toOffset, toRange, toSymbolKind } from '../protocol/convert.ts';
import { identified, identify } from '../session/identity.ts';
import type { Session } from '../session/requests.ts';

/** The provisions that cite one and those that it cites, shown as editors show who calls a function. */
export function* hierarchyRoots(
  analysis: Analysis,
  params: CallHierarchyPrepareParams,
): Work<CallHierarchyItem[] | null> {
  yield;
  const roots = hierarchyRootsAt(analysis, toOffset(analysis.snapshot, params.position));
  return roots.length > 0 ? roots.map((provision) => toItem(analysis, provision)) : null;
}

export function* citingProvisions(
  { item }: CallHierarchyIncomingCallsParams,
  session: Session,
): Work<CallHierarchyIncomingCall[] | null> {
  const found = identified(item.data, session);
  if (!found) return null;
  yield;
  const { analysis, provision } = found;
  return citedBy(analysis, provision).map((citing) => ({
    from: toItem(analysis, citing.provision),
    fromRanges: toRanges(analysis, citing),
  }));
}

export function* citedProvisions(
  { item }: CallHierarchyOutgoingCallsParams,
  session: Session,
): Work<CallHierarchyOutgoingCall[] | null> {
  const found = identified(item.data, session);
  if (!found) return null;
  yield;
  const { analysis, provision } = found;
  return citesOthers(analysis, provision).map((cited) => ({
    to: toItem(analysis, cited.provision),
    fromRanges: toRanges(analysis, cited),
  }));
}

function toRanges({ snapshot }: Analysis, { citations }: CitingProvision) {
  return citations.map((range) => toRange(snapshot, range));
}

function toItem(analysis: Analysis, provision: Provision): CallHierarchyItem {
  const { range, selection } = placeOf(wholeOf(provision));
  return {
    name: titleOf(analysis, provision),
    detail: gistOf(analysis, provision),
    kind: toSymbolKind(provision.kind),
    uri: analysis.uri,
    range: toRange(analysis.snapshot, range),
    selectionRange: toRange(analysis.snapshot, selection),
    data: identify(analysis, provision),
  };
}
