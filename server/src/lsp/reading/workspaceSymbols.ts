import type { SymbolInformation, WorkspaceSymbolParams } from 'vscode-languageserver';
import { workspaceSymbols } from '../../core/features/workspace-symbols.ts';
import type { FileSummary } from '../../core/model/summary.ts';
import { type FileSymbol, fileSymbols } from '../../core/workspace/file-symbols.ts';
import type { Work } from '../documents/schedule.ts';
import { termSymbolKind, toLocation, toSummaryLocation, toSymbolKind } from '../protocol/convert.ts';
import type { Session } from '../session/requests.ts';

/** Nobody reads through a longer list; typing more makes it shorter. */
const mostSymbols = 200;

/** The provisions and defined terms that the typed characters may mean: of the open documents, then of all others. */
export function* symbolsOfAll({ query }: WorkspaceSymbolParams, session: Session): Work<SymbolInformation[]> {
  const symbols: SymbolInformation[] = [];
  for (const uri of session.documents.uris) {
    yield;
    const analysis = session.documents.analysis(uri);
    if (!analysis) continue;
    for (const { subject, name, container } of workspaceSymbols(
      analysis,
      query,
      mostSymbols - symbols.length,
    )) {
      symbols.push({
        name,
        kind: 'term' in subject ? termSymbolKind : toSymbolKind(subject.kind),
        location: toLocation(analysis, 'term' in subject ? subject.range : subject.heading),
        ...(container === '' ? {} : { containerName: container }),
      });
      yield;
    }
    if (symbols.length >= mostSymbols) break;
  }
  return [...symbols, ...(yield* symbolsOfClosed(query, mostSymbols - symbols.length, session))];
}

/** What was typed as it stands comes before what has its letters somewhere, whatever file it is in. */
function* symbolsOfClosed(query: string, most: number, { workspace }: Session): Work<SymbolInformation[]> {
  const plain: SymbolInformation[] = [];
  const others: SymbolInformation[] = [];
  for (const summary of workspace.index.summaries()) {
    if (plain.length >= most) break;
    if (workspace.isOpen(summary.uri)) continue;
    for (const symbol of fileSymbols(summary, query)) {
      if (symbol.isPlain) plain.push(toSymbol(summary, symbol));
      else if (others.length < most) others.push(toSymbol(summary, symbol));
    }
    yield;
  }
  return [...plain, ...others].slice(0, Math.max(0, most));
}

function toSymbol(summary: FileSummary, { name, kind, start, end }: FileSymbol): SymbolInformation {
  return {
    name,
    kind: kind === null ? termSymbolKind : toSymbolKind(kind),
    location: toSummaryLocation(summary, { start, end }),
    ...(summary.title === null ? {} : { containerName: summary.title }),
  };
}
