import type {
  DocumentSymbol,
  DocumentSymbolParams,
  FoldingRange,
  SelectionRange,
  SelectionRangeParams,
  SymbolInformation,
} from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import { foldingRanges } from '../../core/features/provisions/folding.ts';
import { type OutlineEntry, outline } from '../../core/features/provisions/outline.ts';
import { selectionRanges } from '../../core/features/provisions/selection.ts';
import type { Work } from '../documents/schedule.ts';
import { toOffset, toRange, toSymbolKind, toSymbolName } from '../protocol/convert.ts';
import type { WrittenAnswer } from '../protocol/writtenAnswer.ts';
import type { Session } from '../session/requests.ts';
import { plainSymbols } from './plainSymbols.ts';
import { symbolsInAStep, writtenSymbols } from './writtenSymbols.ts';

/** The outline: nested where the client can show that, else a flat list with the name of what each is in. */
export function* documentSymbols(
  params: DocumentSymbolParams,
  session: Session,
): Work<DocumentSymbol[] | SymbolInformation[] | WrittenAnswer | null> {
  yield* session.documents.read(params.textDocument.uri);
  const { uri } = params.textDocument;
  const analysis = session.documents.analysis(uri);
  if (!analysis) return session.documents.refusal(uri) === null ? null : yield* plainSymbols(uri, session);
  yield;
  const entries = outline(analysis);
  yield;
  if (!session.client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport)
    return yield* flatSymbols(analysis, entries);
  return session.carriesBytes
    ? yield* writtenSymbols(analysis, entries)
    : yield* nestedSymbols(analysis, entries);
}

/** Keeps its own list of what is left to do, so that no depth of nesting can exhaust the stack. */
export function* nestedSymbols(analysis: Analysis, entries: readonly OutlineEntry[]): Work<DocumentSymbol[]> {
  const roots: DocumentSymbol[] = [];
  let made = 0;
  const pending: { entries: readonly OutlineEntry[]; into: DocumentSymbol[] }[] = [{ entries, into: roots }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const entry of next.entries) {
      const symbol: DocumentSymbol = {
        name: toSymbolName(entry),
        kind: toSymbolKind(entry.kind),
        range: toRange(analysis.snapshot, entry.range),
        selectionRange: toRange(analysis.snapshot, entry.selectionRange),
      };
      if (entry.detail) symbol.detail = entry.detail;
      if (entry.children.length > 0) {
        symbol.children = [];
        pending.push({ entries: entry.children, into: symbol.children });
      }
      next.into.push(symbol);
      made += 1;
      if (made % symbolsInAStep === 0) yield;
    }
  }
  return roots;
}

function* flatSymbols(analysis: Analysis, entries: readonly OutlineEntry[]): Work<SymbolInformation[]> {
  const symbols: SymbolInformation[] = [];
  const pending = entries.map((entry) => ({ entry, container: '' })).reverse();
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { entry, container } = next;
    const name = toSymbolName(entry);
    const location = { uri: analysis.uri, range: toRange(analysis.snapshot, entry.range) };
    symbols.push({
      name,
      kind: toSymbolKind(entry.kind),
      location,
      ...(container === '' ? {} : { containerName: container }),
    });
    for (const child of [...entry.children].reverse()) pending.push({ entry: child, container: name });
    yield;
  }
  return symbols;
}

export function* folding(analysis: Analysis): Work<FoldingRange[]> {
  yield;
  const areas: FoldingRange[] = [];
  for (const { startLine, endLine, kind } of foldingRanges(analysis)) {
    areas.push({ startLine, endLine, ...(kind ? { kind } : {}) });
    yield;
  }
  return areas;
}

export function* selection(analysis: Analysis, params: SelectionRangeParams): Work<SelectionRange[]> {
  const answers: SelectionRange[] = [];
  for (const position of params.positions) {
    yield;
    const offset = toOffset(analysis.snapshot, position);
    let parent: SelectionRange | undefined;
    for (const range of [...selectionRanges(analysis, offset)].reverse()) {
      parent = { range: toRange(analysis.snapshot, range), ...(parent ? { parent } : {}) };
    }
    // The protocol wants one answer for each position, even where there is nothing to select.
    answers.push(parent ?? { range: toRange(analysis.snapshot, { start: offset, end: offset }) });
  }
  return answers;
}
