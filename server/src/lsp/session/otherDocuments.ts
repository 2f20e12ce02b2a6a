import type { Analysis } from '../../core/analysis.ts';
import { canonicalAddress } from '../../core/config/paths.ts';
import { type OutsidePlace, outsidePlaceAt } from '../../core/workspace/outside-place.ts';
import type { DocumentReader } from '../../core/workspace/reading.ts';
import type { Work } from '../documents/schedule.ts';
import type { Session } from './requests.ts';

type Wait = Work<void> extends Generator<infer Waited, void, void> ? Waited : never;

/** The other documents of the workspace, as the core asks for them. */
export function readerOf({ workspace }: Session): DocumentReader<Wait> {
  return {
    index: workspace.index,
    addressOf: ({ uri }) => canonicalAddress(uri),
    analysis: (address) => workspace.analysis(address),
  };
}

/** What stands at a place and leads into another file. */
export function* outsideAt(analysis: Analysis, offset: number, session: Session): Work<OutsidePlace | null> {
  yield* session.workspace.known(analysis.uri);
  return yield* outsidePlaceAt(analysis, offset, readerOf(session));
}
