import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  CompletionOptions,
  CompletionParams,
} from 'vscode-languageserver';
import { CompletionItemKind } from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import type { CompletionEntry, CompletionSubject } from '../../core/features/answers.ts';
import {
  completionCharacters,
  completionsAt,
  longestBeginning,
  mayComplete,
  previewOf,
} from '../../core/features/completion.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { Work } from '../documents/schedule.ts';
import { toOffset, toRange } from '../protocol/convert.ts';
import { toMarkup } from '../protocol/markup.ts';
import { identified, identifiedTerm, identify, identifyTerm } from '../session/identity.ts';
import type { Session } from '../session/requests.ts';

export const completionOptions: CompletionOptions = {
  triggerCharacters: [...completionCharacters],
  resolveProvider: true,
};

/** Asked at letters and blanks as they are typed: where nothing can be offered, the document is not read for it. */
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
  { text, gist, container, subject }: CompletionEntry,
  range: TextRange,
  index: number,
  client: ClientCapabilities,
): CompletionItem {
  const withDetails = client.textDocument?.completion?.completionItem?.labelDetailsSupport === true;
  return {
    label: text,
    ...(withDetails ? { labelDetails: { detail: ` ${gist}`, description: container } } : { detail: gist }),
    kind: kinds[subject.kind],
    // Their own order; by their letters 10 would stand before 2.
    sortText: String(index).padStart(4, '0'),
    filterText: text,
    textEdit: { range: toRange(analysis.snapshot, range), newText: text },
    data:
      subject.kind === 'provision'
        ? identify(analysis, subject.provision)
        : identifyTerm(analysis, subject.definition),
  };
}

const kinds: Readonly<Record<CompletionSubject['kind'], CompletionItemKind>> = {
  provision: CompletionItemKind.Reference,
  term: CompletionItemKind.Constant,
};

/** The text of the provision or the meaning of the term, once someone looks at its entry. */
export function* completionResolved(item: CompletionItem, session: Session): Work<CompletionItem> {
  const provision = identified(item.data, session);
  const term = identifiedTerm(item.data, session);
  yield;
  const formats = session.client.textDocument?.completion?.completionItem?.documentationFormat;
  const told = (analysis: Analysis, subject: CompletionSubject): CompletionItem => ({
    ...item,
    documentation: toMarkup(analysis, [previewOf(analysis, subject)], formats),
  });
  if (provision) return told(provision.analysis, { kind: 'provision', provision: provision.provision });
  return term ? told(term.analysis, { kind: 'term', definition: term.definition }) : item;
}
