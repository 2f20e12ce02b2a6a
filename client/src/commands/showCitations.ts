import { commands, Location, l10n, Position, Range, Uri } from 'vscode';
import type { CitationsOfParams } from '../../../server/src/lsp/protocol/protocol.ts';
import type { Requests } from '../client.ts';
import { withProgress } from '../progress.ts';

/** A place as the protocol writes it. */
interface SentLocation {
  readonly uri: string;
  readonly range: { readonly start: SentPosition; readonly end: SentPosition };
}

interface SentPosition {
  readonly line: number;
  readonly character: number;
}

/** Shows who cites the provision whose heading is at the place, in a peek below it. */
export async function showCitations(server: Requests, argument: unknown): Promise<void> {
  const { uri, position } = (argument ?? {}) as Partial<CitationsOfParams>;
  if (uri === undefined || position === undefined) return;
  const params = { textDocument: { uri }, position, context: { includeDeclaration: false } };
  const found = await withProgress(l10n.t('Looking for citations'), (token) =>
    server.request<SentLocation[]>('textDocument/references', params, token),
  );
  const citations = found ?? [];
  await commands.executeCommand(
    'editor.action.showReferences',
    Uri.parse(uri),
    positionOf(position),
    citations.map((citation) => new Location(Uri.parse(citation.uri), rangeOf(citation.range))),
  );
}

function positionOf({ line, character }: SentPosition): Position {
  return new Position(line, character);
}

function rangeOf({ start, end }: SentLocation['range']): Range {
  return new Range(positionOf(start), positionOf(end));
}
