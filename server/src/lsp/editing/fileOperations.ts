import type {
  ClientCapabilities,
  Connection,
  FileOperationRegistrationOptions,
  RenameFilesParams,
  ServerCapabilities,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import {
  DidCreateFilesNotification,
  DidDeleteFilesNotification,
  DidRenameFilesNotification,
  WillRenameFilesRequest,
} from 'vscode-languageserver';
import { canonicalAddress } from '../../core/config/paths.ts';
import { TextSnapshot } from '../../core/text/snapshot.ts';
import { importsAfter, type Move, settingsAfter } from '../../core/workspace/moved-files.ts';
import { awaited, type Work } from '../documents/schedule.ts';
import { toRange, toSummaryLocation } from '../protocol/convert.ts';
import { joinEdits } from '../protocol/edits.ts';
import { answerAbout, type Session } from '../session/requests.ts';

/** A folder may hold documents, whatever it is called. */
const everything: FileOperationRegistrationOptions = {
  filters: [{ scheme: 'file', pattern: { glob: '**/*' } }],
};
/** Clients that watch files tell of each by itself, but of folders only as they were touched. */
const folders: FileOperationRegistrationOptions = {
  filters: [{ scheme: 'file', pattern: { glob: '**/*', matches: 'folder' } }],
};

export function fileOperations({ workspace }: ClientCapabilities): ServerCapabilities | undefined {
  const { willRename, didRename, didDelete, didCreate } = workspace?.fileOperations ?? {};
  const declared = {
    ...(willRename ? { willRename: everything } : {}),
    ...(didRename ? { didRename: folders } : {}),
    ...(didDelete ? { didDelete: folders } : {}),
    ...(didCreate ? { didCreate: folders } : {}),
  };
  const hasFolders = workspace?.workspaceFolders === true;
  if (!hasFolders && Object.keys(declared).length === 0) return undefined;
  return {
    workspace: {
      ...(hasFolders ? { workspaceFolders: { supported: true, changeNotifications: true } } : {}),
      ...(Object.keys(declared).length > 0 ? { fileOperations: declared } : {}),
    },
  };
}

/** Keeps paths that lead to a file right where it is moved, and the index where folders are. */
export function registerFileOperations(connection: Connection, session: Session): void {
  answerAbout(
    connection,
    session,
    WillRenameFilesRequest.method,
    (params: RenameFilesParams) => pathsAfter(params, session),
    () => '',
  );
  const readAgain = (): void => void session.workspace.foldersChanged();
  connection.onNotification(DidRenameFilesNotification.type, readAgain);
  connection.onNotification(DidDeleteFilesNotification.type, readAgain);
  connection.onNotification(DidCreateFilesNotification.type, readAgain);
}

function* pathsAfter({ files }: RenameFilesParams, session: Session): Work<WorkspaceEdit | null> {
  const { workspace, configurations } = session;
  const moves = (Array.isArray(files) ? files : []).map(
    ({ oldUri, newUri }): Move => ({ from: addressOf(oldUri), to: addressOf(newUri) }),
  );
  yield* workspace.complete();
  const made: WorkspaceEdit[] = [];
  for (const summary of workspace.index.summaries()) {
    const edits = importsAfter(summary, moves).map(({ range, newText }) => ({
      range: toSummaryLocation(summary, range).range,
      newText,
    }));
    made.push(editOf(workspace.clientAddress(summary.uri), edits, session.client));
    yield;
  }
  for (const uri of workspace.projects) {
    const file = yield* awaited(configurations.nearestFile(uri));
    if (!file || canonicalAddress(file.uri) !== uri) continue;
    const snapshot = new TextSnapshot(file.text);
    const edits = settingsAfter(uri, file.text, moves).map(({ range, newText }) => ({
      range: toRange(snapshot, range),
      newText,
    }));
    made.push(editOf(file.uri, edits, session.client));
  }
  const joined = joinEdits(made);
  return Object.keys(joined).length > 0 ? joined : null;
}

/** Clients name folders with a slash behind them or without one. */
function addressOf(uri: string): string {
  return canonicalAddress(String(uri)).replace(/\/$/, '');
}

/** No version: the client holds off edits while it moves files. */
function editOf(uri: string, edits: TextEdit[], { workspace }: ClientCapabilities): WorkspaceEdit {
  if (edits.length === 0) return {};
  return workspace?.workspaceEdit?.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version: null }, edits }] }
    : { changes: { [uri]: edits } };
}
