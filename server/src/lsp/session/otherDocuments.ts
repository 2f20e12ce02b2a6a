import type { Analysis } from '../../core/analysis.ts';
import { canonicalAddress } from '../../core/config/paths.ts';
import { type OutsidePlace, outsidePlaceAt } from '../../core/workspace/outside-place.ts';
import type { DocumentReader } from '../../core/workspace/reading.ts';
import type { Work } from '../documents/schedule.ts';
import { TextsAhead } from '../documents/textsAhead.ts';
import type { Session } from './requests.ts';

type Wait = Work<void> extends Generator<infer Waited, void, void> ? Waited : never;

/** The other documents of the workspace, as the core asks for them. */
export function readerOf({ workspace }: Session): DocumentReader<Wait> {
  const ahead = new TextsAhead((address) => workspace.textOf(address));
  return {
    index: workspace.index,
    addressOf: ({ uri }) => canonicalAddress(uri),
    analysis: (address) => workspace.analysis(address, ahead.take(address)),
    expect: (addresses) => ahead.expect(addresses.filter((address) => !workspace.isOpen(address))),
  };
}

/** What stands at a place and leads into another file. */
export function* outsideAt(analysis: Analysis, offset: number, session: Session): Work<OutsidePlace | null> {
  yield* session.workspace.known(analysis.uri);
  return yield* outsidePlaceAt(analysis, offset, readerOf(session));
}
