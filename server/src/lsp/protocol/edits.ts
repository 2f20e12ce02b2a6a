import type { ClientCapabilities, WorkspaceEdit } from 'vscode-languageserver';
import type { TextEdit } from '../../core/rules/rule.ts';
import { TextSnapshot } from '../../core/text/snapshot.ts';
import { toRange } from './convert.ts';

/** A text that edits are made for. */
export interface EditedDocument {
  readonly uri: string;
  /** Null where the text is not open. */
  readonly version: number | null;
  readonly snapshot: TextSnapshot;
}

/** Carries the version where the client can check it, so that no edit is ever applied to a text it was not made for. */
export function editOf(
  { uri, version, snapshot }: EditedDocument,
  made: readonly TextEdit[],
  client: ClientCapabilities,
): WorkspaceEdit {
  const edits = made.map(({ range, newText }) => ({ range: toRange(snapshot, range), newText }));
  return client.workspace?.workspaceEdit?.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}

/** Edits of several documents as one. */
export function joinEdits(edits: readonly WorkspaceEdit[]): WorkspaceEdit {
  const joined: WorkspaceEdit = {};
  for (const { changes, documentChanges, changeAnnotations } of edits) {
    if (changes) joined.changes = { ...joined.changes, ...changes };
    if (documentChanges) joined.documentChanges = [...(joined.documentChanges ?? []), ...documentChanges];
    if (changeAnnotations) joined.changeAnnotations = { ...joined.changeAnnotations, ...changeAnnotations };
  }
  return joined;
}

/** Makes a file with this text; null for a client that makes none. */
export function newFileOf(uri: string, text: string, client: ClientCapabilities): WorkspaceEdit | null {
  const { documentChanges, resourceOperations = [] } = client.workspace?.workspaceEdit ?? {};
  if (!documentChanges || !resourceOperations.includes('create')) return null;
  const range = toRange(new TextSnapshot(''), { start: 0, end: 0 });
  return {
    documentChanges: [
      // A file that was made in the meantime is not written over.
      { kind: 'create', uri },
      { textDocument: { uri, version: null }, edits: [{ range, newText: text }] },
    ],
  };
}
