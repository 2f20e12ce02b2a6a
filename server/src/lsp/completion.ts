import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  CompletionOptions,
  CompletionParams,
} from 'vscode-languageserver';
import { CompletionItemKind } from 'vscode-languageserver';
import type { Analysis } from '../core/analysis.ts';
import {
  type CompletionEntry,
  completionCharacters,
  completionsAt,
  longestBeginning,
  mayComplete,
} from '../core/features/completion.ts';
import { passageOf } from '../core/features/passage.ts';
import { wholeOf } from '../core/features/places.ts';
import type { TextRange } from '../core/text/range.ts';
import { toOffset, toRange } from './convert.ts';
import { identified, identify } from './identity.ts';
import { toMarkup } from './markup.ts';
import type { Session } from './requests.ts';
import type { Work } from './schedule.ts';

export const completionOptions: CompletionOptions = {
  triggerCharacters: [...completionCharacters],
  resolveProvider: true,
};

/** Asked at each blank that is typed: where nothing can be offered, the document is not read for it. */
export function* completion(params: CompletionParams, session: Session): Work<CompletionList | null> {
  const { uri } = params.textDocument;
  const before = session.documents.textBefore(uri, params.position, longestBeginning);
  if (before === undefined || !mayComplete(before)) return null;
  const analysis = session.documents.analysis(uri);
  if (!analysis) return null;
  yield;
  const found = completionsAt(analysis, toOffset(analysis.snapshot, params.position));
  if (!found) return null;
  const items = found.entries.map((entry, index) =>
    toItem(analysis, entry, found.range, index, session.client),
  );
  return { isIncomplete: found.isCut, items };
}

function toItem(
  analysis: Analysis,
  { text, gist, container, provision }: CompletionEntry,
  range: TextRange,
  index: number,
  client: ClientCapabilities,
): CompletionItem {
  const withDetails = client.textDocument?.completion?.completionItem?.labelDetailsSupport === true;
  return {
    label: text,
    ...(withDetails ? { labelDetails: { detail: ` ${gist}`, description: container } } : { detail: gist }),
    kind: CompletionItemKind.Reference,
    // The order of the text; by their letters 10 would stand before 2.
    sortText: String(index).padStart(4, '0'),
    filterText: text,
    textEdit: { range: toRange(analysis.snapshot, range), newText: text },
    data: identify(analysis, provision),
  };
}

/** About what the box beside the list can show. */
const longestPreview = 800;

/** The text of the provision, once someone looks at its entry. */
export function* completionResolved(item: CompletionItem, session: Session): Work<CompletionItem> {
  const found = identified(item.data, session);
  if (!found) return item;
  yield;
  const passage = passageOf(found.analysis, wholeOf(found.provision), longestPreview);
  const formats = session.client.textDocument?.completion?.completionItem?.documentationFormat;
  return { ...item, documentation: toMarkup(found.analysis, [{ kind: 'passage', passage }], formats) };
}
