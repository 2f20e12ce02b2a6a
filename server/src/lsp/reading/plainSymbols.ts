import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import { type PlainHeading, plainOutline } from '../../core/features/provisions/plain-outline.ts';
import type { Work } from '../documents/schedule.ts';
import { toLinesRange, toSymbolKind } from '../protocol/convert.ts';
import type { Session } from '../session/requests.ts';

/** The headings of a document that is too long to be read: all that is shown of it. */
export function* plainSymbols(uri: string, session: Session): Work<DocumentSymbol[] | SymbolInformation[]> {
  const headings = yield* plainOutline(session.documents.text(uri) ?? '');
  const nested = headings.map(toSymbol);
  return session.client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport
    ? nested
    : flattened(nested, uri);
}

/** There are no more levels than kinds of divisions. */
function toSymbol({ name, kind, line, column, endLine, children }: PlainHeading): DocumentSymbol {
  return {
    name,
    kind: toSymbolKind(kind),
    range: toLinesRange(line, 0, endLine, 0),
    selectionRange: toLinesRange(line, column, line, column + name.length),
    ...(children.length > 0 ? { children: children.map(toSymbol) } : {}),
  };
}

function flattened(symbols: readonly DocumentSymbol[], uri: string, container?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    {
      name,
      kind,
      location: { uri, range },
      ...(container === undefined ? {} : { containerName: container }),
    },
    ...flattened(children, uri, name),
  ]);
}
