import { l10n, Range, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { requests, type SchemeParams, type SchemeResult } from '../../../server/src/lsp/protocol/protocol.ts';
import type { Requests } from '../client.ts';
import { activeLegalEditor } from '../legalEditor.ts';
import { pinScheme as pinInto, replacementBetween } from '../pinnedScheme.ts';
import { inMessage } from '../plainWords.ts';

const configurationFile = 'proviso.json';

/** Offers to write the numbering that was learned from the document into the project's configuration. */
export async function pinScheme(server: Requests): Promise<void> {
  const document = activeLegalEditor()?.document;
  if (!document) return;
  const params: SchemeParams = { textDocument: { uri: document.uri.toString() } };
  const scheme = await server.request<SchemeResult>(requests.scheme, params);
  if (!scheme || Object.keys(scheme.pinned).length === 0) {
    void window.showInformationMessage(l10n.t('This document has no numbering that could be pinned.'));
    return;
  }
  if (!workspace.getWorkspaceFolder(document.uri)) {
    void window.showInformationMessage(
      l10n.t(
        'The numbering of this document is “{0}”. To pin it, open the folder that the document lies in.',
        inMessage(scheme.text),
      ),
    );
    return;
  }
  const question = l10n.t(
    'The numbering of this document is “{0}”. Pin it for the documents of this project?',
    inMessage(scheme.text),
  );
  const pinIt = l10n.t('Pin in {0}', configurationFile);
  const chosen = await window.showInformationMessage(question, pinIt);
  if (chosen === pinIt) await write(await configurationFor(document), scheme.pinned);
}

/** The configuration that counts for the document: the nearest one above it, else one to be made in the folder of the workspace. */
async function configurationFor(document: TextDocument): Promise<Uri> {
  const root = workspace.getWorkspaceFolder(document.uri)?.uri ?? Uri.joinPath(document.uri, '..');
  for (let folder = Uri.joinPath(document.uri, '..'); ; folder = Uri.joinPath(folder, '..')) {
    const candidate = Uri.joinPath(folder, configurationFile);
    if (await exists(candidate)) return candidate;
    if (folder.path.length <= root.path.length) return Uri.joinPath(root, configurationFile);
  }
}

async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}

/** Through the editor, so that unsaved changes of the file are kept and the edit can be undone. */
async function write(file: Uri, pinned: Readonly<Record<string, string>>): Promise<void> {
  const edit = new WorkspaceEdit();
  if (!(await exists(file))) {
    edit.createFile(file);
    await workspace.applyEdit(edit);
  }
  const document = await workspace.openTextDocument(file);
  const before = document.getText();
  const after = pinInto(before, pinned);
  if (after === null) {
    await window.showTextDocument(document);
    void window.showErrorMessage(
      l10n.t('{0} cannot be read. Correct it first, then pin the numbering.', configurationFile),
    );
    return;
  }
  const { start, end, newText } = replacementBetween(before, after);
  const change = new WorkspaceEdit();
  change.replace(file, new Range(document.positionAt(start), document.positionAt(end)), newText);
  if (await workspace.applyEdit(change)) await document.save();
  await window.showTextDocument(document, { preview: true });
}
