import type { SymbolInformation, WorkspaceSymbolParams } from 'vscode-languageserver';
import { workspaceSymbols } from '../core/features/workspace-symbols.ts';
import { termSymbolKind, toLocation, toSymbolKind } from './convert.ts';
import type { Session } from './requests.ts';
import type { Work } from './schedule.ts';

/** Nobody reads through a longer list; typing more makes it shorter. */
const mostSymbols = 200;

/** The provisions and defined terms of all open documents that the typed characters may mean. */
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
  return symbols;
}
